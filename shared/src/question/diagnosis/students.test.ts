/** @module-tag slow */
import { expect, test } from 'vitest';
import { WORKED_OUT } from '../../../bench/students/honest.ts';
import { honestTables } from '../../../bench/students/honestTables.ts';
import { mistakenTables } from '../../../bench/students/mistakenTables.ts';
import { MISTAKES } from '../mistakes/mistakes.ts';
import { PART_KINDS, type PartKind, PARTS } from '../part.ts';
import { MISTAKE_IDS } from '../question.ts';

/** Part kinds without a student's working: an extra question asks for the same number as another part. */
const WITHOUT_STUDENT: readonly PartKind[] = ['extra'];

test('every number part has a student who computes it, or is named here', () => {
  const numbers = PART_KINDS.filter((kind) => PARTS[kind].form === 'number');
  expect(numbers.filter((kind) => !WORKED_OUT.includes(kind))).toEqual(WITHOUT_STUDENT);
});

/** The benchmark's students in small numbers; `npm run bench -- mistakes` grades a hundred thousand of their answers. */
const quiet = (): void => undefined;
const rowsOf = (lines: readonly string[], cells: number): string[][] =>
  lines
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .filter((row) => row.length === cells && /^\d/.test(row[1]!));
const percentOf = (cell: string): number => (cell === '–' ? 100 : Number(cell.replace(' %', '')));

test('honest students: never marked wrong, in generated questions and sessions of every preset', () => {
  const lines = honestTables(2, 0.03, quiet);
  const generated = rowsOf(lines, 3);
  expect(generated.length).toBeGreaterThan(10);
  for (const [kind, answers, wrong] of generated) {
    expect(Number(answers), kind).toBeGreaterThan(10);
    expect(wrong, kind).toBe('0');
  }
  const sessions = rowsOf(lines, 5);
  expect(sessions.length).toBeGreaterThanOrEqual(5);
  for (const [preset, , , , wrong] of sessions) expect(wrong, preset).toBe('0');
});

test('mistaken students: told of their mistake', () => {
  const lines = mistakenTables(2, 0.03, quiet);
  const numbers = rowsOf(lines, 9);
  expect(numbers.length).toBeGreaterThan(90);
  for (const [id, , found, rounded, first, right, , typed] of numbers) {
    expect(percentOf(found!), id).toBeGreaterThanOrEqual(95);
    expect(percentOf(rounded!), id).toBeGreaterThanOrEqual(93);
    expect(percentOf(first!), id).toBeGreaterThanOrEqual(75);
    expect(percentOf(typed!), id).toBeGreaterThanOrEqual(95);
    expect(right, id).toBe('0');
  }
  const places = rowsOf(lines, 4);
  const withRow = new Set([...numbers, ...places].map(([id]) => id));
  // A generated question has one sample, and so no target of another.
  const withRule = MISTAKE_IDS.filter((id) => MISTAKES[id].namedBy !== 'choice' && id !== 'target-other');
  expect(withRule.filter((id) => !withRow.has(id))).toEqual([]);
  expect(places.length).toBeGreaterThan(9);
  for (const [id, , found, first] of places) expect([found, first], id).toEqual(['100.00 %', '100.00 %']);
  const random = rowsOf(lines, 3);
  expect(random.length).toBe(9);
  for (const [part, , named] of random) expect(percentOf(named!), part).toBeLessThanOrEqual(20);
});
