import type * as Phaser from 'phaser';
import type { PlacedUnit, TypeSizes } from '@relay/shared/drawing/layout/parts';
import { NAME_GAP } from '@relay/shared/drawing/layout/captions';
import { MUTED, TEXT } from './ink';
import { cutTo, type RenderContext, words } from './renderContext';

/** Font size of a subscript, as a share of the name's. Not every font has the characters of h₁. */
const SUBSCRIPT = 0.68;

/** Line below a unit: its name and its players' nicknames. */
export class Captions {
  readonly root: Phaser.GameObjects.Container;
  readonly #context: RenderContext;
  readonly #letter: Phaser.GameObjects.Text;
  readonly #subscript: Phaser.GameObjects.Text;
  readonly #people: Phaser.GameObjects.Text;
  readonly #size: number;
  #shown: string | null = null;

  constructor(context: RenderContext, placed: PlacedUnit, type: TypeSizes) {
    const { unit } = placed;
    this.#context = context;
    this.#size = type.name;
    const bold = { size: type.name, colour: TEXT, weight: 700 } as const;
    this.#letter = words(context, 0, 0, unit.name.slice(0, 1), bold).setOrigin(0, 0.5);
    this.#subscript = words(context, 0, 0, unit.name.slice(1), {
      ...bold,
      size: Math.round(type.name * SUBSCRIPT),
    }).setOrigin(0, 0.5);
    this.#people = words(context, 0, 0, unit.people, {
      size: type.people,
      colour: MUTED,
      weight: 500,
    }).setOrigin(0, 0.5);
    const { atlas, scene } = context;
    this.root = scene.add
      .container(atlas.snap(placed.x), atlas.snap(placed.y), [this.#letter, this.#subscript, this.#people])
      .setVisible(!unit.isBare);
    this.show(placed);
  }

  show({ unit: { people }, x, y, nameY, nameLeft, nameRoom }: PlacedUnit): void {
    const middle = this.#context.atlas.snap(nameY - y);
    this.#letter.setY(middle);
    this.#subscript.setY(middle + this.#size * 0.22);
    this.#people.setY(middle + this.#size * 0.04);
    const shown = `${people}/${nameLeft}/${nameRoom}`;
    if (shown === this.#shown) return;
    this.#shown = shown;
    const name = this.#letter.width + this.#subscript.width - 2;
    cutTo(this.#people.setText(people), nameRoom - name - NAME_GAP);
    // Without room for a single letter, only the unit's name is shown.
    if (this.#people.width > nameRoom - name) this.#people.setText('');
    const gap = this.#people.text === '' ? 0 : NAME_GAP;
    const { atlas } = this.#context;
    const centred = -(name + gap + (gap === 0 ? 0 : this.#people.width)) / 2;
    const left = atlas.snap(nameLeft === null ? centred : nameLeft - x);
    this.#letter.setX(left);
    this.#subscript.setX(atlas.snap(left + this.#letter.width - 2));
    this.#people.setX(atlas.snap(left + name + gap));
  }
}
