import { describe, expect, test } from 'vitest';
import { chain, workedSituation } from '../../testing/handWorked.ts';
import type { Sample } from '../../maths/network.ts';
import { factsOf } from '../facts.ts';
import type { NumberPart } from '../gradedPart.ts';
import type { Interval } from '../numbers/interval.ts';
import { NUDGE_STEP, nudgedLoss } from '../nudgedLoss.ts';
import { nudge } from './nudge.ts';

const choice = { sample: 3, help: 'work', draw: () => 0 } as const;
const h1 = { layer: 1, index: 0 };
const edge = { layer: 1, from: 0, to: 0 };
function near([low, high]: Interval, expected: Interval): void {
  expect(low).toBeCloseTo(expected[0], 12);
  expect(high).toBeCloseTo(expected[1], 12);
}

describe('nudge question', () => {
  // y = 2w = 1 and t = 0: E is 0.5, a notch down 0.32, a notch up 0.72. G is 2.
  const line = chain([{ activation: 'identity' }, { activation: 'identity' }], [0.5, 1], [0, 0]);
  const sample: Sample = { x: [2], t: [0] };
  const situation = workedSituation(line, sample);
  const question = nudge.build(situation, { unit: h1, edge }, choice);
  /** Both losses are read off in four figures: half a unit of each, over one notch. */
  const READ = (0.00005 + 0.00005) / 0.1;
  const estimate = () => nudge.part(situation, question, 'estimate') as NumberPart;

  test('shows E at one tenth to either side', () => {
    expect(NUDGE_STEP).toBe(0.1);
    const facts = factsOf(situation, edge);
    expect([-0.1, 0, 0.1].map((shift) => nudgedLoss(situation, facts, shift))).toEqual([
      expect.closeTo(0.32, 12),
      expect.closeTo(0.5, 12),
      expect.closeTo(0.72, 12),
    ]);
  });

  test('accepts every reading of the lever: up, down or across', () => {
    const part = estimate();
    near(part.honest, [1.8 * 0.995, 2.2 * 1.005]);
    near(part.accepted, [1.8 - 0.05 * 2.2 - READ, 2.2 + 0.05 * 2.2 + READ]);
    expect(part.truth).toBeCloseTo(2, 12);
  });

  test('accepts the readings of a falling E too', () => {
    // y = −1: 0.72, 0.5, 0.32 in reverse order.
    const falling = workedSituation({ ...line, weights: [[[-0.5]], [[1]]] }, sample);
    const { accepted } = nudge.part(falling, question, 'estimate') as NumberPart;
    near(accepted, [-2.2 - 0.11 - READ, -1.8 + 0.11 + READ]);
  });

  test('asks for an estimate of the gradient and for nothing else', () => {
    expect(question).toEqual({ kind: 'nudge', unit: h1, edge, sample: 3, parts: ['estimate'], given: null });
    expect(nudge.judgedBy(question)).toEqual(['estimate']);
    expect(nudge.truth(situation, question)).toEqual({
      estimate: expect.closeTo(2, 12),
      G: expect.closeTo(2, 12),
    });
    expect(estimate().carried({})).toEqual([]);
    expect(() => nudge.part(situation, question, 'G')).toThrow(
      new RangeError('a question of the kind nudge has no part G'),
    );
  });
});
