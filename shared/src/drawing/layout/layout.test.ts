/** @module-tag slow */
import { backward } from '../../maths/backward.ts';
import { placeKindOf } from '../../question/places/placeId.ts';
import { forward } from '../../maths/forward.ts';
import type { Network, Sample } from '../../maths/network.ts';
import { allUnits, unitName } from '../../maths/unit.ts';
import {
  allPlaces,
  type PlaceId,
  placeNumber,
  placesOf,
  setOfThree,
  valueAt,
} from '../../question/places/place.ts';
import { PRESETS, presetById } from '../../network/presets.ts';
import { runs } from '../../testing/effort.ts';
import { describe, expect, test } from 'vitest';
import { layoutOf } from './layout.ts';
import { nameBox } from './captions.ts';
import { badgeRadius } from './chips.ts';
import { overlap, reachIntoCircle } from './curve.ts';
import type { Area, Box, Layout } from './parts.ts';
import { anchorOf, placeAt } from './taps.ts';
import type { Picture } from '../picture.ts';

const PHONE: Box = { width: 390, height: 330 };
const CHROMEBOOK: Box = { width: 900, height: 560 };
const PROJECTOR: Box = { width: 1340, height: 860 };

/** Weights of both signs and all sizes, the same ones every time. */
function networkOf(sizes: readonly number[]): { network: Network; sample: Sample } {
  const weight = (layer: number, from: number, to: number): number =>
    Math.round(Math.sin(layer * 5 + from * 3 + to * 7 + 1) * 15) / 10;
  const [inputs, ...rest] = sizes as [number, ...number[]];
  const network: Network = {
    inputs,
    layers: rest.map((units) => ({ units, activation: 'sigmoid' })),
    loss: 'half-squared-error',
    learningRate: 0.5,
    updateBiases: true,
    snap: null,
    weights: rest.map((units, l) =>
      Array.from({ length: sizes[l]! }, (_, from) =>
        Array.from({ length: units }, (_, to) => weight(l, from, to)),
      ),
    ),
    biases: rest.map((units) => Array.from({ length: units }, () => 0.1)),
  };
  const x = Array.from({ length: inputs }, (_, i) => 1 - i * 0.5);
  const t = Array.from({ length: rest.at(-1)! }, (_, k) => k % 2);
  return { network, sample: { x, t } };
}

interface Turn {
  readonly layer: number;
  readonly from: number;
  readonly to: number;
  readonly found: boolean;
}

/** A picture of the network in the turn of one weight, with its whole set of three taken or not. */
function pictureOf(sizes: readonly number[], turn: Turn, options: Partial<Picture> = {}): Picture {
  const { network, sample } = networkOf(sizes);
  const pass = forward(network, sample.x);
  const { slopes } = backward(network, pass, sample.t);
  const last = network.layers.length;
  const set = setOfThree(network, turn);
  const places = turn.found ? placesOf(set) : [];
  const mine = unitName(network, { layer: turn.layer, index: turn.to });
  return {
    units: allUnits(network).map((ref) => {
      const { layer, index } = ref;
      const name = unitName(network, ref);
      return {
        name,
        kind: layer === 0 ? 'input' : layer === last ? 'output' : 'hidden',
        layer,
        index,
        sum: layer === 0 ? null : pass.sums[layer - 1]![index]!,
        output: layer === 0 ? pass.x[index]! : pass.outputs[layer - 1]![index]!,
        opening: layer === 0 ? null : slopes[layer - 1]![index]! / 0.25,
        bias: layer === 0 ? null : { value: 0.1, inQuestion: false },
        activation: layer === 0 ? null : 'sigmoid',
        people: '',
        pose: 'idle',
        mine: name === mine,
        ready: false,
        dimmed: false,
        isBare: false,
        target: layer === last ? sample.t[index]! : null,
      };
    }),
    edges: network.weights.flatMap((rows, l) =>
      rows.flatMap((row, from) =>
        row.map((weight, to) => ({
          layer: l + 1,
          from,
          to,
          weight,
          target: null,
          inQuestion: l + 1 === turn.layer && from === turn.from && to === turn.to,
          carriesBack: turn.found && l === turn.layer && from === turn.to,
        })),
      ),
    ),
    taken: places.map((place) => ({
      place,
      number: placeNumber(set, place) ?? null,
      text: String(Number(valueAt(network, pass, sample, place).toPrecision(4))).replace('-', '−'),
    })),
    pulsing: [],
    bracket:
      turn.found && set.paths.length > 0
        ? { unit: mine, paths: set.paths.map((path) => path.places.at(-1)!) }
        : null,
    parcels: [],
    words: { target: 'target', error: 'E' },
    scale: 'player',
    frame: 'whole',
    ...options,
  };
}

