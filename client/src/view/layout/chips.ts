import type { PlaceId } from '@relay/shared/question/place';
import type { Picture, TakenPlace } from '../stage';
import { outputChipY } from './columns';
import {
  type Box,
  chipHeight,
  type PlacedChip,
  type PlacedParcel,
  type PlacedTarget,
  type PlacedUnit,
  type Point,
  type TypeSizes,
  VALVE,
  valveAt,
} from './parts';
import { textWidth, threeFigures } from './text';

const isLast = (unit: PlacedUnit, units: readonly PlacedUnit[]): boolean =>
  units.every((other) => other.unit.layer <= unit.unit.layer);

/** Left end of what stands to the right of a unit. */
const besides = (unit: PlacedUnit, type: TypeSizes): number => unit.x + unit.r + type.chip * 0.95;

const chipWidth = (text: string, type: TypeSizes): number => textWidth(text, type.chip) + type.chip;

/** Error and valve of one unit stand one below the other, with room for a × between them where there is any. */
function stackStep(unit: PlacedUnit, type: TypeSizes): number {
  const h = chipHeight(type);
  return Math.max(h + 2, Math.min(h * 2.15, unit.pitch * 0.42));
}

/** Middle of the chip of the error or the parcel of a unit. */
function rightChipY(unit: PlacedUnit, type: TypeSizes): number {
  return unit.y - stackStep(unit, type) * 0.18;
}

function placeChip(
  taken: TakenPlace,
  unit: PlacedUnit,
  units: readonly PlacedUnit[],
  type: TypeSizes,
): PlacedChip {
  const w = chipWidth(taken.text, type);
  const h = chipHeight(type);
  const base = { place: taken.place, number: taken.number, text: taken.text, w, h };
  const kind = taken.place[0];
  if (kind === 'e' || kind === 'p') {
    const y = rightChipY(unit, type);
    return { ...base, x: besides(unit, type) + w / 2, y, tie: { x: unit.x + unit.r * 1.02, y } };
  }
  if (kind === 'f') {
    const valve = valveAt(unit);
    const below = isLast(unit, units)
      ? { x: besides(unit, type) + w / 2, y: rightChipY(unit, type) + stackStep(unit, type) }
      : { x: valve.x + unit.r * VALVE.r + w / 2 - 2, y: valve.y + unit.r * 0.34 + h * 0.62 };
    return { ...base, ...below, tie: valve };
  }
  return { ...base, x: unit.x, y: outputChipY(unit, type), tie: null };
}

/** Chips of everything taken but the weights, which stand where their tag was. */
export function placeChips(picture: Picture, units: readonly PlacedUnit[], type: TypeSizes): PlacedChip[] {
  return picture.taken.flatMap((taken) => {
    const unit = units.find((placed) => placed.unit.name === taken.place.slice(2));
    return unit && !taken.place.startsWith('w') ? [placeChip(taken, unit, units, type)] : [];
  });
}

/** "target 1.00" to the right of each output; above the error chip once that is taken. */
export function placeTargets(
  picture: Picture,
  units: readonly PlacedUnit[],
  type: TypeSizes,
): PlacedTarget[] {
  const taken = new Set(picture.taken.map(({ place }) => place));
  return units.flatMap((placed): PlacedTarget[] => {
    const { unit, r } = placed;
    if (unit.target === null) return [];
    const base = { unit: unit.name, word: picture.words.target, value: threeFigures(unit.target) };
    const x = besides(placed, type);
    if (taken.has(`e:${unit.name}`)) {
      const y = rightChipY(placed, type) - chipHeight(type) * 0.62 - type.word * 0.8;
      return [{ ...base, x, y, stacked: false, line: null }];
    }
    const from = { x: placed.x + r * 1.08, y: placed.y };
    return [{ ...base, x, y: placed.y, stacked: true, line: { from, to: { x: x - 3, y: placed.y } } }];
  });
}

/** × where both sides of it are taken: between error and valve, and on the edge before the unit it comes from. */
export function placeTimes(
  picture: Picture,
  chips: readonly PlacedChip[],
  units: readonly PlacedUnit[],
  arrivals: ReadonlyMap<PlaceId, Point>,
  radius: number,
): Point[] {
  const chip = (place: PlaceId): PlacedChip | undefined => chips.find((one) => one.place === place);
  const marks: Point[] = [];
  for (const { unit } of units) {
    const [error, valve] = [chip(`e:${unit.name}`), chip(`f:${unit.name}`)];
    if (!error || !valve) continue;
    if (valve.y - error.y >= error.h + radius * 1.7)
      marks.push({ x: Math.min(error.x, valve.x), y: (error.y + valve.y) / 2 });
  }
  for (const { place } of picture.taken) {
    const end = arrivals.get(place);
    const next = place.split('>')[1];
    if (!end || !next) continue;
    const joined = [`e:${next}`, `f:${next}`, `p:${next}`] as PlaceId[];
    if (joined.some((other) => chip(other))) marks.push({ x: end.x - radius * 0.9, y: end.y });
  }
  return marks;
}

/** δ parcels sit on the right shoulder of their unit. */
export function placeParcels(
  picture: Picture,
  units: readonly PlacedUnit[],
  box: Box,
  type: TypeSizes,
): PlacedParcel[] {
  const size = parcelSize(type);
  return picture.parcels.flatMap(({ unit: name, text }) => {
    const unit = units.find((placed) => placed.unit.name === name);
    if (!unit) return [];
    const w = textWidth(text, size) + size * 2.4;
    const h = Math.round(size * 1.9);
    const x = Math.min(unit.x + unit.r * 0.62 + w * 0.4, box.width - w / 2 - 2);
    const y = Math.max(h / 2 + 2, unit.y - unit.r * 0.98 - h * 0.3);
    return [{ unit: name, text, x, y, w, h }];
  });
}

/** Font size in a parcel: between a tag and a chip. */
export const parcelSize = (type: TypeSizes): number => Math.round((type.tag + type.chip) / 2);
