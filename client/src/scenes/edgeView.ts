import type * as Phaser from 'phaser';
import { movePoint, samples, thinned } from '@relay/shared/drawing/layout/curve';
import type { Curve, Layout, PlacedEdge, PlacedTag, Point } from '@relay/shared/drawing/layout/parts';
import { shortFigures, textWidth } from '@relay/shared/drawing/layout/text';
import { CHEVRONS, DASH, edgeWidth, FAINT, TWIN } from '@relay/shared/drawing/parts/lines';
import { GREEN, hex, PAPER, RED, SLATE, VEIL, VEIL_ALPHA } from './ink';
import type { RenderContext } from './renderContext';
import { LOOKS, Pill } from './pill';
import { passing } from './still';

/** Length of the straight pieces from which those of a line are chosen, CSS px. */
const PIECE = 6;
const [FEWEST_PIECES, MOST_PIECES] = [16, 80];
/** Distance by which a line may miss its curve: fewer pieces, because each costs time whenever lines are painted. */
const TOLERANCE = 0.3;
/** Time in which a chevron travels to the place of the next. */
const TRAVEL_MS = 1600;

/** Points for the moment, so that a frame makes no new ones. */
const HERE = { x: 0, y: 0 };
const AHEAD = { x: 0, y: 0 };

/** Width by which the dashes of a target reach beyond the line. */
const TARGET_RIM = 6;

const piecesOf = ({ from, to }: Curve): number =>
  Math.min(MOST_PIECES, Math.max(FEWEST_PIECES, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / PIECE)));

/** Draws one weight: line, tag, and chevrons that travel back along the line. Redrawn only when it changes. */
export class EdgeView {
  readonly edge: PlacedEdge;
  readonly #points: readonly Point[];
  readonly #line: Phaser.GameObjects.Graphics;
  readonly #tag: Pill | null;
  readonly #placedTag: PlacedTag | undefined;
  readonly #diamondRoom: number;
  /** Font size of the tag. */
  readonly #size: number;
  readonly #chevrons: Phaser.GameObjects.Image[];
  readonly #tagLayer: Phaser.GameObjects.Container;

