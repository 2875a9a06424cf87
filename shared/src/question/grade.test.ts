import fc from 'fast-check';
import { expect, test } from 'vitest';
import { networkOf } from '../network/networkFile.ts';
import { presetById } from '../network/presets.ts';
import { allUnits, type EdgeRef, edgesInto } from '../maths/unit.ts';
import { networks } from '../testing/arbitraries.ts';
import { runs } from '../testing/effort.ts';
import { type Facts, factsOf } from './facts.ts';
import { grade as gradePart } from './grade.ts';
import type { AcceptedValues } from './gradedPart.ts';
import { contribution, numberPart, placesPart } from './kinds/contribution.ts';
import type { ContributionNumber } from './mistakes/working.ts';
import { placesOf, setOfThree } from './places/place.ts';
import type { MistakeId } from './question.ts';
import { situationOf } from './situation.ts';

type ContributionPart = ContributionNumber | 'places';

const grade = (facts: Facts, part: ContributionPart, raw: string, accepted: AcceptedValues) =>
  gradePart(part === 'places' ? placesPart(facts) : numberPart(facts, part), raw, accepted);
const truthOf = (facts: Facts, part: ContributionNumber): number => numberPart(facts, part).truth;

/** Builds every part that can be asked about a weight at help level work. */
function partsOf({ situation, edge }: Facts): ContributionPart[] {
  const unit = { layer: edge.layer, index: edge.to };
  const choice = { sample: 0, help: 'work', draw: () => 0 } as const;
  return contribution.build(situation, { unit, edge }, choice).parts as ContributionPart[];
}

function mazur(edge: EdgeRef): Facts {
  const file = presetById('mazur')!;
  const network = networkOf(file);
  return factsOf(situationOf(network, file.data[0]!), edge);
}
const HIDDEN = mazur({ layer: 1, from: 0, to: 0 }); // x1→h1
const OUTPUT = mazur({ layer: 2, from: 0, to: 0 }); // h1→y1

/** Any weight of any network, with its facts. */
const anyFacts = networks()
  .chain(({ network, sample }) => {
    const situation = situationOf(network, sample);
    const edges = allUnits(network).flatMap((unit) => edgesInto(network, unit));
    return fc.constantFrom(...edges).map((edge) => factsOf(situation, edge));
  })
  .filter(({ G, arriving }) => Number.isFinite(G) && (arriving === null || Number.isFinite(arriving)));

const round = (value: number, figures: number): number => Number(value.toPrecision(figures));

test('grade: accepts places, S, δ and G of Mazur’s x1→h1 in three figures', () => {
  const places = placesOf(setOfThree(HIDDEN.network, HIDDEN.edge));
  expect(grade(HIDDEN, 'places', [...places].reverse().join(' '), {})).toEqual({
    outcome: 'correct',
    read: null,
  });
  expect(grade(HIDDEN, 'S', '0.0364', {})).toEqual({ outcome: 'correct', read: 0.0364 });
  expect(grade(HIDDEN, 'delta', '0.00877', {})).toEqual({ outcome: 'correct', read: 0.00877 });
  expect(grade(HIDDEN, 'G', '0.000439', {})).toEqual({ outcome: 'correct', read: 0.000439 });
  expect(grade(HIDDEN, 'G', '0.0364 × 0.2413 × 0.05', {})).toMatchObject({ outcome: 'correct' });
});

