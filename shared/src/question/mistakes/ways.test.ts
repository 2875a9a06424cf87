import { describe, expect, test } from 'vitest';
import { chain, WORKED, workedSituation } from '../../testing/handWorked.ts';
import { factsOf } from '../facts.ts';
import type { Layer, Network } from '../../maths/network.ts';
import type { ErrorFacts, ForwardFacts, SlopeFacts } from './partFacts.ts';
import { PRE_ACTIVATION_RULES, ERROR_RULES, OUTPUT_RULES, UPDATE_RULES, SLOPE_RULES } from './rules.ts';
import type { MistakeRule } from './rule.ts';

/** Mistakes that cannot be made in a question, although its kind has rules for them. */
function impossible<F, W>(rules: readonly MistakeRule<F, W>[], facts: F): string[] {
  return rules.filter((rule) => rule.workings(facts).length === 0).map(({ id }) => id);
}

describe('mistakes that a sum cannot have', () => {
  const of = (facts: Partial<ForwardFacts>): ForwardFacts => ({
    situation: workedSituation(),
    unit: { layer: 1, index: 0 },
    incoming: [2, 3],
    weights: [0.5, -1],
    bias: 0.5,
    u: -1.5,
    a: 0.2,
    ...facts,
  });

  test('of two inputs and a bias: none', () => {
    expect(impossible(PRE_ACTIVATION_RULES, of({}))).toEqual([]);
    expect(impossible(OUTPUT_RULES, of({}))).toEqual(['softmax-alone']);
  });

  test('without a bias: a missing bias', () => {
    expect(impossible(PRE_ACTIVATION_RULES, of({ bias: 0 }))).toEqual(['bias-missing', 'bias-sign']);
  });

  test('of one unit alone, before an identity: those that mix terms up', () => {
    const line = chain([{ activation: 'relu' }, { activation: 'identity' }], [0.5, 3], [1, 0]);
    const situation = workedSituation(line, { x: [2], t: [0] });
    const alone = of({ situation, incoming: [2], weights: [0.5], bias: 1, u: 2, a: 2 });
    expect(impossible(PRE_ACTIVATION_RULES, alone)).toEqual([
      'input-left-out',
      'weight-wrong',
      'weight-crossed',
      'f-applied',
      'neighbour',
    ]);
    expect(impossible(OUTPUT_RULES, alone)).toEqual(['f-missing', 'f-twice', 'softmax-alone', 'neighbour']);
  });

  test('of two inputs: weights cross in one direction only', () => {
    const crossed = PRE_ACTIVATION_RULES.find(({ id }) => id === 'weight-crossed')!;
    expect(crossed.workings(of({}))).toHaveLength(1);
  });

  test('of a softmax output: neither f′ nor f applied twice', () => {
    const situation = workedSituation(
      { layers: [WORKED.layers[0]!, { units: 2, activation: 'softmax' }], loss: 'cross-entropy' },
      { x: [2, 3], t: [1, 0] },
    );
    expect(impossible(OUTPUT_RULES, of({ situation, unit: { layer: 2, index: 0 } }))).toEqual([
      'f-slope',
      'f-twice',
    ]);
  });
});

describe('mistakes that a slope cannot have', () => {
  const of = (layer: Layer, facts: Partial<SlopeFacts> = {}): SlopeFacts => ({
    situation: workedSituation(),
    unit: { layer: 1, index: 0 },
    layer,
    u: 1,
    a: 0.5,
    slope: 0.1875,
    ...facts,
  });
  const layer = (activation: Layer['activation']): Layer => ({ units: 2, activation });

  test('of a sigmoid: those of a gate', () => {
    expect(impossible(SLOPE_RULES, of(layer('sigmoid')))).toEqual([
      'slope-gate-ignored',
      'slope-gate-inverted',
    ]);
  });

  test('of a softplus: those of a formula in terms of the output', () => {
    expect(impossible(SLOPE_RULES, of(layer('softplus')))).toContain('slope-formula-on-sum');
  });

  test('of a relu: those of a curve, and one side of the gate', () => {
    const open = impossible(SLOPE_RULES, of(layer('relu'), { u: 2, a: 2 }));
    expect(open).toEqual([
      'slope-gate-ignored',
      'slope-of-output',
      'slope-formula-on-sum',
      'slope-half-formula',
      'belly-given',
    ]);
    const shut = impossible(SLOPE_RULES, of(layer('relu'), { u: -2, a: 0 }));
    expect(shut).toEqual([
      'slope-of-output',
      'slope-formula-on-sum',
      'slope-half-formula',
      'slope-gate-inverted',
    ]);
    expect(impossible(SLOPE_RULES, of(layer('relu'), { u: 2, a: 2, slope: 1 }))).toContain('slope-missing');
  });

  test('of a unit in a softmax layer: the slope of another unit', () => {
    const situation = workedSituation(
      { layers: [WORKED.layers[0]!, { units: 2, activation: 'softmax' }], loss: 'cross-entropy' },
      { x: [2, 3], t: [1, 0] },
    );
    const facts = of(layer('sigmoid'), { situation, unit: { layer: 2, index: 1 } });
    expect(impossible(SLOPE_RULES, facts)).toContain('slope-wrong-unit');
  });
});

