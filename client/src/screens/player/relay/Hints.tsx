import { useState } from 'preact/hooks';
import type { Part } from '@relay/shared/question/question';
import type { PlayerView } from '@relay/shared/referee/view';
import type { PlaceNames } from '../../../describe/places';
import { partName } from '../../../describe/verdict';
import type { PlayerActions } from '../../../input/playerActions';
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
  /** Cost of a hint: half of its part's points, or that the question no longer counts as clean. */
  readonly costs: 'half' | 'clean';
}

/** Sentences about the cost of a hint, before the list is opened and before a hint is taken. */
const WORDS = {
  half: () => ({ where: t('relay.hint.where'), sure: t('relay.hint.sure') }),
  /** Half of the points, in sessions that show none. */
  unseen: () => ({ where: t('relay.hint.wherePlain'), sure: t('relay.hint.surePlain') }),
  clean: () => ({ where: t('practise.hint.where'), sure: t('practise.hint.sure') }),
};

/** Hints, part by part: opened by a button, and each confirmed by a second press. */
export function Hints({ state, seat, wishes, nameOf, costs }: HintsProps) {
  const { told, left, isOpen, setOpen } = state;
  const [armed, arm] = useState<Part | null>(null);
  const hasPoints = usePoints();
  const words = WORDS[costs === 'half' && !hasPoints ? 'unseen' : costs]();
  // The pressed button disappears, with the last hint the whole list does.
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
  /** Question asked before the hint is taken; null until the first press. */
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
