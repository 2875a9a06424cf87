import { addUpCounts, type MistakeCount } from '@relay/shared/question/diagnosis/mistakesMade';
import type { MistakeId } from '@relay/shared/question/question';
import type { HostRow, PublicView } from '@relay/shared/referee/view';

/** Mistakes and rounds shown at most: what a glance takes in. */
const MISTAKES_SHOWN = 8;
const ROUNDS_SHOWN = 8;

/** Mistakes by rounds: one row a mistake, most frequent first. */
export interface MistakeRounds {
  /** Rounds, the present one last. */
  readonly rounds: readonly number[];
  readonly rows: readonly {
    readonly ids: MistakeCount['ids'];
    /** Number of players who made it, by round. */
    readonly players: readonly number[];
  }[];
}

/** Mistakes of the present round: all of them once it is revealed, before that those that the newest answers show. */
function presentMistakes(view: PublicView, rows: Readonly<Record<string, HostRow>>): MistakeCount[] {
  const revealed = Object.values(view.runs).flatMap(({ mistakes }) => mistakes ?? []);
  if (revealed.length > 0) return addUpCounts(revealed);
  return addUpCounts(
    Object.values(rows).flatMap(({ mistakes }) => mistakes.map((ids) => ({ ids, players: 1 }))),
  );
}

/** Table of the mistakes made in the last rounds. */
export function mistakeRounds(view: PublicView, rows: Readonly<Record<string, HostRow>>): MistakeRounds {
  const present = Math.max(0, ...Object.values(view.runs).map(({ round }) => round));
  const byRound = new Map<number, readonly MistakeCount[]>([
    ...Object.entries(view.mistakes).map(([round, counts]) => [Number(round), counts] as const),
    [present, presentMistakes(view, rows)],
  ]);
  const rounds = [...byRound.keys()].toSorted((a, b) => a - b).slice(-ROUNDS_SHOWN);
  const counted = new Map<MistakeId, Map<number, number>>();
  for (const round of rounds)
    for (const { ids, players } of byRound.get(round)!)
      counted.set(ids[0], (counted.get(ids[0]) ?? new Map<number, number>()).set(round, players));
  const all = addUpCounts(rounds.flatMap((round) => byRound.get(round)!)).slice(0, MISTAKES_SHOWN);
  return {
    rounds,
    rows: all.map(({ ids }) => ({
      ids,
      players: rounds.map((round) => counted.get(ids[0])!.get(round) ?? 0),
    })),
  };
}