describe('mistakes that an error cannot have', () => {
  const of = (facts: Partial<ErrorFacts>, changed: Partial<Network> = {}): ErrorFacts => ({
    situation: workedSituation(changed),
    unit: { layer: 2, index: 0 },
    y: 0.9,
    t: 0.4,
    error: 0.5,
    slope: 0.09,
    ...facts,
  });

  test('under a squared loss: a shortcut; with one sample: the target of another', () => {
    expect(impossible(ERROR_RULES, of({}))).toEqual(['loss-shortcut', 'target-other']);
    const other = { ...workedSituation(), otherTargets: [[0.3, 0.8]] };
    expect(impossible(ERROR_RULES, of({ situation: other }))).toEqual(['loss-shortcut']);
  });

  test('with samples that differ in the targets of other outputs only: the target of another', () => {
    const other = { ...workedSituation(), otherTargets: [[0.4, 0.3]] };
    expect(impossible(ERROR_RULES, of({ situation: other }))).toContain('target-other');
  });

  test('under a cross-entropy: a factor; the shortcut only where an f′ is', () => {
    const loss = 'binary-cross-entropy';
    expect(impossible(ERROR_RULES, of({}, { loss }))).toEqual(['loss-factor', 'target-other']);
    expect(impossible(ERROR_RULES, of({ slope: null }, { loss }))).toEqual([
      'loss-shortcut',
      'loss-factor',
      'target-other',
      'parcel-given',
    ]);
  });

  test('with f′ of 1 or a target of 0: the parcel in its place, a forgotten target', () => {
    expect(impossible(ERROR_RULES, of({ slope: 1 }))).toContain('parcel-given');
    expect(impossible(ERROR_RULES, of({ t: 0 }))).toEqual([
      'loss-shortcut',
      'target-missing',
      'output-missing',
      'target-added',
      'target-other',
    ]);
  });
});

describe('mistakes that a step cannot have', () => {
  const facts = factsOf(workedSituation(), { layer: 1, from: 0, to: 0 });

  test('of a weight: none', () => {
    expect(impossible(UPDATE_RULES, facts)).toEqual([]);
  });

  test('at a rate of 1: a missing rate', () => {
    const one = { ...facts, network: { ...facts.network, learningRate: 1 } };
    expect(impossible(UPDATE_RULES, one)).toEqual(['eta-missing', 'eta-on-all']);
  });

  test('from 0: a missing weight; at a rate of 1: the gradient in place of the step', () => {
    expect(impossible(UPDATE_RULES, { ...facts, w: 0 })).toEqual(['eta-on-all', 'weight-missing']);
    const one = { ...facts, w: 0, network: { ...facts.network, learningRate: 1 } };
    expect(impossible(UPDATE_RULES, one)).toEqual([
      'eta-missing',
      'eta-on-all',
      'weight-missing',
      'gradient-given',
    ]);
  });

  test('without a gradient: a missing step; of a bias: another input', () => {
    expect(impossible(UPDATE_RULES, { ...facts, G: 0 })).toEqual(['step-missing']);
    const bias = factsOf(workedSituation(), { layer: 1, from: 'bias', to: 0 });
    expect(impossible(UPDATE_RULES, bias)).toEqual(['weight-wrong']);
  });
});
