import { TestTable } from '@relay/shared/testing/table';
import { expect, test, vi } from 'vitest';
import { publicView } from '../testing/seen';
import { drawnTeamWords } from './drawnTeam';

vi.mock('../strings/language', () => ({
  t: (key: string, values: Record<string, string | number>) =>
    `${key.split('.').at(-1)}(${Object.values(values).join(' ')})`,
}));

const wordsOf = (table: TestTable): string[] =>
  Object.keys(table.session.runs).map((run) => drawnTeamWords(publicView(table), run));

test('the sample is named where teams have different ones, and follows each round', () => {
  const table = TestTable.started('swap', 8, { teams: 2, teamSamples: 'different' });
  expect(wordsOf(table)).toEqual(['sampleOf(teamCaption(A) 1 4)', 'sampleOf(teamCaption(B) 3 4)']);
  table.next(3);
  expect(wordsOf(table)).toEqual(['sampleOf(teamCaption(A) 2 4)', 'sampleOf(teamCaption(B) 4 4)']);
});

test('teams with the same sample have no need to name it', () => {
  const same = TestTable.started('swap', 8, { teams: 2, teamSamples: 'same' });
  expect(wordsOf(same)).toEqual(['teamCaption(A)', 'teamCaption(B)']);
  const onlyOne = TestTable.started('mazur', 16, { teams: 2 });
  expect(wordsOf(onlyOne)).toEqual(['teamLane(teamCaption(A) 1)', 'teamLane(teamCaption(B) 1)']);
});
