import type { Network, Sample } from '../../maths/network.ts';
import { allUnits, edgesInto } from '../../maths/unit.ts';
import { inseparableMistakes } from './explainNumber.ts';
import { factsOf } from '../facts.ts';
import { numberPart } from '../kinds/contribution.ts';
import type { MistakeId } from '../question.ts';
import { situationOf } from '../situation.ts';

/** Mistakes that a network cannot tell from right answers, counted before any training. */
export interface Analysis {
  /** Number of questions analysed: every weight, for every sample, up to MOST_QUESTIONS. */
  readonly questions: number;
  /** For each mistake, the number of questions in which it gives a right answer; most frequent first, zeros left out. */
  readonly inseparable: readonly { readonly id: MistakeId; readonly questions: number }[];
}

/** Upper limit of analysed questions: all questions of a large file would block a page for seconds. */
const MAX_QUESTIONS = 2_000;

/** Analyses every question that a network and its data hold, and counts the mistakes that cannot show in it. */
export function analyseNetwork(network: Network, data: readonly Sample[]): Analysis {
  const edges = allUnits(network).flatMap((unit) => edgesInto(network, unit));
  const samples = data.slice(0, Math.max(1, Math.floor(MAX_QUESTIONS / edges.length)));
  const counts = new Map<MistakeId, number>();
  let questions = 0;
  for (const sample of samples) {
    const situation = situationOf(network, sample);
    for (const edge of edges) {
      questions++;
      const facts = factsOf(situation, edge);
      for (const id of inseparableMistakes(numberPart(facts, 'G'))) {
        counts.set(id, (counts.get(id) ?? 0) + 1);
      }
    }
  }
  return {
    questions,
    inseparable: [...counts]
      .map(([id, count]) => ({ id, questions: count }))
      .sort((a, b) => b.questions - a.questions),
  };
}
