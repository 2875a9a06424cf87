/** @module-tag slow */
import { expect, test } from 'vitest';
import type { Command } from '../referee/command.ts';
import type { Press } from '../referee/press.ts';
import { fold } from '../referee/evolve.ts';
import type { Settings } from '../referee/session/settings.ts';
import { brokenCatchUp, caughtUp, playedIn } from '../simulation/catchUp.ts';
import { pairs } from '../testing/effort.ts';
import { botsAt, rehearse, rehearseLesson } from '../testing/rehearse.ts';
import { TestTable } from '../testing/table.ts';
import { catchUpOf } from './catchUp.ts';
import { networkOf } from '../network/networkFile.ts';
import { settingsFor } from './settings.ts';

/** A class of bots of different skill: some are often wrong. */
function played(preset: string, settings: Settings, people = 5, seed = 7): TestTable {
  const table = TestTable.started(preset, people, settings, seed);
  if (settings.pacing === 'host') rehearseLesson(table, botsAt(table));
  else rehearse(table, botsAt(table), ({ status }) => status === 'ended', 3_600_000);
  return table;
}

/** Events of a class and of the catch-up session made from them, round by round; the oracle finds no broken rule. */
function caught(table: TestTable) {
  const { log } = table;
  expect(brokenCatchUp(log)).toEqual([]);
  const own = caughtUp(log)!;
  return { own, opened: own.filter((event) => event.type === 'roundOpened'), teams: playedIn(log) };
}

const KINDS = {
  lesson: settingsFor('lesson'),
  tenMinutes: settingsFor('tenMinutes'),
  answered: settingsFor('hosted', { weights: 'answered', rounds: 5 }),
  forward: settingsFor('hosted', { asksFor: 'both', samples: 2, rounds: 4 }),
  debug: settingsFor('hosted', { asks: 'debug', parameterKinds: 'both', order: 'turns', rounds: 4 }),
} as const;

/** Networks with one hidden layer and with several, with softmax, and with dead units. */
const NETWORKS = ['swap', 'article', 'deep', 'softmax', 'dead-relu'];
test.each(pairs(NETWORKS, Object.keys(KINDS)))(
  'catch-up %s, %s: asks every question of the class, with its numbers, round by round',
  (preset, kind) => {
    const { opened, teams } = caught(played(preset, KINDS[kind as keyof typeof KINDS]));
    expect(opened.length).toBe(Math.max(...teams.map(({ length }) => length)));
    expect(opened.length).toBeGreaterThan(3);
  },
);

const EARNED = settingsFor('hosted', { weights: 'earned', teams: 2 });

function earnedClass(...between: readonly (readonly Press<Command>[])[]): TestTable {
  const table = TestTable.started('swap', 6, EARNED, 3);
  between.forEach((commands) => {
    table.ace('p1');
    table.ace('p2');
    for (let i = 0; i < 2; i++) table.next();
    for (const command of commands) expect(table.host(command)).toMatchObject({ accepted: true });
    table.next();
  });
  return table;
}

test('catch-up: earned weights end where the class’s ended, and the loss of the true step is shown', () => {
  const table = earnedClass([], [], [], []);
  const { own } = caught(table);
  const updates = own.filter((event) => event.type === 'weightsUpdated');
  const differs = updates.map(
    ({ parameters, target }) => JSON.stringify(parameters) !== JSON.stringify(target),
  );
  expect(differs).toEqual([false, false, true, true]);
  const of = table.log.filter((event) => event.type === 'weightsUpdated' && event.run === 'A');
  expect(updates.map(({ loss, reference }) => ({ loss, reference }))).toEqual(
    of.map((event) => ({
      loss: 'loss' in event && event.loss,
      reference: 'reference' in event && event.reference,
    })),
  );
});

test('catch-up: machine steps between rounds are taken between the same rounds, and can be looked at', () => {
  const ten = { type: 'trainMachine', steps: 10 } as const;
  const { own } = caught(earnedClass([ten, ten], [], [ten]));
  const steps = own.flatMap((event) =>
    event.type === 'machineTrained' ? event.steps : event.type === 'roundOpened' ? 'round' : [],
  );
  expect(steps).toEqual(['round', 20, 'round', 'round']);
  // They end the rounding of the weights, as they did in the class.
  const trained = own.filter((event) => event.type === 'machineTrained');
  expect(trained.map(({ unrounded }) => unrounded)).toEqual([true]);
});