/** δ of both outputs, computed here from the published numbers, not by the code under test. */
const [d1, d2] = [0.1384985616, -0.0380982365];
const [S1, h1, y1, f] = [0.0363503064, 0.5932699921, 0.7513650696, 0.2413007];
const sigmoid = (u: number): number => 1 / (1 + Math.exp(-u));
const slopeAt = (u: number): number => sigmoid(u) * (1 - sigmoid(u));
const MAZUR_MISTAKES: readonly [MistakeId, Facts, 'S' | 'delta' | 'G', number][] = [
  ['slope-missing', HIDDEN, 'delta', S1],
  ['slope-missing', HIDDEN, 'G', S1 * 0.05],
  ['slope-activation', HIDDEN, 'delta', S1 * h1],
  ['slope-of-output', HIDDEN, 'delta', S1 * slopeAt(h1)],
  ['sign', HIDDEN, 'S', -S1],
  ['sign', HIDDEN, 'G', -S1 * f * 0.05],
  ['sum-one-path', HIDDEN, 'S', 0.4 * d1],
  ['sum-one-path', HIDDEN, 'S', 0.5 * d2],
  ['sum-no-weights', HIDDEN, 'S', d1 + d2],
  ['sum-updated-weights', HIDDEN, 'S', 0.3589164797 * d1 + 0.5113012702 * d2],
  ['sum-raw-error', HIDDEN, 'S', 0.4 * (y1 - 0.01) + 0.5 * (0.7729284653 - 0.99)],
  ['input-missing', HIDDEN, 'G', S1 * f],
  ['input-wrong', HIDDEN, 'G', S1 * f * 0.1],
  ['input-own-output', HIDDEN, 'G', S1 * f * h1],
  ['rate-applied', HIDDEN, 'G', 0.5 * S1 * f * 0.05],
  ['slip', HIDDEN, 'S', 10 * S1],
  ['slope-missing', OUTPUT, 'delta', y1 - 0.01],
  ['slope-activation', OUTPUT, 'delta', (y1 - 0.01) * y1],
  ['sign', OUTPUT, 'delta', -d1],
  ['input-missing', OUTPUT, 'G', d1],
  ['input-own-output', OUTPUT, 'G', d1 * y1],
  ['rate-applied', OUTPUT, 'G', 0.5 * d1 * h1],
];

test.each(MAZUR_MISTAKES)('grade: recognises %s in three figures', (id, facts, part, value) => {
  const verdict = grade(facts, part, value.toPrecision(3), {});
  expect(verdict.outcome).toBe('wrong');
  const ids = verdict.outcome === 'wrong' ? verdict.mistakes.map((mistake) => mistake.id) : [];
  // Mazur's own f′(a) hardly differs from f′(u): a value inside the accepted interval shows no mistake.
  expect(ids).toContain(id);
});

test('grade: names slope-missing first and points at the valve', () => {
  const verdict = grade(OUTPUT, 'delta', '0.741', {});
  // Under ½ squared error the shortcut of cross-entropy has the same value.
  expect(verdict).toMatchObject({
    outcome: 'wrong',
    mistakes: [
      { id: 'slope-missing', place: 'f:y1' },
      { id: 'loss-shortcut', place: 'f:y1', same: true },
    ],
  });
});

const PLACE_MISTAKES: readonly [string, Facts, string, MistakeId, string][] = [
  ['own valve left out', HIDDEN, 'e:y1 f:y1 w:h1>y1 e:y2 f:y2 w:h1>y2 o:x1', 'slope-missing', 'f:h1'],
  ['one output left out', HIDDEN, 'e:y1 f:y1 w:h1>y1 f:h1 o:x1', 'sum-one-path', 'e:y2'],
  ['weights left out', HIDDEN, 'e:y1 f:y1 e:y2 f:y2 f:h1 o:x1', 'sum-no-weights', 'w:h1>y1'],
  ['next valves left out', HIDDEN, 'e:y1 w:h1>y1 e:y2 w:h1>y2 f:h1 o:x1', 'sum-raw-error', 'f:y1'],
  ['input left out', HIDDEN, 'e:y1 f:y1 w:h1>y1 e:y2 f:y2 w:h1>y2 f:h1', 'input-missing', 'o:x1'],
  ['the other input', HIDDEN, 'e:y1 f:y1 w:h1>y1 e:y2 f:y2 w:h1>y2 f:h1 o:x2', 'input-wrong', 'o:x1'],
  [
    'own output as input',
    HIDDEN,
    'e:y1 f:y1 w:h1>y1 e:y2 f:y2 w:h1>y2 f:h1 o:h1',
    'input-own-output',
    'o:x1',
  ],
  ['valve left out at an output', OUTPUT, 'e:y1 o:h1', 'slope-missing', 'f:y1'],
  ['the neighbour’s valve', OUTPUT, 'e:y1 f:y2 o:h1', 'slope-wrong-unit', 'f:y1'],
  ['a valve too far on', HIDDEN, 'e:y1 f:y1 w:h1>y1 e:y2 f:y2 w:h1>y2 f:h2 o:x1', 'slope-wrong-unit', 'f:h1'],
  ['row for column', HIDDEN, 'e:y1 f:y1 w:h1>y1 e:y2 f:y2 w:h2>y1 f:h1 o:x1', 'sum-transposed', 'w:h1>y2'],
  ['the weight as input', OUTPUT, 'e:y1 f:y1 w:h1>y1', 'input-weight', 'o:h1'],
  ['all that is needed, and more', OUTPUT, 'e:y1 f:y1 o:h1 w:h1>y1', 'place-extra', 'w:h1>y1'],
];

