import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Event } from '@relay/shared/referee/event';
import { readLog, replay, type StoredEvent } from '@relay/shared/referee/versions/readLog';
import type { EarlierEvent } from '@relay/shared/referee/versions/step';
import { FIRST_WITHOUT_TEXT, typedTextIn } from '@relay/shared/referee/versions/typedTexts';
import { VERSION_STEPS } from '@relay/shared/referee/versions/upcast';
import { rightAnswer } from '@relay/shared/testing/answers';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLog } from '../log.ts';
import { Metrics } from '../metrics/Metrics.ts';
import { LiveSession } from '../rooms/LiveSession.ts';
import { type StoredLog, storedLogs } from '../testing/fixtures.ts';
import { temporaryDirectory, TestClock } from '../testing/testServer.ts';
import { outcomeOf } from '../testing/outcome.ts';
import { press } from '../testing/press.ts';
import { JOURNAL_FILE, SqliteJournal } from './SqliteJournal.ts';

/** Stored logs of earlier versions: homework lies in a journal for a month, and servers are updated meanwhile. */

const LOGS = storedLogs().map((log) => [`v${log.version} ${log.name}`, log] as const);

let directory: string;
beforeEach(() => {
  directory = temporaryDirectory();
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const storedIn = ({ rows, version }: StoredLog): StoredEvent[] =>
  rows.map((value, seq) => ({ seq, version, value }));

const host = { role: 'host' } as const;

/** Writes the rows of a log into a new file, as the server of its version would have left it. */
async function fileWith({ version, rows }: StoredLog): Promise<SqliteJournal> {
  await (await SqliteJournal.open(directory)).close();
  const file = new Database(join(directory, JOURNAL_FILE));
  if (version < FIRST_WITHOUT_TEXT) asBeforeTexts(file);
  if (version === 1) asBeforeVersions(file);
  file.prepare("INSERT INTO sessions (id, code, created_at, last_seen) VALUES ('s', '123456', 0, 0)").run();
  const columns = version === 1 ? '' : ', version';
  const add = file.prepare(
    `INSERT INTO events (session, seq, at, type, json${columns}) VALUES ('s', ?, ?, ?, ?${columns && ', ?'})`,
  );
  for (const [seq, json] of rows.entries()) {
    const { at, type } = JSON.parse(json) as Event;
    add.run(seq, at, type, json, ...(version === 1 ? [] : [version]));
  }
  file.close();
  return SqliteJournal.open(directory);
}

/** Reverts the file to the tables of version 3, or of version 1. */
function asBeforeTexts(file: Database.Database): void {
  file.exec('DROP TABLE texts');
  file.prepare("DELETE FROM kysely_migration WHERE name >= '004'").run();
}

function asBeforeVersions(file: Database.Database): void {
  file.exec('ALTER TABLE events DROP COLUMN version');
  file.exec('ALTER TABLE sessions DROP COLUMN erased_at');
  file.prepare("DELETE FROM kysely_migration WHERE name >= '002'").run();
}

/** Bytes of the file, as a text. */
const bytes = (): string => readFileSync(join(directory, JOURNAL_FILE), 'latin1');

/** Texts typed last to each part, in a log of before version 4. */
function typedIn({ rows, version }: StoredLog): ReadonlyMap<string, string> {
  const typed = rows.flatMap((row) => typedTextIn(JSON.parse(row) as EarlierEvent, version) ?? []);
  return new Map(typed.map(({ key, text }) => [key, text]));
}

test('a telephone number in an answer of version 3: is gone from the file with the row of its text', async () => {
  const log = storedLogs().find(({ version, name }) => version === 3 && name === 'asAnswered')!;
  const isNumber = (row: string): boolean => row.includes('"part":"G","raw":');
  const rows = log.rows.map((row) =>
    isNumber(row) ? row.replace(/"raw":"[^"]*"/u, '"raw":"0612345678 Jansen"') : row,
  );
  expect(rows.filter(isNumber).length).toBeGreaterThan(2);
  const named = rows.map((row) => row.replace('"title":"', '"title":"Wilhelmina’s '));
  const journal = await fileWith({ ...log, rows: named });
  const { texts, events } = (await journal.load('s'))!;
  expect([...texts.values()]).toContain('0612345678 Jansen');
  expect(JSON.stringify(events)).not.toMatch(/Jansen|Wilhelmina/u);
  await journal.close();
  expect(bytes()).toContain('Jansen');
  const file = new Database(join(directory, JOURNAL_FILE));
  file.pragma('secure_delete = ON');
  file.exec('DELETE FROM texts');
  file.close();
  expect(bytes()).not.toMatch(/Jansen|Wilhelmina/u);
});

test('stored logs: every version before today’s has some', () => {
  const versions = new Set(LOGS.map(([, { version }]) => version));
  expect([...versions].filter((version) => version <= VERSION_STEPS.length)).toHaveLength(
    VERSION_STEPS.length,
  );
});

test.each(LOGS)('%s: folds to its stored outcome', (_, log) => {
  expect(outcomeOf(replay('s', readLog('s', storedIn(log)))!)).toEqual(log.outcome);
});

/** Logs that stop in mid-round, while a player has a question and time to answer. */
const IN_MID_ROUND = ['playedAgain', 'relay', 'lesson', 'lessonInExitTicket', 'asAnswered', 'finishing'];

/** Open questions of all players, with the true values. */
function openQuestions({ session }: LiveSession) {
  const finishing = Object.values(session.runs).flatMap((run) => Object.values(run.finishing));
  return [...Object.values(session.runs), ...finishing.map(({ run }) => run)].flatMap((run) =>
    run.seats.flatMap(({ player, question, truth, forward }) => {
      const asked = run.phase.name === 'forward' ? forward : question && truth && { question, truth };
      if (player === null || !asked) return [];
      const at = { run: run.id, round: run.round };
      return asked.question.parts.map((part) => {
        return { player, command: { ...at, part, raw: rightAnswer(asked.truth, part) } };
      });
    }),
  );
}

/** Continues a session by every command that it accepts; returns the accepted ones. */
async function goOn(live: LiveSession): Promise<string[]> {
  const taken: string[] = [];
  const note = (what: string, { accepted }: { readonly accepted: boolean }): void => {
    if (accepted) taken.push(what);
  };
  if (live.session.pausedAt !== null) note('resume', await live.submit({ type: 'resume' }, host));
  for (const [i, { player, command }] of openQuestions(live).entries()) {
    const answer = { type: 'submitAnswer', answerId: `after-reopening-${i}`, ...command } as const;
    note('submitAnswer', await live.submit(answer, { role: 'player', player }));
  }
  for (const run of Object.values(live.session.runs)) {
    if (run.kind === 'team') continue;
    note('goOn', await live.submit({ type: 'goOn', run: run.id }, { role: 'player', player: run.owner }));
  }
  note('joinPlayer', { accepted: 'name' in (await live.join('new', 'New', 'hash')) });
  for (const type of ['start', 'next', 'next', 'next', 'end', 'continueLesson', 'playAgain'] as const) {
    note(type, await press(live, type === 'continueLesson' ? { type, changes: {} } : { type }));
  }
  return taken;
}

test.each(LOGS)('%s: a server reopens it from its file and continues it', async (_, log) => {
  const journal = await fileWith(log);
  const clock = new TestClock();
  clock.at = (JSON.parse(log.rows.at(-1)!) as Event).at + 5_000;
  const silent = openLog({ DATA_DIR: directory, LOG_LEVEL: 'silent' });
  const desk = { journal, clock, log: silent, metrics: new Metrics() };
  const stored = (await journal.load('s'))!;
  // Typed text has left the events.
  if (log.version < FIRST_WITHOUT_TEXT) expect(stored.texts).toEqual(typedIn(log));
  expect(outcomeOf(replay('s', stored.events)!)).toEqual(log.outcome);
  const live = await LiveSession.reopen(desk, stored);
  const wasEnded = live.ended;
  const taken = await goOn(live);
  if (wasEnded) expect(taken.some((what) => what === 'continueLesson' || what === 'playAgain')).toBe(true);
  else expect(taken).toContain('end');
  if (log.name === 'homework') expect(taken).toContain('goOn');
  if (IN_MID_ROUND.includes(log.name)) expect(taken).toContain('submitAnswer');
  // The file now holds events of two versions and is read as one log.
  const again = (await journal.load('s'))!;
  expect(again.events.length).toBeGreaterThan(stored.events.length);
  expect(replay('s', again.events)).toEqual(live.session);
  await journal.close();
});
