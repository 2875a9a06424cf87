// @module-tag slow
import { rmSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { isLong } from '@relay/shared/testing/effort';
import { afterEach, expect, test, vi } from 'vitest';
import { SqliteJournal } from '../journal/SqliteJournal.ts';
import { ServerProcess } from '../testing/serverProcess.ts';
import { createSession, HOST_CODE, joinSession, temporaryDirectory } from '../testing/testServer.ts';
import { TestClient } from '../testing/TestClient.ts';

const LIMIT_MS = 5_000;
/** Longer than pages may be silent in the long form. */
const STOPPED_MS = isLong ? 35_000 : 3_000;
/** Most that the clock counts of a stop, ms, and its imprecision. */
const COUNTED_MS = 600;

const DATA_DIR = temporaryDirectory();
let server: ServerProcess | undefined;

afterEach(async () => {
  await server?.stop('SIGKILL');
  rmSync(DATA_DIR, { recursive: true, force: true });
});

test('a process that is stopped in mid-round: players get the time back, and nobody is taken for gone', async () => {
  server = await new ServerProcess({ HOST_CODE, DATA_DIR }).up();
  const { url } = server;
  const settings = { outputMs: LIMIT_MS, hiddenMs: LIMIT_MS, revealMs: 60_000, style: 'parallel' } as const;
  const session = await createSession(url, 'swap', { kind: 'tenMinutes', settings });
  const seat = await joinSession(url, session.code, 'Mia');
  const mia = await TestClient.take(url, seat.seat);
  const host = await TestClient.enter(url, session.code, session.sessionToken);
  const since = performance.now();
  await host.say({ type: 'start' });
  await vi.waitFor(() => expect(mia.mine?.seat?.truth).toBeNull());

  server.child.kill('SIGSTOP');
  await setTimeout(STOPPED_MS);
  server.child.kill('SIGCONT');
  await vi.waitFor(() => expect(mia.mine?.seat?.truth).not.toBeNull());
  expect(performance.now() - since).toBeGreaterThan(LIMIT_MS + STOPPED_MS - COUNTED_MS);
  expect(mia.closed).toBeNull();
  await server.stop('SIGTERM');

  const journal = await SqliteJournal.open(DATA_DIR);
  const { events } = (await journal.load(session.roomId))!;
  await journal.close();
  expect(events.filter(({ type }) => type === 'playerLeft')).toEqual([]);
  // In the log the round has its length, and not that of the stop.
  const at = (type: string): number => events.find((event) => event.type === type)!.at;
  expect(at('roundRevealed') - at('roundOpened')).toBeGreaterThanOrEqual(LIMIT_MS);
});
