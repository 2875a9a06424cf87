import { describe, expect, test } from 'vitest';
import { WORKED, workedSituation } from '../../testing/handWorked.ts';
import { allFigures, told } from '../../testing/told.ts';
import { grade } from '../grade.ts';
import type { ChoicePart, NumberPart } from '../gradedPart.ts';
import type { Interval } from '../numbers/interval.ts';
import type { Part } from '../question.ts';
import type { Situation } from '../situation.ts';
import { update } from './update.ts';

const choice = { sample: 3, help: 'work', draw: () => 0 } as const;
const h1 = { layer: 1, index: 0 };
const edge = { layer: 1, from: 0, to: 0 };
const [least, most] = [0.9995, 1.0005];
function near([low, high]: Interval, expected: Interval): void {
  expect(low).toBeCloseTo(expected[0], 12);
  expect(high).toBeCloseTo(expected[1], 12);
}

describe('update question', () => {
  const part = (situation: Situation, name: Part) =>
    update.part(situation, update.build(situation, { unit: h1, edge }, choice), name);
  const withG = (G: number): Situation => {
    const situation = workedSituation();
    const gradients = { ...situation.truth.gradients, weights: [[[G]]] };
    return { ...situation, truth: { ...situation.truth, gradients } };
  };
  const direction = (G: number) => part(withG(G), 'direction') as ChoicePart;

  test('gives the gradient and asks for the direction and the next weight', () => {
    const question = update.build(workedSituation(), { unit: h1, edge }, choice);
    expect(question).toEqual({
      kind: 'update',
      unit: h1,
      edge,
      sample: 3,
      parts: ['direction', 'next'],
      given: { type: 'gradient', G: expect.closeTo(0.05175, 12) },
    });
    expect(update.truth(workedSituation(), question)).toEqual({
      direction: 'down',
      next: expect.closeTo(0.5 - 0.3 * 0.05175, 12),
      G: expect.closeTo(0.05175, 12),
    });
    expect(update.judgedBy(question)).toEqual(['next']);
    expect(() => update.part(workedSituation(), question, 'G')).toThrow(
      new RangeError('a question of the kind update has no part G'),
    );
  });

  test('direction: against the gradient, stay without one', () => {
    expect([0.1, -0.1, 0].map((G) => direction(G).truth)).toEqual(['down', 'up', 'stay']);
    expect(direction(0.1).options).toEqual(['up', 'down', 'stay']);
  });

  test('wrong direction: names step-added, step-missing, or without a gradient step-from-nothing', () => {
    const place = 'w:x1>h1';
    expect(direction(0.1).explain('up')).toEqual([{ id: 'step-added', place }]);
    expect(direction(0.1).explain('stay')).toEqual([{ id: 'step-missing', place }]);
    expect(direction(0).explain('up')).toEqual([{ id: 'step-from-nothing', place }]);
    expect(grade(direction(0.1), 'left', {})).toEqual({ outcome: 'unreadable' });
  });

  test('honest interval: w as displayed less a step that was written down', () => {
    const [w, step] = [0.5, 0.3 * 0.05175];
    near((part(workedSituation(), 'next') as NumberPart).honest, [
      (w * least - step * most * 1.005) * 0.995,
      (w * most - step * least * 0.995) * 1.005,
    ]);
  });

  test('from a weight of 0: the added step is the turned sign, and a missing η leaves the gradient', () => {
    const none = { biases: [[0, 0], WORKED.biases[1]!] };
    const bias = { layer: 1, from: 'bias', to: 0 } as const;
    const situation = workedSituation(none);
    const question = update.build(situation, { unit: h1, edge: bias }, choice);
    const { G } = update.truth(situation, question);
    const next = update.part(situation, question, 'next');
    expect(told(next, allFigures(0.3 * G!))).toEqual(['step-added', 'sign-slip same']);
    expect(told(next, allFigures(-G!))).toEqual(['eta-missing', 'gradient-given same']);
  });
});
