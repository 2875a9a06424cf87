import { writeContribution } from '../../receipt/writeBackward.ts';
import { type Facts, factsOf } from '../facts.ts';
import type { ChoicePart } from '../gradedPart.ts';
import { isInside } from '../numbers/interval.ts';
import { noSuchPart, type QuestionModule } from '../kind.ts';
import { valueOf } from '../numbers/expression.ts';
import { mistakenWorkings, partExpression } from '../mistakes/contribution.ts';
import { CONTRIBUTION_RULES } from '../mistakes/rules.ts';
import type { Working } from '../mistakes/working.ts';
import { arrivalPlace, ownInput, ownValve } from '../mistakes/places.ts';
import type { EdgeRef } from '../../maths/unit.ts';
import type { Situation } from '../situation.ts';
import type { Mistake, MistakeId } from '../question.ts';
import { type Question, type Term, TERMS, type WrittenWorking } from '../question.ts';
import { edgeSubjects, factsOfQuestion, numberPart } from './contribution.ts';

declare module '../question.ts' {
  interface QuestionKinds {
    readonly debug: true;
  }
}

/** Finds the term of a set of three that a mistaken working has wrong. */
function wrongTerm({ S, slope, x }: Working): Term {
  if (S !== undefined) return 'S';
  if (slope !== undefined) return 'slope';
  return x === undefined ? 'product' : 'input';
}

/** Replaces −0 by 0, as in a journal: JSON has no −0. */
const plain = (value: number): number => value + 0;

/** Writes a working down with its result. A term that was left out is null. */
function written(facts: Facts, working: Working): WrittenWorking {
  const { S, slope, x } = working;
  const product = partExpression(facts, working, 'G');
  return {
    S: plain(S === undefined ? (facts.arriving ?? facts.delta) : valueOf(S)),
    slope: slope === undefined ? facts.slope : slope && plain(valueOf(slope)),
    input: x === undefined ? facts.x : x && plain(valueOf(x)),
    product: plain(product ? valueOf(product) : facts.G),
  };
}

/** Writes the right set of three of a weight. */
export function rightWorking(situation: Situation, edge: EdgeRef): WrittenWorking {
  return written(factsOf(situation, edge), {});
}

/** Lists the wrong workings that can be told from the right one at this weight. */
function slips(facts: Facts): Working[] {
  const { accepted } = numberPart(facts, 'G');
  return mistakenWorkings(facts).filter((working) => !isInside(written(facts, working).product!, accepted));
}

/** Finds the term in which the working differs from the true one; the product only where all terms are right. */
function termOf(facts: Facts, working: WrittenWorking): Term {
  const right = written(facts, {});
  const terms: readonly Term[] = ['S', 'slope', 'input'];
  return terms.find((term) => working[term] !== right[term]) ?? 'product';
}

function workingOf({ given }: Question): WrittenWorking {
  if (given?.type !== 'working') throw new RangeError('a question of the kind debug shows a working');
  return given.working;
}

/** Explains a chosen term that is right: the place of its value. */
function explain(facts: Facts, chosen: string): Mistake {
  if (chosen === 'product') return { id: 'product-follows', place: arrivalPlace(facts) };
  const place = chosen === 'slope' ? ownValve : chosen === 'input' ? ownInput : arrivalPlace;
  return { id: 'term-right', place: place(facts) };
}

/** Writes the set of three of a given mistake, with its wrong term; undefined where the mistake cannot show. */
export function slipOf(
  situation: Situation,
  edge: EdgeRef,
  mistake: MistakeId,
): { readonly working: WrittenWorking; readonly term: Term } | undefined {
  const facts = factsOf(situation, edge);
  const rule = CONTRIBUTION_RULES.find(({ id }) => id === mistake);
  const known = slips(facts);
  const made = rule?.workings(facts).find((one) => known.some((slip) => isSameWorking(facts, slip, one)));
  if (!made) return undefined;
  const working = written(facts, made);
  return { working, term: termOf(facts, working) };
}

function isSameWorking(facts: Facts, a: Working, b: Working): boolean {
  return JSON.stringify(written(facts, a)) === JSON.stringify(written(facts, b));
}

/** The debug question: a wrong working is shown, its wrong term is asked. */
export const debug: QuestionModule = {
  kind: 'debug',
  seatScope: 'all',
  way: 'backward',
  partKinds: ['term'],
  showsGradients: true,
  subjects: edgeSubjects,
  build: (situation, { unit, edge }, { sample, draw }) => {
    const facts = factsOf(situation, edge!);
    const all = slips(facts);
    // The term is drawn before the slip: otherwise terms with many possible slips would dominate.
    const terms = TERMS.filter((term) => all.some((working) => wrongTerm(working) === term));
    const term = terms[Math.floor(draw('term') * terms.length)];
    const those = all.filter((working) => wrongTerm(working) === term);
    const working = those[Math.floor(draw('slip') * those.length)] ?? {};
    const given = { type: 'working', working: written(facts, working) } as const;
    return { kind: 'debug', unit, edge, sample, parts: ['term'], given };
  },
  truth: (situation, question) => ({
    term: termOf(factsOfQuestion(situation, question), workingOf(question)),
  }),
  judgedBy: () => [],
  part: (situation, question, part): ChoicePart => {
    if (part !== 'term') throw noSuchPart('debug', part);
    const facts = factsOfQuestion(situation, question);
    const truth = termOf(facts, workingOf(question));
    return { type: 'choice', truth, options: TERMS, explain: (chosen) => [explain(facts, chosen)] };
  },
  writeReceipt: writeContribution,
};