  constructor(
    context: RenderContext,
    layout: Layout,
    edge: PlacedEdge,
    layers: Readonly<Record<'lines' | 'chevrons' | 'tags', Phaser.GameObjects.Container>>,
  ) {
    this.edge = edge;
    this.#size = layout.type.tag;
    const points = samples(edge.curve, piecesOf(edge.curve));
    this.#points = thinned(points, TOLERANCE);
    this.#line = passing(context.scene.add.graphics(), points);
    this.#chevrons =
      edge.carriesBack && !edge.inQuestion ? CHEVRONS.map(() => context.atlas.image('chevron')) : [];
    layers.lines.add(this.#line);
    layers.chevrons.add(this.#chevrons);
    this.#tagLayer = layers.tags;
    this.#placedTag = layout.tags.find((tag) => tag.edge.key === edge.key);
    this.#diamondRoom = edge.inQuestion ? layout.type.tag * 1.2 : 0;
    this.#tag = this.#placedTag ? new Pill(context, layout.type.tag) : null;
    if (edge.inQuestion && this.#tag && this.#placedTag)
      this.#tag.add(context.atlas.image('diamond', layout.type.tag * 0.9 - this.#placedTag.w / 2, 0));
    if (this.#tag) this.#tagLayer.add(this.#tag.root);
    this.showLine(edge.weight);
    this.showNumber(edge.weight);
    this.travel(0);
  }

  /** Draws the line with a weight: width and dashes. */
  showLine(weight: number | null): void {
    if (!this.#line.active) return;
    const { inQuestion, carriesBack } = this.edge;
    this.#line.clear();
    this.#strokeTarget(weight);
    if (inQuestion) {
      this.#stroke(2 * TWIN + edgeWidth(weight), RED, false);
      this.#stroke(edgeWidth(weight), PAPER, false);
    } else this.#stroke(edgeWidth(weight), carriesBack ? RED : SLATE, (weight ?? 0) < 0);
  }

  /** Writes a weight on the tag. */
  showNumber(weight: number | null): void {
    if (!this.#line.active || !this.#tag || !this.#placedTag) return;
    const { inQuestion, carriesBack } = this.edge;
    const look = inQuestion ? LOOKS.question : carriesBack ? LOOKS.back : LOOKS.tag;
    const text =
      weight === null ? '' : shortFigures(weight === this.edge.weight ? weight : Number(weight.toFixed(2)));
    // A number on its way may be longer than the one at the end.
    const w = Math.max(this.#placedTag.w, textWidth(text, this.#size) + this.#size * 0.9 + this.#diamondRoom);
    this.#tag.show({ ...this.#placedTag, w }, text, look, this.#diamondRoom);
  }

  /** Moves the chevrons to their positions at a time. */
  travel(now: number): void {
    const step = (now % TRAVEL_MS) / TRAVEL_MS;
    const spacing = CHEVRONS[1]! - CHEVRONS[0]!;
    this.#chevrons.forEach((chevron, i) => {
      const t = CHEVRONS[i]! + 0.12 - step * spacing;
      const here = movePoint(HERE, this.edge.curve, t);
      const ahead = movePoint(AHEAD, this.edge.curve, t + 0.02);
      chevron
        .setPosition(here.x, here.y)
        .setRotation(Math.atan2(ahead.y - here.y, ahead.x - here.x))
        .setAlpha(Math.min(1, Math.min(t, 0.9 - t) * 12));
    });
  }

  /** true: the weight is written on a tag. */
  get isWritten(): boolean {
    return this.#tag !== null;
  }

  get travels(): boolean {
    return this.#chevrons.length > 0;
  }

  destroy(): void {
    this.#line.destroy();
    this.#tag?.destroy();
    for (const chevron of this.#chevrons) chevron.destroy();
  }

  /** Draws dashes around the line, as wide as the weight that the full step would have led to. */
  #strokeTarget(weight: number | null): void {
    const { target, inQuestion } = this.edge;
    if (target === null) return;
    const own = edgeWidth(weight) + (inQuestion ? 2 * TWIN : 0);
    this.#trace(Math.max(own + TARGET_RIM, edgeWidth(target) + TARGET_RIM), GREEN, 0.55, true);
  }

  /** Draws the line with a half-transparent rim: smooth, at a fraction of the cost of the renderer's own smoothing. */
  #stroke(width: number, colour: string, dashed: boolean): void {
    const alpha = this.edge.faint ? FAINT : 1;
    this.#trace(width + VEIL, colour, alpha * VEIL_ALPHA, dashed);
    this.#trace(width - VEIL / 2, colour, alpha, dashed);
  }

  #trace(width: number, colour: string, alpha: number, dashed: boolean): void {
    this.#line.lineStyle(width, hex(colour), alpha);
    if (dashed) strokeDashed(this.#line, this.#points);
    else {
      this.#line.beginPath();
      this.#points.forEach(({ x, y }, i) => (i === 0 ? this.#line.moveTo(x, y) : this.#line.lineTo(x, y)));
      this.#line.strokePath();
    }
  }
}

/** Draws dashes of equal length along a polyline. */
export function strokeDashed(
  line: Phaser.GameObjects.Graphics,
  points: readonly Point[],
  dash: readonly [number, number] = DASH,
  phase = 0,
): void {
  const [on, off] = dash;
  let [inked, left] = phase < on ? [true, on - phase] : [false, on + off - phase];
  line.beginPath();
  line.moveTo(points[0]!.x, points[0]!.y);
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1]!, points[i]!];
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    let gone = 0;
    while (gone < length) {
      const step = Math.min(left, length - gone);
      gone += step;
      left -= step;
      const [x, y] = [a.x + ((b.x - a.x) * gone) / length, a.y + ((b.y - a.y) * gone) / length];
      if (inked) line.lineTo(x, y);
      else line.moveTo(x, y);
      if (left > 0) continue;
      inked = !inked;
      left = inked ? on : off;
      if (inked) line.moveTo(x, y);
    }
  }
  line.strokePath();
}
