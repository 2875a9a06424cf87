import { partKind } from '../../../src/question/part.ts';
import type { AskedPart } from '../askedPart.ts';
import { calculation, type Calculation } from '../calculation.ts';
import { type Random, pickOne } from '../figures.ts';
import { dial } from '../lever.ts';
import { type Sight, sightOf } from '../sight.ts';
import { otherOutputs } from './terms.ts';
import { type Pair, pairsOfThree } from './threePairs.ts';

/** Weights that are wrong, with a bias that is wrong. */
function sumPairs(s: Sight, random: Random): Pair[] {
  if (s.b === 0) return [];
  const j =
    s.sums.length < 2
      ? undefined
      : pickOne(
          s.sums.map((_, i) => i).filter((i) => i !== s.j),
          random,
        );
  const left = Math.floor(random() * s.x.length);
  const weights: readonly (readonly [string, number[][]] | undefined)[] = [
    ['weights-missing', s.x.map((x) => [x])],
    j === undefined ? undefined : ['weight-wrong', s.x.map((x, i) => [s.matrix[i]![j]!, x])],
    s.x.length < 2
      ? undefined
      : ['input-left-out', s.x.flatMap((x, i) => (i === left ? [] : [[s.w[i]!, x]]))],
    s.x.length < 2 ? undefined : ['weight-crossed', s.x.map((x, i) => [s.w[(i + 1) % s.w.length]!, x])],
    ['added', s.x.flatMap((x, i) => [[x], [s.w[i]!]])],
  ];
  const biases = [
    ['bias-missing', []],
    ['bias-sign', [[-s.b]]],
  ] as const;
  const plainTerms = s.x.map((x, i) => [s.w[i]!, x]);
  const pair = (ids: Pair['ids'], family: string, made: Calculation): Pair => ({
    ids,
    family,
    calculation: made,
  });
  return [
    ...weights.flatMap((one) =>
      one === undefined
        ? []
        : [
            ...biases.map(([id, b]) =>
              pair([one[0], id], 'weights and bias', calculation([...one[1], ...b])),
            ),
            pair([one[0], 'sign-slip'], 'weights and sign', calculation([...one[1], [s.b]], -1)),
          ],
    ),
    ...biases.map(([id, b]) =>
      pair([id, 'sign-slip'], 'bias and sign', calculation([...plainTerms, ...b], -1)),
    ),
    ...biases.map(([id, b]) =>
      pair([id, 'slip'], 'bias and decimal point', calculation([...plainTerms, ...b], 10)),
    ),
  ];
}

/** Every combination of one mistake of each list, as a product. */
function products(
  family: string,
  ones: readonly (readonly [string, readonly (readonly number[])[]])[],
  others: readonly (readonly [string, number])[],
): Pair[] {
  return ones.flatMap(([id, sum]) =>
    others.map(
      ([other, factor]): Pair => ({ ids: [id, other], family, calculation: calculation(sum, factor) }),
    ),
  );
}

function errorPairs(s: Sight): Pair[] {
  const [y, t, e] = [s.y[s.j]!, s.t[s.j]!, s.errors[s.j]!];
  const factor: readonly (readonly [string, number])[] = s.loss.includes('entropy')
    ? []
    : [
        ['loss-factor', 2],
        ['loss-factor', 0.5],
      ];
  const slope: readonly (readonly [string, number])[] =
    Number.isNaN(s.slope) || s.slope === 1 ? [] : [['parcel-given', s.slope]];
  const scale = [
    ['slip', 10],
    ['slip', 0.1],
  ] as const;
  const terms = [
    ['sign', [[-e]]],
    ['error-squared', [[(y - t) ** 2]]],
    ...(t === 0
      ? []
      : ([
          ['target-added', [[y], [t]]],
          ['target-missing', [[y]]],
          ['output-missing', [[t]]],
        ] as const)),
  ] as const;
  return products('error and factor', terms, [...factor, ...slope, ...scale]);
}

function nextPairs(s: Sight, random: Random): Pair[] {
  const own = s.from === 'bias' ? s.b : s.w[s.from as number]!;
  const rate = s.eta === 1 ? [] : ([['eta-missing', -s.G]] as const);
  const steps = [['step-added', s.eta * s.G], ...rate] as const;
  const wrong =
    s.from === 'bias' || s.w.length < 2
      ? undefined
      : pickOne(
          s.w.filter((_, i) => i !== s.from),
          random,
        );
  const weight: Pair[] =
    wrong === undefined
      ? []
      : steps.map(([id, step]) => ({
          ids: ['weight-wrong', id],
          family: 'weight and step',
          calculation: calculation([[wrong], [step]]),
        }));
  const both: Pair[] =
    rate.length === 0
      ? []
      : [
          {
            ids: ['step-added', 'eta-missing'],
            family: 'step and rate',
            calculation: calculation([[own], [s.G]]),
          },
        ];
  const made = steps.map(([id, step]) => [id, [[own], [step]]] as const);
  return [
    ...weight,
    ...both,
    ...products('step and factor', made, [
      ['sign-slip', -1],
      ['slip', 10],
      ['slip', 0.1],
    ]),
  ];
}

function leverPairs({ asked: { situation, question } }: AskedPart): Pair[] {
  const at = (shift: number): number => dial(situation, question.edge!, shift);
  const [down, here, up] = [at(-0.1), at(0), at(0.1)];
  const chords = [
    ['not-divided', [[up - here]]],
    ['not-divided', [[here - down]]],
    ['two-notches', [[(up - down) / 0.1]]],
  ] as const;
  return products('chord and factor', chords, [['sign-slip', -1]]);
}

/** Pairs of mistakes that can be made in a part, in one way each. */
export function doubleMistakes(askedPart: AskedPart, random: Random): Pair[] {
  const { asked, part } = askedPart;
  const s = sightOf(asked.situation, asked.question, part);
  const kind = partKind(part);
  switch (kind) {
    case 'G':
    case 'delta':
    case 'S':
      return pairsOfThree(s, kind, random);
    case 'u':
      return sumPairs(s, random);
    case 'a': {
      const made = otherOutputs(s).map(([id, value]) => [id, [[value]]] as const);
      return products('function and factor', made, [
        ['sign-slip', -1],
        ['slip', 10],
      ]);
    }
    case 'f': {
      const made = s.slope === s.a ? [] : ([['slope-activation', [[s.a]]]] as const);
      return products('function and factor', made, [
        ['slip', 10],
        ['slip', 0.1],
      ]);
    }
    case 'e':
      return errorPairs(s);
    case 'next':
      return nextPairs(s, random);
    case 'estimate':
      return leverPairs(askedPart);
    default:
      return [];
  }
}
