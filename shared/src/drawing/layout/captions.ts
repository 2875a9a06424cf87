import type { Picture } from '../picture.ts';
import { unitPlaceId } from '../../question/places/placeId.ts';
import { overlap } from './curve.ts';
import { type Area, BELLY, chipHeight, type PlacedUnit, type Point, type TypeSizes } from './parts.ts';
import { fittingSize, textWidth, threeFigures } from './text.ts';

type Body = Pick<PlacedUnit, 'unit' | 'x' | 'y' | 'r'>;

/** Middle of the label that takes the number of a belly too small for it, in radii below the middle of the body. */
export const BELLY_LABEL_Y = 0.86;

/** Font size of the number in the belly, or null where it would be too small there. */
function bellySizeOf({ unit, r }: Body, type: TypeSizes): number | null {
  if (unit.sum === null || unit.isBare) return null;
  const size = fittingSize(threeFigures(unit.sum), r * BELLY.r * 1.5, Math.min(type.belly, r * 0.29));
  return size >= type.bellyLeast ? size : null;
}

const labelled = (body: Body, bellySize: number | null): boolean =>
  body.unit.sum !== null && !body.unit.isBare && bellySize === null;

/** Position of the chip of a unit's output: before its feet, below a number there. */
export function outputChipAt(body: Body, bellySize: number | null, type: TypeSizes): Point {
  const { x, y, r } = body;
  const below = labelled(body, bellySize)
    ? r * BELLY_LABEL_Y + type.bellyLeast * 0.75 + chipHeight(type) / 2
    : 0;
  return { x, y: y + Math.max(r * 1.12, below) };
}

/** Position of the valve's chip when there is no room for it beside the unit. */
export function valveChipBelow({ x, y, r }: Body, type: TypeSizes): Point {
  return { x: x + r * 0.5, y: y + r * 1.16 + chipHeight(type) * 0.45 };
}

/** Positions and sizes of the texts on and below a unit. The name moves below chips. */
export function captionsOf(
  body: Body,
  picture: Picture,
  type: TypeSizes,
): Pick<PlacedUnit, 'nameY' | 'nameLeft' | 'nameRoom' | 'bellySize'> {
  const bellySize = bellySizeOf(body, type);
  const { unit, y, r } = body;
  const taken = new Set(picture.taken.map(({ place }) => place));
  const ends = [y + r * 1.2];
  if (labelled(body, bellySize)) ends.push(y + r * BELLY_LABEL_Y + type.bellyLeast * 0.75);
  if (taken.has(unitPlaceId('output', unit.name)))
    ends.push(outputChipAt(body, bellySize, type).y + chipHeight(type) / 2);
  if (picture.frame === 'neighbourhood' && unit.mine && taken.has(unitPlaceId('valve', unit.name)))
    ends.push(valveChipBelow(body, type).y + chipHeight(type) / 2);
  const nameY = Math.max(...ends) + type.name * 0.62;
  return { nameY, nameLeft: null, nameRoom: Math.max(r * 2.15, 84), bellySize };
}

/** Gap between a unit's name and its players' nicknames, CSS px. */
export const NAME_GAP = 6;

/** Area of the line below a unit: its name and its players' nicknames. */
export function nameBox({ unit, x, nameY, nameLeft, nameRoom }: PlacedUnit, type: TypeSizes): Area {
  const name = textWidth(unit.name, type.name);
  const people = unit.people === '' ? 0 : NAME_GAP + textWidth(unit.people, type.people);
  const w = unit.isBare ? 0 : Math.min(name + people, Math.max(name, nameRoom));
  return { x: nameLeft === null ? x : nameLeft + w / 2, y: nameY, w, h: type.name };
}

/** Gap between a name and a tag in its line, CSS px. */
const AIR = 4;

/** Unit with its name moved between the tags in its line: to the right of its own tag, cut before the next. */
export function besideTags(placed: PlacedUnit, tags: readonly Area[], type: TypeSizes): PlacedUnit {
  const inTheWayOf = (one: PlacedUnit): Area[] =>
    tags.filter((tag) => overlap(nameBox(one, type), tag, 2) > 0);
  const before = inTheWayOf(placed).filter(({ x }) => x < placed.x);
  const nameLeft = before.length > 0 ? Math.max(...before.map(({ x, w }) => x + w / 2)) + AIR : null;
  const name = { ...placed, nameLeft };
  const after = inTheWayOf(name).filter(({ x }) => x >= placed.x);
  if (after.length === 0) return name;
  const end = Math.min(...after.map(({ x, w }) => x - w / 2)) - AIR;
  const least = textWidth(placed.unit.name, type.name);
  const room = nameLeft === null ? 2 * (end - placed.x) : end - nameLeft;
  if (room >= least) return { ...name, nameRoom: room };
  if (nameLeft === null) return { ...name, nameLeft: end - least, nameRoom: least };
  // Not even the name fits between them: it goes below.
  const below = Math.max(...[...before, ...after].map(({ y, h }) => y + h / 2));
  return { ...placed, nameY: below + type.name * 0.62 };
}