const HIDDEN: Turn = { layer: 1, from: 0, to: 1, found: true };
const BARE: Turn = { ...HIDDEN, found: false };
const SIZES = [
  [2, 2, 2],
  [2, 3, 2],
  [3, 2, 1],
  [2, 2, 3],
];

const inside = (area: Area, { width, height }: Box): boolean =>
  area.x - area.w / 2 >= -1 &&
  area.x + area.w / 2 <= width + 1 &&
  area.y - area.h / 2 >= -1 &&
  area.y + area.h / 2 <= height + 1;

function expectClear({ tags, biases, chips, units }: Layout): void {
  const signs: Area[] = [...tags, ...biases, ...chips];
  for (const [i, a] of signs.entries())
    for (const b of signs.slice(i + 1)) expect(overlap(a, b), `${a.x}/${a.y} on ${b.x}/${b.y}`).toBe(0);
  for (const tag of tags)
    for (const unit of units) expect(reachIntoCircle(tag, unit, unit.r), unit.unit.name).toBe(0);
}

describe.each(SIZES)('%i-%i-%i', (...sizes) => {
  test.each([
    ['bare', BARE],
    ['found', HIDDEN],
  ])('nothing covers anything on a Chromebook, %s', (_, turn) => {
    expectClear(layoutOf(pictureOf(sizes, turn), CHROMEBOOK));
  });

  test('every taken place has its chip on the canvas', () => {
    const frames = ['whole', 'neighbourhood'] as const;
    for (const [box, frame] of [CHROMEBOOK, PHONE].flatMap((one) => frames.map((f) => [one, f] as const))) {
      const picture = pictureOf(sizes, HIDDEN, { frame });
      const { chips, type } = layoutOf(picture, box);
      expect(chips.map(({ place }) => place).sort()).toEqual(picture.taken.map(({ place }) => place).sort());
      for (const chip of chips) expect(inside(chip, box), `${chip.place} ${frame}`).toBe(true);
      // The badge of an input's chip stands to the left of it.
      for (const { x, w, place } of chips.filter((chip) => placeKindOf(chip.place) === 'output'))
        expect(x - w / 2 - badgeRadius(type) * 1.5, `badge of ${place}`).toBeGreaterThanOrEqual(0);
    }
  });

  test('every place can be tapped where it is shown', () => {
    const { network } = networkOf(sizes);
    const { taps } = layoutOf(pictureOf(sizes, BARE), CHROMEBOOK);
    for (const place of allPlaces(network)) {
      const at = anchorOf(taps, place);
      expect(at, place).not.toBeNull();
      expect(placeAt(taps, at!)).toBe(place);
    }
  });

  test('a phone shows every place of the set of three around the unit', () => {
    const { network } = networkOf(sizes);
    const { taps } = layoutOf(pictureOf(sizes, BARE, { frame: 'neighbourhood' }), PHONE);
    for (const place of placesOf(setOfThree(network, BARE))) {
      const at = anchorOf(taps, place);
      expect(at, place).not.toBeNull();
      expect(placeAt(taps, at!)).toBe(place);
    }
  });
});

test.each([PHONE, CHROMEBOOK, PROJECTOR])(
  'six units in five layers stay on a canvas of $width × $height',
  (box) => {
    const scale = box === PROJECTOR ? 'projector' : 'player';
    const turn = { layer: 2, from: 0, to: 3, found: true };
    const { units, tags } = layoutOf(pictureOf([6, 6, 6, 6, 6], turn, { scale }), box);
    expect(units).toHaveLength(30);
    for (const { x, y, r } of units) expect(inside({ x, y, w: 2 * r, h: 2 * r }, box)).toBe(true);
    expect(tags.some(({ edge }) => edge.inQuestion)).toBe(true);
  },
);

test('the tag of the weight in question is always placed and covers nothing', () => {
  for (const found of [true, false]) {
    const layout = layoutOf(pictureOf([2, 3, 3, 2], { layer: 2, from: 1, to: 1, found }), CHROMEBOOK);
    const tag = layout.tags.find(({ edge }) => edge.inQuestion)!;
    for (const other of [...layout.tags, ...layout.chips])
      if (other !== tag) expect(overlap(tag, other)).toBe(0);
  }
});

