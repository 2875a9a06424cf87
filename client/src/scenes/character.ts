import type * as Phaser from 'phaser';
import type { PlacedUnit, TypeSizes } from '@relay/shared/drawing/layout/parts';
import { fittingSize, shortFigures } from '@relay/shared/drawing/layout/text';
import type { Pose, UnitPicture } from '@relay/shared/drawing/picture';
import { Belly } from './belly';
import { Captions } from './captions';
import { sizeKey } from '@relay/shared/drawing/parts/characterParts';
import { seedOf } from '@relay/shared/drawing/parts/ink';
import { hex, TEXT } from './ink';
import type { RenderContext } from './renderContext';
import { Valve } from './valve';

const DIMMED = 0.42;
/** Duration of a blink. Each unit blinks every few seconds, at times of its own. */
const BLINK_MS = 150;

/** Draws one unit as a round character. Holds game objects, never game state. */
export class Character {
  readonly root: Phaser.GameObjects.Container;
  readonly placed: PlacedUnit;
  readonly belly: Belly | null;
  readonly #context: RenderContext;
  readonly #size: string;
  /** Container of all that hops; origin between the feet. */
  readonly #body: Phaser.GameObjects.Container;
  readonly #arms: Phaser.GameObjects.Image;
  readonly #face: Phaser.GameObjects.Image;
  readonly #valve: Valve | null;
  readonly #glow: Phaser.GameObjects.Image;
  readonly #signs: Record<'check' | 'warning' | 'snore', Phaser.GameObjects.Image>;
  readonly #captions: Captions;
  readonly #value: Phaser.GameObjects.BitmapText | null;
  readonly #rhythm: number;
  #unit: UnitPicture;
  #acting: Pose | null = null;
  #blinking = false;

  constructor(context: RenderContext, placed: PlacedUnit, type: TypeSizes) {
    const { unit, r, x, y } = placed;
    const { atlas, scene } = context;
    const size = sizeKey(r);
    this.placed = placed;
    this.#context = context;
    this.#size = size;
    this.#unit = unit;
    this.#rhythm = (seedOf(unit.name) % 2600) + 3200;

    this.#glow = atlas.image(`glow${size}`);
    const ground = [this.#glow, atlas.image(`shadow${size}`, 0, r * 1.17)];
    if (unit.mine) ground.push(atlas.image(`halo-${unit.name}`));

    this.#arms = atlas.image(`arms-idle${size}`, 0, -r);
    this.#face = atlas.image(`face-idle${size}`, 0, -r);
    this.#body = scene.add.container(0, atlas.snap(r), [
      atlas.image(`legs${size}`, 0, -r * 0.05),
      this.#arms,
      atlas.image(`body-${unit.name}`, 0, -r),
      this.#face,
    ]);
    this.belly = unit.sum === null ? null : new Belly(context, size, r, type);
    this.#valve = unit.opening === null ? null : new Valve(context, size, r);
    this.#value =
      unit.kind === 'input' ? context.glyphs.text(0, 0, '', inputSize(unit, r, type), hex(TEXT)) : null;
    for (const part of [this.belly?.root, this.#valve?.root, this.#value]) {
      if (!part) continue;
      part.y = atlas.snap(part.y - r);
      this.#body.add(part);
    }
    this.#signs = {
      check: atlas.image(`check${size}`, -r * 0.78, -r * 1.74),
      warning: atlas.image(`warning${size}`, r * 0.86, -r * 1.86),
      snore: atlas.image(`snore${size}`, r * 0.98, -r * 1.9),
    };
    this.#body.add(Object.values(this.#signs));
    this.#captions = new Captions(context, placed, type);
    this.root = scene.add.container(atlas.snap(x), atlas.snap(y), [...ground, this.#body]);
    this.show(placed);
  }

  /** The line below the unit; it stands among the other texts of the network. */
  get caption(): Phaser.GameObjects.Container {
    return this.#captions.root;
  }

  show(placed: PlacedUnit): void {
    const { unit } = placed;
    this.#unit = unit;
    if (unit.isBare) this.belly?.fill(0);
    else if (unit.sum !== null) this.belly?.show(unit.sum, placed.bellySize);
    if (unit.opening !== null) this.#valve?.open(unit.opening);
    if (this.#value) {
      this.#value.setText(unit.isBare ? '' : shortFigures(unit.output));
      this.#context.glyphs.centre(this.#value, 0, this.placed.r * (0.26 - 1));
    }
    this.#captions.show(placed);
    this.#glow.setVisible(unit.ready);
    for (const root of [this.root, this.caption]) root.setAlpha(unit.dimmed ? DIMMED : 1);
    this.#pose();
  }

  /** Takes a pose for the length of a movement; null: that of the picture again. */
  setPose(pose: Pose | null): void {
    this.#acting = pose;
    if (this.root.active) this.#pose();
  }

  /** Blinks; a thinking arm sways. Whole device pixels only, so that nothing blurs. */
  animateIdle(now: number): void {
    const at = (now + this.#rhythm * 7) % this.#rhythm;
    const blinking = at < BLINK_MS;
    const sway = Math.sin((now / this.#rhythm) * 6) * 0.045;
    this.#arms.setRotation(this.#posture === 'asleep' ? 0 : sway * 0.6);
    this.#face.y = this.#context.atlas.snap(
      -this.placed.r + Math.sin((now / this.#rhythm) * 9) * this.placed.r * 0.018,
    );
    if (this.#signs.snore.visible) this.#signs.snore.setAlpha(0.6 + 0.4 * Math.sin(now / 700));
    if (blinking === this.#blinking) return;
    this.#blinking = blinking;
    this.#pose();
  }

  /** Stretches, leans and lifts the body, pivoted at the feet: 1, 1, 0, 0 at rest. */
  pull(scaleX: number, scaleY: number, rotation = 0, lift = 0): void {
    if (!this.root.active) return;
    const { atlas } = this.#context;
    this.#body
      .setScale(scaleX, scaleY)
      .setRotation(rotation)
      .setY(atlas.snap(this.placed.r - lift));
  }

  destroy(): void {
    this.root.destroy();
    this.caption.destroy();
  }

  get #posture(): Pose {
    return this.#acting ?? this.#unit.pose;
  }

  #pose(): void {
    const pose = this.#posture;
    const { atlas } = this.#context;
    atlas.swap(this.#arms, `arms-${pose}${this.#size}`);
    atlas.swap(this.#face, `face-${this.#blinking && pose === 'idle' ? 'blink' : pose}${this.#size}`);
    this.#signs.check.setVisible(this.#unit.ready);
    this.#signs.warning.setVisible(pose === 'puzzled');
    this.#signs.snore.setVisible(pose === 'asleep');
  }
}

const inputSize = (unit: UnitPicture, r: number, type: TypeSizes): number =>
  Math.max(11, fittingSize(shortFigures(unit.output), r * 1.5, Math.min(type.target * 1.1, r * 0.44)));
