import type * as Phaser from 'phaser';
import { pointsBetween } from '../picture/layout/curve';
import type { Layout, PlacedBracket, PlacedTarget } from '../picture/layout/parts';
import { strokeDashed } from './edgeView';
import { GREEN, hex, MUTED, RED, SLATE, TEXT } from './ink';
import { type RenderContext, words } from './renderContext';
import { passing } from './still';

type Mark = Phaser.GameObjects.GameObject;

/** Draws "target 1.00" beside an output, tied to it by dots. */
export function targetMarks(context: RenderContext, { type }: Layout, target: PlacedTarget): Mark[] {
  const { word, value, x, y, stacked, line } = target;
  const style = { size: type.word, colour: MUTED, weight: 500 } as const;
  // In a bare network only the word for the error is shown.
  if (value === '')
    return [
      words(context, x, y, word, { size: type.target * 1.2, colour: TEXT, weight: 700 }).setOrigin(0, 0.5),
    ];
  if (!stacked) {
    const number = context.glyphs.text(0, 0, value, Math.round(type.word * 1.15), hex(TEXT));
    context.glyphs.centre(number, x - number.width / 2, y);
    return [number, words(context, x - number.width - 5, y, word, style).setOrigin(1, 0.5)];
  }
  const label = words(context, x, y - type.target * 0.62 - type.word * 0.5, word, style).setOrigin(0, 0.5);
  const number = context.glyphs.text(0, 0, value, type.target, hex(TEXT));
  context.glyphs.centre(number, x + number.width / 2, y);
  const marks: Mark[] = [label, number];
  if (line) {
    const dots = context.scene.add.graphics().lineStyle(2, hex(SLATE));
    strokeDashed(dots, [line.from, line.to], [3, 4]);
    marks.push(passing(dots, pointsBetween(line.from, line.to)));
  }
  return marks;
}

/** Draws the green Σ bracket that adds up the paths, hatched, with its Σ towards the unit. */
export function bracketMarks(
  { scene, atlas }: RenderContext,
  { x, top, bottom, disc }: PlacedBracket,
): Mark[] {
  const line = scene.add.graphics();
  const bend = (bottom - top) * 0.14;
  const middle = (top + bottom) / 2;
  const width = Math.max(3, bend * 0.34);
  line.lineStyle(Math.max(1.2, width * 0.35), hex(GREEN), 0.45);
  for (let y = top + bend * 1.1; y < bottom - bend * 0.6; y += bend * 0.62)
    line.lineBetween(x + bend, y, x + bend * 1.9, y - bend * 0.75);
  line.lineStyle(width, hex(GREEN));
  const half = quarterTurns(x, bend, top, middle);
  const path = [...half, ...half.map((point) => ({ x: point.x, y: 2 * middle - point.y })).reverse()];
  line.beginPath();
  path.forEach((point, i) => (i === 0 ? line.moveTo(point.x, point.y) : line.lineTo(point.x, point.y)));
  line.strokePath();
  const hatching = path.map((point) => ({ x: point.x + bend, y: point.y }));
  return [passing(line, [...path, ...hatching]), atlas.image('sigma', disc.x, disc.y)];
}

/** Points of the upper half of a curly bracket: out of the top end, down the spine, in to the tip. */
function quarterTurns(x: number, bend: number, top: number, middle: number): { x: number; y: number }[] {
  const arc = (cx: number, cy: number, from: number, to: number) =>
    Array.from({ length: 9 }, (_, i) => {
      const angle = from + ((to - from) * i) / 8;
      return { x: cx + Math.cos(angle) * bend, y: cy + Math.sin(angle) * bend };
    });
  const { PI } = Math;
  return [...arc(x + 2 * bend, top + bend, -PI / 2, -PI), ...arc(x, middle - bend, 0, PI / 2)];
}

/** Pulsing ring of dashes round a place to look at, without a value. */
export class PulseRing {
  readonly root: Phaser.GameObjects.Graphics;
  readonly #at: Layout['pulses'][number];

  constructor({ scene }: RenderContext, at: Layout['pulses'][number]) {
    this.#at = at;
    this.root = scene.add.graphics().setPosition(at.x, at.y);
    this.root.lineStyle(3.5, hex(RED));
    strokeDashed(this.root, outlineOf(at.w, at.h), [9, 7]);
    this.beat(0);
  }

  beat(now: number): void {
    const swing = Math.sin(now / 260);
    this.root.setScale(1 + 0.05 * swing).setAlpha(0.82 + 0.18 * swing);
  }

  get at(): Layout['pulses'][number] {
    return this.#at;
  }
}

function outlineOf(w: number, h: number): { x: number; y: number }[] {
  const r = Math.min(w, h) / 2;
  const corner = (cx: number, cy: number, from: number) =>
    Array.from({ length: 13 }, (_, i) => {
      const angle = from + (i / 12) * (Math.PI / 2);
      return { x: cx + Math.cos(angle) * r, y: cy + Math.sin(angle) * r };
    });
  const [x, y] = [w / 2 - r, h / 2 - r];
  const { PI } = Math;
  const loop = [
    ...corner(x, y, 0),
    ...corner(-x, y, PI / 2),
    ...corner(-x, -y, PI),
    ...corner(x, -y, -PI / 2),
  ];
  return [...loop, loop[0]!];
}
