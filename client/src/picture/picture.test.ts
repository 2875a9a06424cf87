import { networkOf } from '@relay/shared/network/networkFile';
import { presetById } from '@relay/shared/network/presets';
import { DEFAULT_SETTINGS } from '@relay/shared/lesson/settings';
import { forward } from '@relay/shared/maths/forward';
import type { QuestionKind } from '@relay/shared/question/question';
import {
  EMPTY_VIEW,
  type LaneView,
  type PartView,
  type PublicView,
  type RunView,
  type SessionView,
} from '@relay/shared/referee/view';
import { expect, test } from 'vitest';
import { type PictureOptions, pictureOf, defaultPictureOptions } from './picture';
import { REVEALED } from './roundFacts';

const file = presetById('article')!;
const network = networkOf(file);
const { x, t } = file.data[0]!;
const pass = forward(network, x);

const ANSWERING = { phase: 'backward', isAnswering: true, isByLayer: false, isBetweenRounds: false } as const;
const UPDATED = { phase: 'update', isAnswering: false, isByLayer: false, isBetweenRounds: true } as const;

const run: RunView = {
  id: 'A',
  kind: 'team',
  isPrivate: false,
  round: 1,
  rules: DEFAULT_SETTINGS,
  ...ANSWERING,
  phaseSince: 0,
  deadlines: { phase: 1, output: 1, hidden: 1 },
  losses: [1],
  referenceLosses: [1],
  movedBy: [],
  asked: 2,
  answered: 1,
  lanes: 1,
  mistakes: null,
};
const still = { turn: null, closed: [], parcels: null, clean: null, truth: null };
const lane: LaneView = { sample: 0, x, t, sums: pass.sums, outputs: pass.outputs, ...still };
const view: PublicView = {
  ...EMPTY_VIEW,
  runs: { A: run },
  networks: { A: network },
  lanes: { 'A/0': lane },
  seats: {
    'A/0/h1': { player: 'p1', name: 'Mia', progress: 'open', edge: { layer: 1, from: 0, to: 0 } },
    'A/0/h2': { player: null, name: '', progress: 'machine', edge: null },
    'A/0/y1': { player: 'p2', name: 'はる', progress: 'done', edge: { layer: 2, from: 0, to: 0 } },
    'A/0/y2': { player: null, name: '', progress: 'machine', edge: null },
  },
  players: {},
};
const look = {
  ...defaultPictureOptions(view, 'A', { target: 'target', error: 'E' }),
  mine: { unit: 'h1', edge: { layer: 1, from: 0, to: 0 } },
};
const unit = (name: string, from: PictureOptions = look) =>
  pictureOf(from)!.units.find((one) => one.name === name)!;

test('a run that is not known yet has no picture', () => {
  expect(pictureOf(defaultPictureOptions(EMPTY_VIEW, 'A', { target: '', error: 'E' }))).toBeNull();
});

