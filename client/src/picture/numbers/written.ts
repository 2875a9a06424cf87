import { fourFigures as written } from '@relay/shared/drawing/layout/text';

export { written };

/** Significant figures of an operand as it is shown, and the fewest that an answer needs. */
const FIGURES = 4;

/** Text with Unicode minus signs, as wide as a plus and without a line break after them. */
const withMinus = (text: string): string => text.replaceAll('-', '\u2212');

/** Text of a rounded number; that of a small negative one without its minus. */
const withoutMinusZero = (text: string): string => (Number(text) === 0 ? text.replace('-', '') : text);

/** Text of a value with trailing zeros, for numbers to be compared side by side: 1.000 and 0.9458. */
export function writtenFull(value: number): string {
  if (Number.isNaN(value)) return '?';
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e5)) return written(value);
  return withMinus(value.toPrecision(FIGURES));
}

/** Text of a mean loss: like numbers side by side, but 0.00000 once it rounds to that. */
export function writtenLoss(loss: number): string {
  return loss !== 0 && Math.abs(loss) < 5e-6 ? '0.00000' : writtenFull(loss);
}

/** Size from which on a number is written with significant figures in place of decimals. */
const TOO_LONG = 1e12;

/** Text of a value with so many decimals, zeros at the end included: for readings whose differences count. */
export function writtenTo(value: number, decimals: number): string {
  return Math.abs(value) < TOO_LONG ? withMinus(withoutMinusZero(value.toFixed(decimals))) : written(value);
}

/** Text of a value with so many decimals at most. */
export function writtenUpTo(value: number, decimals: number): string {
  return Math.abs(value) < TOO_LONG
    ? withMinus(String(Number(value.toFixed(decimals)) || 0))
    : written(value);
}

/** Text of an operand with 4 significant figures, or with so many decimals where these are more. */
export function writtenFine(value: number, decimals: number): string {
  const usual = FIGURES - 1 - Math.floor(Math.log10(Math.abs(value)));
  return decimals > usual ? writtenUpTo(value, decimals) : written(value);
}

/** Text of a pre-activation or slope in a label: two decimals. */
export function writtenShort(value: number): string {
  if (Number.isNaN(value)) return '?';
  return withMinus(withoutMinusZero(value.toFixed(2)));
}

/** Text of a value to two figures: enough to show the idea, too few to be the answer. */
export const writtenRoughly = (value: number): string => withMinus(String(Number(value.toPrecision(2))));

/** Text of a value that is calculated with further: six figures, as many as rounding does not show in the result. */
export const writtenPrecisely = (value: number): string => withMinus(String(Number(value.toPrecision(6))));

/** Text of points, rounded to whole ones. */
export function writtenPoints(points: number): string {
  return String(Math.round(points));
}

/** Time left as `1:05`; never below zero. */
export function writtenTime(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Denominators that a share is written with: usual numbers of lanes or players in a team. */
const PARTS = [1, 2, 3, 4, 5, 6, 7, 8] as const;

/** Text of a share in [0, 1]: a fraction with a denominator up to 8 (3/4, 1/1), else per cent (27 %). */
export function writtenShare(share: number): string {
  const parts = PARTS.find((count) => Math.abs(share * count - Math.round(share * count)) < 1e-9);
  return parts === undefined ? `${Math.round(share * 100)} %` : `${Math.round(share * parts)}/${parts}`;
}
