import type { Area, Point } from '../../drawing/layout/parts.ts';
import { type Look, ringThickness } from '../../drawing/parts/looks.ts';
import { BRONZE, type Colour, type Part, type Shape, WHITE } from '../../drawing/parts/ink.ts';
import { element, escaped } from './element.ts';

/** Value of a colour by its name in tokens.css. */
export type Palette = (name: Colour) => string;

/** Families of the face of the game, and of what is like it where it is not installed. */
export const FONT_FAMILY =
  "'M PLUS Rounded 1c', 'Hiragino Maru Gothic ProN', 'Yu Gothic', 'Noto Sans CJK JP', sans-serif";
/** Height of the middle of a digit above the base line, in em. */
const DIGIT_MIDDLE = 0.365;

/** Text in a drawing. */
interface TextLook {
  readonly size: number;
  readonly colour: Colour;
  readonly weight?: 500 | 700;
  readonly anchor?: 'start' | 'middle' | 'end';
}

/** Pen that writes shapes, labels and texts of one drawing as SVG, in the colours of a palette. */
export class Pen {
  readonly #palette: Palette;

  constructor(palette: Palette) {
    this.#palette = palette;
  }

  shape({ d, fill, stroke, width, dash, alpha }: Shape): string {
    return element('path', {
      d,
      fill: fill ? this.#palette(fill) : 'none',
      stroke: stroke ? this.#palette(stroke) : undefined,
      'stroke-width': stroke ? (width ?? 2) : undefined,
      'stroke-linecap': stroke ? 'round' : undefined,
      'stroke-linejoin': stroke ? 'round' : undefined,
      'stroke-dasharray': dash ? dash.join(' ') : undefined,
      opacity: alpha,
    });
  }

  part({ shapes }: Part): string {
    return shapes.map((shape) => this.shape(shape)).join('');
  }

  /** Line through points. */
  line(points: readonly Point[], shape: Omit<Shape, 'd' | 'fill'>): string {
    const d = points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(2)},${y.toFixed(2)}`).join('');
    return this.shape({ d, ...shape });
  }

  /** Text whose digits have their middle at (x, y). */
  text(x: number, y: number, text: string, look: TextLook): string {
    if (text === '') return '';
    const { size, colour, weight = 700, anchor = 'middle' } = look;
    return element(
      'text',
      {
        x,
        y: y + size * DIGIT_MIDDLE,
        'font-size': size,
        'font-weight': weight,
        'text-anchor': anchor,
        fill: this.#palette(colour),
      },
      escaped(text),
    );
  }

  /** Rounded label. @param room  width kept free at its left end, for a sign */
  pill({ x, y, w, h }: Area, text: string, look: Look, size: number, room = 0): string {
    return (
      this.#back({ x, y, w, h }, look, size) + this.text(x + room / 2, y, text, { size, colour: look.text })
    );
  }

  /** Empty label with a dashed ring, to be written in. */
  slot({ x, y, w, h }: Area, size: number): string {
    const width = 2 * ringThickness(size);
    return element('rect', {
      ...box({ x, y, w, h }, width),
      fill: this.#palette(WHITE),
      stroke: this.#palette(BRONZE),
      'stroke-width': width,
      'stroke-dasharray': '5 4',
    });
  }

  #back(area: Area, look: Look, size: number): string {
    const width = look.ringWidth * ringThickness(size);
    return element('rect', {
      ...box(area, width),
      fill: this.#palette(look.fill),
      stroke: this.#palette(look.ring),
      'stroke-width': width,
    });
  }
}

/** Rectangle whose ring lies inside of an area. */
function box({ x, y, w, h }: Area, ring: number): Record<string, number> {
  return {
    x: x - w / 2 + ring / 2,
    y: y - h / 2 + ring / 2,
    width: w - ring,
    height: h - ring,
    rx: (h - ring) / 2,
  };
}
