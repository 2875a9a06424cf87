import { expect, test } from 'vitest';
import { V1_RUNS } from './v1Runs.ts';

const { sessionStarted, runOpened } = V1_RUNS;

test('sessionStarted of version 1: runs with letters become teams', () => {
  const teams = [
    { run: 'A', players: ['p1', 'p3'] },
    { run: 'AA', players: [] },
  ];
  expect(sessionStarted!({ type: 'sessionStarted', at: 1, teams, loss: 2 })).toEqual({
    type: 'sessionStarted',
    at: 1,
    runs: [
      { kind: 'team', run: 'A', players: ['p1', 'p3'] },
      { kind: 'team', run: 'AA', players: [] },
    ],
    loss: 2,
  });
});

test('sessionStarted of version 1: runs with numbers become own runs with their owner', () => {
  const teams = [{ run: '12', players: ['p12'] }];
  expect(sessionStarted!({ type: 'sessionStarted', at: 1, teams, loss: 2 })).toEqual({
    type: 'sessionStarted',
    at: 1,
    runs: [{ kind: 'own', run: '12', owner: 'p12' }],
    loss: 2,
  });
  expect(sessionStarted!({ type: 'sessionStarted', at: 1, teams: [], loss: 2 })['runs']).toEqual([]);
});

test('runOpened of version 1: becomes a team without an owner, an own run with one', () => {
  const opened = { type: 'runOpened', at: 1, loss: 2 };
  expect(runOpened!({ ...opened, run: 'B', owner: null })).toEqual({ ...opened, run: 'B', kind: 'team' });
  expect(runOpened!({ ...opened, run: '2', owner: 'p2' })).toEqual({
    ...opened,
    run: '2',
    kind: 'own',
    owner: 'p2',
  });
});
