import type { Layout } from '../../drawing/layout/parts.ts';
import { type Part, TEXT } from '../../drawing/parts/ink.ts';
import { thingParts } from '../../drawing/parts/thingParts.ts';
import { extentOf } from '../labels.ts';
import { chevronsSvg, biasSvg, edgeSvg, tagSvg } from './edgeSvg.ts';
import { element, escaped } from './element.ts';
import { bracketSvg, chipSvg, targetSvg, tieSvg } from './marksSvg.ts';
import { FONT_FAMILY, type Palette, Pen } from './pen.ts';
import { nameSvg, unitSvg } from './unitSvg.ts';

/** Text and look of one drawing besides its layout. */
interface DrawingOptions {
  readonly palette: Palette;
  /** Description for readers who do not see the drawing. */
  readonly title: string;
  /** Line below the drawing; empty: none. */
  readonly caption: string;
  /** Taken places are empty slots. */
  readonly areSlots: boolean;
  /** Width at which the drawing is printed, CSS px. */
  readonly printWidth: number;
}

/** Height of a line below the drawing, CSS px. */
const CAPTION_HEIGHT = 34;
const CAPTION_SIZE = 16;

/** Order of drawing of an edge: ◆ and what carries back lie above the others. */
const rank = (edge: Layout['edges'][number]): number =>
  Number(edge.inQuestion) * 2 + Number(edge.carriesBack);

/**
 * Drawing of a network in the game's hand, as the text of an SVG element. It has neither ids nor style sheets, so that
 * several may stand in one page, and names its face, so that it prints without a network.
 */
export function networkSvg(layout: Layout, options: DrawingOptions): string {
  const { type } = layout;
  const { left, top, right, bottom } = extentOf(layout);
  const pen = new Pen(options.palette);
  const things = new Map(thingParts(layout).map((part) => [part.key, part]));
  const thing = (name: string): Part => things.get(name)!;
  const edges = layout.edges.toSorted((a, b) => rank(a) - rank(b));
  const width = right - left;
  const height = bottom - top + (options.caption === '' ? 0 : CAPTION_HEIGHT);
  const caption = pen.text((left + right) / 2, bottom + CAPTION_HEIGHT / 2, options.caption, {
    size: CAPTION_SIZE,
    colour: TEXT,
  });
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: [left, top, width, height].map((length) => Math.round(length)).join(' '),
      width: options.printWidth,
      height: (options.printWidth * height) / width,
      role: 'img',
      'aria-label': options.title,
      'font-family': FONT_FAMILY,
    },
    element('title', {}, escaped(options.title)),
    ...edges.map((edge) => edgeSvg(pen, edge)),
    ...edges.map((edge) => chevronsSvg(pen, edge, thing('chevron'))),
    ...layout.targets.map((target) => targetSvg(pen, target, layout)),
    ...layout.chips.map((chip) => tieSvg(pen, chip)),
    ...layout.units.map((placed) => unitSvg(pen, placed, type)),
    ...layout.biases.map((bias) => biasSvg(pen, bias, layout, thing('diamond'))),
    ...layout.units.map((placed) => nameSvg(pen, placed, type)),
    ...(layout.bracket ? [bracketSvg(pen, layout.bracket, thing('sigma'))] : []),
    ...layout.times.map(({ x, y }) =>
      element('g', { transform: `translate(${x.toFixed(2)} ${y.toFixed(2)})` }, pen.part(thing('times'))),
    ),
    ...layout.tags.map((tag) => tagSvg(pen, tag, layout, thing('diamond'))),
    ...layout.chips.map((chip) => chipSvg(pen, chip, layout, thing('badge'), options.areSlots)),
    caption,
  );
}
