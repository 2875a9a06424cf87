import { rmSync } from 'node:fs';
import type { Event } from '@relay/shared/referee/event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryDirectory } from '../testing/testServer.ts';
import { SqliteJournal } from './SqliteJournal.ts';

/** Details of SQLite. Promises of any journal: `journalContract.test.ts`. */

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

test('a second writer: the error has the code of SQLite', async () => {
  await journal.append({ session: 's', seq: 0, events: [joined('p1')], opens: { code: '123456', at: 1 } });
  await expect(journal.append({ session: 's', seq: 0, events: [joined('p2')] })).rejects.toMatchObject({
    code: 'SQLITE_CONSTRAINT_PRIMARYKEY',
  });
});

test('commits: are synchronous to the disk', async () => {
  expect(await journal.durability()).toEqual({ journal_mode: 'wal', synchronous: 2 });
});
