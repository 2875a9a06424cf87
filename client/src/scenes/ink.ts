import type { Shape } from '@relay/shared/drawing/parts/ink';
import { token } from '../styles/token';

/** Colours of tokens.css for what is drawn, and painting a shape on a canvas. */

/** Width of the half-transparent rim of a shape drawn by the renderer, CSS px, and its opacity. */
export const VEIL = 1;
export const VEIL_ALPHA = 0.4;

export const INK = token('pen');
export const TEXT = token('ink');
export const PAPER = token('paper');
export const MUTED = token('caption');
export const SLATE = token('slate');
export const RED = token('red');
export const YELLOW = token('yellow');
export const BRONZE = token('yellow-ring');
export const GREEN = token('green');
export const BLUE = token('blue');
export const WHITE = token('white');

export const hex = (colour: string): number => Number.parseInt(colour.slice(1), 16);

export function paint(context: CanvasRenderingContext2D, shape: Shape): void {
  const line = new Path2D(shape.d);
  context.globalAlpha = shape.alpha ?? 1;
  if (shape.fill) {
    context.fillStyle = token(shape.fill);
    context.fill(line);
  }
  if (shape.stroke) {
    context.strokeStyle = token(shape.stroke);
    context.lineWidth = shape.width ?? 2;
    context.lineCap = 'round';
    context.lineJoin = 'round';
    context.setLineDash([...(shape.dash ?? [])]);
    context.stroke(line);
  }
}
