import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runs } from '@relay/shared/testing/effort';
import type { Event } from '@relay/shared/referee/event';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PROJECT_ROOT } from '../config.ts';
import { Erasure } from '../erasure/Erasure.ts';
import { Tombstones } from '../erasure/Tombstones.ts';
import { lockDataDirectory } from '../journal/dataDirectory.ts';
import { JOURNAL_FILE, SqliteJournal } from '../journal/SqliteJournal.ts';
import { openLog } from '../log.ts';
import { Metrics } from '../metrics/Metrics.ts';
import { TestClock, temporaryDirectory } from '../testing/testServer.ts';
import { backupJournal } from './backupJournal.ts';
import { checkJournal } from './copyJournal.ts';
import { restoreJournal } from './restoreJournal.ts';

/** @module-tag slow */

const AT = new Date('2026-11-28T16:31:05Z');
const ignore = (): void => undefined;
const joined = (player: string): Event => ({ type: 'playerJoined', at: 1_000, player, run: null });

let directory: string;
let data: string;
let saved: string;
let journal: SqliteJournal;

beforeEach(async () => {
  directory = temporaryDirectory();
  data = join(directory, 'data');
  saved = join(directory, 'saved.sqlite');
  mkdirSync(data);
  journal = await SqliteJournal.open(data);
});
afterEach(async () => {
  await journal.close();
  rmSync(directory, { recursive: true, force: true });
});

function add(session: string, seq: number, count = 1): Promise<void> {
  const events = Array.from({ length: count }, (_, i) => joined(`player-${seq + i}`));
  const opens = seq === 0 ? { opens: { code: '123456', at: 1 } } : {};
  return journal.append({
    session,
    seq,
    events,
    ...opens,
    people: [{ player: 'p', name: `Name of ${session}` }],
  });
}

/** Numbers of a session's events in a file. */
function numbersIn(path: string, session: string): number[] {
  const file = new Database(path, { readonly: true });
  try {
    return file
      .prepare('SELECT seq FROM events WHERE session = ? ORDER BY seq')
      .pluck()
      .all(session) as number[];
  } finally {
    file.close();
  }
}

/** Runs a command as a process of its own. */
async function run(...args: readonly string[]): Promise<{ code: number; out: string; error: string }> {
  return runWith({}, ...args);
}

async function runWith(
  settings: Record<string, string>,
  ...args: readonly string[]
): Promise<{ code: number; out: string; error: string }> {
  const child = spawn(process.execPath, [join(PROJECT_ROOT, 'server', 'src', 'backup.ts'), ...args], {
    cwd: directory,
    env: { PATH: process.env['PATH'] ?? '', DATA_DIR: data, ...settings },
  });
  let [out, error] = ['', ''];
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    error += chunk;
  });
  const [code] = (await once(child, 'close')) as [number];
  return { code, out, error };
}

test('a backup made while the journal is written: is whole and holds everything acknowledged before', async () => {
  await add('s', 0, 20_000);
  for (let i = 0; i < runs(5, 100); i++) {
    let stored = numbersIn(join(data, JOURNAL_FILE), 's').length;
    const before = stored;
    const stopped = new AbortController();
    const writing = (async () => {
      while (!stopped.signal.aborted) {
        await add('s', stored, 20);
        stored += 20;
      }
    })();
    const target = `${saved}-${i}`;
    const shares: number[] = [];
    const { events } = await backupJournal(data, target, (share) => shares.push(share));
    stopped.abort();
    await writing;
    const numbers = numbersIn(target, 's');
    expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, seq) => seq));
    expect(numbers.length).toBe(events);
    expect(numbers.length).toBeGreaterThanOrEqual(before);
    expect(shares.length).toBeGreaterThan(5);
    expect(numbers.length % 20).toBe(0);
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(statSync(target).mode & 0o777).toBe(0o600);
  }
  // One file each, and nothing else.
  expect(readdirSync(directory).filter((name) => /-wal|-shm|part/u.test(name))).toEqual([]);
});

test('a backup: overwrites nothing, and says what is missing', async () => {
  await add('s', 0);
  writeFileSync(saved, 'precious');
  await expect(backupJournal(data, saved, ignore)).rejects.toThrow(/already/u);
  expect(readFileSync(saved, 'utf8')).toBe('precious');
  await expect(backupJournal(directory, `${saved}2`, ignore)).rejects.toThrow(/nothing to back up/u);
  const journalFile = join(data, JOURNAL_FILE);
  await expect(backupJournal(data, join(journalFile, 'within'), ignore)).rejects.toThrow(/cannot be made/u);
});

test('a restored backup: is the journal as it was, and the former one is kept', async () => {
  await add('s', 0, 3);
  await backupJournal(data, saved, ignore);
  await add('s', 3, 2);
  await journal.close();
  const { sessions, events, former, erasedAgain } = await restoreJournal(data, saved, AT, ignore);
  expect({ sessions, events, erasedAgain }).toEqual({ sessions: 1, events: 3, erasedAgain: 0 });
  expect(former).toBe(join(data, 'journal-before-restore-2026-11-28T16-31-05.sqlite'));
  expect(numbersIn(former!, 's')).toHaveLength(5);
  journal = await SqliteJournal.open(data);
  expect((await journal.load('s'))!.events).toHaveLength(3);
  // A second restore at the same moment would take the name of the one that is kept.
  await journal.close();
  await expect(restoreJournal(data, saved, AT, ignore)).rejects.toThrow();
  expect(numbersIn(former!, 's')).toHaveLength(5);
});

