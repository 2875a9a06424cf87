import { type Expression, num, product, valueOf } from './expression.ts';
import { evaluate, type Typed } from './readNumber.ts';

/** Half a unit in the last significant figure. 0 has no figures to speak of. */
export function halfUnit(value: number, figures: number): number {
  if (value === 0) return 0;
  return 0.5 * 10 ** (Math.floor(Math.log10(Math.abs(value))) - figures + 1);
}

/** Operands are shown to 4 significant figures: a little more than half a unit of the last, at worst. */
const SHOWN = 0.0006;
/** Something that was worked out on the way and written down. */
const WORKED_OUT = 0.01;
/** Zeros at the end are not always written: what has fewer figures is taken for one with as many. */
const FIGURES = 3;

/** One factor, without its sign: a number, or a sum in parentheses. */
type TypedFactor =
  | { readonly value: number; readonly slack: number; readonly terms?: undefined }
  | { readonly value: number; readonly terms: readonly TypedProduct[] };

/** A product as it was typed: products in products and signs are taken out, factors of 1 left out. */
interface TypedProduct {
  readonly sign: number;
  readonly factors: readonly TypedFactor[];
}

/** One factor of a working, without its sign. `terms` where it is a sum. */
interface WorkedFactor {
  readonly value: number;
  /** A single number that stands in the network, or one worked out from others. */
  readonly isShown: boolean;
  readonly terms?: readonly Expression[];
}

interface WorkedProduct {
  readonly sign: number;
  readonly factors: readonly WorkedFactor[];
}

const signOf = (value: number): number => (value < 0 ? -1 : 1);

function termsOfTyped(typed: Typed, sign: number): TypedProduct[] {
  if (typed.type === '+' || typed.type === '-') {
    return [
      ...termsOfTyped(typed.left, sign),
      ...termsOfTyped(typed.right, typed.type === '-' ? -sign : sign),
    ];
  }
  if (typed.type === 'negative') return termsOfTyped(typed.of, -sign);
  const of = productOfTyped(typed);
  return [{ ...of, sign: of.sign * sign }];
}

const leaf = (value: number, slack: number): TypedProduct => ({
  sign: signOf(value),
  factors: Math.abs(value) === 1 ? [] : [{ value: Math.abs(value), slack }],
});

function times(a: TypedProduct, b: TypedProduct): TypedProduct {
  return { sign: a.sign * b.sign, factors: [...a.factors, ...b.factors] };
}

function productOfTyped(typed: Typed): TypedProduct {
  switch (typed.type) {
    case 'number':
      return leaf(typed.value, halfUnit(typed.value, Math.max(FIGURES, typed.figures)));
    case 'negative': {
      const of = productOfTyped(typed.of);
      return { ...of, sign: -of.sign };
    }
    case '*':
      return times(productOfTyped(typed.left), productOfTyped(typed.right));
    case '/': {
      const [left, right] = [evaluate(typed.left), evaluate(typed.right)];
      const isFraction = typed.left.type === 'number' && typed.right.type === 'number';
      if (isFraction) return leaf(left / right, 0);
      return times(productOfTyped(typed.left), leaf(1 / right, Math.abs(0.005 / right)));
    }
    case '+':
    case '-': {
      const value = evaluate(typed);
      const sign = signOf(value);
      // A sum counts as positive; its sign is one of the product's.
      return { sign, factors: [{ value: Math.abs(value), terms: termsOfTyped(typed, sign) }] };
    }
  }
}

/** Every way to write a working as a product of factors. */
function waysOf(expression: Expression): WorkedProduct[] {
  if (expression.type === 'product') {
    return expression.of.map(waysOf).reduce<WorkedProduct[]>(
      (all, ways) =>
        all.flatMap((before) =>
          ways.map((way) => ({
            sign: before.sign * way.sign,
            factors: [...before.factors, ...way.factors],
          })),
        ),
      [{ sign: 1, factors: [] }],
    );
  }
  const value = valueOf(expression);
  const [sign, size] = [signOf(value), Math.abs(value)];
  if (expression.type === 'sum') {
    const terms = sign < 0 ? expression.of.map((term) => product(num(-1), term)) : expression.of;
    return [{ sign, factors: [{ value: size, isShown: false, terms }] }];
  }
  const { ways } = expression;
  const itself = { sign, factors: size === 1 ? [] : [{ value: size, isShown: ways.length === 0 }] };
  return [itself, ...ways.flatMap(waysOf)];
}

