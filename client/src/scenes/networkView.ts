import type * as Phaser from 'phaser';
import type { PlaceId } from '@relay/shared/question/places/place';
import type { Layout } from '@relay/shared/drawing/layout/parts';
import type { Picture } from '@relay/shared/drawing/picture';
import { biasView } from './biasView';
import { chipView, parcelView } from './chipView';
import { Character } from './character';
import { EdgeView } from './edgeView';
import { bracketMarks, PulseRing, targetMarks } from './marks';
import { MS, type Motions, ease } from './motion';
import type { RenderContext } from './renderContext';
import { Still } from './still';

/** Drawing layers from back to front. `travellers` pass behind characters and numbers, `parcels` before them. */
const LAYERS = [
  'lines',
  'chevrons',
  'travellers',
  'characters',
  'captions',
  'tags',
  'marks',
  'chips',
  'parcels',
  'over',
] as const;

type LayerName = (typeof LAYERS)[number];
/** Layers of lines and texts, which change with the picture only. */
const LABELS: readonly LayerName[] = ['captions', 'tags', 'marks'];

/** Draws the whole network. Keeps unchanged game objects and draws the others again. */
export class NetworkView {
  readonly context: RenderContext;
  readonly motions: Motions;
  readonly characters = new Map<string, Character>();
  edges: EdgeView[] = [];
  /** δ parcels by unit. */
  readonly parcels = new Map<string, Phaser.GameObjects.Container>();
  readonly #layers: Record<LayerName, Phaser.GameObjects.Container>;
  readonly #lines: Still;
  readonly #labels: Still;
  #layout: Layout;
  #picture: Picture;
  #pulses: readonly PulseRing[] = [];
  #chips = new Map<PlaceId, Phaser.GameObjects.Container>();
  #drawnEdges = '';
  #drawnMarks = '';
  /** Units whose parcels stay hidden until their movement. */
  #parcelsHeld: ReadonlySet<string> = new Set();

  constructor(context: RenderContext, motions: Motions, picture: Picture, layout: Layout) {
    this.context = context;
    this.motions = motions;
    this.#layout = layout;
    this.#picture = picture;
    const { scene } = context;
    const made = LAYERS.map((name) => [name, scene.add.container(0, 0)] as const);
    this.#layers = Object.fromEntries(made) as Record<LayerName, Phaser.GameObjects.Container>;
    const labels = scene.add.container(
      0,
      0,
      LABELS.map((name) => this.#layers[name]),
    );
    scene.children.moveTo(labels, scene.children.getIndex(this.#layers.chips));
    this.#lines = new Still(context, this.#layers.lines);
    this.#labels = new Still(context, labels);
    for (const placed of layout.units) {
      const character = new Character(context, placed, layout.type);
      this.characters.set(placed.unit.name, character);
      this.#layers.characters.add(character.root);
      this.#layers.captions.add(character.caption);
    }
    this.show(picture, layout, false);
  }

  get layout(): Layout {
    return this.#layout;
  }

  get picture(): Picture {
    return this.#picture;
  }

  /** Draws a picture. @param popping  true: new chips and parcels may pop up */
  show(picture: Picture, layout: Layout, popping: boolean): void {
    this.#picture = picture;
    this.#layout = layout;
    for (const placed of layout.units) this.characters.get(placed.unit.name)?.show(placed);
    this.#showEdges();
    this.#showMarks();
    this.#labels.change();
    this.#showChips(popping);
    this.#showParcels();
  }

  layer(name: LayerName): Phaser.GameObjects.Container {
    return this.#layers[name];
  }

  /** Hides the parcels of these units until the movement has brought them. */
  holdParcels(held: ReadonlySet<string>): void {
    this.#parcelsHeld = held;
    for (const [unit, parcel] of this.parcels) parcel.setVisible(!held.has(unit));
  }

  /** Paints what is out of date in the textures of lines and texts. To be called before each frame. */
  paintStills(): void {
    this.#lines.paint();
    this.#labels.paint();
  }

  /** Has lines painted anew. */
  repaintLines(): void {
    this.#lines.change();
  }

  /** Has texts painted anew. */
  repaintLabels(): void {
    this.#labels.change();
  }

  /** Draws tags afresh in each frame while their numbers change. */
  setLabelsLive(areLive: boolean): void {
    this.#labels.setLive(areLive);
  }

  /** Moves everything that moves while nothing happens. */
  animateIdle(now: number): void {
    for (const character of this.characters.values()) character.animateIdle(now);
    for (const edge of this.edges) if (edge.travels) edge.travel(now);
    for (const pulse of this.#pulses) pulse.beat(now);
  }

  destroy(): void {
    for (const layer of Object.values(this.#layers)) layer.destroy();
    for (const still of [this.#lines, this.#labels]) still.destroy();
  }

  #showEdges(): void {
    const { edges, tags } = this.#layout;
    const drawn = JSON.stringify([edges, tags]);
    if (drawn === this.#drawnEdges) return;
    this.#drawnEdges = drawn;
    this.#lines.change();
    for (const edge of this.edges) edge.destroy();
    // Relevant edges are drawn on top.
    const order = edges.toSorted(
      (a, b) =>
        Number(a.inQuestion) * 2 + Number(a.carriesBack) - Number(b.inQuestion) * 2 - Number(b.carriesBack),
    );
    this.edges = order.map((edge) => new EdgeView(this.context, this.#layout, edge, this.#layers));
  }

  #showMarks(): void {
    const { targets, biases, bracket, times, pulses } = this.#layout;
    const drawn = JSON.stringify([targets, biases, bracket, times, pulses]);
    if (drawn === this.#drawnMarks) return;
    this.#drawnMarks = drawn;
    const { marks, over } = this.#layers;
    for (const layer of [marks, over]) layer.removeAll(true);
    for (const target of targets) marks.add(targetMarks(this.context, this.#layout, target));
    for (const bias of biases) marks.add(biasView(this.context, this.#layout, bias));
    if (bracket) marks.add(bracketMarks(this.context, bracket));
    for (const { x, y } of times) marks.add(this.context.atlas.image('times', x, y));
    this.#pulses = pulses.map((pulse) => new PulseRing(this.context, pulse));
    for (const { root } of this.#pulses) over.add(root);
  }

  #showChips(popping: boolean): void {
    const before = this.#chips;
    this.#chips = new Map();
    for (const chip of this.#layout.chips) {
      const view = chipView(this.context, this.#layout, chip);
      this.#layers.chips.add(view);
      this.#chips.set(chip.place, view);
      if (popping && !before.has(chip.place))
        void this.motions.run(MS.pop, (share) => view.active && view.setScale(0.4 + 0.6 * share), {
          ease: ease.pop,
        });
    }
    for (const view of before.values()) view.destroy();
  }

  #showParcels(): void {
    for (const parcel of this.parcels.values()) parcel.destroy();
    this.parcels.clear();
    for (const parcel of this.#layout.parcels) {
      const view = parcelView(this.context, this.#layout, parcel).setVisible(
        !this.#parcelsHeld.has(parcel.unit),
      );
      this.#layers.parcels.add(view);
      this.parcels.set(parcel.unit, view);
    }
  }
}
