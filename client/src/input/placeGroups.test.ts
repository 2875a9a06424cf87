import { networkOf } from '@relay/shared/network/networkFile';
import { presetById } from '@relay/shared/network/presets';
import type { PlaceId } from '@relay/shared/question/places/place';
import type { PartView } from '@relay/shared/referee/view';
import { expect, test } from 'vitest';
import { placeGroupsOf } from './placeGroups';

const network = networkOf(presetById('mazur')!);
const waits = {
  edge: { layer: 1, from: 0, to: 0 },
  parts: ['own', 'places', 'S', 'delta', 'G'],
  turn: 'waiting',
  answers: {},
} as const;
const taken: PlaceId[] = ['e:y1', 'f:h1', 'f:y1', 'o:x1', 'w:h1>y1'];
const given = (raw: string, right: boolean): PartView => ({
  tries: right ? 1 : 5,
  triesLeft: 0,
  right,
  raw,
  verdict: right ? { outcome: 'correct', read: null } : { outcome: 'wrong', read: null, mistakes: [] },
  points: 0,
  afterMs: 0,
});

test('all taken places count as own ones until the parcel has arrived', () => {
  expect(placeGroupsOf(network, waits, taken)).toEqual({ own: taken, places: [] });
});

test('taken places are then grouped by kind: a valve of the next layer arrives', () => {
  expect(placeGroupsOf(network, { ...waits, turn: 'open' }, [...taken, 'f:h2'])).toEqual({
    own: ['f:h1', 'o:x1', 'f:h2'],
    places: ['e:y1', 'f:y1', 'w:h1>y1'],
  });
});

test.each([true, false])('own places that are settled stay as they were sent (right: %s)', (right) => {
  const answers = { own: given('f:h1 o:x1', right) };
  for (const turn of ['waiting', 'open'] as const)
    expect(placeGroupsOf(network, { ...waits, turn, answers }, ['f:h1', 'o:x1', 'o:h1', 'e:y1'])).toEqual({
      own: ['f:h1', 'o:x1'],
      places: ['o:h1', 'e:y1'],
    });
});

test('places are not split when the question has one part for them', () => {
  expect(placeGroupsOf(network, { ...waits, parts: ['places', 'G'] }, taken)).toEqual({
    own: [],
    places: taken,
  });
});
