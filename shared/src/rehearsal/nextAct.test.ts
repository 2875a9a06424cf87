/** @module-tag slow */
import { describe, expect, test } from 'vitest';
import { readNickname } from '../nickname.ts';
import { settingsFor } from '../lesson/settings.ts';
import { PRESETS } from '../network/presets.ts';
import { askedOf, wasRight } from '../referee/round/progress.ts';
import type { Settings } from '../referee/session/settings.ts';
import type { Session } from '../referee/session/state.ts';
import { pairs } from '../testing/effort.ts';
import { botsAt, rehearse } from '../testing/rehearse.ts';
import { TestTable } from '../testing/table.ts';
import { Agenda } from './agenda.ts';
import { LANGUAGES } from '../strings/languages.ts';
import { MAX_BOTS, botName, skillOf } from './bot.ts';

type Said = ReturnType<typeof rehearse>;

/** Answers of the bots, by player and part, with the referee's outcome. */
function tries(said: Said): Map<string, { raw: string; outcome: string }[]> {
  const all = new Map<string, { raw: string; outcome: string }[]>();
  for (const { command, decision } of said) {
    if (command.type !== 'submitAnswer') continue;
    const [player] = command.answerId.split('/');
    // The id tells which extra question the answer is for.
    const key = `${player}/${command.part === 'extra' ? command.answerId.replace(/\/\d+$/u, '') : command.part}`;
    const outcome = decision.accepted ? decision.verdict!.outcome : decision.rejection;
    all.set(key, [...(all.get(key) ?? []), { raw: command.raw, outcome }]);
  }
  return all;
}

const areAllHome = ({ runs }: Session): boolean =>
  Object.values(runs).every(
    (run) =>
      run.seats.every((seat) => !askedOf(run, seat) || wasRight(run, seat)) &&
      run.lanes.every(({ turn }) => !turn),
  );

function playRound(preset: string, settings: Partial<Settings>, skill: number, seed = 1) {
  const table = TestTable.started(preset, 4, { ...LONG, ...settings }, seed);
  return { table, said: rehearse(table, botsAt(table, skill), areAllHome) };
}
/** Times so long that no deadline passes. */
const LONG = { forwardMs: 300_000, outputMs: 300_000, hiddenMs: 300_000, samples: 1 } as const;
const WAYS: readonly Partial<Settings>[] = [
  {},
  { style: 'relay' },
  { asksFor: 'forward' },
  { asks: 'blank' },
];

const PRESET_IDS = PRESETS.map(({ id }) => id);
describe.each(pairs(PRESET_IDS, WAYS))('%s, %j', (preset, way) => {
  test('bot of skill 1: everything right at once, and no command is rejected', () => {
    const { said } = playRound(preset, way, 1);
    expect(said.filter(({ decision }) => !decision.accepted)).toEqual([]);
    const outcomes = [...tries(said).values()].flat().map(({ outcome }) => outcome);
    expect(new Set(outcomes)).toEqual(new Set(['correct']));
  });

  test('bot of skill 0: wrong, wrong, right, and no answer twice', () => {
    const { said } = playRound(preset, way, 0, 3);
    expect(said.filter(({ decision }) => !decision.accepted)).toEqual([]);
    const parts = [...tries(said)].filter(([key]) => !key.includes('extra')).map(([, all]) => all);
    expect(parts.flat().map(({ outcome }) => outcome)).toContain('wrong');
    for (const all of parts) {
      expect(all.map(({ outcome }) => outcome === 'correct')).toEqual(
        all.map((_, i) => i === all.length - 1),
      );
      expect(new Set(all.map(({ raw }) => raw)).size).toBe(all.length);
    }
  });
});

