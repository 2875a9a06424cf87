import type * as Phaser from 'phaser';
import { BELLY_LABEL_Y } from '@relay/shared/drawing/layout/captions';
import { BELLY, type PlacedUnit, type TypeSizes } from '@relay/shared/drawing/layout/parts';
import { textWidth, threeFigures } from '@relay/shared/drawing/layout/text';
import { liquidLevel } from '@relay/shared/drawing/liquid';
import { hex, TEXT } from './ink';
import type { RenderContext } from './renderContext';
import { LOOKS, Pill } from './pill';

/**
 * A unit's belly: its pre-activation as liquid above or below the zero line. The number is in the half without liquid;
 * on a small body, where it would be unreadable, on a label in front of the feet. A secret sum is an empty belly with "?".
 */
export class Belly {
  readonly root: Phaser.GameObjects.Container;
  readonly #context: RenderContext;
  readonly #type: TypeSizes;
  readonly #r: number;
  readonly #above: Phaser.GameObjects.Image;
  readonly #below: Phaser.GameObjects.Image;
  readonly #parts: Phaser.GameObjects.GameObject[] = [];
  #shown: string | null = null;
  #sum = 0;
  #bellySize: number | null = null;
  #number: Phaser.GameObjects.BitmapText | Pill | null = null;

  constructor(context: RenderContext, size: string, bodyRadius: number, type: TypeSizes) {
    this.#context = context;
    this.#type = type;
    this.#r = bodyRadius;
    this.#above = context.atlas.image(`above${size}`);
    this.#below = context.atlas.image(`below${size}`);
    this.#parts.push(this.#above, this.#below, context.atlas.image(`ring${size}`));
    this.root = context.scene.add.container(0, context.atlas.snap(bodyRadius * BELLY.y), this.#parts);
  }

  show(sum: number, bellySize: PlacedUnit['bellySize']): void {
    this.#sum = sum;
    this.#bellySize = bellySize;
    const text = threeFigures(sum);
    if (text !== this.#shown) {
      this.#shown = text;
      this.#number?.destroy();
      this.#number = this.#write(text, sum);
    }
    this.fill(1);
  }

  /** Fills the belly. `share`: part of the sum that has arrived, [0, 1]. */
  fill(share: number): void {
    if (!this.root.active) return;
    const rise = (Number.isNaN(this.#sum) ? 0 : liquidLevel(this.#sum)) * share;
    const { width, height } = this.#above.frame;
    const h = Math.round((height / 2) * rise);
    const middle = Math.round(height / 2);
    this.#above.setVisible(this.#sum > 0).setCrop(0, middle - h, width, h);
    this.#below.setVisible(this.#sum < 0).setCrop(0, middle, width, h);
    const number = this.#number instanceof Pill ? this.#number.root : this.#number;
    number?.setAlpha(share >= 1 ? 1 : Math.max(0, share * 2 - 1));
  }

  #write(text: string, sum: number): Phaser.GameObjects.BitmapText | Pill {
    const r = this.#r;
    const size = this.#bellySize;
    if (size !== null) {
      const y = (Number.isNaN(sum) ? 0 : sum > 0 ? 0.37 : -0.4) * r * BELLY.r;
      const number = this.#context.glyphs.text(sum > 0 ? -r * 0.02 : 0, y, text, size, hex(TEXT));
      this.root.add(number);
      return number;
    }
    const small = this.#type.bellyLeast;
    const area = {
      x: -r * 0.22,
      y: r * (BELLY_LABEL_Y - BELLY.y),
      w: textWidth(text, small) + 10,
      h: small * 1.35,
    };
    const label = new Pill(this.#context, small).show(area, text, LOOKS.belly);
    this.root.add(label.root);
    return label;
  }
}
