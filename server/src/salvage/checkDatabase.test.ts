/** @module-tag slow */
import { readLog } from '@relay/shared/referee/versions/readLog';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PostgresJournal } from '../journal/postgres/PostgresJournal.ts';
import { storedLogs } from '../testing/fixtures.ts';
import { describeCluster } from '../testing/parts/installed.ts';
import { PostgresServer } from '../testing/parts/PostgresServer.ts';
import { checkDatabase } from './checkDatabase.ts';
import { sessionLines } from './sentences.ts';

let postgres: PostgresServer;

describeCluster('PostgreSQL', () => {
  beforeAll(async () => {
    postgres = await PostgresServer.start();
  });
  afterAll(() => postgres.close());

  test('check: names the sessions of a database that are not whole', async () => {
    const url = await postgres.createDatabase();
    const journal = await PostgresJournal.open(url, 'one');
    const { rows, version } = storedLogs().findLast(({ name }) => name === 'relay')!;
    const stored = rows.map((value, seq) => ({ seq, version, value }));
    const events = readLog('relay', stored);
    const players = events.flatMap((event) => (event.type === 'playerJoined' ? event.player : []));
    const people = players.map((player) => ({ player, name: player }));
    for (const [i, session] of ['good', 'gap'].entries()) {
      await journal.append({ session, seq: 0, events, people, opens: { code: `12345${i}`, at: i } });
    }
    await journal.close();
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query("DELETE FROM events WHERE session = 'gap' AND seq = 12");
    await client.end();
    const shares: number[] = [];
    const sessions = await checkDatabase(url, (share) => shares.push(share));
    expect(sessionLines(sessions)).toEqual([
      `Session 123450 (good): whole; ${events.length} events, ${players.length} players, not ended.`,
      `Session 123451 (gap): cannot be opened: its event 12 is missing. 12 of its ${events.length - 1} events could be saved.`,
      expect.stringContaining('In all: 2 sessions, of which 1 whole'),
    ]);
    expect(shares).toEqual([0.5, 1]);
  });
});
