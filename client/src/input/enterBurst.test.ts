import { expect, test } from 'vitest';
import { EnterBurst } from './enterBurst';

test('presses of Enter in quick succession mean the line of the first, wherever the cursor has gone', () => {
  const burst = new EnterBurst<string>();
  expect(burst.isMeantFor('S', 1000)).toBe(true);
  expect(burst.isMeantFor('delta', 1200)).toBe(false);
  expect(burst.isMeantFor('delta', 1800)).toBe(false);
  expect(burst.isMeantFor('delta', 2600)).toBe(true);
  expect(burst.isMeantFor('delta', 2700)).toBe(true);
  burst.end();
  expect(burst.isMeantFor('G', 2800)).toBe(true);
});
