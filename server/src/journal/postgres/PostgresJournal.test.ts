/** @module-tag slow */
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import type { Event } from '@relay/shared/referee/event';
import { runs } from '@relay/shared/testing/effort';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { StartFailure } from '../../startFailure.ts';
import { describeCluster } from '../../testing/parts/installed.ts';
import { PASSWORD, PostgresServer } from '../../testing/parts/PostgresServer.ts';
import { JournalStopped, NotHolder } from '../Journal.ts';
import { PostgresJournal } from './PostgresJournal.ts';

/** Processes that share a database, and a database that goes away. Promises of any journal: `journalContract.test.ts`. */

const HOUR_MS = 3_600_000;
/** A process that never says that it lives. */
const SILENT = { leaseMs: 0, heartbeatMs: HOUR_MS };
const BUSY = { leaseMs: HOUR_MS, heartbeatMs: HOUR_MS };

let postgres: PostgresServer;
let url: string;
let journals: PostgresJournal[];

describeCluster('PostgreSQL', () => {
  beforeAll(async () => {
    postgres = await PostgresServer.start();
  });
  afterAll(() => postgres.close());
  beforeEach(async () => {
    url = await postgres.createDatabase();
    journals = [];
  });
  afterEach(async () => {
    await Promise.all(journals.map((journal) => journal.close()));
  });

  async function open(process: string, lease = BUSY): Promise<PostgresJournal> {
    const journal = await PostgresJournal.open(url, process, lease);
    journals.push(journal);
    return journal;
  }

  async function inDatabase(sql: string): Promise<unknown[]> {
    const client = new Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query(sql);
    await client.end();
    return rows;
  }

  const joined = (player: string): Event => ({ type: 'playerJoined', at: 1_000, player, run: null });
  const first = (code = '123456') => ({
    session: 's',
    seq: 0,
    events: [joined('p0')],
    opens: { code, at: 1 },
  });
  const entry = (seq: number, player = `p${seq}`) => ({ session: 's', seq, events: [joined(player)] });

  test('a session of a live process: others are told its name and cannot write it', async () => {
    const [one, two] = [await open('one'), await open('two', { ...BUSY, leaseMs: 0 })];
    await one.append(first());
    expect(await two.holders.hold('s')).toBe('one');
    await expect(two.append(entry(1))).rejects.toThrow(NotHolder);
    await one.append(entry(1));
    await one.holders.release('s');
    await expect(one.append(entry(2))).rejects.toThrow(NotHolder);
    expect(await two.holders.hold('s')).toBeNull();
    await two.append(entry(2));
    expect((await two.load('s'))!.events).toHaveLength(3);
  });

  test('a process that has been silent: another takes over, and the old one is refused and told', async () => {
    const [one, two] = [await open('one', SILENT), await open('two', SILENT)];
    const lost: string[] = [];
    one.holders.onLost((session) => lost.push(session));
    await one.append(first());
    expect(await two.holders.hold('s')).toBeNull();
    // The sequence number is free: it is the hold that is missing.
    await expect(one.append(entry(1))).rejects.toThrow(NotHolder);
    await expect(one.append(entry(1))).rejects.toThrow(NotHolder);
    expect(lost).toEqual(['s']);
    await two.append(entry(1, 'of two'));
    expect((await two.load('s'))!.events).toEqual([joined('p0'), joined('of two')]);
  });

  test('a process that lives again after a silence: learns what it has lost, and keeps the rest', async () => {
    const one = await open('one', { leaseMs: 0, heartbeatMs: 20 });
    const two = await open('two', SILENT);
    const lost: string[] = [];
    one.holders.onLost((session) => lost.push(session));
    await one.append(first());
    await one.append({ ...first('222222'), session: 't' });
    expect(await two.holders.hold('s')).toBeNull();
    await vi.waitFor(() => expect(lost).toEqual(['s']));
    await one.append({ ...entry(1), session: 't' });
  });

  test('a database that was away: the holders get the time of one lease before others take over', async () => {
    const two = await open('two', { leaseMs: HOUR_MS, heartbeatMs: 20 });
    const one = await open('one', SILENT);
    await one.append(first());
    expect(await two.holders.hold('s')).toBe('one');
  });

  test('processes that take a session from each other all the time: never write one number twice', async () => {
    const all = await Promise.all(['one', 'two', 'three'].map((name) => open(name, SILENT)));
    await all[0]!.append(first());
    const stored: string[] = ['p0'];
    const work = async (journal: PostgresJournal, name: string): Promise<void> => {
      for (let i = 0; i < runs(25, 500); i++) {
        if ((await journal.holders.hold('s')) !== null) throw new Error('not expired');
        let seq = (await journal.load('s'))!.events.length;
        for (let k = 0; k < 4; k++) {
          const player = `${name} ${i} ${k}`;
          const ok = await journal.append(entry(seq, player)).then(
            () => true,
            (error: unknown) => {
              expect(error).toBeInstanceOf(NotHolder);
              return false;
            },
          );
          if (!ok) break;
          stored.push(player);
          seq++;
        }
      }
    };
    await Promise.all(all.map((journal, i) => work(journal, String(i))));
    const log = (await all[0]!.load('s'))!.events.map((event) => 'player' in event && event.player);
    expect(log).toHaveLength(stored.length);
    expect(new Set(log)).toEqual(new Set(stored));
    expect(stored.length).toBeGreaterThan(1);
  });

  test('a number that is taken by an entry of its own: the session is in doubt, not broken', async () => {
    const one = await open('one');
    await one.append(first());
    await expect(one.append({ ...entry(0), people: [] })).rejects.toThrow(JournalStopped);
    await one.append(entry(1));
  });

  test('two sessions with one code: the second is refused until the first has ended', async () => {
    const [one, two] = [await open('one'), await open('two')];
    await one.append(first());
    await expect(two.append({ ...first(), session: 't' })).rejects.toThrow('unfinished_codes');
    await one.append({ ...entry(1), endsAt: 5 });
    await two.append({ ...first(), session: 't' });
  });

  test('commits: are synchronous to the disk, whatever the database was set to', async () => {
    const name = new URL(url).pathname.slice(1);
    await inDatabase(`ALTER DATABASE ${name} SET synchronous_commit = off`);
    expect(await inDatabase('SHOW synchronous_commit')).toEqual([{ synchronous_commit: 'off' }]);
    expect(await (await open('one')).durability()).toBe('on');
  });

  test('close: other processes need not wait', async () => {
    const [one, two] = [await open('one'), await open('two')];
    await one.append(first());
    await one.close();
    expect(await two.holders.hold('s')).toBeNull();
    expect(await inDatabase('SELECT name FROM processes')).toEqual([{ name: 'two' }]);
  });

  test('a name that is taken: is refused while its process lives; a restarted process holds its sessions', async () => {
    const one = await open('one', { leaseMs: 500, heartbeatMs: 20 });
    await one.append(first());
    await expect(open('one', { leaseMs: 200, heartbeatMs: 20 })).rejects.toThrow(
      'Another server on the database of DATABASE_URL is called "one".',
    );
    await one.close();
    journals = [];
    const dead = await open('two', SILENT);
    expect(await dead.holders.hold('s')).toBeNull();
    const again = await open('two');
    expect(await again.holders.hold('s')).toBeNull();
    await expect(dead.append(entry(1))).rejects.toThrow(NotHolder);
    await again.append(entry(1));
  });

  test('a database that crashes under load: all that was acknowledged is there, and writing goes on', async () => {
    const one = await open('one');
    await one.append(first());
    const acknowledged: string[] = [];
    let seq = 1;
    const write = async (): Promise<void> => {
      await one.append(entry(seq, `p${seq}`));
      acknowledged.push(`p${seq++}`);
    };
    const isRefused = (): Promise<boolean> =>
      write().then(
        () => false,
        () => true,
      );
    for (let i = 0; i < runs(1, 5); i++) {
      for (let k = 0; k < 5; k++) await write();
      const stopping = postgres.stop('SIGQUIT');
      while (!(await isRefused()));
      await stopping;
      await expect(write()).rejects.toThrow();
      await postgres.run();
      // As a session does after a doubt: takes over what is stored without an answer.
      seq = (await vi.waitFor(() => one.load('s')))!.events.length;
      await write();
    }
    const log = (await one.load('s'))!.events.map((event) => ('player' in event ? event.player : ''));
    expect(log.filter((player) => acknowledged.includes(player))).toEqual(acknowledged);
    expect(acknowledged.length).toBeGreaterThan(5);
  });

  test('a database that hangs: an answer is refused, and what it stores later is found, once', async () => {
    const one = await open('one');
    await one.append(first());
    const sql = "SELECT pid FROM pg_stat_activity WHERE application_name = 'backprop-relay'";
    const backends = (await inDatabase(sql)) as { readonly pid: number }[];
    for (const { pid } of backends) process.kill(pid, 'SIGSTOP');
    await expect(one.append(entry(1))).rejects.toThrow(JournalStopped);
    // Another connection answers meanwhile.
    expect((await one.load('s'))!.events).toHaveLength(1);
    for (const { pid } of backends) process.kill(pid, 'SIGCONT');
    // The number is used once, by the first entry or by this one, and the session learns by which.
    const again = await one.append(entry(1, 'again')).catch((error: unknown) => error);
    if (again !== undefined) expect(again).toBeInstanceOf(JournalStopped);
    const { events } = (await one.load('s'))!;
    expect(events).toHaveLength(2);
    expect(events[1]).toEqual(joined(again === undefined ? 'again' : 'p1'));
    await one.append(entry(2));
  });

  test('a database that cannot be opened: one sentence that says why, without the password', async () => {
    const refused = async (address: string): Promise<string> => {
      const error: unknown = await PostgresJournal.open(address, 'one').catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(StartFailure);
      expect(String(error)).not.toMatch(new RegExp(`${PASSWORD}|wrong-one`));
      return (error as Error).message;
    };
    expect(await refused(postgres.url('postgres', 'wrong-one'))).toContain(
      'refuses the user or the password',
    );
    expect(await refused(postgres.url('nowhere'))).toContain('does not exist. Create it with createdb');
    const other = createServer((socket) => socket.resume().end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    other.listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const elsewhere = `postgres://relay:${PASSWORD}@127.0.0.1:${port}/relay`;
    expect(await refused(elsewhere)).toContain('cannot be reached at the address in DATABASE_URL');
    other.close();
    await once(other, 'close');
    expect(await refused(elsewhere)).toContain('(ECONNREFUSED). Is it running');
  });

  test('tables of a newer version: are refused in one sentence', async () => {
    await (await open('one')).close();
    journals = [];
    await inDatabase("INSERT INTO kysely_migration VALUES ('099 everything is different', '2030-01-01')");
    await expect(open('one')).rejects.toThrow(
      /newer version .*"099 everything is different".* another database/,
    );
  });

  test('processes that start at once on an empty database: all open it', async () => {
    await Promise.all(['one', 'two', 'three'].map((name) => open(name)));
    expect(await inDatabase('SELECT name FROM processes ORDER BY name')).toHaveLength(3);
  });
});
