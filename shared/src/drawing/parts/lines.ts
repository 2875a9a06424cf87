import type { PlacedBracket, Point } from '../layout/parts.ts';

/** Measures of the lines between units, CSS px, and the shape of the Σ bracket. */

/** Dash and gap of a negative weight. */
export const DASH = [10, 7] as const;
/** Dash and gap of a negative bias: short, as is its line. */
export const BIAS_DASH = [4, 3] as const;
/** Starting positions of the chevrons, as shares of the edge. */
export const CHEVRONS = [0.08, 0.31, 0.54, 0.77];
/** Opacity of an edge that is one of very many. */
export const FAINT = 0.4;
/** Width of each of the two lines of ◆; the gap between them shows the size of its weight. */
export const TWIN = 4;
/** Widths of the line of a bias in question: the red one, and the gap in it. */
export const BIAS_TWIN = { red: 11, gap: 4 } as const;
/** Width of a line whose weight is not shown. */
const BARE_WIDTH = 3;

export const edgeWidth = (weight: number | null): number =>
  weight === null ? BARE_WIDTH : Math.min(9, Math.max(1.5, 1 + 2 * Math.abs(weight)));

export const biasWidth = (value: number): number => Math.min(7, Math.max(1.5, 1 + 2 * Math.abs(value)));

/** Radius of the turns of a Σ bracket. */
export const bracketBend = ({ top, bottom }: PlacedBracket): number => (bottom - top) * 0.14;

/** Widths of the bracket's line and of its hatching. */
export function bracketWidths(bracket: PlacedBracket): { readonly line: number; readonly hatch: number } {
  const line = Math.max(3, bracketBend(bracket) * 0.34);
  return { line, hatch: Math.max(1.2, line * 0.35) };
}

/** Points of a curly bracket: out of its top end, down the spine, in to the tip, and the same mirrored. */
export function bracketPoints(bracket: PlacedBracket): Point[] {
  const { x, top, bottom } = bracket;
  const bend = bracketBend(bracket);
  const middle = (top + bottom) / 2;
  const arc = (cx: number, cy: number, from: number, to: number): Point[] =>
    Array.from({ length: 9 }, (_, i) => {
      const angle = from + ((to - from) * i) / 8;
      return { x: cx + Math.cos(angle) * bend, y: cy + Math.sin(angle) * bend };
    });
  const { PI } = Math;
  const half = [...arc(x + 2 * bend, top + bend, -PI / 2, -PI), ...arc(x, middle - bend, 0, PI / 2)];
  return [...half, ...half.map((point) => ({ x: point.x, y: 2 * middle - point.y })).reverse()];
}

/** Short slanted lines behind a bracket. */
export function bracketHatching(bracket: PlacedBracket): (readonly [Point, Point])[] {
  const { x, top, bottom } = bracket;
  const bend = bracketBend(bracket);
  const lines: (readonly [Point, Point])[] = [];
  for (let y = top + bend * 1.1; y < bottom - bend * 0.6; y += bend * 0.62)
    lines.push([
      { x: x + bend, y },
      { x: x + bend * 1.9, y: y - bend * 0.75 },
    ]);
  return lines;
}
