/** @module-tag slow */
import { mkdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Event } from '@relay/shared/referee/event';
import { fold } from '@relay/shared/referee/evolve';
import { EVENT_VERSION } from '@relay/shared/referee/versions/upcast';
import { runs } from '@relay/shared/testing/effort';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { JOURNAL_FILE, SqliteJournal } from '../journal/SqliteJournal.ts';
import {
  contentsOf,
  copyJournalFiles,
  inJournal,
  type JournalCopies,
  makeJournalCopies,
  overwritePages,
  pagesIn,
  randomBytesFrom,
} from '../testing/journalCopies.ts';
import { storedLogs } from '../testing/fixtures.ts';
import { temporaryDirectory } from '../testing/testServer.ts';
import { type Salvage, type SalvagedSession, salvageJournal } from './salvageJournal.ts';

/** Journals damaged in every way: what is saved of a session is the beginning of its log, event for event. */

const ignore = (): void => undefined;

let directory: string;
let copies: JournalCopies;
beforeAll(async () => {
  directory = temporaryDirectory();
  copies = await makeJournalCopies(directory);
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const eventsOf = (id: string): readonly Event[] => copies.originals.find((one) => one.id === id)!.events;

/** Salvages a damaged copy of a journal, and checks all that holds for any damage. */
async function salvaged(
  which: 'left' | 'tidy',
  damage: (path: string) => void,
  erased: readonly string[] = [],
  changed?: string,
): Promise<Salvage> {
  const folder = join(directory, 'damaged');
  const data = join(folder, 'saved');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(data, { recursive: true });
  const path = join(folder, 'damaged.sqlite');
  copyJournalFiles(copies[which], path);
  damage(path);
  const before = contentsOf(folder);
  const result = await salvageJournal(path, join(data, JOURNAL_FILE), erased, ignore);
  expect(contentsOf(folder)).toEqual(before);
  const journal = await SqliteJournal.open(data);
  for (const session of result.sessions)
    if (session.id !== changed) await expectSaved(journal, session);
    else expect((await journal.load(changed))!.events).toHaveLength(session.events);
  await journal.close();
  return result;
}

/** Expects a session to be in a salvaged journal as a server would open it. */
async function expectSaved(journal: SqliteJournal, session: SalvagedSession): Promise<void> {
  const { id, code, state, events: saved, isPaused, problem } = session;
  const stored = await journal.load(id);
  if (state === 'lost' || state === 'erased') return expect(stored).toBeUndefined();
  expect(await journal.byCode(code!)).toMatchObject({ id });
  const { events } = stored!;
  expect(events.slice(0, saved)).toEqual(eventsOf(id).slice(0, saved));
  expect(events.slice(saved).map(({ type }) => type)).toEqual(isPaused ? ['sessionPaused'] : []);
  if (isPaused) expect(fold(events).pausedAt).not.toBeNull();
  expect(problem === null).toBe(state === 'saved');
}

/** Sessions of which every event is saved. */
const whole = ({ sessions }: Salvage): SalvagedSession[] =>
  sessions.filter(({ id, state, events }) => state === 'saved' && events === eventsOf(id).length);

const sessionIn = ({ sessions }: Salvage, id: string): SalvagedSession =>
  sessions.find((one) => one.id === id)!;

const ALL_PEOPLE = { isNewCode: false, isPaused: false, lostNames: 0, lostDevices: 0, hasHost: true };

test.each(['left', 'tidy'] as const)('a journal without damage, %s: everything is saved', async (which) => {
  expect(pagesIn(`${copies.left}-wal`)).toBeGreaterThan(10);
  const result = await salvaged(which, ignore);
  expect(whole(result)).toHaveLength(copies.originals.length);
  for (const session of result.sessions) expect(session).toMatchObject(ALL_PEOPLE);
});

/** Pages that are overwritten, with zeros or random bytes. */
const damageTo = (count: number, pages: number) =>
  fc.record({
    pages: fc.uniqueArray(fc.nat({ max: pages - 1 }), { minLength: count, maxLength: count }),
    seed: fc.integer({ min: 0, max: 0x7fff_ffff }),
    isZero: fc.boolean(),
  });

const half = (pages: number): number => Math.floor(pages / 2);

describe('pages overwritten at random places', () => {
  test.each([
    ['one page', () => 1, 'tidy', 0.75],
    ['one page', () => 1, 'left', 0.75],
    ['ten pages', () => 10, 'tidy', 0.1],
    ['half of the pages', half, 'tidy', 0],
    ['half of the pages', half, 'left', 0],
  ] as const)('%s (case %#)', async (_, count, which, leastWhole) => {
    const pages = pagesIn(copies[which]);
    await fc.assert(
      fc.asyncProperty(damageTo(count(pages), pages), async ({ pages: hit, seed, isZero }) => {
        const random = randomBytesFrom(seed);
        const result = await salvaged(which, (path) => overwritePages(path, hit, isZero ? () => 0 : random));
        expect(whole(result).length).toBeGreaterThanOrEqual(leastWhole * copies.originals.length);
      }),
      { numRuns: runs(2, 200) },
    );
  });

  test('a part of a page: a row with a changed byte is not taken for a whole one', async () => {
    const bytes = readFileSync(copies.tidy);
    const places = fc.array(fc.tuple(fc.nat({ max: bytes.length - 9 }), fc.integer({ min: 1, max: 31 })), {
      minLength: 20,
      maxLength: 20,
    });
    await fc.assert(
      fc.asyncProperty(places, async (hit) => {
        // Characters that no JSON has in it.
        const damaged = Buffer.from(bytes);
        for (const [at, byte] of hit) damaged.fill(byte, at, at + 8);
        await salvaged('tidy', (path) => writeFileSync(path, damaged));
      }),
      { numRuns: runs(2, 100) },
    );
  });

  test('the first page, with the list of the tables: everything else is saved', async () => {
    const result = await salvaged('tidy', (path) => overwritePages(path, [0], () => 0xa5));
    expect(whole(result)).toHaveLength(copies.originals.length);
  });
});

test('a file cut off anywhere: what was before is saved', async () => {
  const { size } = statSync(copies.tidy);
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: size }), async (length) => {
      await salvaged('tidy', (path) => truncateSync(path, length));
    }),
    { numRuns: runs(2, 100) },
  );
  const most = await salvaged('tidy', (path) => truncateSync(path, Math.floor(size * 0.9)));
  expect(most.events).toBeGreaterThan(0);
});

