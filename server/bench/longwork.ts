/**
 * Benchmark of commands that ask for much, decided at once and in turns: `npm run bench -- longwork`.
 *
 * Shows for how long the event loop stands still: at once, as it was before, and in turns, as the server does it.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { decideInSlices } from '@relay/shared/referee/decide';
import type { Press } from '@relay/shared/referee/press';
import type { Settings } from '@relay/shared/referee/session/settings';
import { atOnce } from '@relay/shared/slices';
import { largeNetwork } from '@relay/shared/testing/largeNetwork';
import { TestTable } from '@relay/shared/testing/table';
import { slices } from '../src/rooms/Slices.ts';

const TWELVES = [12, 12, 12, 12, 12, 12, 12];
const APART = { teams: 40, teamSamples: 'different' } as const;

interface Case {
  readonly name: string;
  readonly layers: readonly number[];
  readonly samples: number;
  readonly players: number;
  readonly settings: Partial<Settings>;
  readonly command: Press;
}

const train = { type: 'trainMachine', steps: 1_000 } as const;
const start = { type: 'start' } as const;
const CASES: readonly Case[] = [
  {
    name: '1,000 machine steps, 40 different teams, twelves',
    layers: TWELVES,
    samples: 40,
    players: 40,
    settings: APART,
    command: train,
  },
  {
    name: '1,000 machine steps, 40 equal teams, twelves',
    layers: TWELVES,
    samples: 40,
    players: 40,
    settings: { teams: 40, teamSamples: 'same', weights: 'true' },
    command: train,
  },
  {
    name: 'whole forward questions, 2-8-8-8-8-8-1, 40 teams',
    layers: [2, 8, 8, 8, 8, 8, 1],
    samples: 40,
    players: 40,
    settings: { ...APART, asks: 'wholeForward' },
    command: start,
  },
  {
    name: 'whole forward questions, twelves, 480 players',
    layers: TWELVES,
    samples: 40,
    players: 480,
    settings: { ...APART, asks: 'wholeForward' },
    command: start,
  },
  {
    name: 'a round for 1,000 players, twelves, 1,000 samples',
    layers: TWELVES,
    samples: 1_000,
    players: 1_000,
    settings: APART,
    command: start,
  },
];

/** A class that is about to be given the command. Another learning rate: nothing is remembered of an earlier one. */
function before({ layers, samples, players, settings, command }: Case, rate: number): TestTable {
  const table = TestTable.openOn(largeNetwork(layers, samples, rate), settings);
  for (let i = 0; i < players; i++) table.room({ type: 'joinPlayer', player: `p${i}` });
  if (command === start) return table;
  table.host(start);
  table.next(2);
  return table;
}

const work = (table: TestTable, command: Press) =>
  decideInSlices(table.session, table.stamped(command, { role: 'host' }));

for (const [i, one] of CASES.entries()) {
  const whole = before(one, 0.5 + i / 1_000);
  const begun = performance.now();
  const { accepted } = atOnce(work(whole, one.command));
  const held = performance.now() - begun;
  const table = before(one, 0.7 + i / 1_000);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  await new Promise((done) => setTimeout(done, 50));
  delay.enable();
  const from = performance.now();
  await slices.do(() => work(table, one.command));
  const took = performance.now() - from;
  delay.disable();
  const [most, usual] = [delay.max / 1e6, delay.percentile(99) / 1e6];
  console.log(
    `${one.name}${accepted ? '' : ' (refused)'}: at once holds the loop ${held.toFixed(0)} ms; ` +
      `in turns ${took.toFixed(0)} ms in all, longest turn ${most.toFixed(0)} ms, 99 % ≤ ${usual.toFixed(0)} ms`,
  );
}
