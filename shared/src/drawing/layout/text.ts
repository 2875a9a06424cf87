/** Widths and spellings of the short texts in the drawing, without a canvas to measure them on. */

/** Advance width of one character of the bold rounded face, in em: measured, rounded up. */
function advance(character: string): number {
  if (/[0-9]/.test(character)) return 0.6;
  if ('.,: ·'.includes(character)) return 0.32;
  if ('−-+e'.includes(character)) return 0.6;
  if (character.codePointAt(0)! > 0x2e7f) return 1;
  return 0.64;
}

export function textWidth(text: string, size: number): number {
  let em = 0;
  for (const character of text) em += advance(character);
  return em * size;
}

const withMinus = (text: string): string => text.replaceAll('-', '−').replace('e+', 'e');

/** Significant figures of an operand as it is shown, and the fewest that an answer needs. */
const FIGURES = 4;

/** Text of a value on a chip, in a slot or beside a unit: 4 significant figures, no trailing zeros. */
export function fourFigures(value: number): string {
  if (Number.isNaN(value)) return '?';
  if (value === 0) return '0';
  return String(Number(value.toPrecision(FIGURES))).replaceAll('-', '\u2212');
}

/** Text of a belly number: three significant figures, "−0.200", "8.85e−4"; "?" for a secret. */
export function threeFigures(value: number): string {
  if (Number.isNaN(value)) return '?';
  if (value === 0) return '0.00';
  const size = Math.abs(value);
  return withMinus(size < 0.001 ? value.toExponential(2) : value.toPrecision(3));
}

/** Text of a weight: three significant figures without trailing zeros, "−0.6", "1.42". */
export function shortFigures(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && size < 0.001) return withMinus(value.toExponential(1));
  return withMinus(String(Number(value.toPrecision(3))));
}

/** Largest whole font size up to `size` at which `text` is no wider than `width`. */
export function fittingSize(text: string, width: number, size: number): number {
  return Math.floor(Math.min(size, width / textWidth(text, 1)));
}
