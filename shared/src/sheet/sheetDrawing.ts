import { layoutOf } from '../drawing/layout/layout.ts';
import type { Box, Layout } from '../drawing/layout/parts.ts';
import { fourFigures } from '../drawing/layout/text.ts';
import type { Picture } from '../drawing/picture.ts';
import { edgeName, type EdgeRef } from '../maths/unit.ts';
import { factsOf } from '../question/facts.ts';
import { placeNumber, type PlaceId, setOfThree } from '../question/places/place.ts';
import type { Situation } from '../question/situation.ts';
import { fill as filled } from '../strings/fill.ts';
import type { Language } from '../strings/languages.ts';
import { SHEET_WORDS } from '../strings/sheet.ts';
import { biasName, extentOf, overlappingLabels, tagName } from './labels.ts';
import { type SheetFill, sheetPicture } from './sheetPicture.ts';
import { networkSvg } from './svg/networkSvg.ts';
import type { Palette } from './svg/pen.ts';

/** Width of the text of an A4 page with its margins, CSS px. */
const PAGE_WIDTH = 680;
/** Largest height of a drawing on a page with a heading, CSS px. */
const MOST_HEIGHT = 700;
/** Height for one unit of the tallest layer, and the least of a drawing. */
const [UNIT_HEIGHT, LEAST_HEIGHT] = [150, 240];
/** Height for one unit of a drawing that is not to be written in, and its width on paper. */
const [FLAT_UNIT_HEIGHT, GRADIENT_WIDTH] = [125, 560];
/** Frames that are tried, with the factors by which the canvas grows; on paper it is scaled down by the same. */
const FRAMES = [
  { frame: 'whole', growth: [1, 1.2, 1.5] },
  { frame: 'neighbourhood', growth: [1, 1.2, 1.5, 1.8, 2.2] },
] as const;
/** Least radius of a body on paper, CSS px: its belly can still be written in. */
const WRITABLE_RADIUS = 26;

/** A drawing on paper. */
export interface SheetDrawing {
  /** Text of an SVG element. */
  readonly svg: string;
  readonly layout: Layout;
  /** Size on paper as a share of the usual size, (0, 1]. */
  readonly scale: number;
  /** false: only ◆'s unit and the two layers beside it had room. */
  readonly isWhole: boolean;
  /** Every weight has its number in the drawing; false: they belong into tables. */
  readonly hasAllWeights: boolean;
  /** Bellies are large enough to be written in by hand. */
  readonly isWritable: boolean;
}

export interface SheetDrawingOptions {
  readonly edge: EdgeRef | null;
  readonly fill: SheetFill;
  readonly areNumbered: boolean;
  readonly language: Language;
  /** Name of the network, for the description. */
  readonly name: string;
  readonly palette: Palette;
  /** The formula stands below the places. */
  readonly hasFormula: boolean;
}

/** Canvas of a picture on a page: as high as its tallest layer needs. */
function pageBox({ units }: Picture): Box {
  const tallest = Math.max(...units.map(({ index }) => index + 1));
  const unitHeight = units.some(({ mine }) => mine) ? FLAT_UNIT_HEIGHT : UNIT_HEIGHT;
  const height = Math.min(MOST_HEIGHT, Math.max(LEAST_HEIGHT, tallest * unitHeight));
  return { width: PAGE_WIDTH, height };
}

/** Tags and biases that a gradient does not need and that lie on another text are left out: tables have them. */
function withoutCollisions(layout: Layout): Layout {
  const covered = new Set(overlappingLabels(layout).flatMap(({ names }) => names));
  const isKept = (name: string, inQuestion: boolean): boolean => inQuestion || !covered.has(name);
  return {
    ...layout,
    tags: layout.tags.filter(({ edge }) => isKept(tagName(edge.key), edge.inQuestion)),
    biases: layout.biases.filter(({ unit, inQuestion }) => isKept(biasName(unit), inQuestion)),
  };
}

/** Width of a layout on paper as a share of its own. */
function scaleOf(layout: Layout): number {
  const { left, right } = extentOf(layout);
  return PAGE_WIDTH / (right - left);
}