test('an answering player’s unit thinks, a finished one is ready, a machine’s sleeps', () => {
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

test('a lever changes the drawn ◆ and nothing else', () => {
  const weights = (from: PictureOptions) => pictureOf(from)!.edges.map(({ weight }) => weight);
  const [before, after] = [weights(look), weights({ ...look, shownWeight: 7 })];
  expect(after[0]).toBe(7);
  expect(after.slice(1)).toEqual(before.slice(1));
});

test('a bare network shows no weight, no person, and every valve alike', () => {
  const bare = { ...look, isBare: true };
  const { edges, units } = pictureOf(bare)!;
  expect(edges.every(({ weight }) => weight === null)).toBe(true);
  expect(edges.filter(({ inQuestion }) => inQuestion)).toHaveLength(1);
  expect(units.every(({ people, bias, isBare }) => people === '' && bias === null && isBare)).toBe(true);
  const openings = units.flatMap(({ opening }) => opening ?? []);
  expect(openings).toHaveLength(4);
  expect(new Set(openings).size).toBe(1);
});

test('Σ is drawn once the places are found, parcels once they are revealed', () => {
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
    runs: { A: { ...run, ...UPDATED, losses: [1, 0.5] } },
    networks: { A: moved },
    updates: { A: { round: 1, before: network, gradients: network, target: moved, shares: null } },
  };
  const picture = pictureOf({ ...look, view: updated })!;
  expect(picture.edges[0]!.weight).toBe(network.weights[0]![0]![0]! + 1);
  expect(picture.units.find(({ name }) => name === 'h1')).toMatchObject({
    sum: pass.sums[0]![0],
    pose: 'hop',
  });
});

const secretLane: LaneView = {
  ...lane,
  sums: pass.sums.map((row) => row.map(() => null)),
  outputs: pass.outputs.map((row) => row.map(() => null)),
};
const asking = (asks: QuestionKind, seen: LaneView = lane): PublicView => ({
  ...view,
  runs: { A: { ...run, rules: { ...run.rules, asks } } },
  lanes: { 'A/0': seen },
});
const right = (read: number): PartView => ({
  tries: 1,
  triesLeft: 4,
  right: true,
  raw: String(read),
  verdict: { outcome: 'correct', read },
  points: 50,
  afterMs: 0,
});

test('a belly that is asked for is empty and its valve unknown until the own answer fills it', () => {
  const asked = { ...look, view: asking('forward', secretLane) };
  expect(unit('h1', asked)).toMatchObject({ sum: Number.NaN, output: Number.NaN, opening: Number.NaN });
  const own = { ...asked, answers: { 'u:h1': right(0.377), 'a:h1': right(0.593) } };
  expect(unit('h1', own)).toMatchObject({ sum: 0.377, output: 0.593 });
  expect(unit('h1', own).opening).toBeGreaterThan(0);
  expect(unit('h2', own).sum).toBeNaN();
});

test('an unknown sum has an unknown slope under every activation', () => {
  for (const activation of ['relu', 'identity', 'leaky-relu'] as const) {
    const layers = network.layers.map((layer) => ({ ...layer, activation }));
    const asked = { ...asking('belly', secretLane), networks: { A: { ...network, layers } } };
    expect(unit('h1', { ...look, view: asked }).opening, activation).toBeNaN();
  }
});

test('a valve that is asked for is not drawn to scale before it is found or revealed', () => {
  const asked = { ...look, view: asking('valve') };
  expect(unit('h1', asked).opening).toBeNaN();
  expect(unit('h1', { ...asked, answers: { 'f:h1': right(0.24) } }).opening).toBeGreaterThan(0);
  const [now] = Object.values(asked.view.runs);
  const revealed: PublicView = { ...asked.view, runs: { A: { ...now!, ...REVEALED } } };
  expect(unit('h1', { ...asked, view: revealed }).opening).toBeGreaterThan(0);
  expect(unit('h1').opening).toBeGreaterThan(0);
});

const relayed: PublicView = {
  ...view,
  lanes: {
    'A/0': {
      ...lane,
      turn: { layer: 1, since: 0, deadlineAt: 1 },
      closed: [{ layer: 2, corrected: 1 }],
      parcels: [
        [0.01, null],
        [0.1385, -0.0381],
      ],
    },
  },
};
const parcels = (from: PictureOptions): string[] =>
  pictureOf(from)!.parcels.map(({ unit: name, text }) => `${name} ${text}`);

test('a relay shows the parcels of closed layers, except those that the viewer has yet to find', () => {
  const all = { ...look, view: relayed };
  expect(parcels(all)).toEqual(['h1 δ 0.01', 'y1 δ 0.1385', 'y2 δ −0.0381']);
  expect(parcels({ ...all, parcelsAbove: 1 })).toEqual(['y1 δ 0.1385', 'y2 δ −0.0381']);
  expect(parcels(look)).toEqual([]);
});

test('a unit that waits for a parcel sleeps, except the viewer’s', () => {
  const seats = { ...view.seats, 'A/0/h2': { ...view.seats['A/0/h1']!, player: 'p3' } };
  const turn = { layer: 2, since: 0, deadlineAt: 1 };
  const waiting = { ...look, view: { ...view, seats, lanes: { 'A/0': { ...lane, turn } } } };
  expect(unit('h2', waiting).pose).toBe('asleep');
  expect(unit('h1', waiting).pose).toBe('thinking');
  expect(unit('h2', { ...waiting, view: { ...relayed, seats } }).pose).toBe('idle');
});

test('nicknames are not drawn when the host hides them', () => {
  const display = { names: false, scores: true, ranks: true };
  const session = { '': { display } as SessionView };
  expect(unit('y1').people).toBe('はる');
  expect(unit('y1', { ...look, view: { ...view, session } }).people).toBe('');
});

test('a bias of 0 is not drawn, unless it is in question or pointed at', () => {
  const biases = [
    [0.35, 0],
    [0, 0],
  ];
  const biased = { ...look, view: { ...view, networks: { A: { ...network, biases } } } };
  expect(unit('h1', biased).bias).toEqual({ value: 0.35, inQuestion: false });
  expect(unit('h2', biased).bias).toBeNull();
  const edge = { layer: 1, from: 'bias', to: 1 } as const;
  expect(unit('h2', { ...biased, mine: { unit: 'h2', edge } }).bias).toEqual({ value: 0, inQuestion: true });
  expect(unit('y1', { ...biased, pulsing: ['b:y1'] }).bias).toEqual({ value: 0, inQuestion: false });
});

test('an earned update shows each unit’s share of its step on the projector, not to players', () => {
  const shares = [
    [0.75, 0],
    [1, 0.27],
  ];
  const earned: PublicView = {
    ...view,
    runs: { A: { ...run, ...UPDATED } },
    updates: { A: { round: 1, before: network, gradients: network, target: network, shares } },
  };
  const onProjector = { ...look, view: earned, allLanes: true };
  const labels = ['h1', 'h2', 'y1', 'y2', 'x1'].map((name) => unit(name, onProjector).people);
  expect(labels).toEqual(['✔\u20093/4', '✔\u20090/1', '✔\u20091/1', '✔\u200927 %', '']);
  expect(unit('h1', { ...look, view: earned }).people).toBe('Mia');
});
