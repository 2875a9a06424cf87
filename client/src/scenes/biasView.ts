import type * as Phaser from 'phaser';
import type { Layout, PlacedBias } from '@relay/shared/drawing/layout/parts';
import { pointsBetween } from '@relay/shared/drawing/layout/curve';
import { BIAS_DASH, BIAS_TWIN, biasWidth } from '@relay/shared/drawing/parts/lines';
import { strokeDashed } from './edgeView';
import { hex, PAPER, RED, SLATE } from './ink';
import type { RenderContext } from './renderContext';
import { LOOKS, Pill } from './pill';
import { passing } from './still';

/** Draws a bias as a weight is drawn: a line into the body, as thick as the bias is large, dashed when negative, with a tag. */
export function biasView(
  context: RenderContext,
  { type }: Layout,
  bias: PlacedBias,
): Phaser.GameObjects.GameObject[] {
  const { value, inQuestion, text, line } = bias;
  const ends = [line.from, line.to] as const;
  const stroke = passing(context.scene.add.graphics(), pointsBetween(...ends));
  const trace = (width: number, colour: string): void => {
    stroke.lineStyle(width, hex(colour));
    if (value < 0 && !inQuestion) strokeDashed(stroke, ends, BIAS_DASH);
    else stroke.lineBetween(ends[0].x, ends[0].y, ends[1].x, ends[1].y);
  };
  if (inQuestion) {
    trace(BIAS_TWIN.red, RED);
    trace(BIAS_TWIN.gap, PAPER);
  } else trace(biasWidth(value), SLATE);
  const signRoom = inQuestion ? type.tag * 1.2 : 0;
  const pill = new Pill(context, type.tag).show(
    bias,
    text,
    inQuestion ? LOOKS.question : LOOKS.tag,
    signRoom,
  );
  if (inQuestion) pill.add(context.atlas.image('diamond', type.tag * 0.9 - bias.w / 2, 0));
  return [stroke, pill.root];
}