/** Tells whether a layout has so many edges that most of them are faint. */
const isCrowded = (layout: Layout): boolean => layout.edges.some(({ faint }) => faint);
/** Cost of a crowd, as an area: enough to look for a frame without one. */
const CROWD_COST = 1;

const sharedArea = (layout: Layout): number =>
  overlappingLabels(layout).reduce((sum, { area }) => sum + area, 0);

/**
 * Layout on the smallest canvas on which no text lies on another; where the whole network has no such canvas, or has a
 * crowd of edges, ◆'s unit with the two layers beside it; else the one on which the least is covered.
 */
function roomyLayout(picture: Picture): { readonly layout: Layout; readonly isWhole: boolean } {
  const { width, height } = pageBox(picture);
  const frames = picture.units.some(({ mine }) => mine) ? FRAMES : FRAMES.slice(0, 1);
  const tries = frames.flatMap(({ frame, growth }) => growth.map((by) => ({ frame, by })));
  let best: { readonly layout: Layout; readonly isWhole: boolean; readonly covered: number } | null = null;
  for (const { frame, by } of tries) {
    const layout = withoutCollisions(
      layoutOf({ ...picture, frame }, { width: width * by, height: height * by }),
    );
    const covered = sharedArea(layout) + (frames.length > 1 && isCrowded(layout) ? CROWD_COST : 0);
    if (!best || covered < best.covered) best = { layout, isWhole: frame === 'whole', covered };
    if (covered === 0) break;
  }
  return best!;
}

export const CIRCLED = ['①', '②', '③', '④', '⑤'] as const;

/** The article's formula of a gradient, `Σ(① × ② × ③) × ④ × ⑤`, by the numbers of its places. */
export function gradientFormula({ network }: Situation, edge: EdgeRef): string {
  const set = setOfThree(network, edge);
  const sign = (place: PlaceId): string => CIRCLED[placeNumber(set, place)! - 1]!;
  const path = set.paths[0]?.places.map(sign).join(' × ');
  const own = [set.error, set.valve, set.input].filter((place) => place !== undefined).map(sign);
  return [...(path === undefined ? [] : [`Σ(${path})`]), ...own].join(' × ');
}

function captionOf(situation: Situation, { edge, fill, hasFormula }: SheetDrawingOptions): string {
  if (edge === null || !hasFormula) return '';
  const formula = `∂E/∂(${edgeName(situation.network, edge)}) = ${gradientFormula(situation, edge)}`;
  return fill === 'solved' ? `${formula} = ${fourFigures(factsOf(situation, edge).G)}` : formula;
}

/** Draws a network, or the places of one weight's gradient in it, for an A4 page or a slide. */
export function sheetDrawing(situation: Situation, options: SheetDrawingOptions): SheetDrawing {
  const { edge, fill, areNumbered, language, name, palette } = options;
  const words = SHEET_WORDS[language];
  const picture = sheetPicture(situation, {
    edge,
    fill,
    areNumbered,
    words: { target: words.target, error: words.error },
  });
  const { layout, isWhole } = roomyLayout(picture);
  const scale = scaleOf(layout);
  const title =
    edge === null
      ? filled(words.networkTitle, { name })
      : filled(words.gradientTitle, { name, edge: edgeName(situation.network, edge) });
  const svg = networkSvg(layout, {
    palette,
    title,
    caption: captionOf(situation, options),
    areSlots: fill === 'slots',
    printWidth: edge === null ? PAGE_WIDTH : GRADIENT_WIDTH,
  });
  const written = new Set<string>([
    ...layout.tags.map((tag) => tag.edge.place),
    ...layout.chips.map(({ place }) => place),
  ]);
  return {
    svg,
    layout,
    scale,
    isWhole,
    hasAllWeights: layout.edges.every(({ place }) => written.has(place)),
    isWritable: layout.units.every(({ unit, r }) => unit.kind === 'input' || r * scale >= WRITABLE_RADIUS),
  };
}
