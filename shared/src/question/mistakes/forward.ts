import { activationOf, slopesOf } from '../../maths/activation.ts';
import { unitActivation } from '../../maths/activations.ts';
import { isBias, valueOfEdge } from '../../maths/unit.ts';
import type { Layer } from '../../maths/network.ts';
import { num, product } from '../numbers/expression.ts';
import { placeId, type PlaceId } from '../places/place.ts';
import type { ForwardFacts } from './partFacts.ts';
import { family } from './entry.ts';
import type { SumWorking } from './sumWorking.ts';
import type { UpdateWorking } from './updateWorking.ts';
import { biasOf, edgePlace, firstWeightOf, outputOf, valveOf } from './places.ts';
import { neighbours } from './scale.ts';
import { otherFunctions } from './slope.ts';

const layerOf = ({ situation, unit }: ForwardFacts): Layer => situation.network.layers[unit.layer - 1]!;
const inputPlace = ({ situation, unit }: ForwardFacts, index: number): PlaceId =>
  placeId(situation.network, { kind: 'output', unit: { layer: unit.layer - 1, index } });

/** Sum with another weight for each incoming unit. */
const weighted = (weight: (i: number) => number): SumWorking => ({
  term: (x, i) => product(num(weight(i)), num(x)),
});

/** Tells whether f changes the sum. An open gate does not: then leaving f out cannot show. */
const changes = ({ u, a }: ForwardFacts): boolean => u !== a;

/** Mistakes in a pre-activation, and in f of it. */
export const FORWARD = family(80, {
  'bias-missing': {
    preActivation: {
      workings: ({ bias }) => (bias === 0 ? [] : [{ bias: null }]),
      place: biasOf,
    },
  },
  'bias-sign': {
    preActivation: {
      workings: ({ bias }) => (bias === 0 ? [] : [{ bias: -bias }]),
      place: biasOf,
    },
  },
  'input-left-out': {
    preActivation: {
      workings: (facts) =>
        facts.incoming.length < 2
          ? []
          : facts.incoming.map(
              (_, left): SumWorking => ({
                term: (x, i) => (i === left ? null : product(num(facts.weights[i]!), num(x))),
              }),
            ),
      place: inputPlace,
    },
  },
  'weights-missing': {
    preActivation: {
      workings: () => [{ term: (x) => num(x) }],
      place: firstWeightOf,
    },
  },
  'weight-wrong': {
    preActivation: {
      workings: (facts) => {
        const { situation, unit } = facts;
        const matrix = situation.network.weights[unit.layer - 1]!;
        const columns = neighbours(matrix[0]!.length, unit.index).map((other) =>
          weighted((i) => matrix[i]![other]!),
        );
        const isSquare = matrix.length === matrix[0]!.length && matrix.length > 1;
        return isSquare ? [...columns, weighted((i) => matrix[unit.index]![i]!)] : columns;
      },
      place: firstWeightOf,
    },
    update: {
      workings: ({ edge, network }) => {
        if (isBias(edge)) return [];
        const others = neighbours(network.weights[edge.layer - 1]!.length, edge.from);
        return others.map((from): UpdateWorking => ({ w: valueOfEdge(network, { ...edge, from }) }));
      },
      place: ({ network, edge }) => edgePlace(network, edge),
    },
  },
  'weight-crossed': {
    preActivation: {
      workings: (facts) => {
        const { weights } = facts;
        const shifts = weights.length < 2 ? [] : weights.length === 2 ? [1] : [1, weights.length - 1];
        return shifts.map((shift) => weighted((i) => weights[(i + shift) % weights.length]!));
      },
      place: firstWeightOf,
    },
  },
  'f-applied': {
    preActivation: {
      workings: (facts) => (changes(facts) ? [{ whole: num(facts.a) }] : []),
      place: outputOf,
    },
  },
  'f-missing': {
    output: {
      workings: (facts) => (changes(facts) ? [num(facts.u)] : []),
      place: outputOf,
    },
  },
  'f-slope': {
    output: {
      workings: (facts) => {
        const { situation, unit, u } = facts;
        const sums = situation.pass.sums[unit.layer - 1]!.with(unit.index, u);
        const slopes = slopesOf(layerOf(facts), sums);
        return slopes ? [num(slopes[unit.index]!)] : [];
      },
      place: outputOf,
    },
  },
  'f-wrong': {
    output: {
      workings: (facts) =>
        otherFunctions(layerOf(facts)).map((layer) => num(activationOf(layer).value(facts.u))),
      place: outputOf,
    },
  },
  'f-twice': {
    output: {
      workings: (facts) => {
        const layer = layerOf(facts);
        return !unitActivation(layer.activation) || !changes(facts)
          ? []
          : [num(activationOf(layer).value(facts.a))];
      },
      place: outputOf,
    },
  },
  'softmax-alone': {
    output: {
      workings: (facts) => (layerOf(facts).activation === 'softmax' ? [num(Math.exp(facts.u))] : []),
      place: outputOf,
    },
  },
  'belly-given': {
    slope: { workings: ({ u, a }) => (u === a ? [] : [num(u)]), place: valveOf },
  },
});
