import { useState } from 'preact/hooks';
import type { Part } from '@relay/shared/question/question';
import type { PlayerView } from '@relay/shared/referee/view';
import type { PlaceNames } from '../../../describe/places';
import { partName } from '../../../describe/verdict';
import type { PlayerActions } from '../../../input/wishes';
import { t } from '../../../strings/language';
import { say } from '../../announcer';
import { useKeptFocus } from '../../keptFocus';
import { usePoints } from '../../points';
import type { HintState } from './useHints';
import { cx } from '../../../styles/cx';
import shared from '../../parts/shared.module.css';
import styles from './Hints.module.css';

interface HintsProps {
  readonly state: HintState;
  readonly seat: NonNullable<PlayerView['seat']>;
  readonly wishes: PlayerActions;
  readonly nameOf: PlaceNames;
  /** What one takes away: half of the points of its part, or that the question counts as done alone. */
  readonly costs: 'half' | 'clean';
}

/** What a hint costs, before it is opened and before it is taken. */
const WORDS = {
  half: () => ({ where: t('relay.hint.where'), sure: t('relay.hint.sure') }),
  /** Half of points that nobody is shown. */
  unseen: () => ({ where: t('relay.hint.wherePlain'), sure: t('relay.hint.surePlain') }),
  clean: () => ({ where: t('practise.hint.where'), sure: t('practise.hint.sure') }),
};

/** Where to look, part by part: opened on purpose, and each confirmed where it stands. */
export function Hints({ state, seat, wishes, nameOf, costs }: HintsProps) {
  const { told, left, isOpen, setOpen } = state;
  const [armed, arm] = useState<Part | null>(null);
  const hasPoints = usePoints();
  const words = WORDS[costs === 'half' && !hasPoints ? 'unseen' : costs]();
  // The button that takes a hint goes with it, the last time all of them do.
  useKeptFocus(`${isOpen}/${left.join()}`);
  const take = async (part: Part): Promise<void> => {
    arm(null);
    setOpen(false);
    const reply = await wishes.hint(part);
    if (!reply.accepted) say(t(`rejection.${reply.rejection}`));
  };
  if (told.length === 0 && left.length === 0) return null;
  return (
    <div class={styles.hints}>
      {told.map((part) => (
        <p key={part} class={styles.hintTold} role="status">
          {t('relay.hint.look', {
            part: partName(part),
            places: (seat.hints[part] ?? []).map(nameOf).join(' · '),
          })}
        </p>
      ))}
      {left.length > 0 && (
        <button
          type="button"
          class={cx(shared.button, styles.button, shared.buttonSmall, styles.hintToggle)}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {t(isOpen ? 'relay.hint.close' : 'relay.hint.button')}
        </button>
      )}
      {isOpen && (
        <div class={styles.hintRow} role="group" aria-label={words.where}>
          <span class="hint" aria-hidden="true">
            {words.where}
          </span>
          {left.map((part) => (
            <HintButton
              key={part}
              name={partName(part)}
              sure={armed === part ? words.sure : null}
              onPress={() => (armed === part ? void take(part) : arm(part))}
            />
          ))}
        </div>
      )}
    </div>
  );
}

interface HintButtonProps {
  readonly name: string;
  /** Asked before the hint is taken; null until the button is pressed once. */
  readonly sure: string | null;
  readonly onPress: () => void;
}

function HintButton({ name, sure, onPress }: HintButtonProps) {
  return (
    <button
      type="button"
      class={cx(shared.button, styles.button, shared.buttonSmall, !(sure === null) && shared.isArmed)}
      aria-label={sure === null ? t('relay.hint.ask', { part: name }) : `${name}: ${sure}`}
      onClick={onPress}
    >
      {sure ?? name}
    </button>
  );
}
