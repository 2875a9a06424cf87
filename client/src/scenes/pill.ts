import type * as Phaser from 'phaser';
import type { Area } from '../picture/layout/parts';
import { BRONZE, INK, PAPER, RED, SLATE, TEXT, VEIL, VEIL_ALPHA, YELLOW, hex, WHITE, BLUE } from './ink';
import type { RenderContext } from './renderContext';
import { token } from '../styles/token';

interface Look {
  readonly fill: string;
  readonly ring: string;
  readonly ringWidth: number;
  readonly text: string;
}

/** Colours and lines of every kind of rounded label. */
export const LOOKS = {
  tag: { fill: PAPER, ring: SLATE, ringWidth: 1.5, text: INK },
  back: { fill: PAPER, ring: RED, ringWidth: 2, text: INK },
  question: { fill: RED, ring: RED, ringWidth: 1.5, text: WHITE },
  chip: { fill: YELLOW, ring: BRONZE, ringWidth: 2.5, text: TEXT },
  belly: { fill: WHITE, ring: INK, ringWidth: 1.5, text: TEXT },
  parcel: { fill: token('parcel-label'), ring: RED, ringWidth: 2, text: TEXT },
  change: { fill: PAPER, ring: BLUE, ringWidth: 2.5, text: TEXT },
} as const satisfies Record<string, Look>;

/** Rounded label with a number. */
export class Pill {
  readonly root: Phaser.GameObjects.Container;
  readonly #context: RenderContext;
  readonly #back: Phaser.GameObjects.Graphics;
  readonly #label: Phaser.GameObjects.BitmapText;
  /** Thickness of the ring, larger on large labels. */
  readonly #thickness: number;
  #drawn = '';

  constructor(context: RenderContext, size: number) {
    this.#context = context;
    this.#thickness = Math.max(1, size / 19);
    this.#back = context.scene.add.graphics();
    this.#label = context.glyphs.text(0, 0, '', size, 0);
    this.root = context.scene.add.container(0, 0, [this.#back, this.#label]);
  }

  /** Draws the label. @param room  CSS px kept free at the left end, for a sign */
  show(area: Area, text: string, look: Look, room = 0): this {
    const { atlas } = this.#context;
    this.root.setPosition(atlas.snap(area.x), atlas.snap(area.y));
    const w = atlas.snap(area.w / 2) * 2;
    const h = atlas.snap(area.h / 2) * 2;
    const key = `${w}/${h}/${look.fill}/${look.ring}`;
    if (key !== this.#drawn) {
      this.#drawn = key;
      const inner = look.ringWidth * this.#thickness;
      this.#back.clear();
      const capsule = (by: number, colour: string, alpha: number): void => {
        const [cw, ch] = [w + 2 * by, h + 2 * by];
        this.#back.fillStyle(hex(colour), alpha).fillRoundedRect(-cw / 2, -ch / 2, cw, ch, ch / 2);
      };
      capsule(VEIL / 2, look.ring, VEIL_ALPHA);
      capsule(0, look.ring, 1);
      capsule(VEIL / 2 - inner, look.fill, VEIL_ALPHA);
      capsule(-inner, look.fill, 1);
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
