import { randomSequence } from '@relay/shared/randomSequence';
import { token } from '../styles/token';

/** Colours of tokens.css, and paths around the origin as SVG path strings for Path2D. */

/** Width of the half-transparent rim of a shape drawn by the renderer, CSS px, and its opacity. */
export const VEIL = 1;
export const VEIL_ALPHA = 0.4;

export const INK = token('pen');
export const TEXT = token('ink');
export const PAPER = token('paper');
export const MUTED = token('caption');
export const SLATE = token('slate');
/** Colour of the backward pass: the weight in question, chevrons, ×. */
export const RED = token('red');
/** Colour of taken places. */
export const YELLOW = token('yellow');
export const BRONZE = token('yellow-ring');
/** Colour of sums and of right answers. */
export const GREEN = token('green');
/** Colour of the viewer's own unit and of the forward pass. */
export const BLUE = token('blue');
export const WATER = token('water');
/** Colour of liquid below the zero line. */
export const PLUM = token('plum');
export const WHITE = token('white');

export interface Shape {
  readonly d: string;
  readonly fill?: string;
  readonly stroke?: string;
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

export const hex = (colour: string): number => Number.parseInt(colour.slice(1), 16);

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

export function paint(context: CanvasRenderingContext2D, shape: Shape): void {
  const line = new Path2D(shape.d);
  context.globalAlpha = shape.alpha ?? 1;
  if (shape.fill) {
    context.fillStyle = shape.fill;
    context.fill(line);
  }
  if (shape.stroke) {
    context.strokeStyle = shape.stroke;
    context.lineWidth = shape.width ?? 2;
    context.lineCap = 'round';
    context.lineJoin = 'round';
    context.setLineDash([...(shape.dash ?? [])]);
    context.stroke(line);
  }
}

/** Width of the outline of a body of that radius. */
export const outline = (r: number): number => Math.max(2, r * 0.045);

/** Item of a list by a share in [0, 1). */
export const pick = <T>(list: readonly T[], share: number): T => list[Math.floor(share * list.length)]!;
