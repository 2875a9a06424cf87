import type * as Phaser from 'phaser';
import { loadFacesFor } from '../styles/nameFaces';
import { WHITE } from './ink';

const FAMILY = '"M PLUS Rounded 1c"';
/** Family of the characters that only nicknames have. */
const NAMES = '"M PLUS Rounded 1c Rest"';
export const FONT = `${FAMILY}, ${NAMES}, "Hiragino Maru Gothic ProN", "Yu Gothic", sans-serif`;
const CHARACTERS = ' 0123456789.−-+beδhxyzΣ→◆!?=×()';
const PATIENCE_MS = 2500;

/** Resolves after PATIENCE_MS, when drawing starts with a system font. */
const patience = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));

/**
 * Waits for the web font. `load` also resolves, with an empty list, when no face is declared.
 *
 * @returns true when the font is loaded
 */
export async function fontReady(): Promise<boolean> {
  const faces = document.fonts.load(`700 20px ${FAMILY}`, CHARACTERS).catch(() => []);
  const arrived = await Promise.race([faces, patience()]);
  return arrived !== undefined && arrived.length > 0;
}

/** Loads the faces that a nickname needs, any of a hundred. Resolves to true when one has been loaded. */
export async function fontFor(text: string): Promise<boolean> {
  try {
    await loadFacesFor(text);
    const font = `500 20px ${FAMILY}, ${NAMES}`;
    if (document.fonts.check(font, text)) return false;
    return (await document.fonts.load(font, text)).length > 0;
  } catch {
    return false;
  }
}

/**
 * Makes numbers as bitmap text: changing one costs a tenth of changing a Text. One white font for each size is painted
 * with the web font at device resolution and tinted where it is used.
 */
export class Glyphs {
  readonly #scene: Phaser.Scene;
  readonly #dpr: number;
  readonly #keys = new Set<string>();

  constructor(scene: Phaser.Scene, dpr: number) {
    this.#scene = scene;
    this.#dpr = dpr;
  }

  /** Makes a text. @param size  whole CSS px */
  text(x: number, y: number, text: string, size: number, colour: number): Phaser.GameObjects.BitmapText {
    const label = this.#scene.add.bitmapText(0, 0, this.font(size), text, size).setTint(colour);
    return this.centre(label, x, y);
  }

  /** Centres a text at (x, y), with its left end on a whole device pixel to keep it sharp. */
  centre(label: Phaser.GameObjects.BitmapText, x: number, y: number): Phaser.GameObjects.BitmapText {
    const snap = (value: number): number => Math.round(value * this.#dpr) / this.#dpr;
    return label.setPosition(snap(x - label.width / 2), snap(y - label.height / 2));
  }

  font(size: number): string {
    const key = `digits-${size}@${this.#dpr}`;
    if (!this.#keys.has(key)) {
      this.#keys.add(key);
      this.#draw(key, size);
    }
    return key;
  }

  destroy(): void {
    for (const key of this.#keys) {
      this.#scene.textures.remove(key);
      this.#scene.cache.bitmapFont.remove(key);
    }
    this.#keys.clear();
  }

  #draw(key: string, size: number): void {
    const px = size * this.#dpr;
    const font = `700 ${px}px ${FONT}`;
    const pad = 2;
    const ruler = document.createElement('canvas').getContext('2d')!;
    ruler.font = font;
    const advances = [...CHARACTERS].map((character) => ruler.measureText(character).width);
    const widths = advances.map((width) => Math.ceil(width) + 2 * pad);
    const height = Math.ceil(px * 1.4);
    const width = widths.reduce((sum, w) => sum + w, 0);
    const texture = this.#scene.textures.createCanvas(key, width, height);
    if (!texture) throw new Error(`the font ${key} exists already`);
    texture.context.font = font;
    texture.context.fillStyle = WHITE;
    texture.context.textBaseline = 'alphabetic';
    const chars: Record<number, Glyph> = {};
    let x = 0;
    [...CHARACTERS].forEach((character, i) => {
      const w = widths[i]!;
      // Digits are 0.73 em tall; this baseline puts their middle in the middle of the line.
      texture.context.fillText(character, x + pad, Math.round(height / 2 + px * 0.365));
      chars[character.codePointAt(0)!] = glyph(x, w, width, height, pad, advances[i]!);
      x += w;
    });
    texture.refresh();
    const data = { font: key, size, lineHeight: height / this.#dpr, retroFont: false, chars };
    scaleDown(data, this.#dpr);
    this.#scene.cache.bitmapFont.add(key, { data, texture: key, frame: null });
  }
}

type FontData = Phaser.Types.GameObjects.BitmapText.BitmapFontData;
/** Phaser's own type lacks the advance. */
type Glyph = Phaser.Types.GameObjects.BitmapText.BitmapFontCharacterData & { readonly xAdvance: number };

function glyph(x: number, w: number, width: number, height: number, pad: number, advance: number): Glyph {
  return {
    x,
    y: 0,
    width: w,
    height,
    centerX: w / 2,
    centerY: height / 2,
    xOffset: -pad,
    yOffset: 0,
    xAdvance: advance,
    data: {},
    kerning: {},
    // Texture v runs upwards.
    u0: x / width,
    v0: 1,
    u1: (x + w) / width,
    v1: 0,
  };
}

/** Scales font data down by 1 / dpr: the glyphs are in device px, and the camera scales by dpr. */
function scaleDown(data: FontData, dpr: number): void {
  data.size *= dpr;
  data.lineHeight *= dpr;
}
