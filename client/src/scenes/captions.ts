import type * as Phaser from 'phaser';
import type { PlacedUnit, TypeSizes } from '../view/layout/parts';
import { MUTED, TEXT } from './ink';
import { cutTo, type Paper, words } from './paper';

/** Subscripts are smaller and lower text: not every font has the characters h₁ needs. */
const SUBSCRIPT = 0.68;

/** The name below a unit, and who sits there. */
export class Captions {
  readonly parts: Phaser.GameObjects.Text[];
  readonly #paper: Paper;
  readonly #letter: Phaser.GameObjects.Text;
  readonly #subscript: Phaser.GameObjects.Text;
  readonly #people: Phaser.GameObjects.Text;
  readonly #room: number;
  readonly #size: number;
  #shown: string | null = null;

  constructor(paper: Paper, placed: PlacedUnit, type: TypeSizes) {
    const { unit, r } = placed;
    this.#paper = paper;
    this.#size = type.name;
    const bold = { size: type.name, colour: TEXT, weight: 700 } as const;
    this.#letter = words(paper, 0, 0, unit.name.slice(0, 1), bold).setOrigin(0, 0.5);
    this.#subscript = words(paper, 0, 0, unit.name.slice(1), {
      ...bold,
      size: Math.round(type.name * SUBSCRIPT),
    }).setOrigin(0, 0.5);
    this.#people = words(paper, 0, 0, unit.people, {
      size: type.people,
      colour: MUTED,
      weight: 500,
    }).setOrigin(0, 0.5);
    this.parts = [this.#letter, this.#subscript, this.#people];
    this.#room = Math.max(r * 2.15, 84);
    for (const part of this.parts) part.setVisible(!unit.isBare);
    this.show(placed);
  }

  show({ unit: { people }, y, nameY }: PlacedUnit): void {
    const middle = this.#paper.sheet.snap(nameY - y);
    this.#letter.setY(middle);
    this.#subscript.setY(middle + this.#size * 0.22);
    this.#people.setY(middle + this.#size * 0.04);
    if (people === this.#shown) return;
    this.#shown = people;
    const name = this.#letter.width + this.#subscript.width - 2;
    cutTo(this.#people.setText(people), this.#room - name);
    const gap = people === '' ? 0 : 6;
    const { sheet } = this.#paper;
    const left = sheet.snap(-(name + gap + (people === '' ? 0 : this.#people.width)) / 2);
    this.#letter.setX(left);
    this.#subscript.setX(sheet.snap(left + this.#letter.width - 2));
    this.#people.setX(sheet.snap(left + name + gap));
  }
}