test('catch-up: skipped and open rounds are left out; a round without an update trains nothing', () => {
  const table = earnedClass([], []);
  table.host({ type: 'skip' });
  table.next();
  expect(caught(table).opened).toHaveLength(2);
  expect(table.session.runs['A']).toMatchObject({ round: 4, phase: { name: 'backward' } });
  table.next();
  const { own, opened } = caught(table);
  expect(opened.map(({ rules }) => rules.trains)).toEqual([true, true, false]);
  expect(own.filter(({ type }) => type === 'weightsUpdated')).toHaveLength(2);
});

test('catch-up: follows rules that changed between rounds, and a class that went on or restarted', () => {
  const changes = { asks: 'valve', seat: 'output', samples: 1 } as const;
  const table = earnedClass([], [{ type: 'changeRules', changes }], []);
  const kinds = caught(table).opened.map(({ rules }) => rules.asks);
  expect(kinds).toEqual(['contribution', 'contribution', 'valve']);
  table.host({ type: 'end' });
  table.host({ type: 'continueLesson', changes: { asks: 'nudge' } });
  table.next(2);
  expect(caught(table).opened.map(({ rules }) => rules.asks)).toEqual([...kinds, 'nudge']);
  table.host({ type: 'end' });
  // The round that was opened last is not revealed yet.
  table.host({ type: 'playAgain' });
  table.host({ type: 'start' });
  expect(caught(table).opened).toHaveLength(4);
  table.next();
  expect(caught(table).opened).toHaveLength(1);
});

test('catch-up: a round that the machine played without the class becomes a machine step', () => {
  const table = TestTable.started('swap', 2, settingsFor('hosted'), 5);
  table.next(2);
  for (const player of ['p1', 'p2']) table.room({ type: 'playerLeft', player });
  table.at += 100_000;
  table.next(6);
  table.room({ type: 'playerReturned', player: 'p1' });
  table.next(3);
  const { own } = caught(table);
  const what = own.flatMap((event) =>
    event.type === 'machineTrained' ? event.steps : event.type === 'roundOpened' ? 'round' : [],
  );
  expect(what).toEqual(['round', 2, 'round']);
  expect(own.filter((event) => event.type === 'machineTrained' && event.unrounded)).toEqual([]);
});

test('catch-up: one player takes the seats of the class, at one unit after the other', () => {
  const { opened } = caught(played('swap', settingsFor('hosted', { rounds: 4 }), 4));
  const units = opened.map(({ seats }) => seats.find(({ player }) => player !== null)!.unit);
  expect(new Set(units.map(({ layer, index }) => `${layer}/${index}`)).size).toBe(4);
});

test('catch-up: the team that was asked in the most rounds is followed', () => {
  const table = TestTable.started('swap', 4, settingsFor('hosted', { teams: 2, weights: 'earned' }), 3);
  table.next(2);
  // The first team has no players left.
  for (const player of ['p1', 'p3']) table.host({ type: 'removePlayer', player, banned: false });
  table.next(7);
  const { teams, opened } = caught(table);
  expect(teams.map(({ length }) => length)).toEqual([1, 3]);
  expect(opened).toHaveLength(3);
});

test('catch-up: not offered before a reveal, nor for homework', () => {
  const table = TestTable.started('swap', 2);
  expect(catchUpOf(table.log)).toBeUndefined();
  table.next();
  expect(catchUpOf(table.log)?.catchUpRounds).toHaveLength(1);
  const alone = TestTable.started('swap', 1, settingsFor('homework'));
  alone.player('p1', { type: 'goOn', run: '1' });
  expect(catchUpOf(alone.log)).toBeUndefined();
});

test('catch-up: the host may change the due time only; it starts on the network of the class', () => {
  const { log } = earnedClass([], []);
  const { file, settings, catchUpRounds } = catchUpOf(log)!;
  const table = new TestTable();
  table.room({ type: 'createSession', id: 'c', seed: 4, file, settings, catchUpRounds });
  expect(table.session.initial).toEqual(networkOf(file));
  const change = (changes: Extract<Command, { type: 'changeRules' }>['changes']) =>
    table.host({ type: 'changeRules', changes });
  for (const changes of [{ asks: 'valve' }, { rounds: 12 }, { trains: false }] as const)
    expect(change(changes)).toMatchObject({ accepted: false, rejection: 'wrongPhase' });
  expect(change({ dueAt: 5_000_000, helpAdapts: false })).toMatchObject({ accepted: true });
  expect(fold(JSON.parse(JSON.stringify(table.log)))).toEqual(table.session);
});

test('catch-up: the number of rounds is bounded, however long the class went on', () => {
  const table = TestTable.started('swap', 1, settingsFor('hosted'));
  for (let i = 0; i < 110; i++) table.next(3);
  expect(catchUpOf(table.log)!.catchUpRounds).toHaveLength(100);
  expect(caught(table).opened).toHaveLength(100);
});
