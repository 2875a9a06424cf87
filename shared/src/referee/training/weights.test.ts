import { describe, expect, test } from 'vitest';
import { backward } from '../../maths/backward.ts';
import { forward } from '../../maths/forward.ts';
import { presetById } from '../../network/presets.ts';
import type { Network, Sample } from '../../maths/network.ts';
import { meanLoss, update } from '../../maths/update.ts';
import { TestTable } from '../../testing/table.ts';
import { evolve } from '../evolve.ts';
import { playerView, publicEntries, type UpdateView } from '../view.ts';
import { machineSteps } from './weights.ts';
import { atOnce } from '../../slices.ts';

/** Mazur's 2-2-2, one sample: in round 3 p1 is h2, p2 y2, p3 h1, p4 y1; the first two rounds are true in any mode. */
function roundThree(weights: 'earned' | 'answered', players = 4): TestTable {
  const table = TestTable.started('mazur', players, { weights });
  table.next(6);
  return table;
}
const run = (table: TestTable) => table.session.runs['A']!;
const at = (table: TestTable, unit: { layer: number; index: number }) =>
  run(table).seats.find((seat) => seat.unit.layer === unit.layer && seat.unit.index === unit.index)!.player!;
const steps = (before: Network, after: Network) => (l: number, i: number, j: number) =>
  after.weights[l]![i]![j]! - before.weights[l]![i]![j]!;
const trueStep = (network: Network, { x, t }: Sample): Network =>
  update(network, backward(network, forward(network, x), t).gradients);

describe('earned', () => {
  test('the first two updates are true, whatever the answers', () => {
    const table = TestTable.started('mazur', 4, { weights: 'earned' });
    for (let round = 1; round <= 3; round++) {
      const before = run(table).network;
      table.next(2);
      const after = run(table).network;
      expect(
        JSON.stringify(after.weights) === JSON.stringify(trueStep(before, run(table).data[0]!).weights),
      ).toBe(round <= 2);
      table.next();
    }
  });

  test('weights into a unit move by the share of its seats with G right within two tries', () => {
    const table = roundThree('earned');
    const before = run(table).network;
    const [h1, h2, y1, y2] = [
      at(table, { layer: 1, index: 0 }),
      at(table, { layer: 1, index: 1 }),
      at(table, { layer: 2, index: 0 }),
      at(table, { layer: 2, index: 1 }),
    ];
    table.ace(h1);
    table.answer(h2, 'G', '12345');
    table.ace(h2); // at the second try
    table.answer(y1, 'G', '12345');
    table.answer(y1, 'G', '1234');
    table.ace(y1); // at the third
    expect(y2).toBeTruthy(); // says nothing
    table.next(2);
    const [went, should] = [
      steps(before, run(table).network),
      steps(before, trueStep(before, run(table).data[0]!)),
    ];
    for (const i of [0, 1]) {
      for (const j of [0, 1]) expect(went(0, i, j)).toBeCloseTo(should(0, i, j), 12);
      for (const j of [0, 1]) expect(went(1, i, j)).toBe(0);
    }
    const shown = publicEntries(table.session, {}, 'updates/A')['updates/A'] as UpdateView;
    expect(shown.shares).toEqual([
      [1, 1],
      [0, 0],
    ]);
    expect(shown.target.weights).toEqual(trueStep(before, run(table).data[0]!).weights);
  });

  test('seats of the machine count as the mean of the team', () => {
    const table = roundThree('earned', 3);
    const people = run(table).seats.filter(({ player }) => player !== null);
    table.ace(people[0]!.player!);
    table.next(2);
    const shares = run(table).lastUpdate!.shares!;
    const machine = run(table).seats.find(({ player }) => player === null)!.unit;
    expect(shares[machine.layer - 1]![machine.index]).toBeCloseTo(1 / 3, 12);
    expect(shares.flat().toSorted((a, b) => a - b)).toEqual([0, 0, expect.closeTo(1 / 3, 12), 1]);
  });

  test('the reference run takes true steps on the same samples; team points are measured by it', () => {
    const table = TestTable.started('swap', 4, { weights: 'earned', samples: 1 });
    const { data } = run(table);
    let reference = table.session.initial;
    for (let round = 0; round < 6; round++) {
      reference = trueStep(reference, data[round % data.length]!);
      if (round < 2) expect(run(table).reference).toBeNull();
      table.next(3);
    }
    expect(run(table).reference).toMatchObject({ weights: reference.weights, biases: reference.biases });
    expect(run(table).referenceLosses.map((loss) => loss.toFixed(4))).toEqual([
      '7.2969',
      '2.6238',
      '1.1781',
      '0.6208',
      '0.3016',
      '0.0859',
      '0.0288',
    ]);
    // Without answers from round 3 on, the network keeps its weights.
    expect(run(table).losses.at(-1)).toBeCloseTo(1.1781, 4);
    table.host({ type: 'end' });
    const learned = (7.296875 - run(table).losses.at(-1)!) / (7.296875 - meanLoss(reference, data));
    expect(table.session.results!.teams[0]!.points).toBeCloseTo(50 * learned, 6);
  });
});

