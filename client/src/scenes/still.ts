import type * as Phaser from 'phaser';
import type { Point } from '@relay/shared/drawing/layout/parts';
import { addDynamicTexture } from './dynamicTexture';
import type { RenderContext } from './renderContext';
import { Tiles } from './tiles';

type Leaf = Phaser.GameObjects.GameObject;
type Bounded = Leaf & { getBounds(): { x: number; y: number; width: number; height: number } };

/** Key under which a Graphics keeps the points that it passes through, of which Phaser knows nothing. */
const PASSES = 'passes';
/** Half of the widest line, CSS px. */
const REACH = 16;

/** Says through which points, at most a tile apart, lines are drawn, for the layers that are painted into a texture. */
export function passing(lines: Phaser.GameObjects.Graphics, points: readonly Point[]) {
  return lines.setData(PASSES, points);
}

let made = 0;

/**
 * Draws a container from a texture, painted only when something in the container has changed: lines and texts cost script time in every
 * frame that they are drawn in. Only the tiles that hold something are drawn; filling a whole canvas takes long without a graphics card.
 */
export class Still {
  readonly #scene: Phaser.Scene;
  readonly #dpr: number;
  readonly #container: Phaser.GameObjects.Container;
  readonly #texture: Phaser.Textures.DynamicTexture;
  readonly #pieces: Phaser.GameObjects.Container;
  #isStale = true;
  #isLive = false;
  /** Pieces into which the texture was cut last, as JSON. */
  #runs = '';

  constructor({ scene, dpr }: RenderContext, container: Phaser.GameObjects.Container) {
    this.#scene = scene;
    this.#dpr = dpr;
    this.#container = container.setVisible(false);
    this.#texture = addDynamicTexture(scene, dpr, `still-${++made}`, scene.cameras.main);
    // A texel is a device pixel.
    this.#texture.setFilter(NEAREST);
    this.#pieces = scene.add.container(0, 0);
    const { children } = scene;
    children.moveTo(this.#pieces, children.getIndex(container) + 1);
  }

  /** Notes that something in the container has changed. */
  change(): void {
    this.#isStale = true;
  }

  /** Draws the container itself while it changes from frame to frame. */
  setLive(isLive: boolean): void {
    if (!this.#pieces.active || isLive === this.#isLive) return;
    this.#isLive = isLive;
    this.#isStale = true;
    this.#container.setVisible(isLive);
    this.#pieces.setVisible(!isLive);
  }

  /** Paints the texture where it is out of date. To be called before each frame. */
  paint(): void {
    if (!this.#isStale || this.#isLive) return;
    this.#isStale = false;
    const { width, height } = this.#scene.cameras.main;
    if (this.#texture.width !== width || this.#texture.height !== height)
      this.#texture.setSize(width, height, false);
    this.#texture.clear().draw(this.#container).render();
    const tiles = new Tiles(width / this.#dpr, height / this.#dpr);
    mark(this.#container, tiles);
    this.#cut(tiles);
  }

  destroy(): void {
    this.#pieces.destroy();
    this.#scene.textures.remove(this.#texture.key);
  }

  /** Cuts the texture into one piece for each run of tiles, unless it is cut so already: lines that only grow stay where they are. */
  #cut(tiles: Tiles): void {
    const texture = this.#texture;
    const runs = tiles.runs();
    const cut = JSON.stringify([texture.width, texture.height, runs]);
    if (cut === this.#runs) return;
    this.#runs = cut;
    this.#pieces.removeAll(true);
    for (const name of texture.getFrameNames()) texture.remove(name);
    for (const { x, y, w, h } of runs) {
      const [left, top] = [Math.round(x * this.#dpr), Math.round(y * this.#dpr)];
      const right = Math.min(texture.width, Math.round((x + w) * this.#dpr));
      const bottom = Math.min(texture.height, Math.round((y + h) * this.#dpr));
      const name = `${x},${y}`;
      texture.add(name, 0, left, top, right - left, bottom - top);
      const piece = this.#scene.add.image(left / this.#dpr, top / this.#dpr, texture.key, name);
      this.#pieces.add(piece.setOrigin(0, 0).setScale(1 / this.#dpr));
    }
  }
}

/** Phaser.Textures.FilterMode.NEAREST; the types are all that is imported of Phaser here. */
const NEAREST = 1;

function mark(object: Leaf, tiles: Tiles): void {
  if ('visible' in object && object.visible === false && object.parentContainer) return;
  if ('list' in object) {
    for (const child of object.list as readonly Leaf[]) mark(child, tiles);
    return;
  }
  if (object.type === 'Graphics') {
    const points = object.getData(PASSES) as readonly Point[] | undefined;
    if (!points) throw new Error('lines in a layer that is painted once need `passing`');
    for (const { x, y } of points) tiles.mark(x - REACH, y - REACH, 2 * REACH, 2 * REACH);
    return;
  }
  const { x, y, width, height } = (object as Bounded).getBounds();
  tiles.mark(x, y, width, height);
}
