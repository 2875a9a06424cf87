import { TestTable } from '@relay/shared/testing/table';
import { expect, test } from 'vitest';
import { publicView } from '../../testing/seen';
import { activityOf, type Trial } from './activity';
import { numberLine, readGuess, targetFor, trialView } from './trial';

test('a guess is read as an answer is; the first field that is no number is named', () => {
  expect(readGuess(['１．５', '0,25'])).toEqual({ ok: true, outputs: [1.5, 0.25] });
  expect(readGuess(['−1', '1/2'])).toEqual({ ok: true, outputs: [-1, 0.5] });
  expect(readGuess(['1', ''])).toEqual({ ok: false, field: 1 });
  expect(readGuess(['eins', ''])).toEqual({ ok: false, field: 0 });
});

test.each([
  [[], [0.5]],
  [[0.2, 0.9], [1.02]],
  [[-3, 7, 1e6], [0]],
  [[-0.001], [-0.002]],
  [[12, 12.1, 12.2], [11.9]],
])('a number line of %j and %j holds everything between its first and its last tick', (guesses, said) => {
  const line = numberLine(guesses, said);
  expect(line.ticks.length).toBeGreaterThan(1);
  expect(line.ticks.length).toBeLessThanOrEqual(10);
  const steps = line.ticks.slice(1).map((tick, i) => tick - line.ticks[i]!);
  for (const step of steps) expect(step).toBeCloseTo(steps[0]!, 5);
  for (const value of [...guesses, ...said]) {
    expect(line.at(value)).toBeGreaterThanOrEqual(0);
    expect(line.at(value)).toBeLessThanOrEqual(1);
  }
  expect(line.dots).toHaveLength(guesses.length);
});

test('equal guesses are stacked, so that no two dots overlap', () => {
  const { dots, at } = numberLine([1, 1, 0, 1.001], [0]);
  expect(dots.map(({ level }) => level)).toEqual([0, 1, 0, 2]);
  expect(new Set(dots.map((dot) => `${dot.at} ${dot.level}`)).size).toBe(4);
  expect(dots[0]!.at).toBeCloseTo(at(1), 1);
});

test('the drawn network has outputs only when the trial is closed, targets never', () => {
  const table = TestTable.started('swap', 2);
  table.next(2);
  table.host({ type: 'openTrial', x: [0, 1] });
  const drawn = () => {
    const view = publicView(table);
    const trial = activityOf(view) as Trial;
    return { lane: trialView(view, 'A', trial)!.lanes['A/0']!, outcome: trial.outcome };
  };
  expect(drawn().lane.x).toEqual([0, 1]);
  expect([...drawn().lane.sums, ...drawn().lane.outputs].flat()).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
  ]);
  table.next();
  const { lane, outcome } = drawn();
  expect(lane.outputs.at(-1)).toEqual(outcome!.outputs['A']);
  expect(lane.t.every(Number.isNaN)).toBe(true);
  expect(trialView(publicView(table), 'Z', activityOf(publicView(table)) as Trial)).toBeNull();
});

test('inputs of a sample have its target, other inputs have none', () => {
  const view = publicView(TestTable.open('swap'));
  expect(targetFor(view, [1, -1])).toEqual([-1, 1]);
  expect(targetFor(view, [0, 1])).toBeNull();
  expect(targetFor(view, [1, 1])).toBeNull();
});
