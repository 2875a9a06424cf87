import type { Network, Sample } from '../../maths/network.ts';
import { allUnits, edgesInto } from '../../maths/unit.ts';
import { inseparableMistakes } from './explainNumber.ts';
import { factsOf } from '../facts.ts';
import { numberPart } from '../kinds/contribution.ts';
import type { MistakeId } from '../question.ts';
import { situationOf } from '../situation.ts';

/** What a network can and cannot tell, before any training. */
export interface Analysis {
  /** Questions looked at: every weight, for every sample. */
  readonly questions: number;
  /** Those among them whose numbers grow beyond what can be computed with: the network cannot be played. */
  readonly overflowing: number;
  /** In how many of them a mistake gives a right answer all the same; most frequent first, those in none left out. */
  readonly inseparable: readonly { readonly id: MistakeId; readonly questions: number }[];
}

/** Of a large file, the first so many say enough; all of them would keep a page busy for seconds. */
const MOST_QUESTIONS = 2_000;

/** Asks every question that a network and its data hold, and counts the mistakes that could not show in it. */
export function analyse(network: Network, data: readonly Sample[]): Analysis {
  const edges = allUnits(network).flatMap((unit) => edgesInto(network, unit));
  const samples = data.slice(0, Math.max(1, Math.floor(MOST_QUESTIONS / edges.length)));
  const counts = new Map<MistakeId, number>();
  let questions = 0;
  let overflowing = 0;
  for (const sample of samples) {
    const situation = situationOf(network, sample);
    for (const edge of edges) {
      questions++;
      const facts = factsOf(situation, edge);
      if (!Number.isFinite(facts.G)) overflowing++;
      for (const id of inseparableMistakes(numberPart(facts, 'G'))) {
        counts.set(id, (counts.get(id) ?? 0) + 1);
      }
    }
  }
  return {
    questions,
    overflowing,
    inseparable: [...counts]
      .map(([id, count]) => ({ id, questions: count }))
      .sort((a, b) => b.questions - a.questions),
  };
}
