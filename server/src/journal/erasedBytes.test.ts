/** @module-tag slow */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Event } from '@relay/shared/referee/event';
import { runs } from '@relay/shared/testing/effort';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { temporaryDirectory } from '../testing/testServer.ts';
import { SqliteJournal } from './SqliteJournal.ts';

/** Erased rows that have been moved between pages: nothing of them is left in the bytes of the files. */

const joined = (player: string): Event => ({ type: 'playerJoined', at: 1_000, player, run: null });

/** Bytes of all files of a data directory, as text. */
const bytesIn = (directory: string): string =>
  readdirSync(directory)
    .map((name) => readFileSync(join(directory, name), 'latin1'))
    .join('\n');

/** Sessions that are written at the same time, so that their rows share pages, which are split again and again. */
async function writeSessions(
  journal: SqliteJournal,
  order: readonly number[],
  players: number,
): Promise<void> {
  for (const session of order)
    await journal.append({
      session: `session-${session}`,
      seq: 0,
      events: [],
      opens: { code: '123456', at: 1 },
    });
  const writing: Promise<void>[] = [];
  for (let seq = 0; seq < players; seq++)
    for (const session of order) {
      const player = `${(seq * 7_919) % players}-of-${session}-player`;
      writing.push(
        journal.append({
          session: `session-${session}`,
          seq,
          events: [joined(player)],
          people: [{ player, name: `name-of-${session}-${'long '.repeat(seq % 9)}` }],
          texts: [{ key: `${player}/A/S`, text: `text-of-${session}-${'typed '.repeat(seq % 40)}` }],
          tokens: [
            {
              hash: `hash-of-${session}-${player}`,
              owner: { role: 'player', session: `session-${session}`, player },
            },
          ],
        }),
      );
    }
  await Promise.all(writing);
}

test('erase: no byte of an erased session is left in the file or in its log of commits', async () => {
  const orders = fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7, 8], { minLength: 8 });
  await fc.assert(
    fc.asyncProperty(orders, async (order) => {
      const directory = temporaryDirectory();
      const journal = await SqliteJournal.open(directory);
      await writeSessions(journal, order, 60);
      expect(bytesIn(directory)).toContain('name-of-3-');
      await journal.erase('session-3', 9);
      const left = bytesIn(directory);
      for (const what of ['name-of-3-', 'text-of-3-', 'hash-of-3-', '-of-3-player'])
        expect(left.split(what).length - 1, what).toBe(0);
      for (const what of ['name-of-4-', 'text-of-4-']) expect(left).toContain(what);
      await journal.close();
      rmSync(directory, { recursive: true });
    }),
    { numRuns: runs(3, 100) },
  );
});
