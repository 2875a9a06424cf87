import { expect, test } from 'vitest';
import { upcast } from './upcast.ts';

const fromV2 = (event: Parameters<typeof upcast>[0]) => upcast(event, 2);

test.each(['sessionCreated', 'sessionBeganAgain'])(
  '%s of version 2: all teams had the same samples',
  (type) => {
    const event = { type, at: 1, settings: { teams: 2 } };
    expect(fromV2(event)).toMatchObject({ ...event, settings: { teams: 2, teamSamples: 'same' } });
  },
);

test('sessionStarted of version 2: every team began with the first sample', () => {
  const own = { kind: 'own', run: '1', owner: 'p1' };
  const team = { kind: 'team', run: 'B', players: ['p2'] };
  const event = { type: 'sessionStarted', at: 1, runs: [own, team], loss: 2 };
  expect(fromV2(event)['runs']).toEqual([own, { ...team, cursor: 0 }]);
});

test('runOpened of version 2: a new team began with the first sample', () => {
  const event = { type: 'runOpened', at: 1, run: 'C', loss: 2 };
  expect(fromV2({ ...event, kind: 'team' })).toEqual({ ...event, kind: 'team', cursor: 0 });
  const own = { ...event, run: '3', kind: 'own', owner: 'p3' };
  expect(fromV2(own)).toEqual(own);
});
