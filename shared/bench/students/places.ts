import type { MistakeId } from '../../src/question/question.ts';
import { type Dice, pickOne } from './figures.ts';

/** What there is to tap, by name, for one weight of one hidden or output unit. */
export interface Board {
  /** The right places. */
  readonly right: readonly string[];
  /** Everything that could be tapped. */
  readonly all: readonly string[];
  readonly unit: string;
  /** Where ◆ begins: `x1`, or undefined for a bias. */
  readonly source: string | undefined;
  /** Units of the own layer, of the one before and of the next. */
  readonly layer: readonly string[];
  readonly before: readonly string[];
  readonly next: readonly string[];
  readonly isDeep: boolean;
}

const without = (list: readonly string[], ...left: string[]): string[] =>
  list.filter((one) => !left.includes(one));

/** What a student taps who makes one mistake; null: it cannot be made here. */
export const PLACES: Partial<Record<MistakeId, (board: Board, dice: Dice) => string[] | null>> = {
  'slope-missing': ({ right, unit }) => (right.includes(`f:${unit}`) ? without(right, `f:${unit}`) : null),
  'slope-wrong-unit': ({ right, all, unit, next, layer }, dice) => {
    const others = [...next, ...without(layer, unit)]
      .map((name) => `f:${name}`)
      .filter((place) => all.includes(place) && !right.includes(place));
    if (!right.includes(`f:${unit}`) || others.length === 0) return null;
    return [...without(right, `f:${unit}`), pickOne(others, dice)];
  },
  'sum-one-path': ({ right, unit, next }, dice) => {
    if (next.length < 2) return null;
    const skipped = pickOne(next, dice);
    return without(right, `e:${skipped}`, `f:${skipped}`, `p:${skipped}`, `w:${unit}>${skipped}`);
  },
  'sum-no-weights': ({ right, unit, next }) =>
    next.length === 0 ? null : without(right, ...next.map((name) => `w:${unit}>${name}`)),
  'sum-transposed': ({ right, unit, next, layer }) => {
    if (next.length < 2 || next.length !== layer.length) return null;
    const mine = layer.indexOf(unit);
    return [
      ...without(right, ...next.map((name) => `w:${unit}>${name}`)),
      ...layer.map((name) => `w:${name}>${next[mine]!}`),
    ];
  },
  'sum-raw-error': ({ right, next }) => {
    const valves = next.map((name) => `f:${name}`).filter((place) => right.includes(place));
    return valves.length === 0 ? null : without(right, ...valves);
  },
  'input-missing': ({ right, source }) => (source ? without(right, `o:${source}`) : null),
  'input-wrong': ({ right, source, before }, dice) =>
    source && before.length > 1
      ? [...without(right, `o:${source}`), `o:${pickOne(without(before, source), dice)}`]
      : null,
  'input-own-output': ({ right, source, unit }) =>
    source ? [...without(right, `o:${source}`), `o:${unit}`] : null,
  'input-weight': ({ right, source, unit }) =>
    source ? [...without(right, `o:${source}`), `w:${source}>${unit}`] : null,
  'place-extra': ({ right, all }, dice) => [...right, pickOne(without(all, ...right), dice)],
};
