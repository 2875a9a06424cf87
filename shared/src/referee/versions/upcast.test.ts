import { expect, test } from 'vitest';
import { readLog } from './readLog.ts';
import type { EarlierEvent, VersionStep } from './step.ts';
import { EVENT_VERSION, namesInAllVersions, upcast } from './upcast.ts';

const STEPS: readonly VersionStep[] = [
  { changed: { moved: (event) => ({ ...event, to: event['place'] }) }, renamed: { moved: 'went' } },
  {
    changed: { went: (event) => ({ ...event, isFar: false }) },
    renamed: { went: 'travelled', sat: 'rested' },
  },
];
const moved: EarlierEvent = { type: 'moved', at: 1, place: 'h1' };

test('upcast: an event of version 1 goes through every step', () => {
  expect(upcast(moved, 1, STEPS)).toEqual({ type: 'travelled', at: 1, place: 'h1', to: 'h1', isFar: false });
});

test('upcast: an event of a later version goes through the steps that are left', () => {
  expect(upcast({ type: 'went', at: 1 }, 2, STEPS)).toEqual({ type: 'travelled', at: 1, isFar: false });
  expect(upcast({ type: 'travelled', at: 1 }, 3, STEPS)).toEqual({ type: 'travelled', at: 1 });
});

test('upcast: a type that no step names stays as it is', () => {
  const left = { type: 'playerLeft', at: 1, player: 'p1' };
  expect(upcast(left, 1, STEPS)).toBe(left);
  expect(upcast({ type: 'constructor', at: 1 }, 1, STEPS)).toEqual({ type: 'constructor', at: 1 });
});

test('namesInAllVersions: a renamed type is looked for under all its names', () => {
  expect(namesInAllVersions(['travelled', 'left'], STEPS)).toEqual(['travelled', 'left', 'went', 'moved']);
});

const stored = (version: number, value: unknown) => [{ seq: 4, version, value }];

test.each([
  [
    'a newer version',
    EVENT_VERSION + 1,
    { type: 'playerLeft', at: 1 },
    /event 4 was written by a newer version/,
  ],
  ['no version', 0, { type: 'playerLeft', at: 1 }, /event 4 is damaged/],
  ['no time', 1, { type: 'playerLeft' }, /event 4 is damaged/],
  ['no object', 1, 'null', /event 4 is damaged/],
  ['broken JSON', 1, '{"type":', /event 4 is damaged/],
  ['an unknown type', 1, { type: 'toString', at: 1 }, /event 4 is of the unknown type "toString"/],
])('readLog: refuses an event with %s', (_, version, value, message) => {
  expect(() => readLog('s', stored(version, value))).toThrow(message);
});
