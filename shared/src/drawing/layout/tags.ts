import type { Picture } from '../picture.ts';
import { overlap, pointOn, reachIntoCircle, samples } from './curve.ts';
import { chipWidth } from './chips.ts';
import {
  type Area,
  chipHeight,
  type PlacedEdge,
  type PlacedTag,
  type PlacedUnit,
  type Point,
  tagHeight,
  type TypeSizes,
} from './parts.ts';
import { shortFigures, textWidth } from './text.ts';

/** Shares of an edge at which its tag may stand. */
const PLACES = Array.from({ length: 19 }, (_, i) => 0.14 + i * 0.04);
const SWEEPS = 3;

interface TagSlot {
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
  slot: TagSlot,
  area: Area,
  t: number,
  slots: readonly TagSlot[],
  units: readonly PlacedUnit[],
  obstacles: readonly Area[],
): number {
  let sum = Math.abs(t - 0.46) * 14;
  for (const other of slots) {
    if (other === slot || other.edge.layer !== slot.edge.layer) continue;
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
  slot: TagSlot,
  slots: readonly TagSlot[],
  units: readonly PlacedUnit[],
  obstacles: readonly Area[],
): boolean {
  const others = slots.filter((other) => other !== slot);
  return (
    others.some((other) => overlap(slot.area, other.area) > 0) ||
    obstacles.some((obstacle) => overlap(slot.area, obstacle) > 0) ||
    units.some((unit) => reachIntoCircle(slot.area, unit, unit.r) > 4)
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
  const tagged = edges.filter(
    ({ faint, weight, inQuestion, carriesBack }) => !faint && (weight !== null || inQuestion || carriesBack),
  );
  const slots = tagged.map((edge): TagSlot => {
    const size = sizeOf(edge, picture, type);
    return { edge, ...size, line: samples(edge.curve, 24), area: { ...pointOn(edge.curve, 0.46), ...size } };
  });
  // The most important tags are placed first; the others avoid them.
  const order = slots.toSorted((a, b) => rank(b.edge) - rank(a.edge));
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (const slot of order) {
      const options = PLACES.map((t) => {
        const area = { ...pointOn(slot.edge.curve, t), w: slot.w, h: slot.h };
        return { area, cost: cost(slot, area, t, slots, units, obstacles) };
      });
      slot.area = options.reduce((best, option) => (option.cost < best.cost ? option : best)).area;
    }
  }
  let kept = slots;
  for (const slot of order.toReversed()) {
    if (!slot.edge.relevant && collides(slot, kept, units, obstacles))
      kept = kept.filter((other) => other !== slot);
  }
  return kept.map(({ edge, area }) => ({ edge, ...area }));
}

function rank(edge: PlacedEdge): number {
  return edge.inQuestion ? 3 : edge.carriesBack ? 2 : edge.relevant ? 1 : 0;
}