test('an empty file: nothing is saved, and it is said', async () => {
  expect(await salvaged('tidy', (path) => truncateSync(path, 0))).toEqual({
    sessions: [],
    events: 0,
    damagedFrames: null,
  });
});

test('a missing log of commits: what had been copied from it into the file is saved', async () => {
  const result = await salvaged('left', (path) => rmSync(`${path}-wal`));
  expect(result.events).toBeGreaterThan(0);
  expect(result.damagedFrames).toBeNull();
});

test('a log of commits with a torn end, or a hole: what is before and behind it is saved', async () => {
  const wal = `${copies.left}-wal`;
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: pagesIn(wal) - 1 }), fc.boolean(), async (page, isTorn) => {
      await salvaged('left', (path) => {
        if (isTorn) truncateSync(`${path}-wal`, page * 4_096 + 100);
        else overwritePages(`${path}-wal`, [page], () => 0x5a);
      });
    }),
    { numRuns: runs(2, 100) },
  );
  const hole = await salvaged('left', (path) => overwritePages(`${path}-wal`, [10], () => 0x5a));
  expect(hole.damagedFrames).toBeGreaterThan(0);
  expect(whole(hole).length).toBeGreaterThan(0.75 * copies.originals.length);
});

test('a gap: the session is saved up to it, and stands still there', async () => {
  const id = 'relay';
  const gap = (path: string): void =>
    inJournal(path, 'DELETE FROM events WHERE session = ? AND seq = 40', id);
  const result = await salvaged('tidy', gap);
  const known = eventsOf(id).length;
  expect(sessionIn(result, id)).toMatchObject({ state: 'cut', events: 40, known, isPaused: true });
  expect(sessionIn(result, id).problem).toBe(`Session ${id} cannot be opened: its event 40 is missing.`);
  expect(whole(result)).toHaveLength(copies.originals.length - 1);
});

