/** @module-tag slow */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { EVENT_VERSION } from '@relay/shared/referee/versions/upcast';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { PROJECT_ROOT } from '../config.ts';
import { lockDataDirectory } from '../journal/dataDirectory.ts';
import { JOURNAL_FILE, SqliteJournal } from '../journal/SqliteJournal.ts';
import {
  contentsOf,
  copyJournalFiles,
  inJournal,
  type JournalCopies,
  makeJournalCopies,
  overwritePages,
} from '../testing/journalCopies.ts';
import { temporaryDirectory } from '../testing/testServer.ts';

/** `journal check` and `journal salvage` as commands: what they say, their exit codes, and that they change nothing. */

let directory: string;
let copies: JournalCopies;
/** A data directory of a test, with a copy of the journal. */
let data: string;
let path: string;
beforeAll(async () => {
  directory = temporaryDirectory();
  copies = await makeJournalCopies(directory);
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));
beforeEach(() => {
  data = join(directory, 'served');
  path = join(data, JOURNAL_FILE);
  rmSync(data, { recursive: true, force: true });
  rmSync(join(directory, 'saved.sqlite'), { force: true });
  mkdirSync(data);
  copyJournalFiles(copies.tidy, path);
});

interface Said {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

function journalCommand(...args: readonly string[]): Said {
  return commandWith({}, 'journal', ...args);
}

function commandWith(settings: Record<string, string>, ...args: readonly string[]): Said {
  const file = join(PROJECT_ROOT, 'server', 'src', 'backup.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], {
    cwd: directory,
    env: { PATH: process.env['PATH'] ?? '', DATA_DIR: data, ...settings },
    encoding: 'utf8',
  });
  return { code: status, out: stdout, error: stderr };
}

test('check: says of a whole journal what is in it, and changes nothing', () => {
  const before = contentsOf(data);
  const { code, out, error } = journalCommand('check');
  expect({ code, error }).toEqual({ code: 0, error: '' });
  expect(out).toContain('The file is whole: every page can be read.');
  const relay = copies.originals.find(({ id }) => id === 'relay')!;
  expect(out).toContain(`Session ${relay.code} (relay): whole; ${relay.events.length} events, `);
  const count = copies.originals.length;
  expect(out).toMatch(
    new RegExp(`In all: ${count} sessions, of which ${count} whole; [\\d,]+ events\\.`, 'u'),
  );
  expect(contentsOf(data)).toEqual(before);
  // The same by the name of the file, and with the log of commits of a killed server.
  copyJournalFiles(copies.left, join(directory, 'other.sqlite'));
  expect(journalCommand('check', 'other.sqlite')).toMatchObject({ code: 0, error: '' });
});

test('check: reads the log of commits, and leaves no file where there was none', () => {
  copyJournalFiles(copies.left, path);
  rmSync(`${path}-shm`);
  const before = contentsOf(data);
  const { code, out } = journalCommand('check', data);
  expect(code).toBe(0);
  expect(out).toContain(`of which ${copies.originals.length} whole`);
  expect(contentsOf(data)).toEqual(before);
});

test('check: while a server uses the journal, what it has stored is there', async () => {
  const journal = await SqliteJournal.open(data);
  const opens = { code: '999999', at: 1 };
  await journal.append({ session: 'new', seq: 0, events: [], opens });
  const { code, out } = journalCommand('check');
  await journal.close();
  expect(code).toBe(1);
  expect(out).toContain('Session 999999 (new): cannot be opened: it has no events.');
});

test.each([
  [
    'DELETE FROM events WHERE session = ? AND seq = 40',
    'cannot be opened: its event 40 is missing. 40 of its',
  ],
  [
    `UPDATE events SET version = ${EVENT_VERSION + 1} WHERE session = ? AND seq = 7`,
    'its event 7 was written by a newer version',
  ],
  [
    `UPDATE events SET json = '{"type":"moonRisen","at":1}' WHERE session = ? AND seq = 7`,
    'is of the unknown type "moonRisen"',
  ],
  [
    "DELETE FROM people WHERE session = ? AND player = 'p1'",
    'can be opened, but the names of 1 players are missing',
  ],
  ["UPDATE texts SET json = 'no' WHERE session = ?", 'of its texts are damaged'],
])('check: names a session that is not whole (%s)', (sql, sentence) => {
  inJournal(path, sql, 'relay');
  const { code, out } = journalCommand('check');
  expect(code).toBe(1);
  expect(out).toContain('The file is whole');
  expect(out.split('\n').find((line) => line.includes('(relay)'))).toContain(sentence);
  expect(out).toContain(`of which ${copies.originals.length - 1} whole`);
});

test('check: a missing log of commits is noticed', () => {
  copyJournalFiles(copies.left, path);
  rmSync(`${path}-wal`);
  const { code, out } = journalCommand('check');
  expect(code).toBe(1);
  expect(out).toContain('"-wal" beside the journal is missing');
});

test('check: a damaged file is named as such, with what can be saved, and nothing is changed', () => {
  overwritePages(path, [200], () => 0xa5);
  const before = contentsOf(data);
  const { code, out } = journalCommand('check');
  expect(code).toBe(1);
  expect(out).toMatch(/The file is damaged: .+\n/u);
  expect(out).toMatch(/In all: \d+ sessions: \d+ whole, \d+ in part, \d+ lost/u);
  expect(out).toContain('journal salvage');
  expect(contentsOf(data)).toEqual(before);
});

test('check: what is no journal is refused in a sentence', () => {
  expect(journalCommand('check', 'nothing')).toMatchObject({
    code: 1,
    error: expect.stringMatching(/^There is no journal at .+\n$/u),
  });
  truncateSync(path, 0);
  expect(journalCommand('check').out).toContain('The file is damaged: the file is empty.');
  expect(journalCommand('mend').code).toBe(2);
});

test('salvage: saves into a new file, which restore puts in the place of the damaged one', async () => {
  inJournal(path, "DELETE FROM events WHERE session = 'relay' AND seq = 40");
  overwritePages(path, [200], () => 0xa5);
  const before = contentsOf(data);
  const { code, out, error } = journalCommand('salvage', 'saved.sqlite');
  expect({ code, error }).toEqual({ code: 1, error: '' });
  expect(out).toContain('Its log ends there: its event 40 is missing.');
  expect(out).toContain('It is paused there.');
  expect(out).toMatch(/Reading what is left: 100 %/u);
  expect(contentsOf(data)).toEqual(before);
  expect(existsSync(join(directory, 'saved.sqlite.part'))).toBe(false);
  expect(journalCommand('check', 'saved.sqlite').code).toBe(0);
  expect(journalCommand('salvage', 'saved.sqlite').error).toContain('already');
  expect(commandWith({}, 'restore', 'saved.sqlite')).toMatchObject({ code: 0 });
  const journal = await SqliteJournal.open(data);
  expect((await journal.load('relay'))!.events).toHaveLength(41);
  await journal.close();
});

test('salvage: refuses a journal that a server uses, and a database', () => {
  const unlock = lockDataDirectory(data);
  expect(journalCommand('salvage', 'saved.sqlite').error).toMatch(/is using .+; stop it first/u);
  unlock();
  const settings = { DATABASE_URL: 'postgres://user:secret@127.0.0.1/relay' };
  expect(commandWith(settings, 'journal', 'salvage', 'saved.sqlite').error).toContain('pg_dump');
  expect(existsSync(join(directory, 'saved.sqlite'))).toBe(false);
});
