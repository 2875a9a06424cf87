import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { TypeShapes } from './typeShape.ts';

/** Types of a module of examples: A… are the same, B… are not. */
const EXAMPLES = 'testing/typeShapeExamples.ts';
const shapes = new TypeShapes(EXAMPLES);
const names = [
  ...readFileSync(join(import.meta.dirname, '..', EXAMPLES), 'utf8').matchAll(
    /^export (?:type|interface) (\w+)/gmu,
  ),
].map(([, name]) => name!);
const ofGroup = (group: string): string[] =>
  names.filter((name) => name.startsWith(group) && /\d$/.test(name)).map((name) => shapes.of(name));

test('shapes: types that the same JSON fits are the same, however they are put together', () => {
  expect(ofGroup('A').length).toBeGreaterThan(3);
  expect(new Set(ofGroup('A')).size).toBe(1);
});

test('shapes: types that differ in any way are not the same', () => {
  expect(ofGroup('B').length).toBeGreaterThan(6);
  expect(new Set([...ofGroup('A'), ...ofGroup('B')]).size).toBe(ofGroup('B').length + 1);
});

test('shapes: a type that could be anything, or is not JSON, has no shape', () => {
  expect(() => shapes.of('Anything')).toThrow('could be anything');
  expect(() => shapes.of('Action')).toThrow('no JSON');
});
