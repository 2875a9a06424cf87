import { nameBox } from '../drawing/layout/captions.ts';
import { overlap } from '../drawing/layout/curve.ts';
import type { Area, Layout, PlacedTarget } from '../drawing/layout/parts.ts';
import { textWidth } from '../drawing/layout/text.ts';
import { badgeAt } from './svg/marksSvg.ts';

/** Room around a text at the edge of a drawing, CSS px. */
const EDGE = 2;

/** Edges of a drawing, in the coordinates of its layout. */
export interface Extent {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A text of a drawing, by what it belongs to, with the areas that it needs. */
interface Label {
  readonly name: string;
  readonly areas: readonly Area[];
}

/** Height of digits and capital letters, in em. */
const CAP_HEIGHT = 0.75;

function targetAreas({ word, value, x, y, stacked }: PlacedTarget, { type }: Layout): Area[] {
  if (!stacked) {
    const size = type.word * 1.15;
    const w = textWidth(value, size) + 5 + textWidth(word, type.word);
    return [{ x: x - w / 2, y, w, h: size * CAP_HEIGHT }];
  }
  const [wordWidth, valueWidth] = [textWidth(word, type.word), textWidth(value, type.target)];
  return [
    {
      x: x + wordWidth / 2,
      y: y - type.target * 0.62 - type.word * 0.5,
      w: wordWidth,
      h: type.word * CAP_HEIGHT,
    },
    { x: x + valueWidth / 2, y, w: valueWidth, h: type.target * CAP_HEIGHT },
  ];
}

/** Name of the tag of an edge, `h1>y1`. */
export const tagName = (edge: string): string => `tag ${edge}`;
export const biasName = (unit: string): string => `bias of ${unit}`;

/** Lists the texts of a drawing: tags, places with their badges, biases, names and targets. */
function labelsOf(layout: Layout): Label[] {
  return [
    ...layout.tags.map((tag) => ({ name: tagName(tag.edge.key), areas: [tag] })),
    ...layout.biases.map((bias) => ({ name: biasName(bias.unit), areas: [bias] })),
    ...layout.chips.map((chip): Label => {
      const { x, y, r } = badgeAt(chip, layout);
      const badge = chip.number === null ? [] : [{ x, y, w: 2 * r, h: 2 * r }];
      return { name: `place ${chip.place}`, areas: [chip, ...badge] };
    }),
    ...layout.units.map((unit) => ({ name: `name ${unit.unit.name}`, areas: [nameBox(unit, layout.type)] })),
    ...layout.targets.map((target) => ({
      name: `target of ${target.unit}`,
      areas: targetAreas(target, layout),
    })),
  ];
}

const shared = (a: Label, b: Label): number =>
  Math.max(...a.areas.flatMap((one) => b.areas.map((other) => overlap(one, other))));

/** Pairs of texts that lie on one another, with the area that they share, in square pixels. */
export function overlappingLabels(
  layout: Layout,
): { readonly names: readonly [string, string]; readonly area: number }[] {
  const labels = labelsOf(layout);
  return labels.flatMap((a, i) =>
    labels.slice(i + 1).flatMap((b) => {
      const area = shared(a, b);
      return area > 0 ? [{ names: [a.name, b.name] as const, area }] : [];
    }),
  );
}

/** Smallest rectangle around the canvas and all texts that reach beyond it, by its edges. */
export function extentOf(layout: Layout): Extent {
  const areas = labelsOf(layout).flatMap((label) => label.areas);
  const { width, height } = layout.box;
  return {
    left: Math.min(0, ...areas.map(({ x, w }) => x - w / 2 - EDGE)),
    top: Math.min(0, ...areas.map(({ y, h }) => y - h / 2 - EDGE)),
    right: Math.max(width, ...areas.map(({ x, w }) => x + w / 2 + EDGE)),
    bottom: Math.max(height, ...areas.map(({ y, h }) => y + h / 2 + EDGE)),
  };
}
