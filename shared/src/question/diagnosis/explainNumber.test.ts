import { describe, expect, test } from 'vitest';
import { networkOf } from '../../network/networkFile.ts';
import { presetById } from '../../network/presets.ts';
import type { Network } from '../../maths/network.ts';
import { allUnits, type EdgeRef } from '../../maths/unit.ts';
import { factsOf } from '../facts.ts';
import { grade } from '../grade.ts';
import type { AcceptedValues } from '../gradedPart.ts';
import { numberPart } from '../kinds/contribution.ts';
import { gradedPart, questionModule } from '../kinds.ts';
import { subjectsAt } from '../pick.ts';
import type { Mistake, Part, QuestionKind } from '../question.ts';
import { situationOf } from '../situation.ts';

const choice = { sample: 0, help: 'work', draw: () => 0 } as const;

/** Mistakes named for an answer to a preset's first sample; `at.unit` and, where a weight is asked about, `at.from`. */
function shownBy(
  preset: string,
  kind: QuestionKind,
  at: { readonly unit: string; readonly from?: EdgeRef['from'] },
  part: Part,
  raw: string,
  own: AcceptedValues = {},
): readonly Mistake[] {
  const file = presetById(preset)!;
  const situation = situationOf(networkOf(file), file.data[0]!);
  const { network } = situation;
  const [layer, index] = [at.unit.startsWith('y') ? network.layers.length : 1, Number(at.unit.slice(1)) - 1];
  const unit = allUnits(network).find((one) => one.layer === layer && one.index === index)!;
  const subject = [...subjectsAt(kind, network, unit), ...subjectsAt(kind, network, unit, 'biases')].find(
    ({ edge }) => edge === null || edge.from === at.from,
  )!;
  const question = questionModule(kind).build(situation, subject, choice);
  const verdict = grade(gradedPart(situation, question, part), raw, own);
  return verdict.outcome === 'wrong' ? verdict.mistakes : [];
}

const ids = (mistakes: readonly Mistake[]): string[] => mistakes.map(({ id }) => id);

describe('Mazur worked by hand, question kinds other than a contribution', () => {
  const h1 = { unit: 'h1' };
  const y1 = { unit: 'y1' };
  const w = { unit: 'y1', from: 0 };
  test.each<[string, QuestionKind, { unit: string; from?: number }, Part, string, string]>([
    // 0.15·0.05 + 0.2·0.1 = 0.0275; with the bias 0.3775
    ['bias-missing', 'forward', h1, 'u:h1', '0.0275', 'b:h1'],
    ['bias-sign', 'forward', h1, 'u:h1', '-0.3225', 'b:h1'],
    ['input-left-out', 'forward', y1, 'u:y1', '0.8373', 'o:h2'],
    ['weights-missing', 'forward', h1, 'u:h1', '0.500', 'w:x1>h1'],
    ['weight-wrong', 'forward', y1, 'u:y1', '1.2249', 'w:h1>y1'],
    ['f-applied', 'forward', h1, 'u:h1', '0.593', 'o:h1'],
    ['f-missing', 'output', h1, 'a:h1', '0.3775', 'o:h1'],
    ['f-slope', 'output', h1, 'a:h1', '0.2413', 'o:h1'],
    ['f-wrong', 'output', h1, 'a:h1', '0.3605', 'o:h1'],
    ['f-twice', 'output', h1, 'a:h1', '0.6441', 'o:h1'],
    ['slope-activation', 'valve', y1, 'f:y1', '0.7514', 'f:y1'],
    ['slope-formula-on-sum', 'valve', y1, 'f:y1', '-0.117', 'f:y1'],
    ['slope-wrong-function', 'valve', y1, 'f:y1', '0.3553', 'f:y1'],
    ['belly-given', 'valve', y1, 'f:y1', '1.106', 'f:y1'],
    ['sign', 'error', y1, 'e:y1', '-0.7414', 'e:y1'],
    ['loss-value', 'error', y1, 'e:y1', '0.2984', 'e:y1'],
    ['error-squared', 'error', y1, 'e:y1', '0.5496', 'e:y1'],
    ['output-missing', 'error', y1, 'e:y1', '0.0100', 'e:y1'],
    ['target-added', 'error', y1, 'e:y1', '0.7614', 'e:y1'],
    ['parcel-given', 'error', y1, 'e:y1', '0.1385', 'e:y1'],
    // w = 0.4, G = 0.0821670406, η = 0.5
    ['step-added', 'update', w, 'next', '0.4411', 'w:h1>y1'],
    ['eta-missing', 'update', w, 'next', '0.3178', 'w:h1>y1'],
    ['eta-on-all', 'update', w, 'next', '0.1589', 'w:h1>y1'],
    ['weight-missing', 'update', w, 'next', '-0.0411', 'w:h1>y1'],
    ['gradient-given', 'update', w, 'next', '0.0822', 'w:h1>y1'],
    ['step-missing', 'update', w, 'next', '0.400', 'w:h1>y1'],
    ['weight-wrong', 'update', w, 'next', '0.4089', 'w:h1>y1'],
    ['step-added', 'update', w, 'direction', 'up', 'w:h1>y1'],
    ['step-missing', 'update', w, 'direction', 'stay', 'w:h1>y1'],
    ['sign-slip', 'nudge', w, 'estimate', '-0.0822', 'w:h1>y1'],
    ['not-divided', 'nudge', w, 'estimate', '0.00822', 'w:h1>y1'],
    ['loss-value', 'nudge', w, 'estimate', '0.298', 'w:h1>y1'],
  ])('%s (%s)', (id, kind, at, part, raw, place) => {
    const mistakes = shownBy('mazur', kind, at, part, raw);
    expect(ids(mistakes)).toContain(id);
    expect(mistakes.find((mistake) => mistake.id === id)!.place).toBe(place);
  });
});

