import { expect, test } from 'vitest';
import { workedSituation } from '../../testing/handWorked.ts';
import { blank } from './blank.ts';

const choice = { sample: 3, help: 'work', draw: () => 0 } as const;
const h1 = { layer: 1, index: 0 };
const edge = { layer: 1, from: 0, to: 0 };

test('blank network: asks for the places only', () => {
  const situation = workedSituation();
  const question = blank.build(situation, { unit: h1, edge }, choice);
  expect(question).toEqual({ kind: 'blank', unit: h1, edge, sample: 3, parts: ['places'], given: null });
  expect(blank.judgedBy(question)).toEqual([]);
  expect(blank.truth(situation, question)).toMatchObject({ G: expect.closeTo(0.05175, 12) });
  expect(blank.part(situation, question, 'places').type).toBe('places');
  expect(() => blank.part(situation, question, 'G')).toThrow(
    new RangeError('a question of the kind blank has no part G'),
  );
});
