import { incomingOf } from '@relay/shared/maths/forward';
import type { LossName } from '@relay/shared/maths/network';
import { unitByName, type UnitRef } from '@relay/shared/maths/unit';
import { type Part, partKind, partUnit } from '@relay/shared/question/question';
import type { RoundFacts } from '../view/roundFacts';
import { written } from '../view/written';

/** A number inside a product or a difference: brackets round a negative one. */
const factor = (value: number): string => {
  const text = written(value);
  return text.startsWith('\u2212') ? `(${text})` : text;
};

/** `0.05 × 0.15 + 0.1 × 0.2 + 0.35` */
function sumTerms({ network, pass }: RoundFacts, { layer, index }: UnitRef): string {
  const products = incomingOf(pass, layer).map(
    (x, i) => `${factor(x)} × ${factor(network.weights[layer - 1]![i]![index]!)}`,
  );
  const bias = network.biases[layer - 1]![index]!;
  return [...products, ...(bias === 0 ? [] : [factor(bias)])].join(' + ');
}

function errorTerms(loss: LossName, y: string, t: string, outputs: number): string {
  switch (loss) {
    case 'half-squared-error':
      return `${y} − ${t}`;
    case 'squared-error':
      return `2 × (${y} − ${t})`;
    case 'mean-squared-error':
      return `2 ÷ ${outputs} × (${y} − ${t})`;
    case 'binary-cross-entropy':
      return `(${y} − ${t}) ÷ (${y} × (1 − ${y}))`;
    case 'cross-entropy':
      return `−${t} ÷ ${y}`;
  }
}

/**
 * How a belly sum, an output, a valve or an error comes about, up to its "=": `0.05 × 0.15 + 0.35 = `. Empty for other
 * parts.
 */
export function workingOf(facts: RoundFacts, part: Part): string {
  const { network, pass, sample } = facts;
  const unit = unitByName(network, partUnit(part) ?? '');
  if (!unit || unit.layer === 0) return '';
  const layer = network.layers[unit.layer - 1]!;
  const sum = written(pass.sums[unit.layer - 1]![unit.index]!);
  switch (partKind(part)) {
    case 'u':
      return `${sumTerms(facts, unit)} = `;
    case 'a':
      return layer.activation === 'softmax' ? `softmax(${sum}) = ` : `f(${sum}) = `;
    case 'f':
      return `f′(${sum}) = `;
    case 'e': {
      const [y, t] = [factor(pass.outputs.at(-1)![unit.index]!), factor(sample.t[unit.index]!)];
      const loss = layer.activation === 'softmax' ? 'half-squared-error' : network.loss;
      return `${errorTerms(loss, y, t, sample.t.length)} = `;
    }
    default:
      return '';
  }
}
