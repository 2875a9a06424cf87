import type { Picture, UnitPicture } from '../picture.ts';
import { type Box, chipHeight, type PlacedUnit, type TypeSizes } from './parts.ts';
import { captionsOf } from './captions.ts';
import { textWidth } from './text.ts';

/** Extents of a character of radius 1 above and below its middle: crown or hair; feet. */
const ABOVE = 1.36;
const FEET = 1.16;
/** Reach of an arm beyond the body, in radii. */
const ARM = 0.26;

/** Room between columns, in body radii, for tags, chips, × and Σ. */
const GAP = { player: 2.7, projector: 2.3 } as const;
const LARGEST = { player: 84, projector: 132 } as const;

const mix = (a: number, b: number, t: number): number => Math.round(a + (b - a) * t);

/** Font sizes for a canvas, before `shrink` makes them fit a large network. */
export function typeSizes(picture: Picture, box: Box, shrink: number): TypeSizes {
  if (picture.scale === 'projector') {
    const at = (size: number): number => Math.round(size * shrink);
    const sizes = { tag: at(30), chip: at(44), name: at(32), people: at(28), target: at(46), word: at(28) };
    return { ...sizes, belly: 44, bellyLeast: 15 };
  }
  const t = Math.max(0, Math.min(1, (box.width - 390) / 510));
  const at = (small: number, large: number): number =>
    Math.max(11, Math.round(mix(small, large, t) * shrink));
  return {
    tag: at(12, 16),
    chip: at(14, 19),
    name: at(14, 20),
    people: at(12, 15),
    target: at(16, 23),
    word: at(12, 14),
    belly: 22,
    bellyLeast: 11,
  };
}

/** Room between the columns of a neighbourhood: before the viewer's unit and after it. */
const AROUND = [0.75, 1.9];

/** Height kept free below the feet: the name, and room to move it below a chip. */
function footHeight(type: TypeSizes, picture: Picture): number {
  return chipHeight(type) * (picture.scale === 'projector' ? 0.2 : 0.5) + type.name * 1.25;
}

/** Width kept free to the right of the last column, for targets, errors and valves. */
function rightZone(picture: Picture, type: TypeSizes): number {
  const chip = textWidth('−0.4489', type.chip) + type.chip * 0.9;
  return Math.max(chip, textWidth(picture.words.target, type.word)) + type.chip * 1.1 + 4;
}

interface Column {
  readonly units: readonly UnitPicture[];
  /** Radius of each unit as a share of the common radius. */
  readonly size: (unit: UnitPicture) => number;
}

const widest = ({ units, size }: Column): number => Math.max(...units.map(size));

function columnsOf(picture: Picture): Column[] {
  const mine = picture.units.find((unit) => unit.mine);
  const layers = [...new Set(picture.units.map((unit) => unit.layer))].sort((a, b) => a - b);
  const layer = (index: number): UnitPicture[] => picture.units.filter((unit) => unit.layer === index);
  if (picture.frame === 'neighbourhood' && mine) {
    const small = (unit: UnitPicture): number => (unit === mine ? 1 : unit.kind === 'input' ? 0.46 : 0.5);
    const around = [layer(mine.layer - 1), [mine], layer(mine.layer + 1)];
    return around.filter((units) => units.length > 0).map((units) => ({ units, size: small }));
  }
  const size = (unit: UnitPicture): number => (unit.kind === 'input' ? 0.8 : unit.mine ? 1.12 : 1);
  return layers.map((index) => ({ units: layer(index), size }));
}

/** Share by which the room after the viewer's unit is larger, where chips and Σ stand, at the cost of the room before it. */
const MORE_AFTER_MINE = 0.14;

/** Room after each column but the last, in common radii. */
function gapShares(columns: readonly Column[], picture: Picture): number[] {
  const neighbourhood = picture.frame === 'neighbourhood' && columns.length <= 3;
  const mine = columns.findIndex(({ units }) => units.some((unit) => unit.mine));
  return columns.slice(1).map((_, i) => {
    if (neighbourhood) return AROUND[i]!;
    const isHidden = mine > 0 && mine < columns.length - 1;
    const more = isHidden ? (i === mine ? 1 : i === mine - 1 ? -1 : 0) * MORE_AFTER_MINE : 0;
    return GAP[picture.scale] * (1 + more);
  });
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** The common radius at which all columns fit the box. */
function radiusFor(columns: readonly Column[], picture: Picture, box: Box, type: TypeSizes): number {
  const shares = gapShares(columns, picture);
  const width = box.width - rightZone(picture, type) - 6;
  const bodies = total(columns.map((column) => 2 * widest(column))) + ARM * widest(columns[0]!);
  const gapLeast = textWidth('−0.658', type.tag) + type.tag * 1.2;
  const wide = width / (bodies + total(shares));
  const roomy = picture.frame === 'neighbourhood' ? wide : (width - shares.length * gapLeast) / bodies;
  const high = columns.map((column) => {
    const pitch = box.height / column.units.length;
    return (pitch - footHeight(type, picture)) / ((ABOVE + FEET) * widest(column));
  });
  return Math.max(10, Math.min(wide, roomy, ...high, LARGEST[picture.scale]));
}

/** Places every drawn unit: position and radius. */
export function placeUnits(picture: Picture, box: Box, type: TypeSizes): PlacedUnit[] {
  const columns = columnsOf(picture);
  if (columns.length === 0) return [];
  const r = radiusFor(columns, picture, box, type);
  const shares = gapShares(columns, picture);
  const bodies = total(columns.map((column) => 2 * widest(column) * r));
  const left = ARM * widest(columns[0]!) * r + 4;
  const free = box.width - left - rightZone(picture, type) - bodies - 2;
  // Gaps share the free width; in very wide boxes they are capped and the rest stays at both ends.
  const gaps = shares.map((share) => Math.min((free * share) / total(shares), r * 5));
  let x = left + (free - total(gaps)) / 2;
  return columns.flatMap((column, i) => {
    const half = widest(column) * r;
    const centre = x + half;
    x += 2 * half + (gaps[i] ?? 0);
    const pitch = box.height / column.units.length;
    return column.units.map((unit, row): PlacedUnit => {
      const radius = column.size(unit) * r;
      const below = radius * FEET + footHeight(type, picture);
      const y = (row + 0.5) * pitch + (ABOVE * radius - below) / 2;
      const body = { unit, x: centre, y, r: radius, pitch };
      return { ...body, ...captionsOf(body, picture, type) };
    });
  });
}
