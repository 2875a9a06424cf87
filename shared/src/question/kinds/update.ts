import { writeUpdate } from '../../receipt/writeBackward.ts';
import { type Facts, factsOf } from '../facts.ts';
import type { ChoicePart, NumberPart } from '../gradedPart.ts';
import { acceptedAfterStep } from '../numbers/accepted.ts';
import { decimalsFor } from '../decimalsFor.ts';
import type { Expression } from '../numbers/expression.ts';
import {
  AS_ASKED,
  asDisplayed,
  exactly,
  type Interval,
  minus,
  type Rounding,
  times,
} from '../numbers/interval.ts';
import { noSuchPart, type QuestionModule } from '../kind.ts';
import { pairsOf } from '../mistakes/pairs.ts';
import { candidatesOf } from '../mistakes/rule.ts';
import { UPDATE_RULES } from '../mistakes/rules.ts';
import { type UpdateWorking, writeUpdate as writeStep } from '../mistakes/updateWorking.ts';
import { edgePlace } from '../mistakes/places.ts';
import { type Direction, DIRECTIONS } from '../part.ts';
import type { Mistake, Truth } from '../question.ts';
import { edgeSubjects, factsOfQuestion } from './contribution.ts';

declare module '../question.ts' {
  interface QuestionKinds {
    readonly update: true;
  }
}

function directionOf({ G }: Facts): Direction {
  return G < 0 ? 'up' : G > 0 ? 'down' : 'stay';
}

/** Explains a wrong direction: with the gradient, staying in spite of one, or moving without one. */
function explain(facts: Facts, chosen: string): Mistake {
  const place = edgePlace(facts.network, facts.edge);
  if (directionOf(facts) === 'stay') return { id: 'step-from-nothing', place };
  return { id: chosen === 'stay' ? 'step-missing' : 'step-added', place };
}

function directionPart(facts: Facts): ChoicePart {
  return {
    type: 'choice',
    truth: directionOf(facts),
    options: DIRECTIONS,
    explain: (chosen) => [explain(facts, chosen)],
  };
}

function nextPart(facts: Facts): NumberPart {
  const { network, w, G } = facts;
  const step = network.learningRate * G;
  const truth = w - step;
  const stepIn = ({ shown, written }: Rounding): Interval =>
    written(times(exactly(network.learningRate), shown(G)));
  const reach = (rounding: Rounding): Interval =>
    rounding.written(minus(rounding.shown(w), stepIn(rounding)));
  // Rounding the new weight can hide the step.
  const unrounded = minus(asDisplayed(w), stepIn(AS_ASKED));
  const write = (working: UpdateWorking): Expression => writeStep(facts, working);
  return {
    type: 'number',
    truth,
    reach,
    honest: reach(AS_ASKED),
    unrounded,
    accepted: acceptedAfterStep(truth, step, unrounded),
    decimals: decimalsFor(network, ['next'], { next: truth, G }).next!,
    // Two weights that lie close together are as far apart as their steps are.
    sizeOf: (value) => Math.min(Math.abs(value), Math.max(Math.abs(value - w), Math.abs(step))),
    carried: () => [],
    working: () => write({}),
    candidates: () => candidatesOf(UPDATE_RULES, facts, truth, write),
    pairs: () => pairsOf(UPDATE_RULES, facts, write),
  };
}

/** The update question: the direction and the next weight, with a given gradient. */
export const update: QuestionModule = {
  kind: 'update',
  seatScope: 'all',
  way: 'backward',
  partKinds: ['direction', 'next'],
  showsGradients: true,
  subjects: edgeSubjects,
  build: (situation, { unit, edge }, { sample }) => ({
    kind: 'update',
    unit,
    edge,
    sample,
    parts: ['direction', 'next'],
    given: { type: 'gradient', G: factsOf(situation, edge!).G },
  }),
  truth: (situation, question): Truth => {
    const facts = factsOfQuestion(situation, question);
    return { direction: directionOf(facts), next: nextPart(facts).truth, G: facts.G };
  },
  judgedBy: () => ['next'],
  part: (situation, question, part) => {
    const facts = factsOfQuestion(situation, question);
    if (part === 'direction') return directionPart(facts);
    if (part === 'next') return nextPart(facts);
    throw noSuchPart('update', part);
  },
  writeReceipt: writeUpdate,
};