test('every bias has its tag where there is room; in a crowd only the own unit keeps it', () => {
  const { biases, taps } = layoutOf(pictureOf([2, 2, 2], BARE), CHROMEBOOK);
  expect(biases.map(({ place }) => place)).toEqual(['b:h1', 'b:h2', 'b:y1', 'b:y2']);
  for (const { place } of biases) expect(placeAt(taps, anchorOf(taps, place)!)).toBe(place);
  const crowd = { layer: 2, from: 0, to: 3, found: false };
  const dense = layoutOf(pictureOf([6, 6, 6, 6, 6], crowd), PHONE);
  expect(dense.biases.map(({ place }) => place)).toEqual(['b:h2.4']);
});

test('every place pointed at gets its ring, a bias too', () => {
  for (const pulsing of ['b:y1', 'o:h1', 'w:h1>y1', 'e:y2', 'f:h2'] as const) {
    const { pulses } = layoutOf(pictureOf([2, 2, 2], BARE, { pulsing: [pulsing] }), CHROMEBOOK);
    expect(pulses, pulsing).toHaveLength(1);
  }
});

test('parcels are tapped only where the path goes through a deeper hidden layer', () => {
  const parcels = (sizes: number[]): PlaceId[] =>
    layoutOf(pictureOf(sizes, BARE), CHROMEBOOK)
      .taps.map(({ place }) => place)
      .filter((place) => placeKindOf(place) === 'parcel');
  expect(parcels([2, 2, 2])).toEqual([]);
  expect(parcels([2, 2, 3, 1])).toEqual(['p:h2.1', 'p:h2.2', 'p:h2.3']);
});

describe.each(PRESETS.map(({ id }) => id))('names and parcels in %s', (id) => {
  const { layers } = presetById(id)!;
  const counts = layers.map(({ units }) => units);
  const last = counts.length - 1;
  const CANVASES = [
    { width: 390, height: 150 },
    { width: 390, height: 200 },
    PHONE,
    { width: 667, height: 240 },
    CHROMEBOOK,
    PROJECTOR,
  ] as const;
  test.each(CANVASES)('no tag lies on a name on a canvas of $width × $height', (box) => {
    const scale = box === PROJECTOR ? 'projector' : 'player';
    // The longest text takes the most room.
    for (const people of ['はると・レオ', 'Mia', ''].slice(0, runs(1, 3))) {
      for (let layer = 1; layer <= last; layer++) {
        const bare = pictureOf(counts, { layer, from: 0, to: 0, found: false }, { scale });
        const picture = { ...bare, units: bare.units.map((unit) => ({ ...unit, people })) };
        const { units, biases, tags, type } = layoutOf(picture, box);
        for (const placed of units) {
          const name = nameBox(placed, type);
          for (const tag of biases) expect(overlap(name, tag), `${tag.text} on ${placed.unit.name}`).toBe(0);
          for (const tag of tags)
            if (!tag.edge.relevant)
              expect(overlap(name, tag), `${tag.edge.key} on ${placed.unit.name}`).toBe(0);
        }
      }
    }
  });

  test.each(CANVASES)('no parcel lies on another on a canvas of $width × $height', (box) => {
    const scale = box === PROJECTOR ? 'projector' : 'player';
    for (let layer = 1; layer <= last; layer++) {
      for (const found of [false, true]) {
        const bare = pictureOf(counts, { layer, from: 0, to: 0, found }, { scale });
        const owners = bare.units.filter(({ kind }) => kind !== 'input');
        const parcels = owners.map(({ name }) => ({ unit: name, text: 'δ −0.005318' }));
        const placed = layoutOf({ ...bare, parcels }, box).parcels;
        expect(placed).toHaveLength(owners.length);
        // Eleven long parcels on the lowest canvas must touch.
        const filled = placed.reduce((sum, { w, h }) => sum + w * h, 0) / (box.width * box.height);
        if (filled > 0.4) continue;
        for (const [i, a] of placed.entries())
          for (const b of placed.slice(i + 1)) expect(overlap(a, b), `${a.unit} on ${b.unit}`).toBe(0);
      }
    }
  });
});

test('a tap on a valve means the valve, beside it the body: small zones win over large ones', () => {
  const { taps, units } = layoutOf(pictureOf([2, 2, 2], BARE), CHROMEBOOK);
  const unit = units.find((placed) => placed.unit.name === 'h1')!;
  expect(placeAt(taps, unit)).toBe('o:h1');
  expect(placeAt(taps, anchorOf(taps, 'f:h1')!)).toBe('f:h1');
  expect(placeAt(taps, { x: 2, y: 2 })).toBeNull();
});

test('a projector has key figures of 44 px and body text of 28', () => {
  const { type } = layoutOf(pictureOf([2, 2, 2], BARE, { scale: 'projector' }), PROJECTOR);
  expect(type.target).toBeGreaterThanOrEqual(44);
  expect(Math.min(type.people, type.name, type.tag, type.word)).toBeGreaterThanOrEqual(28);
});
