import { addUpCounts, type EitherMistake } from '@relay/shared/question/diagnosis/mistakesMade';
import type { PartKind } from '@relay/shared/question/question';
import { partKind } from '@relay/shared/question/question';
import type { PlayerView } from '@relay/shared/referee/view';

/** Results of one kind of part: times asked, times right, times right at the first try. */
interface Strength {
  readonly part: PartKind;
  readonly asked: number;
  readonly right: number;
  readonly atOnce: number;
}

export interface OwnResults {
  readonly rounds: number;
  /** Number of rounds with every part right at the first try. */
  readonly clean: number;
  /** Strengths, best first. */
  readonly strengths: readonly Strength[];
  /** Mistakes with the number of rounds they occurred in, most frequent first. */
  readonly mistakes: readonly { readonly ids: EitherMistake; readonly rounds: number }[];
}

/** Adds up the record of an own run. */
export function resultsFrom(record: PlayerView['record']): OwnResults {
  const strengths = new Map<PartKind, Strength>();
  for (const { parts } of record) {
    for (const { part, tries, right } of parts) {
      const kind = partKind(part);
      const before = strengths.get(kind) ?? { part: kind, asked: 0, right: 0, atOnce: 0 };
      strengths.set(kind, {
        part: kind,
        asked: before.asked + 1,
        right: before.right + (right ? 1 : 0),
        atOnce: before.atOnce + (right && tries === 1 ? 1 : 0),
      });
    }
  }
  return {
    rounds: record.length,
    clean: record.filter(({ parts }) => parts.every(({ tries, right }) => right && tries === 1)).length,
    strengths: [...strengths.values()].sort((a, b) => b.atOnce / b.asked - a.atOnce / a.asked),
    mistakes: addUpCounts(record.flatMap(({ mistakes }) => mistakes.map((ids) => ({ ids, players: 1 })))).map(
      ({ ids, players }) => ({ ids, rounds: players }),
    ),
  };
}
