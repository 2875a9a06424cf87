import type * as Phaser from 'phaser';
import type { Area } from '@relay/shared/drawing/layout/parts';
import { LOOKS as NAMED, type Look as NamedLook, ringThickness } from '@relay/shared/drawing/parts/looks';
import { hex } from './ink';
import type { PillShape } from './pillSheet';
import type { RenderContext } from './renderContext';
import { token } from '../styles/token';

interface Look extends PillShape {
  readonly text: string;
}

const resolved = ({ fill, ring, ringWidth, text }: NamedLook): Look => ({
  fill: token(fill),
  ring: token(ring),
  ringWidth,
  text: token(text),
});

/** Colours and lines of every kind of rounded label. */
export const LOOKS = {
  tag: resolved(NAMED.tag),
  back: resolved(NAMED.back),
  question: resolved(NAMED.question),
  chip: resolved(NAMED.chip),
  belly: resolved(NAMED.belly),
  parcel: resolved(NAMED.parcel),
  change: resolved(NAMED.change),
} satisfies Record<keyof typeof NAMED, Look>;

/** Rounded label with a number. */
export class Pill {
  readonly root: Phaser.GameObjects.Container;
  readonly #context: RenderContext;
  readonly #back: Phaser.GameObjects.Image;
  readonly #label: Phaser.GameObjects.BitmapText;
  /** Thickness of the ring, larger on large labels. */
  readonly #thickness: number;
  #w = 0;
  #h = 0;
  #look: Look | null = null;

  constructor(context: RenderContext, size: number) {
    this.#context = context;
    this.#thickness = ringThickness(size);
    this.#back = context.scene.add.image(0, 0, '__DEFAULT').setScale(1 / context.dpr);
    this.#label = context.glyphs.text(0, 0, '', size, 0);
    this.root = context.scene.add.container(0, 0, [this.#back, this.#label]);
  }

  /** Draws the label. @param room  CSS px kept free at the left end, for a sign */
  show(area: Area, text: string, look: Look, room = 0): this {
    const { atlas } = this.#context;
    this.root.setPosition(atlas.snap(area.x), atlas.snap(area.y));
    const w = atlas.snap(area.w / 2) * 2;
    const h = atlas.snap(area.h / 2) * 2;
    if (w !== this.#w || h !== this.#h || look !== this.#look) {
      [this.#w, this.#h, this.#look] = [w, h, look];
      const { fill, ring } = look;
      const ringWidth = look.ringWidth * this.#thickness;
      const { texture, name } = this.#context.pills.frame(w, h, { fill, ring, ringWidth });
      this.#back.setTexture(texture.key, name);
    }
    this.#context.glyphs.centre(this.#label.setTint(hex(look.text)).setText(text), room / 2, 0);
    return this;
  }

  add(...parts: Phaser.GameObjects.GameObject[]): this {
    this.root.add(parts);
    return this;
  }

  destroy(): void {
    this.root.destroy();
  }
}
