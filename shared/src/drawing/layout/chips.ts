import type { PlaceId } from '../../question/places/place.ts';
import { parsePlaceId, placeKindOf, unitOfPlace, unitPlaceId } from '../../question/places/placeId.ts';
import type { Picture, TakenPlace } from '../picture.ts';
import { outputChipAt, valveChipBelow } from './captions.ts';
import {
  type Box,
  chipHeight,
  type PlacedChip,
  type PlacedTarget,
  type PlacedUnit,
  type Point,
  type TypeSizes,
  VALVE,
  valveAt,
} from './parts.ts';
import { shortFigures, textWidth } from './text.ts';

const isLast = (unit: PlacedUnit, units: readonly PlacedUnit[]): boolean =>
  units.every((other) => other.unit.layer <= unit.unit.layer);

/** Left end of chips and targets to the right of a unit. */
const rightOf = (unit: PlacedUnit, type: TypeSizes): number => unit.x + unit.r + type.chip * 1.05;

/** Width of a chip; the least leaves room for the badge beside "1". */
export const chipWidth = (text: string, type: TypeSizes): number =>
  Math.max(textWidth(text, type.chip) + type.chip, type.chip * 2.7);

/** Radius of the badge on a chip. */
export const badgeRadius = (type: TypeSizes): number => Math.round(type.chip * 0.62);

/** Distance between the chips of error and valve, one below the other, with room for a × when there is any. */
function stackStep(unit: PlacedUnit, type: TypeSizes): number {
  const h = chipHeight(type);
  return Math.max(h + 2, Math.min(h * 2.15, unit.pitch * 0.42));
}

/** y of the middle of a unit's error or parcel chip. */
function rightChipY(unit: PlacedUnit, type: TypeSizes): number {
  return unit.y - stackStep(unit, type) * 0.18;
}

/** Point on the rim of the valve, on the side of its chip. */
function rimTowards(unit: PlacedUnit, at: Point): Point {
  const valve = valveAt(unit);
  const [dx, dy] = [at.x - valve.x, at.y - valve.y];
  const share = (unit.r * VALVE.r) / Math.hypot(dx, dy);
  return { x: valve.x + dx * share, y: valve.y + dy * share };
}

/** Position of the valve's chip: below the error at the last layer; else to the lower right, or below in a narrow frame. */
function valveChipAt(
  unit: PlacedUnit,
  w: number,
  picture: Picture,
  units: readonly PlacedUnit[],
  type: TypeSizes,
): Point {
  if (isLast(unit, units))
    return { x: rightOf(unit, type) + w / 2, y: rightChipY(unit, type) + stackStep(unit, type) };
  if (picture.frame === 'neighbourhood') return valveChipBelow(unit, type);
  return { x: unit.x + unit.r * 1.2 + w / 2, y: valveAt(unit).y + unit.r * 0.42 };
}

function placeChip(
  taken: TakenPlace,
  unit: PlacedUnit,
  picture: Picture,
  units: readonly PlacedUnit[],
  type: TypeSizes,
): PlacedChip {
  const w = chipWidth(taken.text, type);
  const h = chipHeight(type);
  const base = { place: taken.place, number: taken.number, text: taken.text, w, h };
  const kind = placeKindOf(taken.place);
  if (kind === 'error' || kind === 'parcel') {
    const y = rightChipY(unit, type);
    return { ...base, x: rightOf(unit, type) + w / 2, y, tie: { x: unit.x + unit.r * 1.02, y } };
  }
  if (kind === 'valve') {
    const at = valveChipAt(unit, w, picture, units, type);
    return { ...base, ...at, tie: rimTowards(unit, at) };
  }
  const at = outputChipAt(unit, unit.bellySize, type);
  const left = w / 2 + (taken.number === null ? 0 : badgeRadius(type) * 1.5) + 2;
  return { ...base, ...at, x: Math.max(at.x, left), tie: null };
}

/** Places the chips of all taken places except weights, whose chips replace their tags. */
export function placeChips(picture: Picture, units: readonly PlacedUnit[], type: TypeSizes): PlacedChip[] {
  return picture.taken.flatMap((taken) => {
    const unit = units.find((placed) => placed.unit.name === unitOfPlace(taken.place));
    return unit ? [placeChip(taken, unit, picture, units, type)] : [];
  });
}

/** Places "target 1.00" to the right of each output; above the error chip once that is taken. */
export function placeTargets(
  picture: Picture,
  units: readonly PlacedUnit[],
  box: Box,
  type: TypeSizes,
): PlacedTarget[] {
  const taken = new Set(picture.taken.map(({ place }) => place));
  return units.flatMap((placed): PlacedTarget[] => {
    const { unit, r } = placed;
    if (unit.target === null) return [];
    const base = unit.isBare
      ? { unit: unit.name, word: picture.words.error, value: '' }
      : { unit: unit.name, word: picture.words.target, value: shortFigures(unit.target) };
    const x = rightOf(placed, type);
    if (taken.has(unitPlaceId('error', unit.name))) {
      const wide = textWidth(base.word, type.word) + textWidth(base.value, type.word * 1.15) + 6;
      const y = rightChipY(placed, type) - chipHeight(type) / 2 - type.chip * 0.5 - type.word * 0.65;
      const end = Math.min(box.width - 4, x + Math.max(wide, textWidth('−0.4489', type.chip)));
      return [{ ...base, x: end, y: Math.max(type.word * 0.7, y), stacked: false, line: null }];
    }
    const from = { x: placed.x + r * 1.08, y: placed.y };
    // A parcel on the shoulder needs the room above.
    const hasParcel = picture.parcels.some((parcel) => parcel.unit === unit.name);
    const y = placed.y + (hasParcel ? type.word * 0.8 : 0);
    return [{ ...base, x, y, stacked: true, line: { from, to: { x: x - 3, y } } }];
  });
}

/** Places a × between two taken factors: between error and valve, and on an edge before the unit it leads to. */
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
    const [error, valve] = [chip(unitPlaceId('error', unit.name)), chip(unitPlaceId('valve', unit.name))];
    if (!error || !valve) continue;
    if (valve.y - error.y >= error.h + radius * 1.7)
      marks.push({ x: Math.min(error.x, valve.x), y: (error.y + valve.y) / 2 });
  }
  for (const { place } of picture.taken) {
    const end = arrivals.get(place);
    const parsed = parsePlaceId(place);
    if (!end || parsed?.kind !== 'weight') continue;
    const next = parsed.to;
    const joined = [unitPlaceId('error', next), unitPlaceId('valve', next), unitPlaceId('parcel', next)];
    if (joined.some((other) => chip(other))) marks.push({ x: end.x - radius * 1.5, y: end.y });
  }
  return marks;
}
