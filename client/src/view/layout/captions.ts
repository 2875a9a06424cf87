import type { Picture } from '../stage';
import { BELLY, chipHeight, type PlacedUnit, type Point, type TypeSizes } from './parts';
import { fittingSize, threeFigures } from './text';

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

/** Where the chip of what a unit hands on stands: before its feet, below whatever number is there. */
export function outputChipAt(body: Body, bellySize: number | null, type: TypeSizes): Point {
  const { x, y, r } = body;
  const below = labelled(body, bellySize)
    ? r * BELLY_LABEL_Y + type.bellyLeast * 0.75 + chipHeight(type) / 2
    : 0;
  return { x, y: y + Math.max(r * 1.12, below) };
}

/** Where the chip of the valve stands when there is no room for it beside the unit. */
export function valveChipBelow({ x, y, r }: Body, type: TypeSizes): Point {
  return { x: x + r * 0.5, y: y + r * 1.16 + chipHeight(type) * 0.45 };
}

/** What is written on and under a unit, and where. The name makes way for chips. */
export function captionsOf(
  body: Body,
  picture: Picture,
  type: TypeSizes,
): Pick<PlacedUnit, 'nameY' | 'bellySize'> {
  const bellySize = bellySizeOf(body, type);
  const { unit, y, r } = body;
  const taken = new Set(picture.taken.map(({ place }) => place));
  const ends = [y + r * 1.2];
  if (labelled(body, bellySize)) ends.push(y + r * BELLY_LABEL_Y + type.bellyLeast * 0.75);
  if (taken.has(`o:${unit.name}`)) ends.push(outputChipAt(body, bellySize, type).y + chipHeight(type) / 2);
  if (picture.frame === 'neighbourhood' && unit.mine && taken.has(`f:${unit.name}`))
    ends.push(valveChipBelow(body, type).y + chipHeight(type) / 2);
  return { nameY: Math.max(...ends) + type.name * 0.62, bellySize };
}
