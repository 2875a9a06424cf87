/** Digits with separators, as one number. */
export interface Numeral {
  /** Decimal digits with a point at most, as `Number` takes them. */
  readonly digits: string;
  /** True for digits without a point, in groups or not. */
  readonly isWhole: boolean;
}

const PLAIN = /^(?:\d+\.?\d*|\.\d+)$/u;
const DECIMAL_COMMA = /^(?:\d+,\d*|,\d+)$/u;
/** One comma before exactly three digits: a decimal comma or groups of thousands. */
const ONE_GROUP = /^[1-9]\d{0,2},\d{3}$/u;
/** Groups of thousands, with a separator that cannot be a decimal point as well. */
const GROUPED = [
  // 1'234.5 and 1 234,5 (with a narrow space)
  { shape: /^[1-9]\d{0,2}(?:'\d{3})+(?:[.,]\d+)?$/u, group: "'", point: /[.,]/u },
  { shape: /^[1-9]\d{0,2}(?:_\d{3})+(?:[.,]\d+)?$/u, group: '_', point: /[.,]/u },
  // 1,234.5 and 1,234,567 and, in India, 12,34,567
  { shape: /^[1-9]\d{0,2}(?:,\d{3})+\.\d+$/u, group: ',', point: /\./u },
  { shape: /^[1-9]\d{0,2}(?:,\d{3}){2,}$/u, group: ',', point: /\./u },
  { shape: /^[1-9]\d?(?:,\d{2})+,\d{3}(?:\.\d+)?$/u, group: ',', point: /\./u },
  // 1.234,5 and 1.234.567
  { shape: /^[1-9]\d{0,2}(?:\.\d{3})+,\d+$/u, group: '.', point: /,/u },
  { shape: /^[1-9]\d{0,2}(?:\.\d{3}){2,}$/u, group: '.', point: /,/u },
] as const;

/**
 * Reads digits with separators. One comma is a decimal comma, in every language; a point without a comma after it is
 * always the decimal point, since the game writes it so.
 *
 * @param run  digits, points, commas, apostrophes, and `_` for a narrow space
 * @returns 'ambiguous' for 1,234, which is 1.234 to some and 1234 to others; undefined where it is no number
 */
export function readNumeral(run: string): Numeral | 'ambiguous' | undefined {
  if (PLAIN.test(run)) return { digits: run, isWhole: /^\d+$/u.test(run) };
  if (ONE_GROUP.test(run)) return 'ambiguous';
  if (DECIMAL_COMMA.test(run)) return { digits: run.replace(',', '.'), isWhole: false };
  const found = GROUPED.find(({ shape }) => shape.test(run));
  if (!found) return undefined;
  const digits = run.replaceAll(found.group, '').replace(found.point, '.');
  return { digits, isWhole: !digits.includes('.') };
}

/** Number of significant figures: digits without leading zeros; one for a zero, however long. */
export function significantFigures(digits: string): number {
  return Math.max(1, digits.replace('.', '').replace(/^0+/u, '').length);
}
