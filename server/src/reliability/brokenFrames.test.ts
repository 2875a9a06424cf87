// @module-tag slow
import { join } from 'node:path';
import { rmSync } from 'node:fs';
import { randomSequence } from '@relay/shared/randomSequence';
import { isLong } from '@relay/shared/testing/effort';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { Child } from '../../bench/processes/Child.ts';
import type { OursApi } from '../../bench/subjects/subject.ts';
import { framesOf, mutate } from '../testing/brokenFrames.ts';
import { createSession, joinSession, temporaryDirectory } from '../testing/testServer.ts';
import { TestClient } from '../testing/TestClient.ts';

/** Broken frames at a server in a process of its own, whose memory is weighed before and after. */

const SUBJECT = join(import.meta.dirname, '..', '..', 'bench', 'subjects', 'ours.ts');
const FRAMES = isLong ? 1_000_000 : 3_000;
/** Frames before the first weighing: caches fill. */
const WARM_UP = FRAMES / 10;
/** Fewer than a second may have, so that no socket is closed for sending too fast before its frames have been read. */
const FRAMES_A_SOCKET = 50;
const SOCKETS = 7;
/** Most that the heap may grow, as a share. */
const GROWTH = 0.05;

const DATA_DIR = temporaryDirectory();
let server: Child<OursApi>;
let url: string;
let hostCode: string;

beforeAll(async () => {
  server = new Child<OursApi>(SUBJECT, [DATA_DIR], ['--expose-gc']);
  const opened = await server.ask('open');
  ({ hostCode } = opened);
  url = `http://127.0.0.1:${opened.port}`;
});
afterAll(async () => {
  vi.restoreAllMocks();
  await server.stop();
  rmSync(DATA_DIR, { recursive: true, force: true });
});

const next = randomSequence(20_261_124);
const random = (below: number): number => Math.floor(next() * below);

/** Sends broken frames from players of a session of their own, which ends afterwards. */
async function attack(count: number): Promise<void> {
  const { code, sessionToken } = await createSession(url, 'swap', { hostCode, teams: 40 });
  const host = await TestClient.enter(url, code, sessionToken);
  for (let sent = 0; sent < count; ) {
    const { resumeToken } = await joinSession(url, code, 'Mallory');
    const sockets: TestClient[] = [];
    for (let i = 0; i < SOCKETS; i++) sockets.push(await TestClient.enter(url, code, resumeToken));
    const frames = framesOf(sockets[0]!);
    for (const { room } of sockets.slice(1)) {
      for (let i = 0; i < FRAMES_A_SOCKET; i++)
        room.connection.send(mutate(frames[random(frames.length)]!, random));
      sent += FRAMES_A_SOCKET;
    }
    // An answer to its own request, or its end, shows that all frames before it have been read.
    await Promise.all(sockets.map(({ room }) => room.request('pong').catch(() => {})));
    await Promise.all(sockets.filter(({ closed }) => closed === null).map((one) => one.leave()));
  }
  await host.say({ type: 'end' });
  await host.leave();
}

/** Frames of one session: less than its players may be. */
const FRAMES_A_SESSION = 30_000;

async function attackAll(count: number): Promise<void> {
  for (let left = count; left > 0; left -= FRAMES_A_SESSION) await attack(Math.min(left, FRAMES_A_SESSION));
}

test(`${FRAMES} broken frames: the process lives, and its heap does not grow`, async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  const other = await createSession(url, 'swap', { hostCode });
  const mia = await joinSession(url, other.code, 'Mia');
  const neighbour = await TestClient.take(url, mia.seat);
  await attackAll(WARM_UP);
  const before = await server.ask('memory');
  await attackAll(FRAMES);
  const after = await server.ask('memory');
  const growth = after.heapUsed / before.heapUsed - 1;
  console.info(`${FRAMES} broken frames: heap ${(100 * growth).toFixed(1)} % larger`);
  expect(neighbour.closed).toBeNull();
  await vi.waitFor(() => expect(neighbour.mine?.player).toBe(mia.player));
  // Few frames say nothing about what many leave behind.
  if (isLong) expect(growth).toBeLessThan(GROWTH);
});
