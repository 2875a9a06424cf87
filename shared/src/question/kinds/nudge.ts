import { writeNudge } from '../../receipt/writeBackward.ts';
import { type Facts, factsOf } from '../facts.ts';
import type { NumberPart } from '../gradedPart.ts';
import { type Interval, rounded } from '../numbers/interval.ts';
import { NUDGE_STEP, nudgedLoss } from '../nudgedLoss.ts';
import { noSuchPart, type QuestionModule } from '../kind.ts';
import type { NudgeFacts } from '../mistakes/entry.ts';
import { NUDGE_RULES } from '../mistakes/rules.ts';
import { edgeSubjects, factsOfQuestion } from './contribution.ts';
import { standalonePart } from './standalonePart.ts';
import type { Situation } from '../situation.ts';

declare module '../question.ts' {
  interface QuestionKinds {
    readonly nudge: true;
  }
}

/** Relative deviation allowed for reading off a difference of two losses and rounding on the way. */
const READING = 0.05;

/** Losses that the lever shows, with the facts of its weight. */
function notches(situation: Situation, facts: Facts): NudgeFacts {
  const at = (shift: number): number => nudgedLoss(situation, facts, shift);
  return { facts, down: at(-NUDGE_STEP), here: at(0), up: at(NUDGE_STEP), step: NUDGE_STEP };
}

/** Difference quotients of E one notch up, one notch down and across, and the slope itself. */
function quotients({ down, here, up, step, facts }: NudgeFacts): number[] {
  return [(up - here) / step, (here - down) / step, (up - down) / (2 * step), facts.G];
}

function estimatePart(situation: Situation, facts: Facts): NumberPart {
  const read = notches(situation, facts);
  const all = quotients(read);
  const honest = rounded([Math.min(...all), Math.max(...all)]);
  const reading = READING * Math.max(...all.map(Math.abs));
  // Every difference quotient of the lever is an acceptable estimate.
  const accepted: Interval = [Math.min(...all) - reading, Math.max(...all) + reading];
  return standalonePart(facts.G, honest, { rules: NUDGE_RULES, classes: [], facts: read }, accepted);
}

/** The nudge question: estimate the slope of E from losses at small steps of the weight. */
export const nudge: QuestionModule = {
  kind: 'nudge',
  seatScope: 'all',
  way: 'backward',
  partKinds: ['estimate'],
  showsGradients: true,
  subjects: edgeSubjects,
  build: (_, { unit, edge }, { sample }) => ({
    kind: 'nudge',
    unit,
    edge,
    sample,
    parts: ['estimate'],
    given: null,
  }),
  truth: (situation, question) => {
    const { G } = factsOfQuestion(situation, question);
    return { estimate: G, G };
  },
  judgedBy: () => ['estimate'],
  part: (situation, question, part) => {
    if (part !== 'estimate') throw noSuchPart('nudge', part);
    return estimatePart(situation, factsOf(situation, question.edge!));
  },
  writeReceipt: writeNudge,
};
