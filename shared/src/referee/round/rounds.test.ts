import { describe, expect, test } from 'vitest';
import { presetById } from '../../network/presets.ts';
import { DEFAULT_SETTINGS } from '../../lesson/settings.ts';
import { TestTable } from '../../testing/table.ts';

const losses = (table: TestTable): string[] => table.session.runs['A']!.losses.map((loss) => loss.toFixed(4));

describe('rounds', () => {
  test('three rounds of Mazur: the published losses, whatever the answers', () => {
    const table = TestTable.started('mazur', 4);
    for (let round = 1; round <= 3; round++) {
      expect(table.session.runs['A']).toMatchObject({ round, phase: { name: 'backward' } });
      table.answer('p1', 'G', '12345');
      table.next(3);
    }
    expect(losses(table)).toEqual(['0.2984', '0.2910', '0.2835', '0.2759']);
  });

  test('six rounds of Swap, one sample a round', () => {
    const table = TestTable.started('swap', 4);
    table.next(18);
    expect(losses(table)).toEqual(['7.2969', '2.6238', '1.1781', '0.6208', '0.3016', '0.0859', '0.0288']);
  });

  test('next: backward → reveal → update → next round; rejected before the start and while paused', () => {
    const table = TestTable.open();
    expect(table.host({ type: 'next' })).toEqual({ accepted: false, rejection: 'wrongPhase' });
    expect(table.host({ type: 'start' })).toEqual({ accepted: false, rejection: 'noPlayers' });
    table.room({ type: 'joinPlayer', player: 'p1' });
    table.host({ type: 'start' });
    const phases = [0, 1, 2, 3].map(() => {
      const { name } = table.session.runs['A']!.phase;
      table.next();
      return name;
    });
    expect(phases).toEqual(['backward', 'reveal', 'update', 'backward']);
    table.host({ type: 'pause' });
    expect(table.host({ type: 'next' })).toEqual({ accepted: false, rejection: 'paused' });
    table.host({ type: 'resume' });
    table.host({ type: 'end' });
    expect(table.session.status).toBe('ended');
    expect(table.host({ type: 'next' })).toEqual({ accepted: false, rejection: 'sessionEnded' });
    expect(table.answer('p1', 'G', '1')).toEqual({ accepted: false, rejection: 'sessionEnded' });
  });

  test('a batch of two lanes moves the weights by the mean of its two samples', () => {
    const [one, two] = [TestTable.started('swap', 4), TestTable.started('swap', 5)];
    expect(two.session.runs['A']!.lanes.map((lane) => lane.sample)).toEqual([0, 1]);
    two.next(3);
    expect(two.session.runs['A']!.lanes.map((lane) => lane.sample)).toEqual([2, 3]);
    one.next(2);
    expect(one.session.runs['A']!.losses[1]).not.toBe(two.session.runs['A']!.losses[1]);
  });
});

test('divergence: start and next reject further training, and the session stays as it is', () => {
  const swap = presetById('swap')!;
  const wild = (learningRate: number, factor: number) => ({
    ...swap,
    learningRate,
    weights: swap.weights.map((matrix) => matrix.map((row) => row.map((w) => w * factor))),
  });
  const open = (file: ReturnType<typeof wild>): TestTable => {
    const table = new TestTable();
    table.room({ type: 'createSession', id: 's', seed: 1, file, settings: DEFAULT_SETTINGS });
    table.room({ type: 'joinPlayer', player: 'p1' });
    return table;
  };
  const broken = open(wild(0.1, 1e200));
  expect(broken.host({ type: 'start' })).toEqual({ accepted: false, rejection: 'notFinite' });
  const exploding = open(wild(1e200, 1));
  exploding.host({ type: 'start' });
  exploding.next();
  const log = exploding.log.length;
  expect(exploding.host({ type: 'next' })).toEqual({ accepted: false, rejection: 'notFinite' });
  expect(exploding.log.length).toBe(log);
  expect(exploding.host({ type: 'end' }).accepted).toBe(true);
});

test('divergence: with pacing auto the session ends with its present results', () => {
  const swap = presetById('swap')!;
  const settings = { pacing: 'auto', outputMs: 1_000, hiddenMs: 1_000, revealMs: 1_000 } as const;
  const table = TestTable.startedOn({ ...swap, learningRate: 1e200 }, 2, settings);
  for (let i = 0; i < 3; i++) {
    table.at += 1_000;
    table.room({ type: 'tick' });
  }
  expect(table.session).toMatchObject({ status: 'ended', results: { teams: [{ run: 'A' }] } });
});
