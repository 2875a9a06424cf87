import type * as Phaser from 'phaser';
import type { Part } from '@relay/shared/drawing/parts/ink';
import { paint } from './ink';

interface Slot {
  readonly part: Part;
  readonly w: number;
  readonly h: number;
  x: number;
  y: number;
}

/** Room round a part for soft edges, device px. */
const MARGIN = 1;
const WIDTH = 2048;

/**
 * Texture with all parts of the drawing, painted at device resolution: one texture is one draw call, and a texel is a
 * device pixel.
 */
export class TextureAtlas {
  readonly #scene: Phaser.Scene;
  readonly #dpr: number;
  readonly #name: string;
  readonly #slots = new Map<string, Slot>();

  constructor(scene: Phaser.Scene, dpr: number, name: string, parts: Iterable<Part>) {
    this.#scene = scene;
    this.#dpr = dpr;
    this.#name = name;
    for (const part of parts) {
      const [w, h] = [part.w, part.h].map((size) => Math.ceil(size * dpr) + 2 * MARGIN) as [number, number];
      this.#slots.set(part.key, { part, w, h, x: 0, y: 0 });
    }
    this.#bake(this.#pack());
  }

  has(key: string): boolean {
    return this.#slots.has(key);
  }

  /** Makes an image of a part, with its origin at (x, y). */
  image(key: string, x = 0, y = 0): Phaser.GameObjects.Image {
    const slot = this.#slots.get(key);
    if (!slot) throw new Error(`no part ${key} in the atlas`);
    return this.#pivot(this.#scene.add.image(this.snap(x), this.snap(y), this.#name, key), slot);
  }

  /** Shows another part in the same image. */
  swap(image: Phaser.GameObjects.Image, key: string): void {
    if (image.frame.name === key) return;
    this.#pivot(image.setFrame(key), this.#slots.get(key)!);
  }

  /** Rounds a coordinate to whole device pixels, so that texels meet pixels. */
  snap(value: number): number {
    return Math.round(value * this.#dpr) / this.#dpr;
  }

  destroy(): void {
    this.#scene.textures.remove(this.#name);
  }

  #pivot(image: Phaser.GameObjects.Image, { part, w, h }: Slot): Phaser.GameObjects.Image {
    const at = (offset: number): number => Math.round(offset * this.#dpr) + MARGIN;
    return image.setOrigin(at(part.ox) / w, at(part.oy) / h).setScale(1 / this.#dpr);
  }

  /** Packs the parts into shelves, tallest first. @returns the height used */
  #pack(): number {
    let [x, y, shelf] = [0, 0, 0];
    for (const slot of [...this.#slots.values()].sort((a, b) => b.h - a.h)) {
      if (x + slot.w > WIDTH) [x, y, shelf] = [0, y + shelf, 0];
      slot.x = x;
      slot.y = y;
      x += slot.w;
      shelf = Math.max(shelf, slot.h);
    }
    return y + shelf;
  }

  #bake(height: number): void {
    const texture = this.#scene.textures.createCanvas(this.#name, WIDTH, height);
    if (!texture) throw new Error(`the atlas ${this.#name} exists already`);
    const { context } = texture;
    const scale = this.#dpr;
    for (const [key, { part, x, y, w, h }] of this.#slots) {
      const left = x + MARGIN + Math.round(part.ox * scale);
      const top = y + MARGIN + Math.round(part.oy * scale);
      context.setTransform(scale, 0, 0, scale, left, top);
      for (const shape of part.shapes) paint(context, shape);
      texture.add(key, 0, x, y, w, h);
    }
    texture.refresh();
  }
}
