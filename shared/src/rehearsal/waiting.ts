import { outputLayer } from '../maths/network.ts';
import type { Event } from '../referee/event.ts';
import { evolve } from '../referee/evolve.ts';
import { progressOf } from '../referee/progress.ts';
import type { Run } from '../referee/run.ts';
import type { Session } from '../referee/state.ts';

/** Which seats are looked at together. */
export type WaitingKind = 'output' | 'hidden' | 'all';

/** How long people who were done waited for the reveal. */
export interface Waiting {
  readonly kind: WaitingKind;
  /** Questions that were asked, and of them those that were done before the reveal. */
  readonly asked: number;
  readonly done: number;
  /** Of those that were done; null when there were none. */
  readonly meanMs: number | null;
  readonly medianMs: number | null;
  readonly longestMs: number | null;
}

interface Wait {
  readonly isOutput: boolean;
  /** null: was not done. */
  readonly ms: number | null;
}

/**
 * From when a player's last part was done (right, or out of tries) until its round was revealed, over a whole log.
 *
 * @param log  of one session, from its first event; a round without a reveal does not count
 * @returns one row a kind of seat, then all of them; times in ms
 */
export function waitingIn(log: readonly Event[]): readonly Waiting[] {
  const waits: Wait[] = [];
  const doneAt = new Map<string, number>();
  let session: Session | null = null;
  for (const event of log) {
    if (event.type === 'roundRevealed') {
      const run = session!.runs[event.run]!;
      waits.push(...waitsOf(run, doneAt, event.at));
    }
    session = evolve(session, event);
    if (event.type === 'answerGraded') {
      const run = session.runs[event.run]!;
      const seat = run.seats.find(({ player }) => player === event.player);
      if (seat && progressOf(run, seat) === 'done') doneAt.set(keyOf(run, event.player), event.at);
    }
  }
  return [
    summed(
      'output',
      waits.filter(({ isOutput }) => isOutput),
    ),
    summed(
      'hidden',
      waits.filter(({ isOutput }) => !isOutput),
    ),
    summed('all', waits),
  ];
}

const keyOf = ({ id, round }: Run, player: string): string => `${id}/${round}/${player}`;

function waitsOf(run: Run, doneAt: ReadonlyMap<string, number>, revealedAt: number): Wait[] {
  return run.seats.flatMap(({ player, question, unit }) => {
    if (player === null || !question) return [];
    const at = doneAt.get(keyOf(run, player));
    const isOutput = unit.layer === outputLayer(run.network);
    return [{ isOutput, ms: at === undefined ? null : revealedAt - at }];
  });
}

function summed(kind: WaitingKind, waits: readonly Wait[]): Waiting {
  const times = waits
    .map(({ ms }) => ms)
    .filter((ms) => ms !== null)
    .sort((a, b) => a - b);
  const middle = (times.length - 1) / 2;
  const some = times.length > 0;
  return {
    kind,
    asked: waits.length,
    done: times.length,
    meanMs: some ? times.reduce((sum, ms) => sum + ms, 0) / times.length : null,
    medianMs: some ? (times[Math.floor(middle)]! + times[Math.ceil(middle)]!) / 2 : null,
    longestMs: times.at(-1) ?? null,
  };
}
