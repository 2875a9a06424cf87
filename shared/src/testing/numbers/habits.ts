import fc from 'fast-check';
import { calculate, decimal, fraction, type Fraction } from './fraction.ts';

/** Numbers and expressions of known value, written as keyboards and habits of several countries write them. */

/** Spelling of one person. */
export interface Habit {
  readonly minus: string;
  readonly point: string;
  /** Mark between groups of three digits; groups of two before the last three where `isIndian`. */
  readonly group: string;
  readonly isIndian: boolean;
  readonly times: string;
  readonly over: string;
  /** Zero of the digits. */
  readonly zero: string;
  /** Space around + − × ÷. */
  readonly space: string;
  /** Writing of a power of ten after its number, before its exponent; superscript where it ends in 10. */
  readonly power: string;
  readonly before: string;
  readonly after: string;
}

const some = <T>(...values: T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

/** Spellings of a country or a device, each drawn from what is usual there. */
const HABITS: Readonly<Record<string, fc.Arbitrary<Partial<Habit>>>> = {
  game: fc.record({ minus: some('−'), times: some('×'), space: some('', ' ') }),
  programmer: fc.record({ times: some('*'), power: some('e', 'E', '*10^') }),
  japanese: fc.record({
    minus: some('ー', '－', '−', '―', '─', 'ｰ'),
    point: some('．', '。', '｡', '、', '､'),
    times: some('×', '＊', '・', '･', 'ｘ', 'x', '✕', '✖'),
    over: some('÷', '／'),
    zero: some('０', '0'),
    space: some('', '\u3000', ' '),
    power: some('×10', '×10^', '＊10＾'),
    before: some('', '＝', '≒', '「', '\u3000'),
  }),
  phone: fc.record({
    minus: some('-', '–', '—'),
    times: some('×', 'x', 'X', '✖️', '✕'),
    over: some('÷', '➗', '/'),
    before: some('', '“', '≈', '~'),
  }),
  german: fc.record({
    point: some(','),
    group: some('', '.'),
    times: some('·', '⋅', '×', '*'),
    space: some('', ' '),
    power: some('·10', '·10^', 'e'),
    before: some('', '„'),
  }),
  french: fc.record({
    point: some(','),
    group: some('', '\u202f', '\u00a0'),
    times: some('×', '*'),
    space: some('', '\u00a0', ' '),
    before: some('', '« '),
  }),
  swiss: fc.record({ group: some("'", '’', ''), times: some('·', '×'), space: some('', ' ') }),
  indian: fc.record({
    group: some(','),
    isIndian: fc.boolean(),
    zero: some('0', '०', '০'),
    times: some('×', 'x'),
  }),
  american: fc.record({ group: some(','), times: some('*', 'x', '·'), before: some('', '=', '"') }),
  british: fc.record({ point: some('·'), group: some('', ','), times: some('×', 'x') }),
  russian: fc.record({
    point: some(','),
    group: some('', '\u00a0'),
    times: some('х', 'Х', '·'),
    minus: some('–'),
  }),
  greek: fc.record({ point: some(','), group: some('', '.'), times: some('χ', 'Χ') }),
  arabic: fc.record({
    zero: some('٠'),
    point: some('٫', '،', '.'),
    group: some('', '٬'),
    times: some('×'),
    over: some('÷', '/'),
    before: some('', '\u061c', '\u202b'),
  }),
  persian: fc.record({
    zero: some('۰'),
    point: some('٫', '/', '.'),
    times: some('×'),
    over: some('÷', '/'),
    before: some('', '\u2067'),
  }),
  pasted: fc.record({
    minus: some('\u2212', '\u2010', '\u2011', '\u2012'),
    before: some('\u202d', '\u2066', '\ufeff', '\u200e'),
    after: some('\u202c', '\u2069', '\u200b', '\u00ad'),
    times: some('\u2062', '×', '⨯', '∗'),
    power: some('×10', '⋅10', '\u00a0×\u00a010'),
  }),
};
export const HABIT_NAMES = Object.keys(HABITS);

const CLOSING: Readonly<Record<string, string>> = { '“': '”', '"': '"', '„': '“', '« ': ' »', '「': '」' };
const PLAIN: Habit = {
  minus: '-',
  point: '.',
  group: '',
  isIndian: false,
  times: '*',
  over: '/',
  zero: '0',
  space: '',
  power: 'e',
  before: '',
  after: '',
};

export const habitOf = (name: string): fc.Arbitrary<Habit> =>
  HABITS[name]!.map((own) => {
    const habit = { ...PLAIN, ...own };
    return { ...habit, after: CLOSING[habit.before] ?? habit.after };
  });

/** A number or expression, still without spelling. */
export type Sum =
  | { readonly type: 'number'; readonly digits: string; readonly exponent: number }
  | { readonly type: 'fraction'; readonly whole: number; readonly top: number; readonly bottom: number }
  | { readonly type: '+' | '-' | '*' | '/'; readonly left: Sum; readonly right: Sum }
  | { readonly type: 'negative' | 'square'; readonly of: Sum };

const digits = fc
  .tuple(fc.integer({ min: 0, max: 99_999_999 }), fc.integer({ min: 0, max: 5 }))
  .map(([n, places]) => (n / 10 ** places).toFixed(places));
const number = fc.record({
  type: fc.constant('number' as const),
  digits,
  exponent: fc.oneof(
    { weight: 4, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: -12, max: 12 }) },
  ),
});
const share = fc
  .record({
    whole: fc.integer({ min: 0, max: 9 }),
    top: fc.integer({ min: 1, max: 98 }),
    more: fc.integer({ min: 1, max: 50 }),
  })
  .map(({ whole, top, more }): Sum => ({ type: 'fraction', whole, top, bottom: top + more }));

/** Sums of known value. */
export const sums: fc.Arbitrary<Sum> = fc.letrec<{ sum: Sum; leaf: Sum }>((tie) => ({
  leaf: fc.oneof({ weight: 5, arbitrary: number }, { weight: 1, arbitrary: share }),
  sum: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    tie('leaf'),
    fc.record({
      type: some('+' as const, '-' as const, '*' as const, '/' as const),
      left: tie('sum'),
      right: tie('sum'),
    }),
    fc.record({ type: some('negative' as const, 'square' as const), of: tie('sum') }),
  ),
})).sum;

/** Exact value; undefined where something is divided by 0. */
export function valueOf(sum: Sum): Fraction | undefined {
  switch (sum.type) {
    case 'number':
      return decimal(sum.digits, sum.exponent);
    case 'fraction':
      return fraction(BigInt(sum.whole * sum.bottom + sum.top), BigInt(sum.bottom));
    case 'negative': {
      const of = valueOf(sum.of);
      return of && { ...of, top: -of.top };
    }
    case 'square': {
      const of = valueOf(sum.of);
      return of && calculate('*', of, of);
    }
    default: {
      const [left, right] = [valueOf(sum.left), valueOf(sum.right)];
      return left && right && calculate(sum.type, left, right);
    }
  }
}
