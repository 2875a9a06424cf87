import type { MistakeId } from '@relay/shared/question/question';

/**
 * Look of a creature by the term that its mistake gets wrong: valves, paths back, inputs, forward sums, the loss, the
 * step.
 */
export type Breed = 'valve' | 'way' | 'input' | 'belly' | 'loss' | 'step' | 'slip';

interface Recipe {
  readonly breed: Breed;
  /** Text on the board: the slip in a few symbols, the same in every language. No factor that gives a number away. */
  readonly board: string;
}

const of = (breed: Breed, board: string): Recipe => ({ breed, board });

/** Creatures of all mistakes. */
export const CREATURES: Record<MistakeId, Recipe> = {
  'slope-missing': of('valve', 'f′?'),
  'slope-activation': of('valve', 'f≠f′'),
  'slope-of-output': of('valve', 'f′(a)'),
  'slope-formula-on-sum': of('valve', 'u(1−u)'),
  'slope-wrong-unit': of('valve', 'f′ₖ'),
  'slope-wrong-function': of('valve', 'g′'),
  'slope-half-formula': of('valve', 'f′=?'),
  'slope-twice': of('valve', 'f′f′'),
  'slope-gate-ignored': of('valve', 'u≤0!'),
  'slope-gate-inverted': of('valve', '0⇄1'),
  sign: of('slip', '±'),
  'sign-slip': of('slip', '−!'),
  slip: of('slip', '0.0?'),
  neighbour: of('slip', '←→'),
  accumulated: of('slip', '+G'),
  added: of('slip', '+≠×'),
  'place-extra': of('slip', '+1'),
  'term-right': of('slip', '✓?'),
  'product-follows': of('slip', '=…'),
  'sum-one-path': of('way', '←?'),
  'sum-no-weights': of('way', 'w?'),
  'sum-gradients': of('way', 'ΣG'),
  'sum-mean': of('way', '÷K'),
  'sum-transposed': of('way', 'wᵀ'),
  'sum-crossed': of('way', 'w✕δ'),
  'sum-updated-weights': of('way', 'w→w′'),
  'sum-raw-error': of('way', 'S≠δ'),
  'input-missing': of('input', 'x?'),
  'input-wrong': of('input', 'x₁x₂'),
  'input-own-output': of('input', 'a≠x'),
  'input-weight': of('input', 'w≠x'),
  'input-sum': of('input', 'u≠x'),
  'input-applied': of('input', 'G≠δ'),
  'bias-times-b': of('input', '×b'),
  'rate-applied': of('step', 'w←?'),
  'step-given': of('step', '−ηG'),
  'step-added': of('step', '+ηG'),
  'eta-missing': of('step', 'η?'),
  'eta-on-all': of('step', 'η(…)'),
  'weight-missing': of('step', 'w…'),
  'gradient-given': of('step', 'G≠w'),
  'step-missing': of('step', 'w=w'),
  'step-from-nothing': of('step', '0−ηG'),
  'not-divided': of('step', '÷Δw?'),
  'two-notches': of('step', '▼…▲'),
  'loss-shortcut': of('loss', 'y−t'),
  'loss-factor': of('loss', 'k·E?'),
  'loss-value': of('loss', 'E≠E′'),
  'error-squared': of('loss', '( )²'),
  'target-missing': of('loss', 't?'),
  'output-missing': of('loss', 'y?'),
  'target-other': of('loss', 't₁t₂'),
  'target-added': of('loss', 'y+t'),
  'parcel-given': of('loss', '×f′!'),
  'bias-missing': of('belly', 'b?'),
  'bias-sign': of('belly', '−b'),
  'input-left-out': of('belly', 'Σ…'),
  'weights-missing': of('belly', 'Σx'),
  'weight-wrong': of('belly', 'w₁w₂'),
  'weight-crossed': of('belly', 'w✕x'),
  'f-applied': of('belly', 'f(u)'),
  'f-missing': of('belly', 'u≠a'),
  'f-slope': of('belly', 'f′≠f'),
  'f-wrong': of('belly', 'g(u)'),
  'f-twice': of('belly', 'ff'),
  'softmax-alone': of('belly', 'Σeᵘ'),
  'belly-given': of('belly', 'u!'),
};

/** Eyes, mouth and feet: enough combinations that no two of a breed look alike. */
export interface Face {
  readonly eyes: number;
  readonly mouth: number;
  readonly feet: number;
}

const EYES = 4;
const MOUTHS = 5;
const FEET = 3;

/** Face of a mistake's creature: the n-th of its breed has the n-th face. */
export function faceOf(id: MistakeId): Face {
  const { breed } = CREATURES[id];
  const family = Object.entries(CREATURES).filter(([, recipe]) => recipe.breed === breed);
  const n = family.findIndex(([one]) => one === id);
  return { eyes: n % EYES, mouth: n % MOUTHS, feet: n % FEET };
}
