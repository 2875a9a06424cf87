import { activeLayerWords, correctedWords } from '../../../describe/activeLayer';
import { t } from '../../../strings/language';
import type { TableState } from '../../../table/table';
import type { RoundFacts } from '../../../picture/roundFacts';
import { activeLayer } from '../../../picture/activeLayer';
import { Timer } from '../../parts/Timer';
import shared from '../../parts/shared.module.css';
import styles from './TurnStrip.module.css';

interface TurnStripProps {
  readonly facts: RoundFacts;
  readonly lane: number;
  readonly state: TableState;
}

/** Progress towards the player's turn: layer whose turn it is, number of answers, clock. */
export function TurnStrip({ facts, lane, state }: TurnStripProps) {
  const { run, network } = facts;
  const { view, clockOffsetMs } = state;
  const work = view && activeLayer(view, run.id, lane);
  const way = run.phase === 'forward' ? 'forward' : 'backward';
  const words = work && activeLayerWords(network, work);
  return (
    <div class={styles.turnStrip} data-testid="turn-strip">
      <span class={styles.turnParcel} data-way={way} aria-hidden="true" />
      <p class={styles.turnWords}>
        <b>{work ? t(`relay.way.${way}`) : t(way === 'forward' ? 'relay.way.through' : 'relay.way.home')}</b>
        {words && (
          <span>
            <span>{words.who}</span> <span class="digits">{words.ready}</span>
          </span>
        )}
        <Corrected facts={facts} />
      </p>
      {work && (
        <Timer
          deadlineAt={work.deadlineAt}
          pausedAt={view?.session['']?.pausedAt ?? null}
          clockOffsetMs={clockOffsetMs}
          isSpoken={false}
        />
      )}
    </div>
  );
}

/** "1 parcel was corrected", without the name of its sender. */
export function Corrected({ facts: { run, lane } }: { readonly facts: RoundFacts }) {
  const words = correctedWords(run, lane);
  return words === '' ? null : <span class={shared.tagCorrected}>{words}</span>;
}
