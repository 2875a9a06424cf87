import { activationOf, slopesOf } from '../../maths/activation.ts';
import type { Layer } from '../../maths/network.ts';
import type { UnitRef } from '../../maths/unit.ts';
import { type Expression, negative, num, product, sum } from '../expression.ts';
import { placeId, type PlaceId } from '../place.ts';
import type { Situation } from '../situation.ts';
import { edgePlace } from './places.ts';
import { inOrder, type MistakeRule } from './rule.ts';
import { neighbours, SLIPS } from './scale.ts';
import { otherFunctions } from './slope.ts';

/** What a belly sum and an output are made of: the player's own values where it has found them before. */
export interface ForwardFacts {
  readonly situation: Situation;
  readonly unit: UnitRef;
  readonly incoming: readonly number[];
  /** Into the unit, one for each that comes in. */
  readonly weights: readonly number[];
  readonly bias: number;
  readonly u: number;
  readonly a: number;
}

type ForwardRule = MistakeRule<ForwardFacts>;

const layerOf = ({ situation, unit }: ForwardFacts): Layer => situation.network.layers[unit.layer - 1]!;
const biasPlace = ({ situation, unit }: ForwardFacts): PlaceId =>
  placeId(situation.network, { kind: 'bias', unit });
const outputPlace = ({ situation, unit }: ForwardFacts): PlaceId =>
  placeId(situation.network, { kind: 'output', unit });
const weightPlace = ({ situation, unit }: ForwardFacts, from = 0): PlaceId =>
  edgePlace(situation.network, { layer: unit.layer, from, to: unit.index });
const inputPlace = ({ situation, unit }: ForwardFacts, index: number): PlaceId =>
  placeId(situation.network, { kind: 'output', unit: { layer: unit.layer - 1, index } });

/** Σ of a term for each that comes in, and the bias. */
const summed = (
  { incoming, bias }: ForwardFacts,
  term: (x: number, i: number) => Expression,
  own: number | null = bias,
): Expression => sum(...incoming.map(term), ...(own === null || own === 0 ? [] : [num(own)]));

const weighted = (facts: ForwardFacts, weight: (i: number) => number, own?: number | null): Expression =>
  summed(facts, (x, i) => product(num(weight(i)), num(x)), own);

/** f of a gate that is open hands the sum on as it is: then nothing is left out. */
const changes = ({ u, a }: ForwardFacts): boolean => u !== a;

/** What goes wrong with a belly sum. */
export const BELLY_RULES: readonly ForwardRule[] = inOrder<ForwardFacts, Expression>([
  {
    id: 'bias-missing',
    workings: (facts) => (facts.bias === 0 ? [] : [weighted(facts, (i) => facts.weights[i]!, null)]),
    place: biasPlace,
  },
  {
    id: 'bias-sign',
    workings: (facts) => (facts.bias === 0 ? [] : [weighted(facts, (i) => facts.weights[i]!, -facts.bias)]),
    place: biasPlace,
  },
  {
    id: 'input-left-out',
    workings: (facts) =>
      facts.incoming.length < 2
        ? []
        : facts.incoming.map((_, left) =>
            summed(facts, (x, i) => (i === left ? num(0) : product(num(facts.weights[i]!), num(x)))),
          ),
    place: inputPlace,
  },
  {
    id: 'weights-missing',
    workings: (facts) => [summed(facts, (x) => num(x))],
    place: (facts) => weightPlace(facts),
  },
  {
    id: 'weight-wrong',
    workings: (facts) => {
      const { situation, unit } = facts;
      const matrix = situation.network.weights[unit.layer - 1]!;
      const columns = neighbours(matrix[0]!.length, unit.index).map((other) =>
        weighted(facts, (i) => matrix[i]![other]!),
      );
      const isSquare = matrix.length === matrix[0]!.length && matrix.length > 1;
      return isSquare ? [...columns, weighted(facts, (i) => matrix[unit.index]![i]!)] : columns;
    },
    place: (facts) => weightPlace(facts),
  },
  {
    id: 'weight-crossed',
    workings: (facts) => {
      const { weights } = facts;
      const shifts = weights.length < 2 ? [] : weights.length === 2 ? [1] : [1, weights.length - 1];
      return shifts.map((shift) => weighted(facts, (i) => weights[(i + shift) % weights.length]!));
    },
    place: (facts) => weightPlace(facts),
  },
  {
    id: 'added',
    workings: (facts) => [summed(facts, (x, i) => sum(num(facts.weights[i]!), num(x)))],
    place: (facts) => weightPlace(facts),
  },
  {
    id: 'f-applied',
    workings: (facts) => (changes(facts) ? [num(facts.a)] : []),
    place: outputPlace,
  },
  { id: 'sign-slip', workings: ({ u }) => [num(-u)], place: (facts) => weightPlace(facts) },
  {
    id: 'neighbour',
    workings: ({ situation, unit }) => {
      const sums = situation.pass.sums[unit.layer - 1]!;
      return neighbours(sums.length, unit.index).map((other) => num(sums[other]!));
    },
    place: (facts) => weightPlace(facts),
  },
  { id: 'slip', workings: ({ u }) => SLIPS.map((power) => num(power * u)), place: biasPlace },
]);

/** What goes wrong with f of a belly sum. */
export const OUTPUT_RULES: readonly ForwardRule[] = inOrder<ForwardFacts, Expression>([
  {
    id: 'f-missing',
    workings: (facts) => (changes(facts) ? [num(facts.u)] : []),
    place: outputPlace,
  },
  {
    id: 'f-slope',
    workings: (facts) => {
      const { situation, unit, u } = facts;
      const sums = situation.pass.sums[unit.layer - 1]!.with(unit.index, u);
      const slopes = slopesOf(layerOf(facts), sums);
      return slopes ? [num(slopes[unit.index]!)] : [];
    },
    place: outputPlace,
  },
  {
    id: 'f-wrong',
    workings: (facts) =>
      otherFunctions(layerOf(facts)).map((layer) => num(activationOf(layer).value(facts.u))),
    place: outputPlace,
  },
  {
    id: 'f-twice',
    workings: (facts) => {
      const layer = layerOf(facts);
      return layer.activation === 'softmax' || !changes(facts)
        ? []
        : [num(activationOf(layer).value(facts.a))];
    },
    place: outputPlace,
  },
  {
    id: 'softmax-alone',
    workings: (facts) => (layerOf(facts).activation === 'softmax' ? [num(Math.exp(facts.u))] : []),
    place: outputPlace,
  },
  { id: 'sign-slip', workings: ({ a }) => [negative(num(a))], place: outputPlace },
  {
    id: 'neighbour',
    workings: ({ situation, unit }) => {
      const outputs = situation.pass.outputs[unit.layer - 1]!;
      return neighbours(outputs.length, unit.index).map((other) => num(outputs[other]!));
    },
    place: outputPlace,
  },
  { id: 'slip', workings: ({ a }) => SLIPS.map((power) => num(power * a)), place: outputPlace },
]);
