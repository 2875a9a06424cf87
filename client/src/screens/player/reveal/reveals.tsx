import type { ReadonlySignal } from '@preact/signals';
import type { Part } from '@relay/shared/question/question';
import type { PlayerView } from '@relay/shared/referee/view';
import { partName } from '../../../describe/verdict';
import type { Lever } from '../../../input/lever';
import { t } from '../../../strings/language';
import { nudging } from '../../../picture/numbers/nudged';
import type { RoundFacts } from '../../../picture/roundFacts';
import { written } from '../../../picture/numbers/written';
import { NudgeCurve } from '../questions/NudgeCurve';
import { RightCards } from './RightCards';
import { rightWords } from './rightWords';
import styles from './reveals.module.css';

type Seat = NonNullable<PlayerView['seat']>;

export interface RevealMoreProps {
  readonly seat: Seat;
  readonly facts: RoundFacts;
  readonly lever: ReadonlySignal<Lever>;
}

const WORKING: readonly Part[] = ['places', 'S', 'delta', 'G'];

/** Parts of the set of three that were not asked. */
export function WorkingReveal({ seat, facts }: RevealMoreProps) {
  const { truth, parts } = seat;
  const others = WORKING.filter((part) => !parts.includes(part) && truth?.[part as 'G'] !== undefined);
  if (others.length === 0) return null;
  return (
    <section class={styles.revealWorking}>
      <h2>{t('questions.reveal.working')}</h2>
      <dl>
        {others.map((part) => (
          <div key={part}>
            <dt>{partName(part)}</dt>
            <dd class="digits">{rightWords(facts, seat, part)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The wrong working again, with the term that was wrong. */
export function SlipReveal({ seat: { edge, given, truth }, facts }: RevealMoreProps) {
  if (!edge || given?.type !== 'working') return null;
  return <RightCards facts={facts} edge={edge} working={given.working} term={truth?.term} />;
}

/** Secant of the lever's position beside the tangent, whose slope is the gradient. */
export function TangentReveal({ seat, facts, lever }: RevealMoreProps) {
  if (!seat.edge || seat.truth?.G === undefined) return null;
  const { visited, notch } = lever.value;
  return (
    <section class={styles.revealWorking}>
      <h2>{t('questions.reveal.compare')}</h2>
      <NudgeCurve nudging={nudging(facts, seat.edge)} visited={visited} notch={notch} isRevealed />
      <p>{t('questions.nudge.tangent', { G: written(seat.truth.G) })}</p>
    </section>
  );
}
