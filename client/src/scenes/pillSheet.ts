import type * as Phaser from 'phaser';
import { addDynamicTexture } from './dynamicTexture';
import { hex, VEIL, VEIL_ALPHA } from './ink';

/** Colours of a label, and the width of its ring. */
export interface PillShape {
  readonly fill: string;
  readonly ring: string;
  /** CSS px. */
  readonly ringWidth: number;
}

const SIDE = 1024;
/** Room round a shape, device px. */
const MARGIN = 2;

let made = 0;

/**
 * Backs of labels, each size and colour painted once into a texture: the renderer cuts a rounded rectangle into triangles anew in every
 * frame that it is drawn in.
 */
export class PillSheet {
  readonly #scene: Phaser.Scene;
  readonly #dpr: number;
  readonly #name = `pills-${++made}`;
  readonly #sheets: Phaser.Textures.DynamicTexture[] = [];
  readonly #frames = new Map<string, Phaser.Textures.Frame>();
  /** Place for the next shape in the last sheet, device px. */
  #x = 0;
  #y = 0;
  #shelf = 0;

  constructor(scene: Phaser.Scene, dpr: number) {
    this.#scene = scene;
    this.#dpr = dpr;
  }

  /** Frame with a shape of whole device pixels in its middle. */
  frame(w: number, h: number, shape: PillShape): Phaser.Textures.Frame {
    const key = `${w}/${h}/${shape.fill}/${shape.ring}/${shape.ringWidth}`;
    const painted = this.#frames.get(key) ?? this.#paint(key, w, h, shape);
    this.#frames.set(key, painted);
    return painted;
  }

  destroy(): void {
    for (const { key } of this.#sheets) this.#scene.textures.remove(key);
    this.#frames.clear();
  }

  #paint(key: string, w: number, h: number, shape: PillShape): Phaser.Textures.Frame {
    const margin = 2 * (MARGIN + Math.ceil(VEIL * this.#dpr));
    const [width, height] = [Math.round(w * this.#dpr) + margin, Math.round(h * this.#dpr) + margin];
    const sheet = this.#sheetWithRoom(width, height);
    const back = draw(this.#scene.add.graphics(), w, h, shape);
    sheet.draw(back, (this.#x + width / 2) / this.#dpr, (this.#y + height / 2) / this.#dpr).render();
    back.destroy();
    const frame = sheet.add(key, 0, this.#x, this.#y, width, height)!;
    this.#x += width;
    this.#shelf = Math.max(this.#shelf, height);
    return frame;
  }

  #sheetWithRoom(width: number, height: number): Phaser.Textures.DynamicTexture {
    if (this.#x + width > SIDE) [this.#x, this.#y, this.#shelf] = [0, this.#y + this.#shelf, 0];
    const last = this.#sheets.at(-1);
    if (last && this.#y + height <= SIDE) return last;
    [this.#x, this.#y, this.#shelf] = [0, 0, 0];
    const key = `${this.#name}-${this.#sheets.length}`;
    const sheet = addDynamicTexture(this.#scene, this.#dpr, key, { width: SIDE, height: SIDE });
    this.#sheets.push(sheet);
    return sheet;
  }
}

/** Draws ring and fill, each with a half-transparent rim: smooth without the renderer's own smoothing. */
function draw(
  back: Phaser.GameObjects.Graphics,
  w: number,
  h: number,
  { fill, ring, ringWidth }: PillShape,
): Phaser.GameObjects.Graphics {
  const capsule = (by: number, colour: string, alpha: number): void => {
    const [cw, ch] = [w + 2 * by, h + 2 * by];
    back.fillStyle(hex(colour), alpha).fillRoundedRect(-cw / 2, -ch / 2, cw, ch, ch / 2);
  };
  capsule(VEIL / 2, ring, VEIL_ALPHA);
  capsule(0, ring, 1);
  capsule(VEIL / 2 - ringWidth, fill, VEIL_ALPHA);
  capsule(-ringWidth, fill, 1);
  return back;
}
