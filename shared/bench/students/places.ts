import type { MistakeId } from '../../src/question/question.ts';
import { unitPlaceId, weightPlaceId } from '../../src/question/places/placeId.ts';
import { type Random, pickOne } from './figures.ts';

/** Places that can be tapped, by name, for one weight of one hidden or output unit. */
export interface TappablePlaces {
  /** The right places. */
  readonly right: readonly string[];
  /** All places that can be tapped. */
  readonly all: readonly string[];
  readonly unit: string;
  /** Unit where ◆ begins: `x1`, or undefined for a bias. */
  readonly source: string | undefined;
  /** Units of the own layer, of the previous and of the next. */
  readonly layer: readonly string[];
  readonly before: readonly string[];
  readonly next: readonly string[];
  readonly isDeep: boolean;
}

const without = (list: readonly string[], ...left: string[]): string[] =>
  list.filter((one) => !left.includes(one));

/** Places that a student taps who makes one mistake; null: the mistake cannot be made here. */
export const PLACES: Partial<Record<MistakeId, (board: TappablePlaces, random: Random) => string[] | null>> =
  {
    'slope-missing': ({ right, unit }) =>
      right.includes(unitPlaceId('valve', unit)) ? without(right, unitPlaceId('valve', unit)) : null,
    'slope-wrong-unit': ({ right, all, unit, next, layer }, random) => {
      const others = [...next, ...without(layer, unit)]
        .map((name) => unitPlaceId('valve', name))
        .filter((place) => all.includes(place) && !right.includes(place));
      if (!right.includes(unitPlaceId('valve', unit)) || others.length === 0) return null;
      return [...without(right, unitPlaceId('valve', unit)), pickOne(others, random)];
    },
    'sum-one-path': ({ right, unit, next }, random) => {
      if (next.length < 2) return null;
      const skipped = pickOne(next, random);
      return without(
        right,
        unitPlaceId('error', skipped),
        unitPlaceId('valve', skipped),
        unitPlaceId('parcel', skipped),
        weightPlaceId(unit, skipped),
      );
    },
    'sum-no-weights': ({ right, unit, next }) =>
      next.length === 0 ? null : without(right, ...next.map((name) => weightPlaceId(unit, name))),
    'sum-transposed': ({ right, unit, next, layer }) => {
      if (next.length < 2 || next.length !== layer.length) return null;
      const mine = layer.indexOf(unit);
      return [
        ...without(right, ...next.map((name) => weightPlaceId(unit, name))),
        ...layer.map((name) => weightPlaceId(name, next[mine]!)),
      ];
    },
    'sum-raw-error': ({ right, next }) => {
      const valves = next.map((name) => unitPlaceId('valve', name)).filter((place) => right.includes(place));
      return valves.length === 0 ? null : without(right, ...valves);
    },
    'input-missing': ({ right, source }) => (source ? without(right, unitPlaceId('output', source)) : null),
    'input-wrong': ({ right, source, before }, random) =>
      source && before.length > 1
        ? [
            ...without(right, unitPlaceId('output', source)),
            unitPlaceId('output', pickOne(without(before, source), random)),
          ]
        : null,
    'input-own-output': ({ right, source, unit }) =>
      source ? [...without(right, unitPlaceId('output', source)), unitPlaceId('output', unit)] : null,
    'input-weight': ({ right, source, unit }) =>
      source ? [...without(right, unitPlaceId('output', source)), weightPlaceId(source, unit)] : null,
    'place-extra': ({ right, all }, random) => [...right, pickOne(without(all, ...right), random)],
  };
