import { expect, test } from 'vitest';
import { systemClock } from './clock.ts';

test('system clock: a wait ends no sooner than it was asked to', async () => {
  const since = performance.now();
  await systemClock.wait(50);
  // Timers count whole milliseconds and may begin within one.
  expect(performance.now() - since).toBeGreaterThanOrEqual(49);
});
