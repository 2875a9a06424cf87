import type * as Phaser from 'phaser';
import { layoutOf } from '@relay/shared/drawing/layout/layout';
import type { Layout } from '@relay/shared/drawing/layout/parts';
import type { Picture } from '@relay/shared/drawing/picture';
import { ownParts, sharedParts } from '@relay/shared/drawing/parts/characterParts';
import { fitGame, type Surface } from './game';
import { Glyphs } from './glyphs';
import type { Part } from '@relay/shared/drawing/parts/ink';
import type { Motions } from './motion';
import { NetworkView } from './networkView';
import { PillSheet } from './pillSheet';
import type { RenderContext } from './renderContext';
import { TextureAtlas } from './textureAtlas';
import { thingParts } from '@relay/shared/drawing/parts/thingParts';

/** Draws the network on its surface. Paints a new texture atlas when bodies or the surface change. */
export class Drawing {
  readonly #game: Phaser.Game;
  readonly #scene: Phaser.Scene;
  readonly #motions: Motions;
  readonly #wake: () => void;
  /** Called before the view and everything in it are destroyed. */
  readonly #onRebuild: () => void;
  #surface: Surface;
  #view: NetworkView | null = null;
  #glyphs: Glyphs | null = null;
  #pills: PillSheet | null = null;
  #baked = '';
  #atlases = 0;

  constructor(
    { game, scene }: { readonly game: Phaser.Game; readonly scene: Phaser.Scene },
    surface: Surface,
    motions: Motions,
    hooks: { readonly wake: () => void; readonly onRebuild: () => void },
  ) {
    this.#game = game;
    this.#scene = scene;
    this.#surface = surface;
    this.#motions = motions;
    this.#wake = hooks.wake;
    this.#onRebuild = hooks.onRebuild;
    fitGame(game, scene, surface);
  }

  get view(): NetworkView | null {
    return this.#view;
  }

  show(picture: Picture): void {
    const layout = layoutOf(picture, this.#surface);
    const key = bakeKey(layout, this.#surface);
    if (this.#view && key === this.#baked) this.#view.show(picture, layout, true);
    else this.#rebuild(picture, layout, key);
    this.#wake();
  }

  resize(surface: Surface): void {
    const { width, height, dpr } = this.#surface;
    if (surface.width === width && surface.height === height && surface.dpr === dpr) return;
    this.#surface = surface;
    fitGame(this.#game, this.#scene, surface);
    if (this.#view) this.show(this.#view.picture);
    this.#wake();
  }

  /** Draws everything anew, with the fonts loaded by now. */
  redraw(): void {
    this.#baked = '';
    if (this.#view) this.show(this.#view.picture);
  }

  readonly #repaint = (): void => {
    this.#view?.repaintLines();
    this.#view?.repaintLabels();
    this.#wake();
  };

  #rebuild(picture: Picture, layout: Layout, key: string): void {
    this.#onRebuild();
    this.#view?.destroy();
    this.#view?.context.atlas.destroy();
    this.#glyphs?.destroy();
    this.#pills?.destroy();
    const { dpr } = this.#surface;
    const atlas = new TextureAtlas(this.#scene, dpr, `sheet-${++this.#atlases}`, partsOf(layout));
    this.#glyphs = new Glyphs(this.#scene, dpr);
    this.#pills = new PillSheet(this.#scene, dpr);
    const context: RenderContext = {
      scene: this.#scene,
      atlas,
      glyphs: this.#glyphs,
      pills: this.#pills,
      dpr,
      repaint: this.#repaint,
    };
    this.#view = new NetworkView(context, this.#motions, picture, layout);
    this.#baked = key;
  }
}

/** Key of a layout; layouts with the same key share one texture atlas and its characters. */
function bakeKey({ units, type, bracket }: Layout, { dpr }: Surface): string {
  const bodies = units.map(({ unit, x, y, r }) => [
    unit.name,
    unit.kind,
    unit.mine,
    unit.isBare,
    unit.sum === null,
    unit.opening === null,
    x,
    y,
    r,
  ]);
  return JSON.stringify([dpr, bodies, type, bracket?.disc.r]);
}

function partsOf(layout: Layout): Part[] {
  const radii = [...new Set(layout.units.map(({ r }) => r))];
  return [
    ...layout.units.flatMap(({ unit, r }) => ownParts(unit, r)),
    ...radii.flatMap(sharedParts),
    ...thingParts(layout),
  ];
}
