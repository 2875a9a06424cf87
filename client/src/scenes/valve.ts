import type * as Phaser from 'phaser';
import { VALVE } from '../view/layout/parts';
import type { Paper } from './paper';

/** f′ as a thing: a valve on the pipe out of the belly. Two shutters leave as much of it open as f′ is of its largest. */
export class Valve {
  readonly root: Phaser.GameObjects.Container;
  readonly #r: number;
  readonly #dpr: number;
  readonly #wheel: Phaser.GameObjects.Image;
  readonly #upper: Phaser.GameObjects.Image;
  readonly #lower: Phaser.GameObjects.Image;
  #opening = -1;

  constructor({ scene, sheet, dpr }: Paper, size: string, bodyRadius: number) {
    this.#r = bodyRadius * VALVE.r;
    this.#dpr = dpr;
    this.#wheel = sheet.image(`wheel${size}`);
    this.#upper = sheet.image(`shutter${size}`);
    this.#lower = sheet.image(`shutter${size}`);
    this.root = scene.add.container(sheet.snap(bodyRadius * VALVE.x), sheet.snap(bodyRadius * VALVE.y), [
      sheet.image(`pipe${size}`),
      this.#wheel,
      sheet.image(`window${size}`),
      this.#upper,
      this.#lower,
      sheet.image(`rim${size}`),
    ]);
  }

  /** @param opening  [0, 1] */
  open(opening: number): void {
    if (opening === this.#opening) return;
    this.#opening = opening;
    const { width, height } = this.#upper.frame;
    // Never quite shut, never quite gone: the slit and the edges keep it a valve.
    const share = 0.05 + 0.72 * Math.max(0, Math.min(1, opening));
    const shut = Math.round((height * (1 - share)) / 2);
    this.#upper.setCrop(0, 0, width, shut);
    this.#lower.setCrop(0, height - shut, width, shut);
    this.#wheel.y = -Math.round(this.#r * (0.75 + 0.45 * share) * this.#dpr) / this.#dpr;
  }
}
