import { activationOf, slopesOf } from '../../maths/activation.ts';
import { recordOf, unitActivation } from '../../maths/activations.ts';
import { isSameFormula } from '../../maths/formula.ts';
import { isBias, valueOfEdge } from '../../maths/unit.ts';
import type { Layer } from '../../maths/network.ts';
import { type Expression, negative, num, product, sum } from '../numbers/expression.ts';
import { placeId, type PlaceId } from '../places/place.ts';
import { family, type ForwardFacts } from './entry.ts';
import { biasOf, edgePlace, firstWeightOf, outputOf, valveOf } from './places.ts';
import { neighbours } from './scale.ts';
import { otherFunctions } from './slope.ts';

const layerOf = ({ situation, unit }: ForwardFacts): Layer => situation.network.layers[unit.layer - 1]!;
const inputPlace = ({ situation, unit }: ForwardFacts, index: number): PlaceId =>
  placeId(situation.network, { kind: 'output', unit: { layer: unit.layer - 1, index } });

/** Sums a term for each incoming unit, and the bias. */
const summed = (
  { incoming, bias }: ForwardFacts,
  term: (x: number, i: number) => Expression,
  own: number | null = bias,
): Expression => sum(...incoming.map(term), ...(own === null || own === 0 ? [] : [num(own)]));

const weighted = (facts: ForwardFacts, weight: (i: number) => number, own?: number | null): Expression =>
  summed(facts, (x, i) => product(num(weight(i)), num(x)), own);

/** Tells whether f′ equals the function that f is taken for: that of a softplus is the sigmoid. */
function hasSlopeOfOther(layer: Layer): boolean {
  const slope = unitActivation(layer.activation)?.slopeFormula;
  return (
    slope !== undefined &&
    otherFunctions(layer).some((other) => isSameFormula(recordOf(other.activation).formula, slope))
  );
}

/** Tells whether f changes the sum. An open gate does not: then leaving f out cannot show. */
const changes = ({ u, a }: ForwardFacts): boolean => u !== a;

/** Mistakes in a pre-activation, and in f of it. */
export const FORWARD = family(80, {
  'bias-missing': {
    preActivation: {
      workings: (facts) => (facts.bias === 0 ? [] : [weighted(facts, (i) => facts.weights[i]!, null)]),
      place: biasOf,
    },
  },
  'bias-sign': {
    preActivation: {
      workings: (facts) => (facts.bias === 0 ? [] : [weighted(facts, (i) => facts.weights[i]!, -facts.bias)]),
      place: biasOf,
    },
  },
  'input-left-out': {
    preActivation: {
      workings: (facts) =>
        facts.incoming.length < 2
          ? []
          : facts.incoming.map((_, left) =>
              summed(facts, (x, i) => (i === left ? num(0) : product(num(facts.weights[i]!), num(x)))),
            ),
      place: inputPlace,
    },
  },
  'weights-missing': {
    preActivation: {
      workings: (facts) => [summed(facts, (x) => num(x))],
      place: firstWeightOf,
    },
  },
  'weight-wrong': {
    preActivation: {
      workings: (facts) => {
        const { situation, unit } = facts;
        const matrix = situation.network.weights[unit.layer - 1]!;
        const columns = neighbours(matrix[0]!.length, unit.index).map((other) =>
          weighted(facts, (i) => matrix[i]![other]!),
        );
        const isSquare = matrix.length === matrix[0]!.length && matrix.length > 1;
        return isSquare ? [...columns, weighted(facts, (i) => matrix[unit.index]![i]!)] : columns;
      },
      place: firstWeightOf,

      sameAs: [
        {
          id: 'neighbour',
          when: ({ situation, unit, bias }) =>
            situation.network.biases[unit.layer - 1]!.some((other, i) => i !== unit.index && other === bias),
        },
      ],
    },
    update: {
      workings: ({ edge, network, G }) => {
        if (isBias(edge)) return [];
        const others = neighbours(network.weights[edge.layer - 1]!.length, edge.from);
        return others.map((from) =>
          sum(
            num(valueOfEdge(network, { ...edge, from })),
            negative(product(num(network.learningRate), num(G))),
          ),
        );
      },
      place: ({ network, edge }) => edgePlace(network, edge),
    },
  },
  'weight-crossed': {
    preActivation: {
      workings: (facts) => {
        const { weights } = facts;
        const shifts = weights.length < 2 ? [] : weights.length === 2 ? [1] : [1, weights.length - 1];
        return shifts.map((shift) => weighted(facts, (i) => weights[(i + shift) % weights.length]!));
      },
      place: firstWeightOf,

      sameAs: [
        {
          id: 'right',
          when: ({ incoming }) => incoming.length > 1 && incoming.every((x) => x === incoming[0]),
        },
      ],
    },
  },
  'f-applied': {
    preActivation: {
      workings: (facts) => (changes(facts) ? [num(facts.a)] : []),
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

      sameAs: [
        {
          id: 'f-wrong',
          when: (facts) => hasSlopeOfOther(layerOf(facts)),
        },
      ],
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