test('sessions erased after the backup: are erased in what is restored', async () => {
  await add('gone', 0, 3);
  await add('stays', 0, 3);
  await backupJournal(data, saved, ignore);
  expect(readFileSync(saved, 'latin1')).toContain('Name of gone');
  const log = openLog({ DATA_DIR: data, LOG_LEVEL: 'silent' });
  const tools = { tombstones: new Tombstones(data), clock: new TestClock(), log, metrics: new Metrics() };
  await new Erasure({ journal, ...tools, retentionDays: 0 }).erase('gone');
  await journal.close();

  expect(await restoreJournal(data, saved, AT, ignore)).toMatchObject({ erasedAgain: 1 });
  const restored = readFileSync(join(data, JOURNAL_FILE), 'latin1');
  expect(restored).not.toContain('Name of gone');
  expect(restored).toContain('Name of stays');
  expect(numbersIn(join(data, JOURNAL_FILE), 'gone')).toEqual([]);

  // Also where the list of erased sessions was lost: the journal that is replaced knows them.
  rmSync(join(data, 'erased-sessions'));
  expect(await restoreJournal(data, saved, new Date(), ignore)).toMatchObject({ erasedAgain: 1 });
  expect(await new Tombstones(data).all()).toEqual(['gone']);
});

test('a journal that is damaged: is replaced, and kept as it is', async () => {
  await add('s', 0, 500);
  await backupJournal(data, saved, ignore);
  await journal.close();
  const path = join(data, JOURNAL_FILE);
  truncateSync(path, 5_000);
  const damaged = readFileSync(path);
  await expect(backupJournal(data, `${saved}2`, ignore)).rejects.toThrow(/damaged|SQLITE/u);
  const { former } = await restoreJournal(data, saved, AT, ignore);
  expect(readFileSync(former!).equals(damaged)).toBe(true);
  expect(numbersIn(path, 's')).toHaveLength(500);
});

test('restore: refuses what is no whole journal that this version can read', async () => {
  await add('s', 0, 500);
  await backupJournal(data, saved, ignore);
  await journal.close();
  const untouched = readFileSync(join(data, JOURNAL_FILE));
  const cases: readonly (readonly [prepare: () => void, sentence: RegExp])[] = [
    [() => rmSync(saved), /There is no file/u],
    [() => writeFileSync(saved, 'no database at all, but some text'.repeat(200)), /not a journal/u],
    [
      () => {
        rmSync(saved);
        new Database(saved).exec('CREATE TABLE other (id)').close();
      },
      /not a journal/u,
    ],
  ];
  const good = readFileSync(saved);
  const more: typeof cases = [
    [() => writeFileSync(saved, good.subarray(0, good.length / 2)), /damaged|SQLITE/u],
    [
      () => {
        writeFileSync(saved, good);
        const file = new Database(saved);
        file.exec("INSERT INTO kysely_migration VALUES ('999 later', '2030')");
        file.close();
      },
      /newer version/u,
    ],
  ];
  for (const [prepare, sentence] of [...cases, ...more]) {
    prepare();
    await expect(restoreJournal(data, saved, AT, ignore)).rejects.toThrow(sentence);
    expect(readFileSync(join(data, JOURNAL_FILE)).equals(untouched)).toBe(true);
    expect(readdirSync(data).filter((name) => /restor/u.test(name))).toEqual([]);
  }
});

test('commands: back up while a server holds the directory, restore when none does, and say so', async () => {
  await add('s', 0, 3);
  const unlock = lockDataDirectory(data);
  const backup = await run('backup', 'mine.sqlite');
  expect(backup).toMatchObject({ code: 0, out: expect.stringContaining('1 sessions, 3 events') });
  expect(backup.out).toContain(join(directory, 'mine.sqlite'));
  expect(backup.out).toContain('100 %');
  expect(checkJournal(join(directory, 'mine.sqlite'))).toEqual({ sessions: 1, events: 3 });
  expect((await run('backup')).out).toContain(join(data, 'backups', 'journal-'));
  const twice = await run('backup', 'mine.sqlite');
  expect(twice).toMatchObject({ code: 1, error: expect.stringMatching(/already.*\n$/u) });
  const held = await run('restore', 'mine.sqlite');
  expect(held).toMatchObject({
    code: 1,
    error: expect.stringMatching(/^Another Backprop Relay server.*\n$/u),
  });
  unlock();
  await journal.close();
  expect(await run('restore', 'mine.sqlite')).toMatchObject({ code: 0, error: '' });
  expect(await run('restore')).toMatchObject({
    code: 1,
    error: expect.stringContaining('Name the file of the backup'),
  });
});

test.each(['backup', 'restore'])('%s: refuses where the sessions are in a database', async (command) => {
  const settings = { DATABASE_URL: 'postgres://relay@localhost/relay' };
  const refused = await runWith(settings, command, 'some.sqlite');
  expect(refused).toMatchObject({
    code: 1,
    error: expect.stringMatching(/^The sessions are in the database.*\n$/u),
  });
});