test.each(PLACE_MISTAKES)('grade, places: %s', (_, facts, raw, id, place) => {
  const verdict = grade(facts, 'places', raw, {});
  expect(verdict).toMatchObject({ outcome: 'wrong' });
  expect(verdict.outcome === 'wrong' && verdict.mistakes[0]).toEqual({ id, place });
});

test('grade, places: one too many is wrong, unknown names are unreadable', () => {
  const all = placesOf(setOfThree(OUTPUT.network, OUTPUT.edge));
  expect(grade(OUTPUT, 'places', `${all.join(' ')} f:h1`, {})).toEqual({
    outcome: 'wrong',
    read: null,
    mistakes: [{ id: 'place-extra', place: 'f:h1' }],
  });
  for (const raw of ['', '  ', 'e:y9', 'e:y1 nonsense', 'w:h1>x1']) {
    expect(grade(OUTPUT, 'places', raw, {})).toEqual({ outcome: 'unreadable' });
  }
});

test('grade: too few figures cost no try; a fraction has enough, unless it is a number in decimals', () => {
  const facts = { ...OUTPUT, delta: 0.1449, arriving: 0.1449 / OUTPUT.slope! };
  // 0.15 is what rounding to two decimals at every step can lead to, 0.17 is not.
  for (const [raw, read] of [
    ['0.1', 0.1],
    ['0.14', 0.14],
    ['0.15', 0.15],
    ['0.150', 0.15],
    ['1/10', 0.1],
    ['14/100', 0.14],
  ] as const) {
    expect(grade(facts, 'delta', raw, {}), raw).toEqual({ outcome: 'needsDigits', read });
  }
  for (const raw of ['0.17', '0.160', '1/6']) {
    expect(grade(facts, 'delta', raw, {}), raw).toMatchObject({ outcome: 'wrong' });
  }
  for (const raw of ['0.145', '1/7']) {
    expect(grade(facts, 'delta', raw, {}), raw).toMatchObject({ outcome: 'correct' });
  }
});

test('grade: a truth of 0 accepts 0 to three places and nothing else', () => {
  const zero = { ...OUTPUT, G: 0, delta: 0 };
  for (const raw of ['0', '0.000', '-0.0004', '0.0005']) {
    expect(grade(zero, 'G', raw, {})).toMatchObject({ outcome: 'correct' });
  }
  expect(grade(zero, 'G', '0.001', {})).toEqual({ outcome: 'wrong', read: 0.001, mistakes: [] });
});

test('grade: accepts what follows from the player’s own accepted part, however far that leads', () => {
  const follows = (of: number, rounding: number) =>
    grade(OUTPUT, 'G', String(OUTPUT.G * of * rounding), { delta: OUTPUT.delta * of }).outcome;
  expect(grade(OUTPUT, 'G', String(OUTPUT.G * 1.023), {})).toMatchObject({ outcome: 'wrong' });
  expect(follows(1.019, 1.004)).toBe('correct');
  expect(follows(1.05, 1.004)).toBe('correct');
  expect(follows(1.05, 0.996)).toBe('correct');
  expect(follows(1.05, 1.006)).toBe('wrong');
  expect(follows(1.05, 0.95)).toBe('correct');
});

/** Works as an honest student does: from the displayed operands, rounding whenever a value is written down. */
function workHonestly(facts: Facts, figures: number): { S: number | null; delta: number; G: number } {
  const write = (value: number): number => round(value, figures);
  const shown = (value: number): number => round(value, 4);
  const S =
    facts.next.length > 0
      ? write(facts.next.reduce((sum, k) => sum + write(write(shown(k.delta)) * shown(k.weight)), 0))
      : null;
  const arrives = S ?? (facts.arriving === null ? null : shown(facts.arriving));
  const delta =
    arrives === null || facts.slope === null ? shown(facts.delta) : write(arrives * shown(facts.slope));
  return { S, delta, G: write(delta * shown(facts.x)) };
}