function isNear(
  typed: { readonly value: number; readonly slack: number },
  value: number,
  isShown: boolean,
): boolean {
  return Math.abs(typed.value - value) <= typed.slack + (isShown ? SHOWN : WORKED_OUT) * Math.abs(value);
}

function matchesFactor(typed: TypedFactor, worked: WorkedFactor): boolean {
  if (typed.terms) return worked.terms !== undefined && matchesSum(typed.terms, worked.terms);
  return isNear(typed, worked.value, worked.isShown);
}

/** Whether the typed factors are the worked ones, in any order; a typed number may stand for several of them. */
function assigns(typed: readonly TypedFactor[], worked: readonly WorkedFactor[]): boolean {
  const [first, ...rest] = typed;
  if (!first) return worked.length === 0;
  if (worked.length < typed.length) return false;
  for (let subset = 1; subset < 2 ** worked.length; subset++) {
    const taken = worked.filter((_, i) => (subset >> i) % 2 === 1);
    const one = taken.length === 1 ? taken[0] : undefined;
    const fits = one
      ? matchesFactor(first, one)
      : !first.terms &&
        isNear(
          first,
          taken.reduce((total, { value }) => total * value, 1),
          false,
        );
    if (
      fits &&
      assigns(
        rest,
        worked.filter((_, i) => (subset >> i) % 2 === 0),
      )
    )
      return true;
  }
  return false;
}

/** (a + b)·c as a·c + b·c: who adds up the paths one by one writes it so. */
function distributed({ sign, factors }: WorkedProduct): readonly Expression[] | undefined {
  const sums = factors.filter(({ terms }) => terms);
  if (sums.length !== 1 || factors.length === 1) return undefined;
  const others = factors.filter(({ terms }) => !terms).map(({ value }) => num(value));
  return sums[0]!.terms!.map((term) => product(num(sign), ...others, term));
}

function matchesProduct(typed: TypedProduct, worked: WorkedProduct): boolean {
  if (typed.sign === worked.sign && assigns(typed.factors, worked.factors)) return true;
  const [only, ...others] = typed.factors;
  const terms = only?.terms && others.length === 0 ? distributed(worked) : undefined;
  return terms !== undefined && matchesSum(signedTerms(typed, only!.terms!), terms);
}

const signedTerms = ({ sign }: TypedProduct, terms: readonly TypedProduct[]): TypedProduct[] =>
  terms.map((term) => ({ ...term, sign: term.sign * sign }));

const isZeroTerm = ({ factors }: TypedProduct): boolean => factors.some(({ value }) => value === 0);

/** Whether the typed terms are the worked ones, in any order; one typed number may stand for all that are left. */
function matchesSum(typed: readonly TypedProduct[], worked: readonly Expression[]): boolean {
  const given = typed.filter((term) => !isZeroTerm(term));
  const wanted = worked.filter((term) => valueOf(term) !== 0);
  if (pairs(given, wanted)) return true;
  return given.some((rest, i) => {
    const [number, ...more] = rest.factors;
    if (!number || number.terms || more.length > 0 || given.length >= wanted.length) return false;
    const signed = { value: rest.sign * number.value, slack: number.slack };
    return pairs(given.toSpliced(i, 1), wanted, signed);
  });
}

function pairs(
  typed: readonly TypedProduct[],
  worked: readonly Expression[],
  rest?: { readonly value: number; readonly slack: number },
): boolean {
  const [first, ...more] = typed;
  if (!first) {
    if (!rest) return worked.length === 0;
    return isNear(
      rest,
      worked.reduce((total, term) => total + valueOf(term), 0),
      false,
    );
  }
  return worked.some(
    (term, i) =>
      waysOf(term).some((way) => matchesProduct(first, way)) && pairs(more, worked.toSpliced(i, 1), rest),
  );
}

/** Whether what was typed shows its operands: a number alone does not. */
export function showsOperands(typed: Typed): boolean {
  if (typed.type === 'negative') return showsOperands(typed.of);
  return typed.type !== 'number';
}

/**
 * Whether somebody typed that working: the same operands, each rounded to 3 figures or better, in any order; factors and
 * terms may have been worked out before and put down as one number.
 */
export function isWorking(typed: Typed, working: Expression): boolean {
  const given = productOfTyped(typed);
  return waysOf(working).some((way) => matchesProduct(given, way));
}
