import { table } from '../../../shared/bench/support.ts';
import type { RoundFigures } from '../run/figures.ts';
import { type Layout, LAYOUTS } from '../run/layouts.ts';
import type { SubjectName } from '../subjects/subject.ts';
import type { Measured } from './serverTables.ts';

/** Figures beside what they are to reach; printed, never passed or failed. */

const JOURNAL = 'bare + journal';
const KB = 1_000;

interface Row {
  readonly what: string;
  readonly value: number | undefined;
  readonly toReach: string;
}

/** Rows of one layout; `of` finds the medians of a subject in a layout, if it was measured. */
type Find = (layout: Layout, subject: SubjectName) => Measured['median'] | undefined;

const over = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined || b === undefined ? undefined : a / b;

function cpuRows(layout: Layout, reference: Layout, find: Find): Row[] {
  const cpu = (one: Layout, subject: SubjectName, round: number): number | undefined =>
    find(one, subject)?.rounds[round]!.answering.cpuUs;
  return [0, 1].map((round) => {
    const played = round === 0 ? 'first round' : 'second round';
    return layout === reference
      ? {
          what: `${layout.name}: CPU an answer ÷ ${JOURNAL}, ${played}`,
          value: over(cpu(layout, 'ours', round), cpu(layout, JOURNAL, round)),
          toReach: '≤ 1.5',
        }
      : {
          what: `${layout.name}: CPU an answer ÷ ours at ${reference.name}, ${played}`,
          value: over(cpu(layout, 'ours', round), cpu(reference, 'ours', round)),
          toReach: '≤ 1.3',
        };
  });
}

function longestLag({ opening, answering, closing }: RoundFigures): number {
  return Math.max(answering.lagMs, opening?.lagMs ?? 0, closing?.lagMs ?? 0);
}

function rowsOf(layout: Layout, reference: Layout, find: Find): Row[] {
  const ours = find(layout, 'ours');
  if (!ours) return [];
  const { answering, round } = ours.rounds[1]!;
  const others = find(layout, JOURNAL)?.rounds[1]!.answering;
  const p99 =
    layout === reference
      ? { what: `p99 ÷ ${JOURNAL}`, value: over(answering.p99Ms, others?.p99Ms), toReach: '≤ 2' }
      : { what: 'p99, ms', value: answering.p99Ms, toReach: '≤ 50' };
  const rows: Row[] = [
    { what: 'kB in the answering second', value: answering.received.bytes / KB, toReach: '≤ 0.5' },
    { what: 'messages in the answering second', value: answering.received.messages, toReach: '≤ 6' },
    { what: 'kB in a whole round', value: over(round?.bytes, KB), toReach: '≤ 12' },
    p99,
    { what: 'joins/s', value: ours.joinsPerS, toReach: '≥ 1,000' },
    { what: 'kB RSS a player', value: ours.rssPerPlayer / KB, toReach: '≤ 40' },
    { what: 'longest loop lag while joining, ms', value: ours.joinLagMs, toReach: '≤ 50' },
    {
      what: 'longest loop lag in a round, ms',
      value: Math.max(...ours.rounds.map(longestLag)),
      toReach: '≤ 50',
    },
  ];
  const named = rows.map(({ what, ...row }) => ({ what: `${layout.name}: ${what}`, ...row }));
  return [...cpuRows(layout, reference, find), ...named];
}

export function targetsTable(all: readonly Measured[]): string {
  const layouts = [...new Set(all.map(({ layout }) => layout))];
  const reference = layouts.find(({ name }) => name === LAYOUTS[0]!.name) ?? layouts[0]!;
  const find: Find = (layout, subject) =>
    all.find((one) => one.layout === layout && one.subject === subject)?.median;
  const rows = layouts.flatMap((layout) => rowsOf(layout, reference, find));
  const written = (value: number | undefined): string =>
    value === undefined ? '–' : value < 100 ? value.toFixed(2) : value.toFixed(0);
  return table(
    ['ours', 'measured', 'to reach'],
    rows.map(({ what, value, toReach }) => [what, written(value), toReach]),
  );
}