test('grade: never marks an honest student wrong who rounds to ≥ 3 figures anywhere', () => {
  fc.assert(
    fc.property(anyFacts, fc.integer({ min: 3, max: 6 }), (facts, figures) => {
      // Under cross-entropy δ is y − t; S × f′ is 0/0 at a saturated output.
      fc.pre(facts.arriving === null || Math.abs(facts.arriving) < 1e6);
      const work = workHonestly(facts, figures);
      for (const part of partsOf(facts)) {
        if (part === 'places') continue;
        const [value, truth] = [work[part]!, truthOf(facts, part)];
        // Numbers that no keypad can enter: exponents have two digits.
        if (value !== 0 && Math.abs(value) < 1e-90) continue;
        // Rounding can deviate by more than 4 % where terms cancel: then more figures are asked for.
        const isZero = Math.abs(truth) < 1e-12;
        const isClose = isZero ? Math.abs(value) <= 5e-4 : Math.abs(value - truth) <= 0.04 * Math.abs(truth);
        const outcomes = isClose ? ['correct'] : ['correct', 'needsDigits'];
        const { outcome } = grade(facts, part, String(value), {});
        expect(outcomes, `${part} ${value} for ${truth} is ${outcome}`).toContain(outcome);
      }
    }),
    { numRuns: runs(1_000, 10_000) },
  );
});

test('grade: marks a mistake right only inside the accepted interval, and none more than 4 % off', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      for (const part of partsOf(facts)) {
        if (part === 'places') continue;
        const truth = truthOf(facts, part);
        for (const { id, value } of numberPart(facts, part).candidates()) {
          if (Math.abs(truth) < 1e-12 || Math.abs(value - truth) <= 0.04 * Math.abs(truth)) continue;
          if (Math.abs(value) < 1e-90 || Math.abs(value) > 1e90) continue;
          const verdict = grade(facts, part, String(value), {});
          expect(verdict.outcome, `${id} ${value} for ${part} = ${truth}`).not.toBe('correct');
          if (verdict.outcome === 'wrong')
            expect(verdict.mistakes.map((mistake) => mistake.id)).toContain(id);
        }
      }
    }),
    { numRuns: runs(150, 1_000) },
  );
});

test('grade: honest rounding too far off where terms cancel needs more figures and is no miss', () => {
  // 1.235 − 1.200 = 0.035, from products that were written down to three figures: 1.24 − 1.20 = 0.04.
  const next = [
    { weight: 1.235, delta: 1, arriving: 1 },
    { weight: -1.2, delta: 1, arriving: 1 },
  ];
  const facts = { ...HIDDEN, next, arriving: 0.035 };
  expect(grade(facts, 'S', '0.035', {})).toMatchObject({ outcome: 'correct' });
  expect(grade(facts, 'S', '0.0400', {})).toEqual({ outcome: 'needsDigits', read: 0.04 });
  expect(grade(facts, 'S', '0.09', {})).toMatchObject({ outcome: 'wrong' });
  expect(grade(facts, 'S', '-0.0350', {})).toMatchObject({ outcome: 'wrong' });
});

test('grade: an expression that shows a known mistake is wrong, even at a value of honest rounding', () => {
  const next = [
    { weight: 1.235, delta: 1, arriving: 1 },
    { weight: -1.2, delta: 1, arriving: 1 },
  ];
  const facts = { ...HIDDEN, next, arriving: 0.035 };
  expect(grade(facts, 'S', '0.0175', {})).toMatchObject({ outcome: 'needsDigits' });
  expect(grade(facts, 'S', '0.5*0.035', {})).toMatchObject({
    outcome: 'wrong',
    mistakes: [{ id: 'sum-mean' }, { id: 'loss-factor' }],
  });
});

test('grade: text that is no number is unreadable; any number of blanks separates places', () => {
  expect(grade(OUTPUT, 'G', 'zero', {})).toEqual({ outcome: 'unreadable' });
  expect(grade(OUTPUT, 'places', '  e:y1   f:y1 o:h1 ', {})).toEqual({ outcome: 'correct', read: null });
});
