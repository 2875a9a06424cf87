import { networkOf } from '@relay/shared/network/networkFile';
import { presetById } from '@relay/shared/network/presets';
import type { Term } from '@relay/shared/question/question';
import { publicView } from '../../testing/seen';
import { TestTable } from '@relay/shared/testing/table';
import { expect, test } from 'vitest';
import { pictureOf, defaultPictureOptions } from '../picture';
import { expected, mistakePlaces, voteBars, voteFacts } from './activities';
import { activityOf, type Vote } from './activity';

const file = presetById('mazur')!;
const vote: Vote = {
  type: 'vote',
  since: 0,
  deadlineAt: null,
  closed: false,
  answered: 0,
  network: networkOf(file),
  sample: file.data[0]!,
  edge: { layer: 1, from: 0, to: 0 },
  working: { S: 0.1, slope: null, input: 0.05, product: 0.005 },
  outcome: null,
};
const closed = (term: Term, votes: Partial<Record<Term, number>>): Vote => ({
  ...vote,
  closed: true,
  outcome: { term, mistake: 'slope-missing', votes },
});

/** Session with an open vote after the update, when the network has changed; p1 and p3 left out the slope. */
function voting(): TestTable {
  const table = TestTable.started('mazur', 4);
  for (const player of ['p1', 'p3']) {
    const { lane, question } = table.seat(player);
    const { truth, pass } = table.session.runs['A']!.lanes[lane]!;
    const x = pass.x[question!.edge!.from as number]!;
    table.answer(player, 'G', String(truth.arriving[0]![question!.unit.index]! * x));
  }
  table.next(2);
  table.host({ type: 'openVote' });
  return table;
}

test('the bars count every vote once, in the order of the cards, and mark the slip', () => {
  expect(voteBars(vote)).toBeNull();
  expect(voteBars(closed('slope', { slope: 3, input: 1 }))).toEqual([
    { term: 'S', count: 0, share: 0, isSlip: false },
    { term: 'slope', count: 3, share: 0.75, isSlip: true },
    { term: 'input', count: 1, share: 0.25, isSlip: false },
    { term: 'product', count: 0, share: 0, isSlip: false },
  ]);
  expect(voteBars(closed('S', {}))!.map(({ share }) => share)).toEqual([0, 0, 0, 0]);
});

test('the places of the slip are pointed at once the vote is closed', () => {
  expect(mistakePlaces(vote)).toEqual([]);
  expect(mistakePlaces(closed('slope', {}))).toEqual(['f:h1']);
  expect(mistakePlaces(closed('input', {}))).toEqual(['o:x1']);
  expect(mistakePlaces(closed('S', {})).toSorted()).toEqual([
    'e:y1',
    'e:y2',
    'f:y1',
    'f:y2',
    'w:h1>y1',
    'w:h1>y2',
  ]);
  expect(mistakePlaces(closed('product', {}))).toEqual([]);
});

test('a vote is drawn in the network of the slip, without players, with right values once closed', () => {
  const table = voting();
  const view = publicView(table);
  const open = activityOf(view) as Vote;
  const shown = voteFacts(view, open)!;
  expect(view.networks['A']).not.toEqual(open.network);
  expect(shown.facts.network).toEqual(open.network);
  expect(shown.facts.lane.truth).toBeNull();
  const picture = pictureOf(defaultPictureOptions(shown.view, shown.run, { target: '', error: '' }))!;
  expect(picture.units.map(({ people }) => people).join('')).toBe('');
  expect(picture.parcels).toEqual([]);
  table.next();
  const after = publicView(table);
  const truth = voteFacts(after, activityOf(after) as Vote)!.facts.lane.truth!;
  expect(truth.gradients).toEqual(table.session.runs['A']!.lanes[0]!.truth.gradients);
});

test('the expected number is of players present, and at least of those who have answered', () => {
  const table = voting();
  table.player('p1', { type: 'castVote', term: 'S' });
  expect(expected(publicView(table), activityOf(publicView(table))!)).toBe(4);
  for (const player of ['p1', 'p2', 'p3', 'p4']) table.room({ type: 'playerLeft', player });
  expect(expected(publicView(table), activityOf(publicView(table))!)).toBe(1);
});
