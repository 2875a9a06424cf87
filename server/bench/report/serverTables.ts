import { table } from '../../../shared/bench/support.ts';
import type { Received, RunFigures } from '../run/figures.ts';
import type { Layout } from '../run/layouts.ts';
import type { SubjectName } from '../subjects/subject.ts';

/** Medians of one subject in one layout. */
export interface Measured {
  readonly layout: Layout;
  readonly subject: SubjectName;
  readonly median: RunFigures;
}

const NONE = '–';
const KB = 1_000;

const whole = (value: number): string => Math.round(value).toLocaleString('en');
const short = (value: number): string => (value < 10 ? value.toFixed(1) : whole(value));
const kb = ({ bytes }: Received): string => (bytes < KB ? (bytes / KB).toFixed(2) : short(bytes / KB));
const kbOr = (received: Received | undefined): string => (received ? kb(received) : NONE);
const caseOf = ({ layout, subject }: Measured): string => `${layout.name}, ${subject}`;

function answeringRow(measured: Measured): string[] {
  const [first, second] = measured.median.rounds.map(({ answering }) => answering);
  return [
    caseOf(measured),
    `${whole(first!.cpuUs)} / ${whole(first!.cpuWithAfterUs)}`,
    `${whole(second!.cpuUs)} / ${whole(second!.cpuWithAfterUs)}`,
    whole(second!.mainThreadCpuUs),
    `${kb(second!.received)}, ${short(second!.received.messages)}`,
    `${kb(second!.receivedWithAfter)}, ${short(second!.receivedWithAfter.messages)}`,
    `${short(second!.p50Ms)} / ${short(second!.p99Ms)}`,
    short(second!.lagMs),
  ];
}

function roundRow(measured: Measured): string[] {
  const { joinsPerS, joinLagMs, joinReceived, rssPerPlayer, heapPerPlayer, rounds } = measured.median;
  const second = rounds[1]!;
  const { opening, closing } = second;
  return [
    caseOf(measured),
    whole(joinsPerS),
    `${short(rssPerPlayer / KB)} / ${short(heapPerPlayer / KB)}`,
    kb(joinReceived),
    kbOr(opening?.received),
    kbOr(second.round),
    [joinLagMs, opening?.lagMs, closing?.lagMs]
      .map((ms) => (ms === undefined ? NONE : short(ms)))
      .join(' / '),
    opening && closing ? `${whole(opening.cpuMs)} / ${whole(closing.cpuMs)}` : NONE,
  ];
}

/** The answering second; the rest of a round, and joining. */
export function serverTables(all: readonly Measured[]): string {
  const answering = table(
    [
      'answering second',
      'CPU µs an answer, to the last / with 2 s after: first round',
      'second round',
      'on the main thread',
      'kB, messages a player',
      'with 2 s after',
      'p50 / p99 ms',
      'loop lag, ms',
    ],
    all.map(answeringRow),
  );
  const rounds = table(
    [
      'joining, and a whole round',
      'joins/s',
      'kB RSS / heap a player',
      'kB a player, joining',
      "at a round's start",
      'in a whole round',
      'loop lag, ms: joining / opening / closing',
      'CPU ms: opening / closing',
    ],
    all.map(roundRow),
  );
  return `${answering}\n\n${rounds}`;
}
