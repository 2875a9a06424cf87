import { describe, expect, test } from 'vitest';
import { chain, WORKED, workedSituation } from '../../testing/handWorked.ts';
import { factsOf } from '../facts.ts';
import type { Layer, Network } from '../../maths/network.ts';
import type { ErrorFacts, ForwardFacts, ValveFacts } from './entry.ts';
import { BELLY_RULES, ERROR_RULES, OUTPUT_RULES, UPDATE_RULES, VALVE_RULES } from './rules.ts';
import type { MistakeRule } from './rule.ts';

/** The mistakes that cannot be made in a question, though others of its kind know them. */
function impossible<F>(rules: readonly MistakeRule<F>[], facts: F): string[] {
  return rules.filter((rule) => rule.workings(facts).length === 0).map(({ id }) => id);
}

describe('a sum', () => {
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

  test('of two and a bias can go wrong in every way', () => {
    expect(impossible(BELLY_RULES, of({}))).toEqual([]);
    expect(impossible(OUTPUT_RULES, of({}))).toEqual(['softmax-alone']);
  });

  test('without a bias it cannot be forgotten', () => {
    expect(impossible(BELLY_RULES, of({ bias: 0 }))).toEqual(['bias-missing', 'bias-sign']);
  });

  test('of one unit alone, handed on as it is, there is little to mix up', () => {
    const line = chain([{ activation: 'relu' }, { activation: 'identity' }], [0.5, 3], [1, 0]);
    const situation = workedSituation(line, { x: [2], t: [0] });
    const alone = of({ situation, incoming: [2], weights: [0.5], bias: 1, u: 2, a: 2 });
    expect(impossible(BELLY_RULES, alone)).toEqual([
      'input-left-out',
      'weight-wrong',
      'weight-crossed',
      'f-applied',
      'neighbour',
    ]);
    expect(impossible(OUTPUT_RULES, alone)).toEqual(['f-missing', 'f-twice', 'softmax-alone', 'neighbour']);
  });

  test('of two the weights cross in one way', () => {
    const crossed = BELLY_RULES.find(({ id }) => id === 'weight-crossed')!;
    expect(crossed.workings(of({}))).toHaveLength(1);
  });

  test('a softmax has neither f′ nor can it be done twice', () => {
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

describe('a valve', () => {
  const of = (layer: Layer, facts: Partial<ValveFacts> = {}): ValveFacts => ({
    situation: workedSituation(),
    unit: { layer: 1, index: 0 },
    layer,
    u: 1,
    a: 0.5,
    slope: 0.1875,
    ...facts,
  });
  const layer = (activation: Layer['activation']): Layer => ({ units: 2, activation });

  test('of a sigmoid has no gate', () => {
    expect(impossible(VALVE_RULES, of(layer('sigmoid')))).toEqual([
      'slope-gate-ignored',
      'slope-gate-inverted',
    ]);
  });

  test('of a softplus has no formula that wants the output', () => {
    expect(impossible(VALVE_RULES, of(layer('softplus')))).toContain('slope-formula-on-sum');
  });

  test('of a relu is no curve, and its gate is open or shut', () => {
    const open = impossible(VALVE_RULES, of(layer('relu'), { u: 2, a: 2 }));
    expect(open).toEqual(['slope-gate-ignored', 'slope-of-output', 'slope-formula-on-sum', 'belly-given']);
    const shut = impossible(VALVE_RULES, of(layer('relu'), { u: -2, a: 0 }));
    expect(shut).toEqual(['slope-of-output', 'slope-formula-on-sum', 'slope-gate-inverted']);
  });

  test('is no other unit’s in a softmax layer', () => {
    const situation = workedSituation(
      { layers: [WORKED.layers[0]!, { units: 2, activation: 'softmax' }], loss: 'cross-entropy' },
      { x: [2, 3], t: [1, 0] },
    );
    const facts = of(layer('sigmoid'), { situation, unit: { layer: 2, index: 1 } });
    expect(impossible(VALVE_RULES, facts)).toContain('slope-wrong-unit');
  });
});

describe('an error', () => {
  const of = (facts: Partial<ErrorFacts>, changed: Partial<Network> = {}): ErrorFacts => ({
    situation: workedSituation(changed),
    unit: { layer: 2, index: 0 },
    y: 0.9,
    t: 0.4,
    error: 0.5,
    slope: 0.09,
    ...facts,
  });

  test('under a squared loss has no shortcut', () => {
    expect(impossible(ERROR_RULES, of({}))).toEqual(['loss-shortcut']);
  });

  test('under a cross-entropy has no factor; the shortcut is there where f′ is', () => {
    const loss = 'binary-cross-entropy';
    expect(impossible(ERROR_RULES, of({}, { loss }))).toEqual(['loss-factor']);
    expect(impossible(ERROR_RULES, of({ slope: null }, { loss }))).toEqual([
      'loss-shortcut',
      'loss-factor',
      'parcel-given',
    ]);
  });

  test('is the parcel where f′ is 1, and a target of 0 cannot be forgotten', () => {
    expect(impossible(ERROR_RULES, of({ slope: 1 }))).toContain('parcel-given');
    expect(impossible(ERROR_RULES, of({ t: 0 }))).toEqual([
      'loss-shortcut',
      'target-missing',
      'output-missing',
      'target-added',
    ]);
  });
});

describe('a step', () => {
  const facts = factsOf(workedSituation(), { layer: 1, from: 0, to: 0 });

  test('of a weight can go wrong in every way', () => {
    expect(impossible(UPDATE_RULES, facts)).toEqual([]);
  });

  test('with a rate of 1 there is none to forget', () => {
    const one = { ...facts, network: { ...facts.network, learningRate: 1 } };
    expect(impossible(UPDATE_RULES, one)).toEqual(['eta-missing', 'eta-on-all']);
  });

  test('from 0 the weight cannot be left out; with a rate of 1 the gradient is the step', () => {
    expect(impossible(UPDATE_RULES, { ...facts, w: 0 })).toEqual(['eta-on-all', 'weight-missing']);
    const one = { ...facts, w: 0, network: { ...facts.network, learningRate: 1 } };
    expect(impossible(UPDATE_RULES, one)).toEqual([
      'eta-missing',
      'eta-on-all',
      'weight-missing',
      'gradient-given',
    ]);
  });

  test('without a gradient there is none to forget, and a bias has no other input', () => {
    expect(impossible(UPDATE_RULES, { ...facts, G: 0 })).toEqual(['step-missing']);
    const bias = factsOf(workedSituation(), { layer: 1, from: 'bias', to: 0 });
    expect(impossible(UPDATE_RULES, bias)).toEqual(['weight-wrong']);
  });
});
