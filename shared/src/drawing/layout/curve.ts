import type { Area, Curve, Point } from './parts.ts';

/** Point of a curve at t ∈ [0, 1]. */
export const pointOn = (curve: Curve, t: number): Point => movePoint({ x: 0, y: 0 }, curve, t);

/** Moves a point to a curve's at t ∈ [0, 1]. @returns the same point */
export function movePoint(
  point: { x: number; y: number },
  { from, fromControl, toControl, to }: Curve,
  t: number,
): Point {
  const u = 1 - t;
  const a = u * u * u;
  const b = 3 * u * u * t;
  const c = 3 * u * t * t;
  const d = t * t * t;
  point.x = a * from.x + b * fromControl.x + c * toControl.x + d * to.x;
  point.y = a * from.y + b * fromControl.y + c * toControl.y + d * to.y;
  return point;
}

/** Samples `count` + 1 points of a curve, from t = `start` to t = `end`. */
export function samples(curve: Curve, count: number, start = 0, end = 1): Point[] {
  return Array.from({ length: count + 1 }, (_, i) => pointOn(curve, start + ((end - start) * i) / count));
}

/** Points of a line without those that lie within a tolerance of the straight lines between the others, px. */
export function thinned(points: readonly Point[], tolerance: number): Point[] {
  const kept = [0];
  for (let i = 2; i < points.length; i++) {
    const from = kept.at(-1)!;
    const chord = [points[from]!, points[i]!];
    const passed = points.slice(from + 1, i);
    if (passed.some((point) => distanceToLine(chord, point) > tolerance)) kept.push(i - 1);
  }
  return [...kept, points.length - 1].map((i) => points[i]!);
}

/** Points of a straight line, close to one another. */
export function pointsBetween(from: Point, to: Point): Point[] {
  const count = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 16) + 1;
  return Array.from({ length: count + 1 }, (_, i) => ({
    x: from.x + ((to.x - from.x) * i) / count,
    y: from.y + ((to.y - from.y) * i) / count,
  }));
}

/** Curve that leaves and arrives horizontally, as in the article's drawings. */
export function curveBetween(from: Point, to: Point): Curve {
  const middle = (from.x + to.x) / 2;
  return { from, fromControl: { x: middle, y: from.y }, toControl: { x: middle, y: to.y }, to };
}

/** Area shared by two rectangles, in square pixels. */
export function overlap(a: Area, b: Area, margin = 0): number {
  const w = (a.w + b.w) / 2 + margin - Math.abs(a.x - b.x);
  const h = (a.h + b.h) / 2 + margin - Math.abs(a.y - b.y);
  return w > 0 && h > 0 ? w * h : 0;
}

/** Depth by which a rectangle reaches into a circle, px; 0 when they do not touch. */
export function reachIntoCircle(area: Area, centre: Point, r: number): number {
  const dx = Math.max(0, Math.abs(area.x - centre.x) - area.w / 2);
  const dy = Math.max(0, Math.abs(area.y - centre.y) - area.h / 2);
  return Math.max(0, r - Math.hypot(dx, dy));
}

export function distanceToLine(points: readonly Point[], at: Point): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1]!, points[i]!];
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    const along = ((at.x - a.x) * dx + (at.y - a.y) * dy) / (dx * dx + dy * dy || 1);
    const t = Math.max(0, Math.min(1, along));
    nearest = Math.min(nearest, Math.hypot(a.x + t * dx - at.x, a.y + t * dy - at.y));
  }
  return nearest;
}
