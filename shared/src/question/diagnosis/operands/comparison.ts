import { type Expression, num, product, sizeOf, valueOf } from '../../numbers/expression.ts';
import { evaluate, type Typed } from '../../numbers/typed.ts';
import { productOfTyped, type TypedFactor, type TypedProduct, withOpenSign } from './typedProduct.ts';
import { productForms, type WorkedFactor, type WorkedProduct } from './workedProduct.ts';

/** Relative rounding of a displayed operand: 4 significant figures, a little more than half a unit of the last. */
export const DISPLAY_ROUNDING = 0.0006;
/** Limit of comparison steps for one working, for networks in which many numbers are alike. */
const MAX_STEPS = 2_000;
/** Limit of numbers in an expression that is compared; the longest working of a unit among 12 has some 50. */
const MAX_NUMBERS = 80;
/** Limit of comparison steps for all mistakes of an answer: nobody else may wait for a long expression. */
export const MAX_STEPS_OF_ALL = 15_000;

/** Strictness of a comparison. */
export interface Rules {
  /** Figures that a typed number counts as at least. */
  readonly fewest: number;
  /** Relative rounding of a typed number that stands for several factors. */
  readonly intermediate: number;
  /** Every factor needs its own sign; else only the product does. */
  readonly isSigned: boolean;
  /** Largest deviation of a value that is looked at, relative to its size without cancelling. */
  readonly maxDeviation: number;
}

/** Comparison steps that are left. */
export interface Steps {
  left: number;
}

/** Comparison of one working: its rules, and the steps that are left for it and for all. */
interface StepBudget {
  readonly rules: Rules;
  left: number;
  readonly all: Steps;
}

/** Uses up a step; false where none is left. */
function takesStep(budget: StepBudget): boolean {
  budget.left--;
  budget.all.left--;
  return budget.left >= 0 && budget.all.left >= 0;
}

const signOf = (worked: readonly WorkedFactor[]): number =>
  worked.reduce((sign, factor) => sign * factor.sign, 1);

/** Tells whether the sign of a typed number is that of the factors it stands for. */
function hasSign(typed: TypedFactor, worked: readonly WorkedFactor[], { isSigned }: Rules): boolean {
  return !isSigned || typed.terms !== undefined || typed.sign === 0 || typed.sign === signOf(worked);
}

function isNear(
  typed: { readonly value: number; readonly slack: number },
  value: number,
  isShown: boolean,
  { intermediate }: Rules,
): boolean {
  // A result of 0.1 in one figure stands for 0.095 to 0.15; an operand of 0.06 can have been rounded to one decimal.
  const isFiner = !isShown && value < typed.value && Number.isInteger(Math.log10(typed.value));
  const slack = isFiner ? typed.slack / 10 : typed.slack;
  return (
    Math.abs(typed.value - value) <= slack + (isShown ? DISPLAY_ROUNDING : intermediate) * Math.abs(value)
  );
}

const opposite = (terms: readonly TypedProduct[]): TypedProduct[] =>
  terms.map((term) => ({ ...term, sign: -term.sign }));

/** Finds the signs with which a typed factor matches a worked one: rounding can turn the sign of a sum that cancels. */
function signsOf(typed: TypedFactor, worked: WorkedFactor, budget: StepBudget): number[] {
  if (!typed.terms) return isNear(typed, worked.value, !worked.terms, budget.rules) ? [1] : [];
  const { terms } = worked;
  if (!terms) return [];
  return [
    ...(sumsMatch(typed.terms, terms, budget) ? [1] : []),
    ...(sumsMatch(opposite(typed.terms), terms, budget) ? [-1] : []),
  ];
}

/**
 * Tells whether the typed factors match the worked ones, in any order; a typed number may stand for several, and 1
 * for none.
 *
 * @param sign  sign that the sums among the factors must still contribute
 */
function factorsMatch(
  typed: readonly TypedFactor[],
  worked: readonly WorkedFactor[],
  sign: number,
  budget: StepBudget,
): boolean {
  if (!takesStep(budget)) return false;
  const [first, ...rest] = typed;
  if (!first) return worked.length === 0 && sign === 1;
  if (first.value === 1 && !first.terms && factorsMatch(rest, worked, sign, budget)) return true;
  for (let subset = 1; subset < 2 ** worked.length; subset++) {
    const taken = worked.filter((_, i) => (subset >> i) % 2 === 1);
    const left = worked.filter((_, i) => (subset >> i) % 2 === 0);
    if (!hasSign(first, taken, budget.rules)) continue;
    const one = taken.length === 1 ? taken[0] : undefined;
    const together = (): number => taken.reduce((total, { value }) => total * value, 1);
    const signs = one
      ? signsOf(first, one, budget)
      : !first.terms && isNear(first, together(), false, budget.rules)
        ? [1]
        : [];
    if (signs.some((turn) => factorsMatch(rest, left, sign * turn, budget))) return true;
  }
  return false;
}

