/** How many figures a player sees of an operand, and needs at least. */
const FIGURES = 4;

/** Unicode minus, so that a sign is as wide as a plus and no line breaks at it. */
const withMinus = (text: string): string => text.replaceAll('-', '\u2212');

/** A value as it stands on a chip, a slot or beside a unit: 4 significant figures, no zeros at the end. */
export function written(value: number): string {
  if (Number.isNaN(value)) return '?';
  if (value === 0) return '0';
  return withMinus(String(Number(value.toPrecision(FIGURES))));
}

/** The same with its zeros kept, where two numbers stand side by side to be compared: 1.000 and 0.9458. */
export function writtenFull(value: number): string {
  if (Number.isNaN(value)) return '?';
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e5)) return written(value);
  return withMinus(value.toPrecision(FIGURES));
}

/** A belly sum or a slope in a label: two decimals. */
export function writtenShort(value: number): string {
  if (Number.isNaN(value)) return '?';
  const rounded = value.toFixed(2);
  return withMinus(rounded === '-0.00' ? '0.00' : rounded);
}

/** Whole points. */
export function writtenPoints(points: number): string {
  return String(Math.round(points));
}

/** Time left as `1:05`; never below zero. */
export function writtenTime(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Denominators that a share is written with: so many lanes or people a team usually has. */
const PARTS = [1, 2, 3, 4, 5, 6, 7, 8] as const;

/** A share in [0, 1] as a fraction where it is a plain one, else in per cent: 3/4, 1/1, 27 %. */
export function writtenShare(share: number): string {
  const parts = PARTS.find((count) => Math.abs(share * count - Math.round(share * count)) < 1e-9);
  return parts === undefined ? `${Math.round(share * 100)} %` : `${Math.round(share * parts)}/${parts}`;
}
