import { unitName } from '@relay/shared/maths/unit';
import type { PublicView, RunView } from '@relay/shared/referee/view';
import { activeLayerWords, correctedWords } from '../../describe/activeLayer';
import { t } from '../../strings/language';
import { compareTeams } from '../../strings/order';
import { activeLayer } from '../../picture/activeLayer';
import { CheckIcon } from '../parts/icons';
import { cx } from '../../styles/cx';
import shared from '../parts/shared.module.css';
import styles from './Lanes.module.css';

/** Rows shown at most: smaller ones cannot be read from the last row of a class. */
const MOST_ROWS = 40;
/** Names of lanes that fit on a line. */
const MOST_NAMES = 8;

interface Row {
  readonly key: string;
  readonly name: string;
  /** Shorter texts for a small tile: "A", "A·2", "2"; "h2", "y"; "1/2". */
  readonly short: { readonly name: string; readonly layer: string; readonly ready: string };
  readonly who: string;
  readonly ready: string;
  readonly corrected: string;
}

function rowOf(view: PublicView, run: RunView, lane: number, hasTeams: boolean): Row[] {
  const seen = view.lanes[`${run.id}/${lane}`];
  const network = view.networks[run.id];
  if (!seen || !network) return [];
  const work = activeLayer(view, run.id, lane);
  const words = work && activeLayerWords(network, work);
  const team = t('host.teamCaption', { team: run.id });
  const only = run.lanes === 1 ? team : t('relay.projector.teamLane', { team, lane: lane + 1 });
  return [
    {
      key: `${run.id}/${lane}`,
      name: hasTeams ? only : t('relay.projector.lane', { lane: lane + 1 }),
      short: {
        name: hasTeams ? (run.lanes === 1 ? run.id : `${run.id}·${lane + 1}`) : String(lane + 1),
        layer: work ? unitName(network, { layer: work.layer, index: 0 }).replace(/\.?\d+$/u, '') : '',
        ready: work ? `${work.ready}/${work.asked}` : '',
      },
      who: words?.who ?? t('relay.projector.home'),
      ready: words?.ready ?? '',
      corrected: correctedWords(run, seen),
    },
  ];
}

/** Teams in the order of their letters, independent of the order of messages. */
const inOrder = ({ runs }: PublicView): RunView[] =>
  Object.values(runs).toSorted((a, b) => compareTeams(a.id, b.id));

/** Rows up to which whole sentences fit. */
const MOST_SENTENCES = 3;

/** Number of tiles above which names stand over the rest of a tile. */
const MOST_WIDE_TILES = 8;

/** Columns of tiles such that all of them fit, as large as possible. */
function columnsFor(count: number): number {
  if (count <= MOST_WIDE_TILES) return 2;
  return count <= 18 ? 3 : 4;
}

function Sentence({ name, who, ready, corrected }: Omit<Row, 'key'>) {
  return (
    <li>
      <b>{name}</b>
      <span>
        {ready === '' && <CheckIcon />}
        {who}
      </span>
      <span class="digits muted">{ready}</span>
      {corrected !== '' && <span class={cx(shared.tagCorrected, styles.tagCorrected)}>{corrected}</span>}
    </li>
  );
}

/** Tile of one lane, readable from the last row: name, layer whose turn it is, number of answers. */
function Tile({ name, short, who, ready, corrected }: Omit<Row, 'key'>) {
  const isHome = short.ready === '';
  return (
    <li class={cx(styles.laneTile, isHome && styles.isHome)}>
      <span class="visually-hidden">
        {[name, who, ready, corrected].filter((words) => words !== '').join('. ')}
      </span>
      <b aria-hidden="true">{short.name}</b>
      <span class={styles.laneLayer} aria-hidden="true">
        {isHome ? <CheckIcon /> : short.layer}
      </span>
      <span class="digits" aria-hidden="true">
        {short.ready}
      </span>
    </li>
  );
}

const rowsOf = (view: PublicView): Row[] => {
  const runs = inOrder(view);
  return runs.flatMap((run) =>
    Array.from({ length: run.lanes }, (_, lane) => rowOf(view, run, lane, runs.length > 1)).flat(),
  );
};

/** Decides whether lanes are drawn as tiles, which take the room of the side column. */
export const isCrowded = (view: PublicView): boolean => rowsOf(view).length > MOST_SENTENCES;

/** Progress of the lanes in a relay: layer whose turn it is, number of answers, corrections. Names nobody. */
export function Lanes({ view }: { readonly view: PublicView }) {
  const rows = rowsOf(view);
  if (rows.length === 0) return null;
  const isForward = inOrder(view)[0]!.phase === 'forward';
  return (
    <section
      class={cx(
        shared.card,
        styles.bigLanes,
        rows.length > MOST_SENTENCES && styles.isCrowd,
        rows.length > MOST_WIDE_TILES && styles.isMany,
      )}
    >
      <h2>{t(isForward ? 'relay.projector.numbers' : 'relay.projector.lanes')}</h2>
      <ul style={{ '--columns': columnsFor(rows.length) }}>
        {rows
          .slice(0, MOST_ROWS)
          .map(({ key, ...row }) =>
            rows.length > MOST_SENTENCES ? <Tile key={key} {...row} /> : <Sentence key={key} {...row} />,
          )}
      </ul>
      {rows.length > MOST_ROWS && (
        <p class="muted">{t('relay.projector.more', { count: rows.length - MOST_ROWS })}</p>
      )}
    </section>
  );
}

/** Lanes completed without a miss, shown from the reveal on. */
export function CleanLanes({ view }: { readonly view: PublicView }) {
  const runs = inOrder(view);
  const names = runs.flatMap((run) =>
    Array.from({ length: run.lanes }, (_, lane) => lane)
      .filter((lane) => view.lanes[`${run.id}/${lane}`]?.clean)
      .flatMap((lane) => rowOf(view, run, lane, runs.length > 1).map(({ name }) => name)),
  );
  if (names.length === 0) return null;
  return (
    <p class={cx(shared.card, styles.bigClean)} data-testid="clean-lanes">
      <b>{t('relay.clean.heading')}</b>{' '}
      {names.length > MOST_NAMES
        ? t('relay.projector.cleanMany', { count: names.length })
        : names.join(' · ')}
    </p>
  );
}
