import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { presetById } from '../../network/presets.ts';
import { TestTable } from '../../testing/table.ts';
import type { Command } from '../command.ts';
import type { Press } from '../press.ts';
import type { Decision } from '../decision.ts';
import { momentOf } from './moment.ts';
import { REJECTIONS, type Rejection } from '../rejection.ts';

/** One example for every rejection that the referee gives. */

const codeOf = (decision: Decision): string => (decision.accepted ? 'accepted' : decision.rejection);

const started = (settings: object = {}, players = 2): TestTable =>
  TestTable.started('mazur', players, settings);
const host = (command: Press<Command>, settings: object = {}): Decision => started(settings).host(command);

/** Mazur with weights so large that the network diverges. */
const exploding = (): TestTable => {
  const file = presetById('mazur')!;
  const weights = file.weights.with(0, [
    [1e200, 1e200],
    [1e200, 1e200],
  ]);
  const layers = file.layers.map(({ units }) => ({ units, activation: 'identity' as const }));
  return TestTable.openOn({ ...file, layers: [{ units: 2 }, ...layers.slice(1)], weights });
};

const WAYS: Partial<Record<Rejection, () => Decision>> = {
  wrongPhase: () => TestTable.open().host({ type: 'next' }),
  momentPassed: () => {
    const table = started();
    const moment = momentOf(table.session);
    table.next();
    return table.host({ type: 'next', moment });
  },
  tooLate: () => {
    const table = started();
    table.at += 1_000_000;
    return table.answer('p1', 'G', '1');
  },
  notYet: () => started({ style: 'relay' }).answer('p1', 'G', '1'),
  paused: () => {
    const table = started();
    table.host({ type: 'pause' });
    return table.host({ type: 'next' });
  },
  noQuestion: () => {
    const table = started();
    table.room({ type: 'joinPlayer', player: 'late' });
    return table.answer('late', 'G', '1');
  },
  unknownRun: () => started().player('p1', { type: 'goOn', run: 'A' }),
  partNotAsked: () => started().answer('p1', 'e:y1', '1'),
  partDone: () => {
    const table = started();
    table.ace('p1');
    return table.answer('p1', 'G', '1');
  },
  noTriesLeft: () => {
    const table = started();
    for (let i = 0; i < 5; i++) table.answer('p1', 'G', `${12345 + i}`);
    return table.answer('p1', 'G', '1');
  },
  tooManyAnswers: () => {
    const table = started();
    for (let i = 0; i < 60; i++) table.answer('p1', 'G', `er${i}`);
    return table.answer('p1', 'G', 'er');
  },
  answerTooLong: () => started().answer('p1', 'G', '1'.repeat(1_001)),
  noPlayers: () => TestTable.open().host({ type: 'start' }),
  notFinite: () => {
    const table = exploding();
    table.room({ type: 'joinPlayer', player: 'p1' });
    return table.host({ type: 'start' });
  },
  nothingToAsk: () => host({ type: 'changeRules', changes: { parameterKinds: 'biases' } }),
  noHint: () =>
    started({ asks: 'valve' }).player('p1', { type: 'takeHint', run: 'A', round: 1, part: 'f:h1' }),
  noMistake: () => {
    const table = started();
    table.next();
    return table.host({ type: 'openVote' });
  },
  wrongInputs: () => {
    const table = started();
    table.next();
    return table.host({ type: 'openTrial', x: [1] });
  },
  wrongSteps: () => {
    const table = started();
    table.next(2);
    return table.host({ type: 'trainMachine', steps: 0 });
  },
  unknownUnit: () => host({ type: 'movePlayer', player: 'p1', run: 'A', unit: 'h9' }),
  notAllowed: () => started().player('p1', { type: 'end' }),
  sessionEnded: () => {
    const table = started();
    table.host({ type: 'end' });
    return table.host({ type: 'next' });
  },
  sessionFull: () => {
    const table = started({}, 8);
    return table.room({ type: 'joinPlayer', player: 'late' });
  },
  sessionLocked: () => {
    const table = started();
    table.host({ type: 'lock', locked: true });
    return table.room({ type: 'joinPlayer', player: 'late' });
  },
  unknownPlayer: () => host({ type: 'giveTime', player: 'nobody', factor: 2 }),
  malformed: () => host({ type: 'giveTime', player: 'p1', factor: 3 as 2 }),
};

test.each(Object.keys(WAYS) as Rejection[])('%s', (code) => {
  expect(codeOf(WAYS[code]!())).toBe(code);
});

test('rejections: every one in the sources of the referee has an example here', () => {
  const referee = join(import.meta.dirname, '..');
  const sources = readdirSync(referee, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && path !== 'rejection.ts')
    .map((path) => readFileSync(join(referee, path), 'utf8'));
  const isGiven = (text: string, code: Rejection): boolean =>
    ['reject(', 'return ', '? '].some((before) => text.includes(`${before}'${code}'`));
  // `removed` and `banned` are states of a player and answers to joining, not to commands.
  const given = REJECTIONS.filter((code) => code !== 'banned' && code !== 'removed').filter((code) =>
    sources.some((text) => isGiven(text, code)),
  );
  expect([...given].sort()).toEqual(Object.keys(WAYS).sort());
});
