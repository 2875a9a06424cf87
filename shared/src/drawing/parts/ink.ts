import { randomSequence } from '../../randomSequence.ts';

/** Paths around the origin as SVG path data, and their colours. */

/** Colours of the drawing, by their names in tokens.css: a program that draws looks up the values. */
export const COLOURS = [
  ...['pen', 'ink', 'paper', 'white', 'caption', 'slate', 'steel', 'shutter'],
  ...['red', 'yellow', 'yellow-ring', 'green', 'blue', 'water', 'plum'],
  ...['tint-input-1', 'tint-input-2', 'tint-input-3'],
  ...['tint-hidden-1', 'tint-hidden-2', 'tint-hidden-3', 'tint-hidden-4'],
  ...['tint-output-1', 'tint-output-2', 'tint-output-3', 'tint-output-4'],
  ...['blush-1', 'blush-2', 'blush-3', 'leaf', 'blossom', 'gold', 'violet', 'mouth', 'glow', 'warning'],
  ...['parcel', 'parcel-bow', 'parcel-label'],
] as const;
export type Colour = (typeof COLOURS)[number];

export const INK: Colour = 'pen';
export const TEXT: Colour = 'ink';
export const PAPER: Colour = 'paper';
export const MUTED: Colour = 'caption';
export const SLATE: Colour = 'slate';
/** Colour of the backward pass: the weight in question, chevrons, ×. */
export const RED: Colour = 'red';
/** Colour of taken places. */
export const YELLOW: Colour = 'yellow';
export const BRONZE: Colour = 'yellow-ring';
/** Colour of sums and of right answers. */
export const GREEN: Colour = 'green';
/** Colour of the viewer's own unit and of the forward pass. */
export const BLUE: Colour = 'blue';
export const WATER: Colour = 'water';
/** Colour of liquid below the zero line. */
export const PLUM: Colour = 'plum';
export const WHITE: Colour = 'white';

/** A path in the drawing, in CSS px. */
export interface Shape {
  readonly d: string;
  readonly fill?: Colour;
  readonly stroke?: Colour;
  readonly width?: number;
  readonly dash?: readonly number[];
  readonly alpha?: number;
}

/** A shape painted into the texture atlas: size, and position of its origin. */
export interface Part {
  readonly key: string;
  readonly w: number;
  readonly h: number;
  readonly ox: number;
  readonly oy: number;
  readonly shapes: readonly Shape[];
}

export function part(
  key: string,
  w: number,
  h: number,
  shapes: readonly Shape[],
  ox = w / 2,
  oy = h / 2,
): Part {
  return { key, w, h, ox, oy, shapes };
}

/** Seed from a unit's name, so that a unit always looks the same. */
export function seedOf(name: string): number {
  let hash = 2166136261;
  for (const character of name) hash = Math.imul(hash ^ character.charCodeAt(0), 16777619);
  return hash >>> 0;
}

const n = (value: number): string => value.toFixed(2);

/** SVG path data from a template; numbers are shortened. */
export function path(strings: TemplateStringsArray, ...values: readonly number[]): string {
  return strings.reduce((text, piece, i) => text + n(values[i - 1]!) + piece);
}

/** Path of an ellipse. */
export function oval(x: number, y: number, rx: number, ry = rx): string {
  return path`M${x - rx},${y}a${rx},${ry} 0 1 0 ${2 * rx},0a${rx},${ry} 0 1 0 ${-2 * rx},0Z`;
}

/** Path of a closed, slightly irregular loop, by the seed. */
export function blob(rx: number, ry: number, seed: number, looseness = 0.035, corners = 10): string {
  const next = randomSequence(seed);
  const points = Array.from({ length: corners }, (_, i) => {
    const angle = (i / corners) * 2 * Math.PI;
    const k = 1 + (next() - 0.5) * 2 * looseness;
    return { x: rx * k * Math.cos(angle) * 1.03, y: ry * k * Math.sin(angle) * 1.03 };
  });
  const between = (i: number) => {
    const [a, b] = [points[i % corners]!, points[(i + 1) % corners]!];
    return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  };
  const start = between(corners - 1);
  const curves = points.map((point, i) => {
    const end = between(i);
    return path`Q${point.x},${point.y} ${end.x},${end.y}`;
  });
  return `${path`M${start.x},${start.y}`}${curves.join('')}Z`;
}

/** Path of a drop with its tip leaning a little, by the seed. */
export function drop(r: number, seed: number): string {
  const lean = (randomSequence(seed)() - 0.5) * r * 0.22;
  return (
    path`M${lean},${-r * 1.18}C${r * 0.35},${-r * 0.78} ${r},${-r * 0.45} ${r * 0.98},${r * 0.16}` +
    path`C${r * 0.96},${r * 0.74} ${r * 0.5},${r} 0,${r}C${-r * 0.5},${r} ${-r * 0.96},${r * 0.74} ${-r * 0.98},${r * 0.16}` +
    path`C${-r},${-r * 0.45} ${-r * 0.35},${-r * 0.78} ${lean},${-r * 1.18}Z`
  );
}

/** Width of the outline of a body of that radius. */
export const outline = (r: number): number => Math.max(2, r * 0.045);

/** Item of a list by a share in [0, 1). */
export const pick = <T>(list: readonly T[], share: number): T => list[Math.floor(share * list.length)]!;
