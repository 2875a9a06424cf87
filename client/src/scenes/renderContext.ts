import type * as Phaser from 'phaser';
import { FONT, fontFor, type Glyphs } from './glyphs';
import type { PillSheet } from './pillSheet';
import type { TextureAtlas } from './textureAtlas';

/** Scene, resolution and textures that all drawn things need. */
export interface RenderContext {
  readonly scene: Phaser.Scene;
  readonly atlas: TextureAtlas;
  readonly glyphs: Glyphs;
  readonly pills: PillSheet;
  readonly dpr: number;
  /** Asks for a frame in which everything is painted anew. */
  readonly repaint: () => void;
}

export interface WordStyle {
  readonly size: number;
  readonly colour: string;
  readonly weight: 500 | 700 | 800;
}

/** Makes a text in any script, drawn again when its font has been loaded. */
export function words(
  context: RenderContext,
  x: number,
  y: number,
  text: string,
  style: WordStyle,
): Phaser.GameObjects.Text {
  const made = context.scene.add.text(context.atlas.snap(x), context.atlas.snap(y), text, {
    fontFamily: FONT,
    fontSize: style.size,
    fontStyle: String(style.weight),
    color: style.colour,
    resolution: context.dpr,
    padding: { x: 1, y: Math.ceil(style.size * 0.12) },
  });
  void fontFor(text).then((arrived) => {
    if (!arrived || !made.active) return;
    made.updateText();
    context.repaint();
  });
  return made;
}

/** Cuts a text to a width, with an ellipsis. */
export function cutTo(text: Phaser.GameObjects.Text, width: number): Phaser.GameObjects.Text {
  const characters = [...text.text];
  while (text.width > width && characters.length > 1) {
    characters.pop();
    text.setText(`${characters.join('').replace(/[\s·]+$/, '')}…`);
  }
  return text;
}