describe('as answered', () => {
  test('an asked weight moves by the mean of the last answers, clipped, or 0 without any; others truly', () => {
    const table = roundThree('answered');
    const before = run(table).network;
    const truth = backward(before, forward(before, run(table).data[0]!.x), run(table).data[0]!.t).gradients;
    const largest = truth.weights.map((matrix, l) =>
      Math.max(...[...matrix.flat(), ...truth.biases[l]!].map(Math.abs)),
    );
    const said = new Map([
      ['p1', ['5', '0.001']],
      ['p2', ['junk']],
      ['p3', ['-9999']],
    ]);
    for (const [player, answers] of said) for (const raw of answers) table.answer(player, 'G', raw);
    table.next(2);
    const went = steps(before, run(table).network);
    const should = steps(before, trueStep(before, run(table).data[0]!));
    const asked = new Map(
      run(table).seats.map(({ player, question }) => [
        `${question!.edge!.layer - 1}/${question!.edge!.from}/${question!.edge!.to}`,
        player!,
      ]),
    );
    const expected = new Map([
      ['p1', 0.001],
      ['p2', 0],
      ['p3', -5 * largest[table.seat('p3').unit.layer - 1]!],
      ['p4', 0],
    ]);
    for (const l of [0, 1]) {
      for (const i of [0, 1]) {
        for (const j of [0, 1]) {
          const player = asked.get(`${l}/${i}/${j}`);
          if (player) expect(went(l, i, j)).toBeCloseTo(-0.5 * expected.get(player)!, 12);
          else expect(went(l, i, j)).toBeCloseTo(should(l, i, j), 12);
        }
      }
    }
    expect(asked.size).toBe(4);
  });
});