test.each([
  ['without its first event', 'DELETE FROM events WHERE session = ? AND seq = 0', 'event 0 is missing'],
  ['without events', "UPDATE sessions SET id = 'empty' WHERE id = ?", 'it has no events'],
])('a session %s: is lost, and it is said', async (_, sql, reason) => {
  const result = await salvaged('tidy', (path) => inJournal(path, sql, 'hosted'));
  const lost = result.sessions.filter(({ state }) => state === 'lost');
  expect(lost).toEqual([expect.objectContaining({ problem: expect.stringContaining(reason) })]);
});

test.each([
  [
    'of an unknown type',
    `type = 'moonRisen', json = '{"type":"moonRisen","at":1}', at = 1`,
    'the unknown type',
  ],
  ['of a newer version', `version = ${EVENT_VERSION + 1}`, 'a newer version'],
  ['whose columns say something else than its JSON', 'at = at + 1', 'event 30 is missing'],
  ['with blanks, which a server never writes', "json = replace(json, ':', ':\t')", 'event 30 is missing'],
  ['that is damaged', 'json = substr(json, 1, 20)', 'event 30 is missing'],
])('an event %s: the session is saved up to it', async (_, change, reason) => {
  const sql = `UPDATE events SET ${change} WHERE session = 'relay' AND seq = 30`;
  const result = await salvaged('tidy', (path) => inJournal(path, sql));
  const found = sessionIn(result, 'relay');
  expect(found).toMatchObject({ state: 'cut', events: 30, problem: expect.stringContaining(reason) });
});

test('events of the first version: are saved, and read as those of today', async () => {
  const { rows } = storedLogs().find(({ version, name }) => version === 1 && name === 'relay')!;
  const result = await salvaged(
    'tidy',
    (path) => {
      inJournal(path, "DELETE FROM events WHERE session = 'relay'");
      const sql = `INSERT INTO events (session, seq, at, type, json, version)
      SELECT 'relay', key, value ->> '$.at', value ->> '$.type', value, 1 FROM json_each(?)`;
      inJournal(path, sql, `[${rows.join(',')}]`);
    },
    [],
    'relay',
  );
  expect(sessionIn(result, 'relay')).toMatchObject({ state: 'saved', events: rows.length });
});

test('an ended session whose end is lost: is over, not under way', async () => {
  const { id, code, events } = copies.originals.find(({ isEnded }) => isEnded)!;
  const result = await salvaged('tidy', (path) =>
    inJournal(path, 'DELETE FROM events WHERE session = ? AND seq = ?', id, events.length - 5),
  );
  expect(sessionIn(result, id)).toMatchObject({ state: 'cut', isPaused: false, code });
});

test('a session whose own row is lost: keeps its code if an index has it, and gets another one if not', async () => {
  const lost = await salvaged('tidy', (path) => inJournal(path, "DELETE FROM sessions WHERE id = 'relay'"));
  const { code, isNewCode, state } = sessionIn(lost, 'relay');
  expect({ isNewCode, state }).toEqual({ isNewCode: true, state: 'saved' });
  expect(code).toMatch(/^\d{6}$/u);
  // The table's page is lost, the page of its index is not.
  const before = copies.originals.find(({ id }) => id === 'relay')!.code;
  const table = pageWith(copies.tidy, 0x0d, before);
  const kept = await salvaged('tidy', (path) => overwritePages(path, [table], () => 0));
  expect(sessionIn(kept, 'relay')).toMatchObject({ code: before, isNewCode: false, state: 'saved' });
});

/** Number of the page of a kind that has a text in it, counted from 0. */
function pageWith(path: string, kind: number, text: string): number {
  const bytes = readFileSync(path);
  const is = (page: number): boolean =>
    bytes[page * 4_096] === kind && bytes.subarray(page * 4_096, (page + 1) * 4_096).includes(text);
  return Array.from({ length: pagesIn(path) }, (_, page) => page).find(is)!;
}

test('an erased session: stays erased, by its own row or by the list of erased ones', async () => {
  const erase = (path: string): void =>
    inJournal(path, "UPDATE sessions SET ended_at = 9, erased_at = 9 WHERE id = 'relay'");
  const result = await salvaged('tidy', erase, ['hosted']);
  for (const id of ['relay', 'hosted'])
    expect(sessionIn(result, id)).toMatchObject({ state: 'erased', events: 0 });
});
