import { UNIT_ACTIVATION_NAMES, unitActivation } from '../maths/activations.ts';
import type { ActivationName, Layer, LossName, Network, Parameters } from '../maths/network.ts';
import { type Situation, situationOf } from '../question/situation.ts';
import { randomAt } from '../referee/random.ts';

const SQUARED: readonly LossName[] = ['half-squared-error', 'squared-error', 'mean-squared-error'];

/** Bounds of a random situation. */
export interface Kind {
  /** Largest number of layers after the input. */
  readonly deepest: number;
  readonly hidden: readonly ActivationName[];
  readonly losses: readonly LossName[];
}

const ANY: Kind = {
  deepest: 4,
  hidden: UNIT_ACTIVATION_NAMES,
  losses: [...SQUARED, 'binary-cross-entropy', 'cross-entropy'],
};

/**
 * A network in real numbers with one sample and its forward and backward pass: any depth, activation and loss. Now and
 * then an input is 1, a bias 0, or the learning rate a round number.
 *
 * @param seed  the same gives the same
 */
export function randomSituation(seed: number, { deepest, hidden, losses }: Kind = ANY): Situation {
  const draw = (key: string): number => randomAt(seed, key);
  const oneOf = <T>(list: readonly T[], key: string): T => list[Math.floor(draw(key) * list.length)]!;
  const real = (key: string, most: number): number => (2 * draw(key) - 1) * most;
  const depth = 1 + Math.floor(draw('depth') * deepest);
  const loss = oneOf(losses, 'loss');
  const count = (l: number): number => 1 + Math.floor(draw(`units/${l}`) * 4);
  const units = Array.from({ length: depth + 1 }, (_, l) =>
    l === depth && loss === 'cross-entropy' ? Math.max(2, count(l)) : count(l),
  );
  const head: Partial<Record<LossName, ActivationName>> = {
    'binary-cross-entropy': 'sigmoid',
    'cross-entropy': 'softmax',
  };
  const layers = units.slice(1).map((many, l): Layer => {
    const activation = (l === depth - 1 ? head[loss] : undefined) ?? oneOf(hidden, `f/${l}`);
    if (!unitActivation(activation)?.defaultSides) return { units: many, activation };
    return { units: many, activation, slope: 0.3, ...(draw(`up/${l}`) < 0.5 ? { up: 0.8 } : {}) };
  });
  const parameters = (key: string): Parameters => ({
    weights: layers.map((layer, l) =>
      Array.from({ length: units[l]! }, (_, i) =>
        Array.from({ length: layer.units }, (__, j) => real(`${key}/w/${l}/${i}/${j}`, 1.5)),
      ),
    ),
    biases: layers.map((layer, l) =>
      Array.from({ length: layer.units }, (_, j) =>
        draw(`${key}/no b/${l}/${j}`) < 0.2 ? 0 : real(`${key}/b/${l}/${j}`, 1.5),
      ),
    ),
  });
  const network: Network = {
    ...parameters('now'),
    inputs: units[0]!,
    layers,
    loss,
    learningRate: oneOf([0.1, 0.5, 1, 0.37], 'eta'),
    updateBiases: true,
    snap: null,
  };
  const hot = Math.floor(draw('hot') * units.at(-1)!);
  const isZeroOne = loss === 'cross-entropy' || loss === 'binary-cross-entropy' || draw('real t') < 0.5;
  const t = Array.from({ length: units.at(-1)! }, (_, k) =>
    isZeroOne ? (k === hot ? 1 : 0) : real(`t/${k}`, 2),
  );
  const x = Array.from({ length: units[0]! }, (_, i) => (draw(`x one/${i}`) < 0.2 ? 1 : real(`x/${i}`, 2)));
  const situation = situationOf(network, { x, t });
  return { ...situation, before: draw('before') < 0.5 ? parameters('before') : null };
}