test('bots at human speed: the first answer after 8 to 25 s, at least 2 s between two actions', () => {
  for (const seed of [1, 2, 3, 4, 5, 6]) {
    const table = TestTable.started('swap', 4, LONG, seed);
    const since = table.at;
    const last = new Map<string, number>();
    for (const { command, at } of rehearse(table, botsAt(table, 0.5), areAllHome)) {
      if (command.type !== 'submitAnswer') continue;
      const player = command.answerId.split('/')[0]!;
      const before = last.get(player);
      if (before === undefined) expect(at - since).toBeGreaterThanOrEqual(8_000);
      if (before === undefined) expect(at - since).toBeLessThanOrEqual(26_000);
      else expect(at - before).toBeGreaterThanOrEqual(2_000);
      last.set(player, at);
    }
    expect(last.size).toBe(4);
  }
});

test('bots whose δ is under way: prepare, bet, take further ◆ and answer those', () => {
  const table = TestTable.started('swap', 32, settingsFor('tenMinutes'));
  const said = rehearse(table, botsAt(table), ({ runs }) => runs['A']!.phase.name === 'reveal');
  const events = table.log.map((event) => (event.type === 'answerGraded' ? event.part : event.type));
  for (const kind of ['own', 'places', 'S', 'delta', 'G', 'extra', 'betPlaced', 'extraQuestionAsked']) {
    expect(events).toContain(kind);
  }
  const bets = table.log.filter(({ type }) => type === 'betPlaced').length;
  expect(bets).toBeGreaterThan(3);
  expect(bets).toBeLessThan(16);
  expect(said.filter(({ decision }) => !decision.accepted)).toEqual([]);
});

test('bots in homework: each goes on at its own pace, to the end of its own run', () => {
  const table = TestTable.started('swap', 3, settingsFor('homework'));
  rehearse(
    table,
    botsAt(table),
    ({ runs }) => Object.values(runs).every(({ phase }) => phase.name === 'ended'),
    3_600_000,
  );
  const ends = table.log.filter(({ type }) => type === 'runEnded').map(({ at }) => at);
  expect(new Set(ends).size).toBe(3);
  expect(Object.values(table.session.runs).map(({ round }) => round)).toEqual([6, 6, 6]);
});

test('bot with more time: finishes its question before its seat in the next round', () => {
  const table = TestTable.started('swap', 4, { outputMs: 30_000, hiddenMs: 30_000 });
  table.host({ type: 'giveTime', player: 'p1', factor: 10 });
  table.next();
  expect(table.session.runs['A']!.finishing['p1']).toBeDefined();
  rehearse(table, botsAt(table), () =>
    table.log.some((event) => event.type === 'answerGraded' && event.part === 'G'),
  );
});

test('bots: the same seed plays the same lesson; a pause stops them, and time goes on after it', () => {
  const play = (seed: number, pausedMs: number) => {
    const table = TestTable.started('swap', 4, LONG, seed);
    const bots = botsAt(table);
    const agenda = new Agenda();
    const begun = table.at;
    rehearse(table, bots, () => table.at >= begun + 6_000, undefined, agenda);
    table.host({ type: 'pause' });
    const quiet = rehearse(table, bots, () => table.at >= begun + 6_000 + pausedMs, undefined, agenda);
    expect(quiet).toEqual([]);
    table.host({ type: 'resume' });
    return rehearse(table, bots, areAllHome, undefined, agenda).map(({ at, command }) => ({
      at: at - begun - pausedMs,
      command,
    }));
  };
  expect(play(1, 0)).toEqual(play(1, 0));
  expect(play(1, 60_000)).toEqual(play(1, 0));
  expect(play(2, 0)).not.toEqual(play(1, 0));
});

test('four bots differ in skill as a class does', () => {
  for (let seed = 0; seed < 50; seed++) {
    const skills = [0, 1, 2, 3].map((index) => skillOf(seed, index));
    expect(Math.max(...skills) - Math.min(...skills)).toBeGreaterThan(0.25);
    for (const skill of skills) {
      expect(skill).toBeGreaterThan(0.4);
      expect(skill).toBeLessThan(1);
    }
  }
});

test.each(LANGUAGES)('bot names: all different and valid for a player, %s', (language) => {
  const names = Array.from({ length: MAX_BOTS }, (_, index) => botName(index, language));
  expect(new Set(names).size).toBe(MAX_BOTS);
  for (const name of names) expect(readNickname(name)).toEqual({ ok: true, name });
});
