import type { Picture } from '../stage';
import { overlap, pointOn, reachIntoCircle, samples } from './curve';
import { chipWidth } from './chips';
import {
  type Area,
  chipHeight,
  type PlacedEdge,
  type PlacedTag,
  type PlacedUnit,
  type Point,
  tagHeight,
  type TypeSizes,
} from './parts';
import { shortFigures, textWidth } from './text';

/** Shares of an edge at which its tag may stand. */
const PLACES = Array.from({ length: 19 }, (_, i) => 0.14 + i * 0.04);
const SWEEPS = 3;

interface Seat {
  readonly edge: PlacedEdge;
  readonly w: number;
  readonly h: number;
  /** Sample points of the edge itself. */
  readonly line: readonly Point[];
  area: Area;
}

function sizeOf(edge: PlacedEdge, picture: Picture, type: TypeSizes): { w: number; h: number } {
  const taken = picture.taken.find(({ place }) => place === edge.place);
  if (taken) return { w: chipWidth(taken.text, type), h: chipHeight(type) };
  const diamond = edge.inQuestion ? type.tag * 1.3 : 0;
  return {
    w: textWidth(edge.weight === null ? '' : shortFigures(edge.weight), type.tag) + type.tag * 0.9 + diamond,
    h: tagHeight(type),
  };
}

/** Cost of a tag's position: high for covering something, less for lying on another edge or far from the middle. */
function cost(
  seat: Seat,
  area: Area,
  t: number,
  seats: readonly Seat[],
  units: readonly PlacedUnit[],
  obstacles: readonly Area[],
): number {
  let sum = Math.abs(t - 0.46) * 14;
  for (const other of seats) {
    if (other === seat || other.edge.layer !== seat.edge.layer) continue;
    sum += overlap(area, other.area, 4) * 3;
    const near = { ...area, w: area.w + 4, h: area.h + 4 };
    for (const point of other.line) if (overlap(near, { ...point, w: 0, h: 0 }) > 0) sum += 5;
  }
  for (const unit of units)
    sum += reachIntoCircle(area, unit, unit.r * (unit.unit.mine ? 1.26 : 1.1) + 3) * 60;
  for (const obstacle of obstacles) sum += overlap(area, obstacle, 4) * 4;
  return sum;
}

function collides(
  seat: Seat,
  seats: readonly Seat[],
  units: readonly PlacedUnit[],
  obstacles: readonly Area[],
): boolean {
  const others = seats.filter((other) => other !== seat);
  return (
    others.some((other) => overlap(seat.area, other.area) > 0) ||
    obstacles.some((obstacle) => overlap(seat.area, obstacle) > 0) ||
    units.some((unit) => reachIntoCircle(seat.area, unit, unit.r) > 4)
  );
}

/**
 * Places the tags of all edges: each takes the cheapest position along its own edge, in a few sweeps. Tags of
 * irrelevant edges that still collide are left out.
 */
export function placeTags(
  picture: Picture,
  edges: readonly PlacedEdge[],
  units: readonly PlacedUnit[],
  obstacles: readonly Area[],
  type: TypeSizes,
): PlacedTag[] {
  // An edge without a number has a tag only when it is ◆ or taken.
  const seated = edges.filter(
    ({ faint, weight, inQuestion, carriesBack }) => !faint && (weight !== null || inQuestion || carriesBack),
  );
  const seats = seated.map((edge): Seat => {
    const size = sizeOf(edge, picture, type);
    return { edge, ...size, line: samples(edge.curve, 24), area: { ...pointOn(edge.curve, 0.46), ...size } };
  });
  // The most important tags are placed first; the others avoid them.
  const order = seats.toSorted((a, b) => rank(b.edge) - rank(a.edge));
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (const seat of order) {
      const options = PLACES.map((t) => {
        const area = { ...pointOn(seat.edge.curve, t), w: seat.w, h: seat.h };
        return { area, cost: cost(seat, area, t, seats, units, obstacles) };
      });
      seat.area = options.reduce((best, option) => (option.cost < best.cost ? option : best)).area;
    }
  }
  let kept = seats;
  for (const seat of order.toReversed()) {
    if (!seat.edge.relevant && collides(seat, kept, units, obstacles))
      kept = kept.filter((other) => other !== seat);
  }
  return kept.map(({ edge, area }) => ({ edge, ...area }));
}

function rank(edge: PlacedEdge): number {
  return edge.inQuestion ? 3 : edge.carriesBack ? 2 : edge.relevant ? 1 : 0;
}
