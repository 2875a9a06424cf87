import type { Habit, Sum } from './habits.ts';

/** Text of a sum, and whether its spelling is one of those that docs/numbers.md declares to have two readings. */
interface Written {
  readonly text: string;
  readonly isAmbiguous: boolean;
  /** `whole`: digits alone; `number`: another number; `other`: anything else. */
  readonly kind: 'whole' | 'number' | 'other';
  /** True where the text begins with digits that have no point. */
  readonly isWholeFirst: boolean;
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const DOTS = '·⋅・･';

const inScript = (text: string, zero: string): string =>
  text.replace(/\d/gu, (digit) => String.fromCodePoint(zero.codePointAt(0)! + Number(digit)));

/** Groups of digits. A single point is never written for thousands: docs/numbers.md keeps it for decimals. */
function grouped(whole: string, hasPlaces: boolean, { group, isIndian }: Habit): string {
  const isPoint = group === '.' && whole.length < 7 && !hasPlaces;
  if (group === '' || whole.length < 4 || isPoint) return whole;
  const head = whole.slice(0, -3);
  const marked = head.replace(isIndian ? /\B(?=(?:\d{2})+$)/gu : /\B(?=(?:\d{3})+$)/gu, group);
  return `${marked}${group}${whole.slice(-3)}`;
}

/** Tells whether digits with one comma before the last three could be a decimal number as well as thousands. */
const hasTwoReadings = (text: string): boolean => /^[1-9]\d{0,2}[,、､،]\d{3}$/u.test(text);

function writeNumber({ digits, exponent }: Extract<Sum, { type: 'number' }>, habit: Habit): Written {
  const [whole = '', places] = digits.split('.');
  const latin =
    grouped(whole, places !== undefined, habit) + (places === undefined ? '' : habit.point + places);
  const isRaised = places !== undefined && DOTS.includes(habit.point);
  const isSlash = places !== undefined && habit.point === '/';
  const isAmbiguous = hasTwoReadings(latin) || isRaised || isSlash;
  const isWhole = places === undefined;
  const text = inScript(latin, habit.zero);
  if (exponent === 0) return { text, isAmbiguous, kind: isWhole ? 'whole' : 'number', isWholeFirst: isWhole };
  return { text: text + powerText(exponent, habit), isAmbiguous, kind: 'other', isWholeFirst: isWhole };
}

/** Power of ten behind a number. */
function powerText(exponent: number, { power, minus, zero }: Habit): string {
  const sign = exponent < 0 ? (minus === '—' ? '-' : minus) : '';
  const own = inScript(power, zero);
  const digits = String(Math.abs(exponent));
  if (!power.endsWith('10')) return own + sign + inScript(digits, zero);
  return `${own}${sign === '' ? '' : '⁻'}${[...digits].map((digit) => SUPERSCRIPTS[Number(digit)]).join('')}`;
}

const inBrackets = (written: Written): Written => ({
  ...written,
  text: `(${written.text})`,
  kind: 'other',
  isWholeFirst: false,
});
const isAtom = (sum: Sum): boolean => sum.type === 'number' || sum.type === 'fraction';

/** Text of an operand, in brackets unless it is a number that stands well alone. */
function writeOperand(sum: Sum, habit: Habit): Written {
  const written = writeSum(sum, habit);
  const isSafe = sum.type === 'number' && (sum.exponent === 0 || habit.power.toLowerCase() === 'e');
  return isSafe ? written : inBrackets(written);
}

function writeFraction({ whole, top, bottom }: Extract<Sum, { type: 'fraction' }>, habit: Habit): Written {
  const slash = habit.over.includes('÷') || habit.over === '➗' ? '/' : habit.over;
  const share = inScript(`${top}`, habit.zero) + slash + inScript(`${bottom}`, habit.zero);
  const isAmbiguous = whole === 0 && (habit.zero === '٠' || habit.zero === '۰');
  return {
    text: whole === 0 ? share : `${inScript(`${whole}`, habit.zero)} ${share}`,
    isAmbiguous,
    kind: 'other',
    isWholeFirst: false,
  };
}

/** Tells whether a product is written as ×10e-3, which is ×10⁻³ to some. */
const isTimesTenE = (sign: string, right: string, { minus, zero }: Habit): boolean =>
  !'+/÷➗'.includes(sign) && sign !== minus && new RegExp(`^${inScript('10', zero)}e`, 'iu').test(right);

/** Tells whether two operands and the sign between them have two readings. */
function isAmbiguousBetween(sign: string, left: Written, right: Written, habit: Habit): boolean {
  const { space, zero } = habit;
  if (sign === '—' || isTimesTenE(sign, right.text, habit)) return true;
  if (space !== '' || left.kind !== 'whole' || right.text.startsWith('(')) return false;
  if (left.text === inScript('0', zero) && /[xXｘхХχΧ]/u.test(sign)) return true;
  // A group of thousands over a whole number is written like a mixed number.
  if (/^\d+[\u00a0\u202f]\d{3}\/\d+(?![\d.,e])/u.test(left.text + sign + right.text)) return true;
  const isPoint = DOTS.includes(sign) || (sign === '/' && '٠۰'.includes(zero));
  return isPoint && (right.kind === 'whole' || right.isWholeFirst);
}

function writeTwo(sum: Extract<Sum, { left: Sum }>, habit: Habit): Written {
  const [left, right] = [writeOperand(sum.left, habit), writeOperand(sum.right, habit)];
  const sign = { '+': '+', '-': habit.minus, '*': habit.times, '/': habit.over }[sum.type];
  return {
    text: `${left.text}${habit.space}${sign}${habit.space}${right.text}`,
    isAmbiguous: left.isAmbiguous || right.isAmbiguous || isAmbiguousBetween(sign, left, right, habit),
    kind: 'other',
    isWholeFirst: false,
  };
}

function writeSum(sum: Sum, habit: Habit): Written {
  switch (sum.type) {
    case 'number':
      return writeNumber(sum, habit);
    case 'fraction':
      return writeFraction(sum, habit);
    case 'negative': {
      const of = writeOperand(sum.of, habit);
      return { ...of, text: habit.minus + of.text, kind: 'other' };
    }
    case 'square': {
      const of = writeOperand(sum.of, habit);
      const base = isAtom(sum.of) && of.kind !== 'whole' ? inBrackets(of) : of;
      return { ...base, text: `${base.text}²`, kind: 'other' };
    }
    default:
      return writeTwo(sum, habit);
  }
}

/** Writes a whole answer by a habit. */
export function writeAnswer(
  sum: Sum,
  habit: Habit,
): { readonly text: string; readonly isAmbiguous: boolean } {
  const { text, isAmbiguous } = writeSum(sum, habit);
  return { text: `${habit.before}${text}${habit.after}`, isAmbiguous };
}