/** Expands (a + b)·c to a·c + b·c, as written by a player who adds the paths one by one. */
function distributed({ sign, factors }: WorkedProduct): readonly Expression[] | undefined {
  const sums = factors.filter(({ terms }) => terms);
  if (sums.length !== 1) return undefined;
  const others = factors.filter(({ terms }) => !terms).map(({ value }) => num(value));
  return sums[0]!.terms!.map((term) => product(num(sign), ...others, term));
}

function matchesProduct(typed: TypedProduct, worked: WorkedProduct, budget: StepBudget): boolean {
  const sign = typed.sign * worked.sign;
  if (factorsMatch(typed.factors, worked.factors, sign, budget)) return true;
  // A product of 0 has lost its sign, and so may have a part of it that was worked out before.
  const isZero = worked.factors.some(({ value }) => value === 0);
  if (isZero && factorsMatch(typed.factors, worked.factors, -sign, budget)) return true;
  const [only, ...others] = typed.factors;
  const terms = only?.terms && others.length === 0 ? distributed(worked) : undefined;
  if (!terms) return false;
  return sumsMatch(typed.sign < 0 ? opposite(only!.terms!) : only!.terms!, terms, budget);
}

const isZeroTerm = ({ factors }: TypedProduct): boolean => factors.some(({ value }) => value === 0);

/** Flattens sums within sums, in every way in which a term can be written as a sum. */
function termListsOf(terms: readonly Expression[]): Expression[][] {
  return terms.reduce<Expression[][]>(
    (lists, term) => {
      const sums = term.type === 'sum' ? [term] : term.type === 'number' ? term.ways.filter(isSum) : [];
      const options = [[term], ...sums.flatMap(({ of }) => termListsOf(of))];
      return lists.flatMap((list) => options.map((option) => [...list, ...option]));
    },
    [[]],
  );
}

const isSum = (expression: Expression): expression is Extract<Expression, { type: 'sum' }> =>
  expression.type === 'sum';

/** Tells whether the typed terms match the worked ones, in any order; one typed number may stand for all the rest. */
function sumsMatch(
  typed: readonly TypedProduct[],
  worked: readonly Expression[],
  budget: StepBudget,
): boolean {
  const given = typed.filter((term) => !isZeroTerm(term));
  return termListsOf(worked).some((list) => {
    const wanted = list.filter((term) => valueOf(term) !== 0);
    if (given.length === wanted.length) return termsMatch(given, wanted, budget);
    return given.some((rest, i) => {
      const [number, ...more] = rest.factors;
      if (!number || number.terms || more.length > 0) return false;
      const signed = { value: rest.sign * number.value, slack: number.slack };
      return termsMatch(given.toSpliced(i, 1), wanted, budget, signed);
    });
  });
}

/** Tells whether each typed term matches a worked one; `rest` stands for the remaining ones, else counts must agree. */
function termsMatch(
  typed: readonly TypedProduct[],
  worked: readonly Expression[],
  budget: StepBudget,
  rest?: { readonly value: number; readonly slack: number },
): boolean {
  if (!takesStep(budget)) return false;
  const [first, ...more] = typed;
  if (!first) return !rest || isNear(rest, valueOf({ type: 'sum', of: worked }), false, budget.rules);
  return worked.some(
    (term, i) =>
      productForms(term).some((form) => matchesProduct(first, form, budget)) &&
      termsMatch(more, worked.toSpliced(i, 1), budget, rest),
  );
}

function countNumbers(typed: Typed): number {
  if (typed.type === 'number') return 1;
  return typed.type === 'negative'
    ? countNumbers(typed.of)
    : countNumbers(typed.left) + countNumbers(typed.right);
}

/**
 * Tells whether a typed answer follows a working: the same operands, in any order; factors and terms may have been
 * combined into one number before.
 *
 * @param all  steps that are left for all workings that the answer is compared with
 */
export function follows(
  typed: Typed,
  working: Expression,
  rules: Rules,
  all: Steps = { left: MAX_STEPS },
): boolean {
  const deviation = Math.abs(evaluate(typed) - valueOf(working));
  if (deviation > rules.maxDeviation * sizeOf(working)) return false;
  if (all.left <= 0 || countNumbers(typed) > MAX_NUMBERS) return false;
  const given = withOpenSign(productOfTyped(typed, rules.fewest));
  const budget = { rules, left: MAX_STEPS, all };
  return productForms(working).some((form) => matchesProduct(given, form, budget));
}
