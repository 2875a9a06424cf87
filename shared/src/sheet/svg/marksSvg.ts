import type { Layout, PlacedBracket, PlacedChip, PlacedTarget } from '../../drawing/layout/parts.ts';
import { textWidth } from '../../drawing/layout/text.ts';
import { BRONZE, GREEN, MUTED, type Part, SLATE, TEXT, WHITE } from '../../drawing/parts/ink.ts';
import { bracketHatching, bracketPoints, bracketWidths } from '../../drawing/parts/lines.ts';
import { LOOKS } from '../../drawing/parts/looks.ts';
import { badgeRadius } from '../../drawing/layout/chips.ts';
import { placeKindOf } from '../../question/places/placeId.ts';
import { element, groupAt } from './element.ts';
import type { Pen } from './pen.ts';

/** Word and value of a target beside its output, tied to it by dots. */
export function targetSvg(
  pen: Pen,
  { word, value, x, y, stacked, line }: PlacedTarget,
  { type }: Layout,
): string {
  const quiet = { size: type.word, colour: MUTED, weight: 500 } as const;
  if (!stacked) {
    const size = Math.round(type.word * 1.15);
    return (
      pen.text(x, y, value, { size, colour: TEXT, anchor: 'end' }) +
      pen.text(x - textWidth(value, size) - 5, y, word, { ...quiet, anchor: 'end' })
    );
  }
  const dots = line ? pen.line([line.from, line.to], { stroke: SLATE, width: 2, dash: [3, 4] }) : '';
  return (
    dots +
    pen.text(x, y - type.target * 0.62 - type.word * 0.5, word, { ...quiet, anchor: 'start' }) +
    pen.text(x, y, value, { size: type.target, colour: TEXT, anchor: 'start' })
  );
}

/** The green Σ bracket that adds up the paths, hatched. */
export function bracketSvg(pen: Pen, bracket: PlacedBracket, sigma: Part): string {
  const { line, hatch } = bracketWidths(bracket);
  return (
    bracketHatching(bracket)
      .map((ends) => pen.line(ends, { stroke: GREEN, width: hatch, alpha: 0.45 }))
      .join('') +
    pen.line(bracketPoints(bracket), { stroke: GREEN, width: line }) +
    groupAt(bracket.disc.x, bracket.disc.y, pen.part(sigma))
  );
}

/** Short line that ties a chip to its place. */
export const tieSvg = (pen: Pen, { x, y, tie }: PlacedChip): string =>
  tie ? pen.line([{ x, y }, tie], { stroke: BRONZE, width: 2.5 }) : '';

/** Position of the badge of a chip: on its left shoulder; beside it at the feet, below the unit's own number. */
export function badgeAt(
  chip: PlacedChip,
  layout: Layout,
): { readonly x: number; readonly y: number; readonly r: number } {
  const r = badgeRadius(layout.type);
  return placeKindOf(chip.place) === 'output'
    ? { x: chip.x - chip.w / 2 - r * 0.5, y: chip.y, r }
    : { x: chip.x - chip.w / 2 - r * 0.1, y: chip.y - chip.h / 2 + r * 0.1, r };
}

/** A place with its number: yellow with the value, or an empty slot. */
export function chipSvg(pen: Pen, chip: PlacedChip, layout: Layout, badge: Part, isSlot: boolean): string {
  const size = layout.type.chip;
  const label = isSlot ? pen.slot(chip, size) : pen.pill(chip, chip.text, LOOKS.chip, size, size * 0.16);
  return element('g', { 'data-place': chip.place }, label, badgeSvg(pen, chip, layout, badge));
}

function badgeSvg(pen: Pen, chip: PlacedChip, layout: Layout, badge: Part): string {
  if (chip.number === null) return '';
  const { x, y } = badgeAt(chip, layout);
  const size = Math.round(layout.type.chip * 0.8);
  const number = pen.text(x, y, String(chip.number), { size, colour: WHITE });
  return groupAt(x, y, pen.part(badge)) + element('g', { 'data-number': chip.number }, number);
}