describe('steps of the machine', () => {
  test('are true steps, one batch after the other, of every team and its reference run', () => {
    const table = TestTable.started('swap', 4, { samples: 1 });
    table.next(2);
    const { data } = run(table);
    let expected: Network = { ...run(table).network, snap: null };
    const cursor = run(table).cursor;
    for (let step = 0; step < 100; step++)
      expected = trueStep(expected, data[(cursor + step) % data.length]!);
    expect(table.host({ type: 'trainMachine', steps: 100 }).accepted).toBe(true);
    expect(run(table)).toMatchObject({
      network: expected,
      movedBy: [
        { type: 'round', round: 1 },
        { type: 'machine', steps: 100, unrounded: true },
      ],
      cursor: (cursor + 100) % data.length,
    });
    expect(run(table).losses.at(-1)).toBe(meanLoss(expected, data));
  });

  test.each([
    ['swap', 0.02882, ['1.02', '-0.17']],
    ['swap-two-slopes', 1.06162, ['1.00', '0.00']],
  ])('%s: 1,000 of them after six rounds bring the loss to nearly 0', (preset, before, unseen) => {
    const table = TestTable.started(preset, 4, { samples: 1 });
    table.next(6 * 3 - 1);
    expect(run(table).losses.at(-1)).toBeCloseTo(before, 5);
    table.host({ type: 'trainMachine', steps: 1_000 });
    expect(run(table).losses.at(-1)).toBeLessThan(5e-6);
    const said = forward(run(table).network, [0, 1]).outputs.at(-1)!;
    expect(said.map((y) => y.toFixed(2))).toEqual(unseen);
  });

  test('are not rounded, nor is a round after them; only the first ones say so', () => {
    const table = TestTable.started('swap', 4, { weights: 'earned', samples: 1 });
    table.next(11); // Rounds 3 and 4 earn nothing, so that there is a reference run.
    expect(run(table).reference?.snap).toBe(0.1);
    table.host({ type: 'trainMachine', steps: 10 });
    table.host({ type: 'trainMachine', steps: 10 });
    expect(run(table).movedBy.slice(-2)).toEqual([
      { type: 'machine', steps: 10, unrounded: true },
      { type: 'machine', steps: 10 },
    ]);
    const { network, reference, data, cursor } = run(table);
    expect([network.snap, reference!.snap]).toEqual([null, null]);
    table.next();
    for (const { player } of run(table).seats) table.ace(player!);
    table.next(2);
    const after = run(table);
    expect(after.network.weights).toEqual(trueStep(network, data[cursor]!).weights);
    expect(after.network.weights.flat(2).some((w) => Math.abs(w * 10 - Math.round(w * 10)) > 1e-6)).toBe(
      true,
    );
    expect(after.reference!.weights).toEqual(trueStep(reference!, data[cursor]!).weights);
    // A new start begins with the rounded network again.
    table.host({ type: 'end' });
    table.host({ type: 'playAgain' });
    table.host({ type: 'start' });
    expect(run(table).network).toEqual(table.session.initial);
    expect(run(table).network.snap).toBe(0.1);
  });

  test('of a network that is not rounded say nothing about it', () => {
    const table = TestTable.started('mazur', 4);
    table.next(2);
    table.host({ type: 'trainMachine', steps: 10 });
    expect(run(table).movedBy.at(-1)).toEqual({ type: 'machine', steps: 10 });
    expect(table.log.at(-1)).not.toHaveProperty('unrounded');
  });

  test('of an earlier log were rounded, and so are the rounds after them', () => {
    const table = TestTable.started('swap', 4, { samples: 1 });
    table.next(2);
    const { parameters, loss, reference, cursor } = atOnce(machineSteps(run(table), 1));
    const earlier = {
      type: 'machineTrained',
      at: table.at,
      run: 'A',
      steps: 1,
      parameters,
      loss,
      reference,
      cursor,
    } as const;
    expect(evolve(table.session, earlier).runs['A']!.network.snap).toBe(0.1);
  });

  test('are accepted between rounds, 1 to 1,000 at a time, unless they diverge', () => {
    const table = TestTable.started('swap', 4);
    const why = (count: number): string => {
      const said = table.host({ type: 'trainMachine', steps: count });
      return said.accepted ? 'accepted' : said.rejection;
    };
    expect(why(10)).toBe('wrongPhase');
    table.next(2);
    expect([why(0), why(1.5), why(1_001), why(1_000)]).toEqual([
      'wrongSteps',
      'wrongSteps',
      'wrongSteps',
      'accepted',
    ]);
    const { snap: _snap, ...swap } = presetById('swap')!;
    const wild = TestTable.startedOn({ ...swap, learningRate: 1.9 }, 4);
    wild.next(2);
    expect(wild.host({ type: 'trainMachine', steps: 1_000 })).toEqual({
      accepted: false,
      rejection: 'notFinite',
    });
  });
});

test('batch: has as many samples as the rules say, even with fewer players', () => {
  const table = TestTable.started('swap', 2, { samples: 3 });
  expect(run(table).lanes.map(({ sample }) => sample)).toEqual([0, 1, 2]);
  table.next(3);
  expect(run(table).lanes.map(({ sample }) => sample)).toEqual([3, 0, 1]);
  expect(playerView(table.session, 'p1').seat).not.toBeNull();
});