describe('operands of an expression decide before its value', () => {
  const at = { unit: 'y1', from: 0 } as const;
  // e = 0.7414, f′ = 0.1868, x = 0.5933, δ = 0.1385
  test.each([
    ['0.7414 × 0.5933', 'slope-missing'],
    ['(0.7514-0.01)*0.593', 'slope-missing'],
    ['0.741*0.187', 'input-missing'],
    ['0.1385*0.7514', 'input-own-output'],
    ['0.138*0.593*0.5', 'rate-applied'],
    ['0.7414+0.1868+0.5933', 'added'],
    ['0.4-0.5*0.0822', 'step-given'],
    ['-0.1385*0.5933', 'sign'],
  ])('%s is %s', (raw, id) => {
    expect(ids(shownBy('mazur', 'contribution', at, 'G', raw))[0]).toBe(id);
  });

  test('operands: win over another mistake of a nearer value', () => {
    // δ·w = 0.0554 by its operands, although another mistake's value is nearer.
    const typed = shownBy('mazur', 'contribution', at, 'G', '0.1385*0.4');
    expect(ids(typed)).toEqual(['input-weight']);
  });

  test('operands: of no known mistake leave the decision to the value', () => {
    expect(ids(shownBy('mazur', 'contribution', at, 'G', '0.88/2'))).toContain('slope-missing');
  });
});

test('explainNumber: after an own wrong δ names the mistake made afterwards', () => {
  const at = { unit: 'y1', from: 0 } as const;
  const delta = 0.1385 * 1.018;
  const raw = String(Number((delta * 0.7514).toPrecision(4)));
  expect(ids(shownBy('mazur', 'contribution', at, 'G', raw))).not.toContain('input-own-output');
  expect(ids(shownBy('mazur', 'contribution', at, 'G', raw, { delta }))).toContain('input-own-output');
});

test('explainNumber: marks mistakes that are equal by algebra', () => {
  // η is 0.5: multiplying by η halves the gradient, and so does losing the 2 of the loss.
  const [first, second, ...others] = shownBy('mazur', 'contribution', { unit: 'y1', from: 0 }, 'G', '0.0411');
  expect(first).toEqual({ id: 'rate-applied', place: 'o:h1' });
  expect(second).toEqual({ id: 'loss-factor', place: 'e:y1', same: true });
  expect(others).toEqual([]);
});

describe('explainNumber, where the gradient is 0', () => {
  /** A 1-1-1 network: the pre-activation of h1 is −1, its relu is shut. */
  const SHUT: Network = {
    inputs: 1,
    layers: [
      { units: 1, activation: 'relu' },
      { units: 1, activation: 'identity' },
    ],
    loss: 'half-squared-error',
    learningRate: 0.3,
    updateBiases: true,
    snap: null,
    weights: [[[-0.5]], [[0.7]]],
    biases: [[0], [0.2]],
  };
  const facts = factsOf(situationOf(SHUT, { x: [2], t: [1.7] }), { layer: 1, from: 0, to: 0 });
  const G = numberPart(facts, 'G');
  const shown = (raw: string) => {
    const verdict = grade(G, raw, {});
    if (verdict.outcome !== 'wrong') throw new RangeError(`${raw} is ${verdict.outcome}`);
    return verdict.mistakes;
  };

  test('names an ignored gate', () => {
    // S = (0.2 − 1.7)·0.7 = −1.05, x = 2
    expect(shown('-2.10').slice(0, 2)).toEqual([
      { id: 'slope-gate-ignored', place: 'f:h1' },
      { id: 'slope-missing', place: 'f:h1', same: true },
    ]);
    expect(shown('-1.05*2')).toEqual(shown('-2.10'));
  });

  test('ignores multiplicative mistakes, names additive ones', () => {
    const known = new Set(G.candidates().map(({ id }) => id));
    for (const id of [
      'sign',
      'slip',
      'rate-applied',
      'loss-factor',
      'sum-no-weights',
      'input-missing',
    ] as const) {
      expect(known, id).not.toContain(id);
    }
    expect(known).toContain('added');
    expect(known).toContain('step-given');
    expect(grade(G, '0', {}).outcome).toBe('correct');
  });
});
