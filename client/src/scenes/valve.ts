import type * as Phaser from 'phaser';
import { VALVE } from '@relay/shared/drawing/layout/parts';
import { hex, TEXT } from './ink';
import type { RenderContext } from './renderContext';

/** Draws the slope f′ as a valve on the pipe out of the belly. Two shutters leave the share f′ ÷ largest f′ open. */
export class Valve {
  readonly root: Phaser.GameObjects.Container;
  readonly #r: number;
  readonly #dpr: number;
  readonly #wheel: Phaser.GameObjects.Image;
  readonly #upper: Phaser.GameObjects.Image;
  readonly #lower: Phaser.GameObjects.Image;
  readonly #secret: Phaser.GameObjects.BitmapText;
  #opening = -1;

  constructor({ scene, atlas, glyphs, dpr }: RenderContext, size: string, bodyRadius: number) {
    this.#r = bodyRadius * VALVE.r;
    this.#dpr = dpr;
    this.#wheel = atlas.image(`wheel${size}`);
    this.#upper = atlas.image(`shutter${size}`);
    this.#lower = atlas.image(`shutter${size}`);
    this.#secret = glyphs.text(0, 0, '?', Math.max(9, Math.round(this.#r * 1.3)), hex(TEXT));
    this.root = scene.add.container(atlas.snap(bodyRadius * VALVE.x), atlas.snap(bodyRadius * VALVE.y), [
      atlas.image(`pipe${size}`),
      this.#wheel,
      atlas.image(`window${size}`),
      this.#upper,
      this.#lower,
      atlas.image(`rim${size}`),
      this.#secret,
    ]);
  }

  /** Sets the shutters. @param opening  [0, 1]; NaN: a secret, no opening is shown */
  open(opening: number): void {
    if (Object.is(opening, this.#opening)) return;
    this.#opening = opening;
    const isSecret = Number.isNaN(opening);
    this.#secret.setVisible(isSecret);
    for (const shutter of [this.#upper, this.#lower]) shutter.setVisible(!isSecret);
    if (isSecret) {
      this.#wheel.y = -this.#r;
      return;
    }
    const { width, height } = this.#upper.frame;
    // A slit and the edges of the shutters always stay visible, so that it looks like a valve.
    const share = 0.05 + 0.72 * Math.max(0, Math.min(1, opening));
    const shut = Math.round((height * (1 - share)) / 2);
    this.#upper.setCrop(0, 0, width, shut);
    this.#lower.setCrop(0, height - shut, width, shut);
    this.#wheel.y = -Math.round(this.#r * (0.75 + 0.45 * share) * this.#dpr) / this.#dpr;
  }
}
