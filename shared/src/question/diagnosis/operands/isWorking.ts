import { type Expression, num, product, valueOf } from '../../numbers/expression.ts';
import { evaluate, type Typed } from '../../numbers/readNumber.ts';
import { productOfTyped, type TypedFactor, type TypedProduct } from './typedProduct.ts';
import { sizeOf, productForms, type WorkedFactor, type WorkedProduct } from './workedProduct.ts';

/** Relative rounding of a displayed operand: 4 significant figures, a little more than half a unit of the last. */
const DISPLAY_ROUNDING = 0.0006;
/** Relative rounding of an intermediate value that was written down. */
const INTERMEDIATE_ROUNDING = 0.01;
/** Largest deviation of a sum that rounding can explain, relative to its summands; more is rejected at once. */
const MAX_DEVIATION = 0.06;
/** Limit of comparison steps, for networks in which many numbers are alike. */
const MAX_STEPS = 20_000;

/** Comparison steps that are left for one working. */
interface StepBudget {
  left: number;
}

function isNear(
  typed: { readonly value: number; readonly slack: number },
  value: number,
  isShown: boolean,
): boolean {
  return (
    Math.abs(typed.value - value) <=
    typed.slack + (isShown ? DISPLAY_ROUNDING : INTERMEDIATE_ROUNDING) * Math.abs(value)
  );
}

const opposite = (terms: readonly TypedProduct[]): TypedProduct[] =>
  terms.map((term) => ({ ...term, sign: -term.sign }));

/** Finds the signs with which a typed factor matches a worked one: rounding can turn the sign of a sum that cancels. */
function signsOf(typed: TypedFactor, worked: WorkedFactor, budget: StepBudget): number[] {
  if (!typed.terms) return isNear(typed, worked.value, !worked.terms) ? [1] : [];
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
  if (budget.left-- <= 0) return false;
  const [first, ...rest] = typed;
  if (!first) return worked.length === 0 && sign === 1;
  if (first.value === 1 && !first.terms && factorsMatch(rest, worked, sign, budget)) return true;
  for (let subset = 1; subset < 2 ** worked.length; subset++) {
    const taken = worked.filter((_, i) => (subset >> i) % 2 === 1);
    const left = worked.filter((_, i) => (subset >> i) % 2 === 0);
    const one = taken.length === 1 ? taken[0] : undefined;
    const together = (): number => taken.reduce((total, { value }) => total * value, 1);
    const signs = one
      ? signsOf(first, one, budget)
      : !first.terms && isNear(first, together(), false)
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
  if (factorsMatch(typed.factors, worked.factors, typed.sign * worked.sign, budget)) return true;
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
  const [first, ...more] = typed;
  if (!first) return !rest || isNear(rest, valueOf({ type: 'sum', of: worked }), false);
  return worked.some(
    (term, i) =>
      productForms(term).some((form) => matchesProduct(first, form, budget)) &&
      termsMatch(more, worked.toSpliced(i, 1), budget, rest),
  );
}

/** Tells whether a typed answer shows its operands: a plain number does not. */
export function showsOperands(typed: Typed): boolean {
  if (typed.type === 'negative') return showsOperands(typed.of);
  return typed.type !== 'number';
}

/**
 * Tells whether a typed answer follows a working: the same operands, each rounded to 3 figures or better, in any order;
 * factors and terms may have been combined into one number before.
 */
export function isWorking(typed: Typed, working: Expression): boolean {
  if (Math.abs(evaluate(typed) - valueOf(working)) > MAX_DEVIATION * sizeOf(working)) return false;
  const given = productOfTyped(typed);
  const budget = { left: MAX_STEPS };
  return productForms(working).some((form) => matchesProduct(given, form, budget));
}
