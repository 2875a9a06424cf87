// @module-tag slow
import { queryObjects, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { matchMaker } from '@colyseus/core';
import { isLong } from '@relay/shared/testing/effort';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { LiveSession } from '../rooms/LiveSession.ts';
import { RoomViews } from '../rooms/RoomViews.ts';
import { createSession, joinSession, openTestServer, type TestServer } from '../testing/testServer.ts';
import { TestClient } from '../testing/TestClient.ts';

const AT_ONCE = 40;
/** Sessions before the first measurement: caches of libraries fill. */
const WARM_UP = 200;
const SESSIONS = 10_000;
/** Most that may stay of a session, the cache of its tokens included. */
const BYTES_A_SESSION = 1_024;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

/** Plays a session from its creation until its room is gone. */
async function playOne(): Promise<void> {
  const { code, sessionToken, roomId } = await createSession(server.url);
  const host = await TestClient.enter(server.url, code, sessionToken);
  const { seat } = await joinSession(server.url, code, 'Mia');
  const mia = await TestClient.take(server.url, seat);
  await host.say({ type: 'start' });
  await host.say({ type: 'end' });
  await Promise.all([host.leave(), mia.leave()]);
  await vi.waitFor(() => expect(matchMaker.getLocalRoomById(roomId)).toBeUndefined());
}

async function play(count: number): Promise<void> {
  for (let left = count; left > 0; left -= AT_ONCE)
    await Promise.all(Array.from({ length: AT_ONCE }, playOne));
}

/** Bytes of the heap that are in use, when what nothing refers to is gone. */
async function usedBytes(): Promise<number> {
  for (let i = 0; i < 5; i++) {
    await new Promise(setImmediate);
    collectGarbage();
  }
  return process.memoryUsage().heapUsed;
}

test('a session that is over and left by all: nothing refers to it any more', async () => {
  await play(AT_ONCE);
  // An object goes when nothing refers to it, some turns of the event loop later.
  await vi.waitFor(async () => {
    await usedBytes();
    expect([queryObjects(LiveSession), queryObjects(RoomViews)]).toEqual([0, 0]);
  });
  expect([...server.app.sessions.live]).toEqual([]);
});

test.runIf(isLong)(`${SESSIONS} sessions made, played and disposed: memory does not grow`, async () => {
  await play(WARM_UP);
  const before = await usedBytes();
  await play(SESSIONS);
  const slope = ((await usedBytes()) - before) / SESSIONS;
  console.log(`${Math.round(slope)} bytes a session stay`);
  expect(slope).toBeLessThan(BYTES_A_SESSION);
});
