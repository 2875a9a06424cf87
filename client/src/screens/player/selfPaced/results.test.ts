import { expect, test } from 'vitest';
import { resultsFrom } from './results';

type Record = Parameters<typeof resultsFrom>[0];

const RECORD: Record = [
  {
    round: 1,
    points: 100,
    parts: [
      { part: 'places', tries: 1, right: true },
      { part: 'G', tries: 1, right: true },
    ],
    mistakes: [],
  },
  {
    round: 2,
    points: 52,
    parts: [
      { part: 'places', tries: 1, right: true },
      { part: 'G', tries: 3, right: true },
    ],
    mistakes: [['sign'], ['slope-missing']],
  },
  {
    round: 3,
    points: 0,
    parts: [
      { part: 'places', tries: 0, right: false },
      { part: 'G', tries: 2, right: false },
    ],
    mistakes: [['slope-missing', 'loss-shortcut']],
  },
];

test('resultsFrom: counts parts right at once or later, and the rounds of each mistake', () => {
  expect(resultsFrom(RECORD)).toEqual({
    rounds: 3,
    clean: 1,
    strengths: [
      { part: 'places', asked: 3, right: 2, atOnce: 2 },
      { part: 'G', asked: 3, right: 2, atOnce: 1 },
    ],
    mistakes: [
      { ids: ['slope-missing', 'loss-shortcut'], rounds: 2 },
      { ids: ['sign'], rounds: 1 },
    ],
  });
});

test('resultsFrom: an empty record gives zeros', () => {
  expect(resultsFrom([])).toEqual({ rounds: 0, clean: 0, strengths: [], mistakes: [] });
});
