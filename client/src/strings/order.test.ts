import { expect, test } from 'vitest';
import { compareNames, compareTeams } from './order';

test('names and units are sorted as people count', () => {
  const names = ['Student 10', 'student 2', 'Student 1', 'Ángel 3', 'Zoë', 'angel 20', 'あおい10', 'あおい2'];
  expect(names.toSorted(compareNames)).toEqual([
    'Ángel 3',
    'angel 20',
    'Student 1',
    'student 2',
    'Student 10',
    'Zoë',
    'あおい2',
    'あおい10',
  ]);
  expect(['h10', 'h2', 'y1', 'h1', 'h2.10', 'h2.9'].toSorted(compareNames)).toEqual([
    ...['h1', 'h2', 'h2.9', 'h2.10', 'h10', 'y1'],
  ]);
});

test('teams are sorted as they are counted', () => {
  expect(['AB', 'B', 'AA', 'Z', 'A'].toSorted(compareTeams)).toEqual(['A', 'B', 'Z', 'AA', 'AB']);
});
