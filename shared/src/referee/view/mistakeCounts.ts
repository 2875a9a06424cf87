import type { MistakeId } from '../../question/question.ts';
import type { Run } from '../round/run.ts';

/** Number of players of a round who made a mistake. */
export interface MistakeCount {
  readonly id: MistakeId;
  readonly players: number;
}

/** Mistakes of a round, most frequent first. A player counts once for a mistake, even when repeating it. */
export function countMistakes(run: Run): MistakeCount[] {
  const counts = new Map<MistakeId, number>();
  for (const { verdicts } of Object.values(run.answers)) {
    const made = Object.values(verdicts).flatMap((verdict) =>
      verdict.outcome === 'wrong' ? (verdict.mistakes[0]?.id ?? []) : [],
    );
    for (const id of new Set(made)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts].map(([id, players]) => ({ id, players })).sort((a, b) => b.players - a.players);
}
