import type { Picture } from '../picture.ts';
import { overlap } from './curve.ts';
import type { Box, PlacedParcel, PlacedUnit, Point, TypeSizes } from './parts.ts';
import { textWidth } from './text.ts';

/** Top of the head, hair or crown half covered, in radii. */
const HEAD = 1.2;

/** Tells whether a parcel wider than its unit is drawn above the head: no other unit's name is there. */
function carriedAbove(
  unit: PlacedUnit,
  units: readonly PlacedUnit[],
  w: number,
  h: number,
  type: TypeSizes,
): boolean {
  const over = units.find(
    ({ unit: { layer, index } }) => layer === unit.unit.layer && index === unit.unit.index - 1,
  );
  const ceiling = over ? over.nameY + type.name * 0.6 : 0;
  return w > unit.r * 1.9 && unit.y - unit.r * HEAD - h > ceiling;
}

/** Offsets tried for a parcel around its unit, in halves of its height and quarters of its width. */
const AROUND = Array.from({ length: 13 }, (_, i) => i - 6);

/** Possible positions of a parcel, best first: a shoulder, usually the right one, the other shoulder, then further off. */
function parcelSpots(unit: PlacedUnit, w: number, h: number, side: number, isAbove: boolean): Point[] {
  const shoulder = (at: number): Point => ({
    x: unit.x + at * (unit.r * 0.62 + w * 0.4),
    y: unit.y - unit.r * 0.98 - h * 0.3,
  });
  const head = { x: unit.x, y: unit.y - unit.r * HEAD - h * 0.45 };
  const best = isAbove ? head : shoulder(side);
  const away = (at: Point): number => Math.hypot(at.x - best.x, at.y - best.y);
  const around = AROUND.flatMap((row) =>
    AROUND.map((column) => ({ x: unit.x + (column * w) / 4, y: best.y + (row * h) / 2 })),
  );
  return [best, shoulder(-side), ...around.toSorted((a, b) => away(a) - away(b))];
}

/** Places δ parcels on their units, so that none covers another. */
export function placeParcels(
  picture: Picture,
  units: readonly PlacedUnit[],
  box: Box,
  type: TypeSizes,
): PlacedParcel[] {
  const size = parcelSize(type);
  const placed: PlacedParcel[] = [];
  for (const { unit: name, text } of picture.parcels) {
    const unit = units.find((one) => one.unit.name === name);
    if (!unit) continue;
    const w = textWidth(text, size) + size * 2.4;
    const h = Math.round(size * 1.9);
    // The paths that a bracket adds up pass on the right of its unit.
    const owner = units.find(({ unit: { name: other } }) => other === picture.bracket?.unit)?.unit;
    const side = owner && unit.unit.layer === owner.layer && unit.unit.index > owner.index ? -1 : 1;
    const spots = parcelSpots(unit, w, h, side, carriedAbove(unit, units, w, h, type)).map((at) => ({
      unit: name,
      text,
      x: Math.max(w / 2 + 2, Math.min(at.x, box.width - w / 2 - 2)),
      y: Math.max(h / 2 + 2, Math.min(at.y, box.height - h / 2 - 2)),
      w,
      h,
    }));
    const covered = (spot: PlacedParcel): number =>
      placed.reduce((sum, other) => sum + overlap(spot, other, 1), 0);
    const free = spots.find((spot) => covered(spot) === 0);
    placed.push(free ?? spots.toSorted((a, b) => covered(a) - covered(b))[0]!);
  }
  return placed;
}

/** Font size in a parcel: between a tag and a chip. */
export const parcelSize = (type: TypeSizes): number => Math.round(type.tag * 0.7 + type.chip * 0.3);
