import { describe, expect, test } from 'vitest';
import { situationFor } from './round/situation.ts';
import { laneOn } from './round/openRound.ts';
import { networkOf } from '../network/networkFile.ts';
import { gradedPart } from '../question/kinds.ts';
import type { NumberPart } from '../question/gradedPart.ts';
import { AS_ASKED, type Rounding } from '../question/numbers/interval.ts';
import { atOnce } from '../slices.ts';
import { largeNetwork } from '../testing/largeNetwork.ts';
import { TestTable } from '../testing/table.ts';
import type { Actor, Command } from './command.ts';
import { decide, decideInSlices } from './decide.ts';
import type { Press } from './press.ts';
import { prepareNextStep } from './session/nextStep.ts';
import type { Settings } from './session/settings.ts';

/** Long work is done in many short slices, and no more than once. Counts of slices, never times. */

const HOST: Actor = { role: 'host' };

const stamped = (table: TestTable, press: Press<Command>, by: Actor = HOST) => table.stamped(press, by);

/** Number of slices in which a command is decided. */
function slicesOf(table: TestTable, press: Press<Command>, by: Actor = HOST): number {
  const work = decideInSlices(table.session, stamped(table, press, by));
  let slices = 1;
  for (; ; slices++) {
    const step = work.next();
    if (!step.done) continue;
    expect(step.value).toMatchObject({ accepted: true });
    return slices;
  }
}

const TEAMS = 8;
const STEPS = 50;

/** A class after its first update, in whose teams nobody has answered. */
function afterUpdate(settings: Partial<Settings>, samples = 4): TestTable {
  const file = largeNetwork([2, 3, 1], samples);
  const table = TestTable.startedOn(file, TEAMS, { teams: TEAMS, weights: 'true', ...settings });
  table.next(2);
  return table;
}

const train = { type: 'trainMachine', steps: STEPS } as const;

describe('steps of the machine', () => {
  test('teams with equal networks and samples are trained once', () => {
    const slices = slicesOf(afterUpdate({ teamSamples: 'same' }), train);
    expect(slices).toBeGreaterThan(STEPS);
    expect(slices).toBeLessThan(2 * STEPS);
  });

  test('teams with other samples are trained each, a step a slice', () => {
    const table = afterUpdate({ teamSamples: 'different' }, TEAMS);
    expect(slicesOf(table, train)).toBeGreaterThan(TEAMS * STEPS);
    // Decided again, as after an entry that could not be stored: known by now.
    expect(slicesOf(table, train)).toBeLessThan(STEPS);
  });

  test('the next step of a plan: trained for once, and then known to the views and to the press', () => {
    const round = { id: 'relay1', type: 'round', rules: {}, minutes: [0, 1] } as const;
    const machine = { id: 'machine', type: 'machine', steps: STEPS, minutes: [1, 2] } as const;
    const table = afterUpdate({ teamSamples: 'different', plan: [round, machine] }, TEAMS);
    const prepared = (): number => [...prepareNextStep(table.session)].length;
    expect(prepared()).toBeGreaterThan(TEAMS * STEPS);
    expect(prepared()).toBeLessThan(STEPS);
    expect(slicesOf(table, { type: 'next' })).toBeLessThan(2 * STEPS);
    table.next();
    expect(table.log.filter(({ type }) => type === 'machineTrained')).toHaveLength(TEAMS);
  });
});

test('a loss over a thousand samples: a sample a slice', () => {
  const table = TestTable.openOn(largeNetwork([2, 3, 1], 1_000), {});
  table.room({ type: 'joinPlayer', player: 'p1' });
  expect(slicesOf(table, { type: 'start' })).toBeGreaterThan(2_000);
});

test('questions for a large class: a part of a question a slice, and every seat at least one', () => {
  const table = TestTable.openOn(largeNetwork([2, 4, 4, 1], 8), { teams: TEAMS, teamSamples: 'different' });
  for (let i = 0; i < 60; i++) table.room({ type: 'joinPlayer', player: `p${i}` });
  expect(slicesOf(table, { type: 'start' })).toBeGreaterThan(60);
});

test('an extra question: a part of a candidate a slice; a warm-up: its question likewise', () => {
  const table = TestTable.startedOn(largeNetwork([2, 4, 4, 1], 8), 2, { teams: 1, style: 'parallel' });
  const player = 'p1';
  table.ace(player);
  table.room({ type: 'joinPlayer', player: 'late' });
  const ask = { type: 'askExtraQuestion', run: 'A', round: 1 } as const;
  expect(slicesOf(table, ask, { role: 'player', player })).toBeGreaterThan(6);
  expect(slicesOf(table, ask, { role: 'player', player: 'late' })).toBeGreaterThan(4);
});

describe('a whole forward pass', () => {
  /** Times that a result is rounded while the reach of every part is worked out. */
  function rounded(layers: number): number {
    const file = largeNetwork([2, ...Array.from({ length: layers }, () => 4), 4], 1);
    const network = networkOf(file);
    const lane = laneOn(network, file.data, 0);
    const situation = situationFor({ network, data: file.data, before: null }, lane);
    let count = 0;
    const counting: Rounding = {
      ...AS_ASKED,
      written: (interval) => {
        count++;
        return AS_ASKED.written(interval);
      },
    };
    for (let index = 0; index < 4; index++) {
      const unit = { layer: layers + 1, index };
      const parts = Array.from({ length: layers }, (_, l) =>
        [1, 2, 3, 4].map((i) => `u:h${l + 1}.${i}`),
      ).flat();
      const question = { kind: 'wholeForward', unit, edge: null, sample: 0, parts: [], given: null } as const;
      for (const part of layers === 1 ? ['u:h1', 'u:h2', 'u:h3', 'u:h4'] : parts)
        (gradedPart(situation, question, part as 'u:h1') as NumberPart).reach(counting);
    }
    return count;
  }

  test('is worked out layer by layer: twice the layers are twice the work', () => {
    expect(rounded(6) / rounded(3)).toBeLessThan(2.5);
  });
});

test('in slices with another session in between, the same events as at once', () => {
  const file = largeNetwork([3, 4, 4, 2], 5);
  const open = (seed: number): TestTable => {
    const table = TestTable.openOn(file, { teams: 3, teamSamples: 'different' }, seed);
    for (let i = 0; i < 12; i++) table.room({ type: 'joinPlayer', player: `p${i}` });
    return table;
  };
  const [one, other] = [open(1), open(2)];
  const works = [one, other].map((table) => decideInSlices(table.session, stamped(table, { type: 'start' })));
  const decisions = works.map(() => undefined as unknown);
  while (decisions.includes(undefined))
    for (const [i, work] of works.entries()) {
      const step = decisions[i] === undefined ? work.next() : undefined;
      if (step?.done) decisions[i] = step.value;
    }
  const again = [open(1), open(2)].map((table) => decide(table.session, stamped(table, { type: 'start' })));
  expect(decisions).toEqual(again);
  expect(atOnce(decideInSlices(one.session, stamped(one, { type: 'start' })))).toEqual(again[0]);
});
