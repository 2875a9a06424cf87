import type * as Phaser from 'phaser';
import { pointsBetween } from '@relay/shared/drawing/layout/curve';
import type { Layout, PlacedBracket, PlacedTarget } from '@relay/shared/drawing/layout/parts';
import {
  bracketBend,
  bracketHatching,
  bracketPoints,
  bracketWidths,
} from '@relay/shared/drawing/parts/lines';
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
export function bracketMarks({ scene, atlas }: RenderContext, bracket: PlacedBracket): Mark[] {
  const line = scene.add.graphics();
  const { line: width, hatch } = bracketWidths(bracket);
  line.lineStyle(hatch, hex(GREEN), 0.45);
  for (const [from, to] of bracketHatching(bracket)) line.lineBetween(from.x, from.y, to.x, to.y);
  line.lineStyle(width, hex(GREEN));
  const path = bracketPoints(bracket);
  line.beginPath();
  path.forEach((point, i) => (i === 0 ? line.moveTo(point.x, point.y) : line.lineTo(point.x, point.y)));
  line.strokePath();
  const bend = bracketBend(bracket);
  const hatching = path.map((point) => ({ x: point.x + bend, y: point.y }));
  const { disc } = bracket;
  return [passing(line, [...path, ...hatching]), atlas.image('sigma', disc.x, disc.y)];
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
