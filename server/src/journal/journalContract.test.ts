/** @module-tag slow */
import { rmSync } from 'node:fs';
import type { Event } from '@relay/shared/referee/event';
import { runs } from '@relay/shared/testing/effort';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { describeCluster } from '../testing/parts/installed.ts';
import { PostgresServer } from '../testing/parts/PostgresServer.ts';
import { temporaryDirectory } from '../testing/testServer.ts';
import type { Journal } from './Journal.ts';
import { PostgresJournal } from './postgres/PostgresJournal.ts';
import { SqliteJournal } from './SqliteJournal.ts';

/** Promises that every journal keeps, whatever it is stored in. */

const joined = (player: string): Event => ({ type: 'playerJoined', at: 1_000, player, run: null });
const opens = (code: string) => ({ code, at: 1_000 });

/** Empty store, and a way to open the journal in it as often as wished. */
interface Store {
  open(): Promise<Journal>;
  remove(): void;
}

const ofFile = async (): Promise<Store> => {
  const directory = temporaryDirectory();
  return {
    open: () => SqliteJournal.open(directory),
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
};

let postgres: PostgresServer;
const ofDatabase = async (): Promise<Store> => {
  const url = await postgres.createDatabase();
  return { open: () => PostgresJournal.open(url, 'one'), remove: () => undefined };
};

describe('SQLite file', () => contract(ofFile));

describeCluster('PostgreSQL', () => {
  beforeAll(async () => {
    postgres = await PostgresServer.start();
  });
  afterAll(() => postgres.close());
  contract(ofDatabase);
});

function contract(newStore: () => Promise<Store>): void {
  let store: Store;
  let journal: Journal;

  beforeEach(async () => {
    store = await newStore();
    journal = await store.open();
  });
  afterEach(async () => {
    await journal.close();
    store.remove();
  });

  test('append: events are read back in order, also after the journal was closed', async () => {
    const people = [{ player: 'p1', name: 'Mia' }];
    const events = [joined('p1'), joined('p2')];
    await journal.append({ session: 's', seq: 0, events, opens: opens('123456'), people });
    await journal.append({ session: 's', seq: 2, events: [joined('p3')] });
    await journal.append({ session: 'other', seq: 0, events: [joined('p9')], opens: opens('654321') });
    await journal.close();
    journal = await store.open();
    expect(await journal.load('s')).toEqual({
      id: 's',
      code: '123456',
      events: [joined('p1'), joined('p2'), joined('p3')],
      names: { p1: 'Mia' },
      texts: new Map(),
      lastSeen: 1_000,
    });
    expect(await journal.load('nobody')).toBeUndefined();
  });

  test('a number: is read back bit for bit, and so is any text', async () => {
    const started: Event = { type: 'sessionStarted', at: 1, runs: [], loss: 0.1 + 0.2 };
    const odd = joined('\u0000 \u2028 \ud83d\ude00 \\ " \' $1 ? {} é');
    const names = [{ player: 'p1', name: '\u202e ناز $1 ? \\ \' "' }];
    await journal.append({
      session: 's',
      seq: 0,
      events: [started, odd],
      opens: opens('123456'),
      people: names,
    });
    expect(await journal.load('s')).toMatchObject({ events: [started, odd], names: { p1: names[0]!.name } });
  });

  test('a name: the last one is kept', async () => {
    await journal.append({
      session: 's',
      seq: 0,
      events: [joined('p1')],
      opens: opens('123456'),
      people: [{ player: 'p1', name: 'Mia' }],
    });
    await journal.append({
      session: 's',
      seq: 1,
      events: [joined('p2')],
      people: [{ player: 'p1', name: 'Leo' }],
    });
    expect((await journal.load('s'))!.names).toEqual({ p1: 'Leo' });
  });

  test('a typed text: the last one under its key is kept, whatever its characters', async () => {
    const odd = '\u0000 \ud800 \u2028 \\ " \' $1 ? {} 0612345678';
    const first = { session: 's', seq: 0, events: [joined('p1')], opens: opens('123456') };
    await journal.append({ ...first, texts: [{ key: 'p1/A/G', text: 'first' }] });
    const other = { session: 't', seq: 0, events: [joined('p1')], opens: opens('222222') };
    // In one commit, twice the same key, and the same key of another session.
    await Promise.all([
      journal.append({
        session: 's',
        seq: 1,
        events: [joined('p2')],
        texts: [{ key: 'p1/A/G', text: 'second' }],
      }),
      journal.append({ ...other, texts: [{ key: 'p1/A/G', text: 'elsewhere' }] }),
    ]);
    const texts = [
      { key: 'p1/A/G', text: odd },
      { key: 'p1/A/S', text: '' },
    ];
    await journal.append({ session: 's', seq: 2, events: [joined('p3')], texts });
    await journal.close();
    journal = await store.open();
    expect((await journal.load('s'))!.texts).toEqual(new Map(texts.map(({ key, text }) => [key, text])));
    expect((await journal.load('t'))!.texts).toEqual(new Map([['p1/A/G', 'elsewhere']]));
    await journal.erase('s', 2_000);
    expect(await journal.notYetErased(['s', 't'])).toEqual(['t']);
    expect((await journal.load('t'))!.texts).toEqual(new Map([['p1/A/G', 'elsewhere']]));
  });

  test('a token: its owner is known, also after the journal was closed', async () => {
    const host = { hash: 'h', owner: { role: 'host', session: 's', player: null } } as const;
    const player = { hash: 'p', owner: { role: 'player', session: 's', player: 'p1' } } as const;
    const tokens = [host, player];
    await journal.append({ session: 's', seq: 0, events: [joined('p1')], opens: opens('123456'), tokens });
    for (let i = 0; i < 2; i++) {
      expect(await journal.tokenOwner('h')).toEqual(host.owner);
      expect(await journal.tokenOwner('p')).toEqual(player.owner);
      expect(await journal.tokenOwner('x')).toBeUndefined();
      await journal.close();
      journal = await store.open();
    }
  });

  test('a second writer: is refused, and no part of its entry is stored', async () => {
    await journal.append({ session: 's', seq: 0, events: [joined('p1')], opens: opens('123456') });
    const people = [{ player: 'p2', name: 'Leo' }];
    await expect(journal.append({ session: 's', seq: 0, events: [joined('p2')], people })).rejects.toThrow();
    const token = { hash: 'h', owner: { role: 'player', session: 's', player: 'p2' } } as const;
    const twice = { session: 's', seq: 1, events: [joined('p2'), joined('p3')], tokens: [token, token] };
    await expect(journal.append(twice)).rejects.toThrow();
    expect(await journal.load('s')).toMatchObject({ events: [joined('p1')], names: {} });
    expect(await journal.tokenOwner('h')).toBeUndefined();
  });

  test('entries in one commit: one that is refused leaves the others stored', async () => {
    await journal.append({ session: 's', seq: 0, events: [joined('p1')], opens: opens('123456') });
    const ended = await Promise.allSettled([
      journal.append({ session: 't', seq: 0, events: [joined('p2')], opens: opens('222222') }),
      journal.append({ session: 's', seq: 0, events: [joined('p3')] }),
      journal.append({ session: 's', seq: 1, events: [joined('p4')] }),
      journal.append({ session: 'u', seq: 0, events: [joined('p5')], opens: opens('333333') }),
    ]);
    expect(ended.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
    expect(await journal.eventsOf('t', ['playerJoined'])).toEqual([joined('p2')]);
    expect((await journal.load('s'))!.events).toEqual([joined('p1'), joined('p4')]);
    expect((await journal.load('u'))!.events).toEqual([joined('p5')]);
  });

  test('many writers at once: what is acknowledged is stored, in order, and nothing else', async () => {
    const sequences = fc.array(
      fc.record({
        session: fc.constantFrom('a', 'b', 'c'),
        seq: fc.integer({ min: 1, max: 4 }),
        events: fc.integer({ min: 1, max: 3 }),
      }),
      { minLength: 1, maxLength: 12 },
    );
    let round = 0;
    const property = fc.asyncProperty(sequences, async (writes) => {
      round++;
      const idOf = (session: string): string => session + round;
      for (const [i, session] of ['a', 'b', 'c'].entries()) {
        const code = String(round * 3 + i);
        await journal.append({
          session: idOf(session),
          seq: 0,
          events: [joined('first')],
          opens: opens(code),
        });
      }
      const stored = new Map<string, Event>();
      const expected = writes.map(({ session, seq, events }, i) => {
        const keys = Array.from({ length: events }, (_, k) => `${session} ${seq + k}`);
        if (keys.some((key) => stored.has(key))) return 'rejected';
        for (const key of keys) stored.set(key, joined(`p${i}`));
        return 'fulfilled';
      });
      const ended = await Promise.allSettled(
        writes.map(({ session, seq, events }, i) =>
          journal.append({ session: idOf(session), seq, events: Array(events).fill(joined(`p${i}`)) }),
        ),
      );
      expect(ended.map(({ status }) => status)).toEqual(expected);
      for (const session of ['a', 'b', 'c']) {
        const log = Array.from({ length: 8 }, (_, seq) => stored.get(`${session} ${seq}`) ?? []).flat();
        expect(await journal.eventsOf(idOf(session), ['playerJoined'])).toEqual([joined('first'), ...log]);
      }
    });
    await fc.assert(property, { numRuns: runs(40, 1_000) });
  });

  test('a log of several pages: is read whole, and checked for gaps between them', async () => {
    const events = Array.from({ length: 1_450 }, (_, i) => joined(`p${i}`));
    await journal.append({ session: 's', seq: 0, events, opens: opens('123456') });
    expect((await journal.load('s'))!.events).toEqual(events);
    expect(await journal.eventsOf('s', ['playerJoined'])).toEqual(events);
    await journal.append({ session: 't', seq: 0, events: events.slice(0, 500), opens: opens('222222') });
    await journal.append({ session: 't', seq: 501, events: [joined('p')] });
    await expect(journal.load('t')).rejects.toThrow('event 500 is missing');
  });

  test('a gap in the log: is detected', async () => {
    await journal.append({ session: 's', seq: 0, events: [joined('p1')], opens: opens('123456') });
    await journal.append({ session: 's', seq: 2, events: [joined('p3')] });
    await expect(journal.load('s')).rejects.toThrow('event 1 is missing');
  });

  test('some types of events: are read without the others', async () => {
    const left: Event = { type: 'playerLeft', at: 2, player: 'p1' };
    await journal.append({ session: 's', seq: 0, events: [joined('p1'), left], opens: opens('123456') });
    expect(await journal.eventsOf('s', ['playerLeft'])).toEqual([left]);
    expect(await journal.eventsOf('nobody', ['playerLeft'])).toEqual([]);
  });

  test('an ended session: counts as finished, and its code is known', async () => {
    await journal.append({ session: 's', seq: 0, events: [joined('p1')], opens: opens('123456') });
    const [unfinished] = await journal.unfinished();
    expect(unfinished).toEqual({ id: 's', code: '123456', activeAt: 1_000 });
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
    await journal.append({ session: 's', seq: 2, events: [joined('p2')], endsAt: null });
    expect(await journal.byCode('123456')).toEqual({ id: 's', ended: false });
  });

  test('an erased session: nothing about people is left, and its code opens nothing', async () => {
    const tokens = [{ hash: 'h', owner: { role: 'host', session: 's', player: null } }] as const;
    const people = [{ player: 'p1', name: 'Mia' }];
    const events = Array.from({ length: 1_200 }, (_, i) => joined(`p${i}`));
    await journal.append({ session: 's', seq: 0, events, opens: opens('123456'), tokens, people });
    await journal.append({ session: 't', seq: 0, events: [joined('p')], opens: opens('222222') });
    await journal.append({ session: 's', seq: 1_200, events: [joined('p')], endsAt: 5 });
    expect(await journal.endedBefore(5)).toEqual([]);
    expect(await journal.endedBefore(6)).toEqual(['s']);
    expect((await journal.notYetErased(['s', 't', 'nobody'])).toSorted()).toEqual(['s', 't']);
    for (let i = 0; i < 2; i++) {
      await journal.erase('s', 9);
      await journal.erase('nobody', 9);
      expect(await journal.load('s')).toBeUndefined();
      expect(await journal.eventsOf('s', ['playerJoined'])).toEqual([]);
      expect(await journal.tokenOwner('h')).toBeUndefined();
      expect(await journal.byCode('123456')).toEqual({ id: 's', ended: true });
      expect(await journal.endedBefore(99)).toEqual([]);
      expect(await journal.notYetErased(['s', 't', 'nobody'])).toEqual(['t']);
      await journal.close();
      journal = await store.open();
    }
    expect((await journal.load('t'))!.events).toEqual([joined('p')]);
  });

  test('seen: stores when a session was last served', async () => {
    await journal.append({ session: 's', seq: 0, events: [joined('p1')], opens: opens('123456') });
    await journal.seen(['s'], 77_000);
    await journal.seen([], 99_000);
    expect((await journal.load('s'))!.lastSeen).toBe(77_000);
  });

  test('check: passes while the journal can be written, as often as wished', async () => {
    await journal.check(1);
    await journal.check(2);
  });

  test('holders: a session is held by whichever process has opened or asked for it', async () => {
    await journal.append({ session: 's', seq: 0, events: [joined('p1')], opens: opens('123456') });
    expect(await journal.holders.hold('s')).toBeNull();
    await journal.append({ session: 's', seq: 1, events: [joined('p2')] });
    await journal.holders.release('s');
    expect(await journal.holders.hold('s')).toBeNull();
    await journal.append({ session: 's', seq: 2, events: [joined('p3')] });
    expect((await journal.load('s'))!.events).toHaveLength(3);
  });

  test('close: stores what was accepted, and refuses what comes later', async () => {
    await journal.append({ session: 's', seq: 0, events: [joined('p0')], opens: opens('123456') });
    const accepted = [1, 2, 3].map((seq) =>
      journal.append({ session: 's', seq, events: [joined(`p${seq}`)] }),
    );
    await Promise.all([...accepted, journal.close()]);
    await expect(journal.append({ session: 's', seq: 4, events: [joined('p4')] })).rejects.toThrow();
    journal = await store.open();
    expect((await journal.load('s'))!.events).toHaveLength(4);
  });
}
