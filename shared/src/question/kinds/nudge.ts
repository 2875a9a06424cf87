import { writeNudge } from '../../receipt/writeBackward.ts';
import { type Facts, factsOf } from '../facts.ts';
import type { NumberPart } from '../gradedPart.ts';
import { type Interval, ROUNDED, type Rounding } from '../numbers/interval.ts';
import { NOTCHES, NUDGE_STEP, nudgedLoss, readingDecimals } from '../nudgedLoss.ts';
import { noSuchPart, type QuestionModule } from '../kind.ts';
import type { NudgeFacts } from '../mistakes/partFacts.ts';
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
function leverOf(situation: Situation, facts: Facts): NudgeFacts {
  const losses = new Map<number, number>();
  const at = (notch: number): number => {
    const E = losses.get(notch) ?? nudgedLoss(situation, facts, notch * NUDGE_STEP);
    losses.set(notch, E);
    return E;
  };
  return { facts, down: at(-1), here: at(0), up: at(1), step: NUDGE_STEP, at };
}

/** Difference quotients of E one notch up, one notch down and across, and the slope itself. */
function quotients({ down, here, up, step, facts }: NudgeFacts): number[] {
  return [(up - here) / step, (here - down) / step, (up - down) / (2 * step), facts.G];
}

/** Largest error of a difference of two losses as the lever shows them: half a unit of the last decimal each. */
const readingError = (lever: NudgeFacts): number => 10 ** -readingDecimals(lever);

/** Tells whether a value is a difference quotient of E, as the lever gives it, but not one right beside the weight. */
function isLongQuotient(lever: NudgeFacts, value: number): boolean {
  const { at, step } = lever;
  const notches = Array.from({ length: 2 * NOTCHES + 1 }, (_, i) => i - NOTCHES);
  return notches.some((to) =>
    notches.some((from) => {
      if (to <= from || (from >= -1 && to <= 1)) return false;
      const way = (to - from) * step;
      const quotient = (at(to) - at(from)) / way;
      const slack = readingError(lever) / way + ROUNDED * Math.abs(quotient);
      return Math.abs(value - quotient) <= slack;
    }),
  );
}

function estimatePart(situation: Situation, facts: Facts): NumberPart {
  const lever = leverOf(situation, facts);
  const { step } = lever;
  const all = quotients(lever);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const reading = readingError(lever) / step;
  const slack = READING * Math.max(...all.map(Math.abs)) + reading;
  // Every difference quotient of one notch is an acceptable estimate, as it is read off.
  const accepted: Interval = [low - slack, high + slack];
  const reach = ({ written }: Rounding): Interval => written([low, high]);
  return {
    ...standalonePart(facts.G, reach, { rules: NUDGE_RULES, facts: lever }, accepted),
    isLongStep: (value) => isLongQuotient(lever, value),
  };
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
