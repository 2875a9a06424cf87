import { rmSync } from 'node:fs';
import type { Event } from '@relay/shared/referee/event';
import { runs } from '@relay/shared/testing/effort';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryDirectory } from '../testing/testServer.ts';
import { SqliteJournal } from './SqliteJournal.ts';

let directory: string;
let journal: SqliteJournal;

beforeEach(async () => {
  directory = temporaryDirectory();
  journal = await SqliteJournal.open(directory);
});
afterEach(async () => {
  await journal.close();
  rmSync(directory, { recursive: true, force: true });
});

const joined = (player: string): Event => ({ type: 'playerJoined', at: 1_000, player, run: null });
const opens = { code: '123456', at: 1_000 };

test('append: events are read back in order, also after the file was closed', async () => {
  const people = [{ player: 'p1', name: 'Mia' }];
  await journal.append({ session: 's', seq: 0, events: [joined('p1'), joined('p2')], opens, people });
  await journal.append({ session: 's', seq: 2, events: [joined('p3')] });
  await journal.append({
    session: 'other',
    seq: 0,
    events: [joined('p9')],
    opens: { ...opens, code: '654321' },
  });
  await journal.close();
  journal = await SqliteJournal.open(directory);
  expect(await journal.load('s')).toEqual({
    id: 's',
    code: '123456',
    events: [joined('p1'), joined('p2'), joined('p3')],
    names: { p1: 'Mia' },
    lastSeen: 1_000,
  });
  expect(await journal.load('nobody')).toBeUndefined();
});

test('a number: is read back bit for bit', async () => {
  const loss = 0.1 + 0.2;
  const started: Event = { type: 'sessionStarted', at: 1, runs: [], loss };
  await journal.append({ session: 's', seq: 0, events: [started], opens });
  expect((await journal.load('s'))!.events).toEqual([started]);
});

test('a second writer: is refused, and no part of its entry is stored', async () => {
  await journal.append({ session: 's', seq: 0, events: [joined('p1')], opens });
  const people = [{ player: 'p2', name: 'Leo' }];
  await expect(journal.append({ session: 's', seq: 0, events: [joined('p2')], people })).rejects.toThrow();
  const token = { hash: 'h', owner: { role: 'player', session: 's', player: 'p2' } } as const;
  const twice = { session: 's', seq: 1, events: [joined('p2'), joined('p3')], tokens: [token, token] };
  await expect(journal.append(twice)).rejects.toThrow();
  expect(await journal.load('s')).toMatchObject({ events: [joined('p1')], names: {} });
  expect(await journal.tokenOwner('h')).toBeUndefined();
});

test('entries in one commit: one that is refused leaves the others stored', async () => {
  await journal.append({ session: 's', seq: 0, events: [joined('p1')], opens });
  const ended = await Promise.allSettled([
    journal.append({ session: 't', seq: 0, events: [joined('p2')] }),
    journal.append({ session: 's', seq: 0, events: [joined('p3')] }),
    journal.append({ session: 's', seq: 1, events: [joined('p4')] }),
    journal.append({ session: 'u', seq: 0, events: [joined('p5')], opens }),
  ]);
  expect(ended.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
  expect((ended[1] as PromiseRejectedResult).reason).toMatchObject({ code: 'SQLITE_CONSTRAINT_PRIMARYKEY' });
  expect(await journal.eventsOf('t', ['playerJoined'])).toEqual([joined('p2')]);
  expect((await journal.load('s'))!.events).toEqual([joined('p1'), joined('p4')]);
  expect((await journal.load('u'))!.events).toEqual([joined('p5')]);
});

test('many writers at once: what is acknowledged is stored, in order, and nothing else', async () => {
  const sequences = fc.array(
    fc.record({
      session: fc.constantFrom('a', 'b', 'c'),
      seq: fc.nat(3),
      events: fc.integer({ min: 1, max: 3 }),
    }),
    { minLength: 1, maxLength: 12 },
  );
  let round = 0;
  const property = fc.asyncProperty(sequences, async (writes) => {
    round++;
    const stored = new Map<string, Event>();
    const expected = writes.map(({ session, seq, events }, i) => {
      const keys = Array.from({ length: events }, (_, k) => `${session}${round} ${seq + k}`);
      if (keys.some((key) => stored.has(key))) return 'rejected';
      for (const key of keys) stored.set(key, joined(`p${i}`));
      return 'fulfilled';
    });
    const ended = await Promise.allSettled(
      writes.map(({ session, seq, events }, i) =>
        journal.append({ session: session + round, seq, events: Array(events).fill(joined(`p${i}`)) }),
      ),
    );
    expect(ended.map(({ status }) => status)).toEqual(expected);
    for (const session of ['a', 'b', 'c']) {
      const log = Array.from({ length: 7 }, (_, seq) => stored.get(`${session}${round} ${seq}`) ?? []).flat();
      expect(await journal.eventsOf(session + round, ['playerJoined'])).toEqual(log);
    }
  });
  await fc.assert(property, { numRuns: runs(40, 1_000) });
});

test('a log of several pages: is read whole, and checked for gaps between them', async () => {
  const events = Array.from({ length: 450 }, (_, i) => joined(`p${i}`));
  await journal.append({ session: 's', seq: 0, events, opens });
  expect((await journal.load('s'))!.events).toEqual(events);
  expect(await journal.eventsOf('s', ['playerJoined'])).toEqual(events);
  await journal.append({ session: 't', seq: 0, events: events.slice(0, 200), opens });
  await journal.append({ session: 't', seq: 201, events: [joined('p')] });
  await expect(journal.load('t')).rejects.toThrow('event 200 is missing');
});

test('a gap in the log: is detected', async () => {
  await journal.append({ session: 's', seq: 0, events: [joined('p1')], opens });
  await journal.append({ session: 's', seq: 2, events: [joined('p3')] });
  await expect(journal.load('s')).rejects.toThrow('event 1 is missing');
});

test('an ended session: counts as finished, and its code is known', async () => {
  await journal.append({ session: 's', seq: 0, events: [joined('p1')], opens });
  expect((await journal.unfinished()).map(({ id }) => id)).toEqual(['s']);
  expect(await journal.byCode('123456')).toEqual({ id: 's', ended: false });
  await journal.append({
    session: 's',
    seq: 1,
    events: [{ type: 'sessionEnded', at: 5, results: { teams: [], players: [], improved: [] } }],
    endsAt: 5,
  });
  expect(await journal.unfinished()).toEqual([]);
  expect(await journal.byCode('123456')).toEqual({ id: 's', ended: true });
  expect(await journal.byCode('000000')).toBeUndefined();
});

test('seen: stores when a session was last served', async () => {
  await journal.append({ session: 's', seq: 0, events: [joined('p1')], opens });
  await journal.seen(['s'], 77_000);
  expect((await journal.load('s'))!.lastSeen).toBe(77_000);
});

test('commits: are synchronous to the disk', async () => {
  expect(await journal.durability()).toEqual({ journal_mode: 'wal', synchronous: 2 });
});
