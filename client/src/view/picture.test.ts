import { networkOf } from '@relay/shared/lesson/networkFile';
import { presetById } from '@relay/shared/lesson/presets';
import { forward } from '@relay/shared/maths/forward';
import { EMPTY_VIEW, type LaneView, type PublicView, type RunView } from '@relay/shared/referee/view';
import { expect, test } from 'vitest';
import { pictureOf, plainLook } from './picture';

const file = presetById('article')!;
const network = networkOf(file);
const { x, t } = file.data[0]!;
const pass = forward(network, x);

const run: RunView = {
  id: 'A',
  round: 1,
  phase: 'backward',
  phaseSince: 0,
  deadlines: { phase: 1, output: 1, hidden: 1 },
  losses: [1],
  asked: 2,
  answered: 1,
  lanes: 1,
};
const lane: LaneView = { sample: 0, x, t, sums: pass.sums, outputs: pass.outputs, truth: null };
const view: PublicView = {
  ...EMPTY_VIEW,
  runs: { A: run },
  networks: { A: network },
  lanes: { 'A/0': lane },
  seats: {
    'A/0/h1': { player: 'p1', progress: 'open', edge: { layer: 1, from: 0, to: 0 } },
    'A/0/h2': { player: null, progress: 'machine', edge: null },
    'A/0/y1': { player: 'p2', progress: 'done', edge: { layer: 2, from: 0, to: 0 } },
    'A/0/y2': { player: null, progress: 'machine', edge: null },
  },
  players: {
    p1: { name: 'Mia', run: 'A', present: true },
    p2: { name: 'はる', run: 'A', present: true },
  },
};
const look = {
  ...plainLook(view, 'A', { target: 'target' }),
  mine: { unit: 'h1', edge: { layer: 1, from: 0, to: 0 } },
};
const unit = (name: string, from = look) => pictureOf(from)!.units.find((one) => one.name === name)!;

test('nothing is drawn of a run that is not known yet', () => {
  expect(pictureOf(plainLook(EMPTY_VIEW, 'A', { target: '' }))).toBeNull();
});

test('who answers thinks, who is in is ready, the machine sleeps', () => {
  expect(unit('h1')).toMatchObject({ pose: 'thinking', mine: true, ready: false, people: 'Mia' });
  expect(unit('y1')).toMatchObject({ pose: 'idle', mine: false, ready: true, people: 'はる' });
  expect(unit('y2')).toMatchObject({ pose: 'asleep', people: '' });
});

test('a valve is open by f′ over the largest f′ of its function; inputs have none', () => {
  const u = pass.sums[0]![0]!;
  const a = 1 / (1 + Math.exp(-u));
  expect(unit('h1').opening).toBeCloseTo((a * (1 - a)) / 0.25, 12);
  expect(unit('x1')).toMatchObject({ opening: null, sum: null, output: x[0], target: null });
  expect(unit('y2').target).toBe(t[1]);
});

test('only the own ◆ is in question; a taken weight carries back', () => {
  const { edges } = pictureOf({ ...look, taken: [{ place: 'w:h1>y2', number: 3, text: '−0.7' }] })!;
  expect(edges.filter(({ inQuestion }) => inQuestion)).toMatchObject([{ layer: 1, from: 0, to: 0 }]);
  expect(edges.filter(({ carriesBack }) => carriesBack)).toMatchObject([{ layer: 2, from: 0, to: 1 }]);
});

test('Σ stands only once the places are found, and parcels only once they are revealed', () => {
  expect(pictureOf(look)).toMatchObject({ bracket: null, parcels: [] });
  expect(pictureOf({ ...look, isFound: true })!.bracket).toEqual({
    unit: 'h1',
    paths: ['w:h1>y1', 'w:h1>y2'],
  });
});

test('after an update the edges have their new weights, the bellies the sums of the round', () => {
  const moved = {
    ...network,
    weights: network.weights.map((rows) => rows.map((row) => row.map((w) => w + 1))),
  };
  const updated: PublicView = {
    ...view,
    runs: { A: { ...run, phase: 'update', losses: [1, 0.5] } },
    networks: { A: moved },
    updates: { A: { round: 1, before: network, gradients: network } },
  };
  const picture = pictureOf({ ...look, view: updated })!;
  expect(picture.edges[0]!.weight).toBe(network.weights[0]![0]![0]! + 1);
  expect(picture.units.find(({ name }) => name === 'h1')).toMatchObject({
    sum: pass.sums[0]![0],
    pose: 'hop',
  });
});
