import type { ReadonlySignal } from '@preact/signals';
import type { Part } from '@relay/shared/question/question';
import type { PlayerView } from '@relay/shared/referee/view';
import { partName } from '../../../describe/verdict';
import type { Lever } from '../../../input/lever';
import { t } from '../../../strings/language';
import { nudging } from '../../../view/nudged';
import type { RoundFacts } from '../../../view/roundFacts';
import { written } from '../../../view/written';
import { NudgeCurve } from '../asks/NudgeCurve';
import { RightCards } from './RightCards';
import { rightWords } from './rightWords';

type Seat = NonNullable<PlayerView['seat']>;

interface RevealMoreProps {
  readonly seat: Seat;
  readonly facts: RoundFacts;
  readonly lever: ReadonlySignal<Lever>;
}

const WORKING: readonly Part[] = ['places', 'S', 'delta', 'G'];

/** What else there is to see of a question once it is over: the rest of the working, the right term, the tangent. */
export function RevealMore({ seat, facts, lever }: RevealMoreProps) {
  switch (seat.kind) {
    case 'contribution':
    case 'blank':
      return <Working seat={seat} facts={facts} />;
    case 'debug':
      return seat.edge && seat.given?.type === 'working' ? (
        <RightCards facts={facts} edge={seat.edge} working={seat.given.working} term={seat.truth?.term} />
      ) : null;
    case 'nudge':
      return <Tangent seat={seat} facts={facts} lever={lever} />;
    default:
      return null;
  }
}

/** The parts of the set of three that were not asked. */
function Working({ seat, facts }: Pick<RevealMoreProps, 'seat' | 'facts'>) {
  const { truth, parts } = seat;
  const others = WORKING.filter((part) => !parts.includes(part) && truth?.[part as 'G'] !== undefined);
  if (others.length === 0) return null;
  return (
    <section class="reveal-working">
      <h2>{t('asks.reveal.working')}</h2>
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

/** The secant that the lever gave beside the tangent that the gradient is. */
function Tangent({ seat, facts, lever }: RevealMoreProps) {
  if (!seat.edge || seat.truth?.G === undefined) return null;
  const { visited, notch } = lever.value;
  return (
    <section class="reveal-working">
      <h2>{t('asks.reveal.compare')}</h2>
      <NudgeCurve nudging={nudging(facts, seat.edge)} visited={visited} notch={notch} isRevealed />
      <p>{t('asks.nudge.tangent', { G: written(seat.truth.G) })}</p>
    </section>
  );
}
