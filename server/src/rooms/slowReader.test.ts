import { once } from 'node:events';
import { matchMaker, Protocol } from '@colyseus/core';
import { settingsFor } from '@relay/shared/lesson/settings';
import { presetById } from '@relay/shared/network/presets';
import type { SeatReservation } from '@relay/shared/protocol';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { encoded } from './FrameEncoder.ts';
import { openTestServer, post, type TestServer } from '../testing/testServer.ts';
import { TestClient } from '../testing/TestClient.ts';

/** Clients that do not read what they are sent, as a stalled phone; over real sockets whose buffers fill up. */

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

/** Players with names longer than any page can send: a switch of the names makes a very large frame. */
const PLAYERS = 400;
const LONG_NAME = (i: number): string => `${'長い名前のひと'.repeat(30)}${i}`;

async function crowd() {
  const made = await server.app.sessions.create(presetById('swap')!, settingsFor('hosted', { teams: 40 }));
  if ('rejection' in made) throw new Error(made.rejection);
  const live = server.app.sessions.byId(made.roomId)!;
  await Promise.all(Array.from({ length: PLAYERS }, (_, i) => live.join(`p${i}`, LONG_NAME(i), `hash ${i}`)));
  return { ...made, live };
}

/** Projector on a bare socket, with every frame that it has read. */
async function projector(code: string, token: string) {
  const { body } = await post(`${server.url}/api/resume`, { code, token });
  const { processId, roomId, sessionId } = body['seat'] as SeatReservation;
  const socket = new WebSocket(
    `${server.url.replace('http', 'ws')}/${processId}/${roomId}?sessionId=${sessionId}`,
  );
  const frames: Buffer[] = [];
  socket.on('message', (data: Buffer) => {
    if (data[0] === Protocol.JOIN_ROOM) socket.send(Buffer.from([Protocol.JOIN_ROOM]));
    else frames.push(data);
  });
  await once(socket, 'message');
  await vi.waitFor(() => expect(frames.length).toBeGreaterThan(1));
  // Heartbeats are not for both at the same moment.
  const views = (): Buffer[] =>
    frames.filter((frame) => frame.includes('view') && !frame.includes('welcome'));
  return { socket, views, sessionId };
}

/** Bytes that wait in this process for a client. */
function waitingFor(roomId: string, sessionId: string): number | null {
  const client = matchMaker.getLocalRoomById(roomId).clients.get(sessionId);
  return client ? (client.ref as unknown as { bufferedAmount: number }).bufferedAmount : null;
}

test('frames: encoding more of them leaves those before as they are', () => {
  const message = (i: number) => ({ whole: false, delta: { set: { text: `${i}`.repeat(i) } } });
  const frames = Array.from({ length: 300 }, (_, i) => encoded('view', message(i)));
  const copies = frames.map((frame) => Buffer.from(frame));
  for (let i = 0; i < 300; i++) encoded('view', message(300 - i));
  frames.forEach((frame, i) => expect(Buffer.from(frame).equals(copies[i]!)).toBe(true));
});

test('a client that stops reading: gets every frame once it goes on, byte for byte, or is dropped', async () => {
  const { code, roomId, projectorToken, sessionToken, live } = await crowd();
  const [slow, quick] = [await projector(code, projectorToken), await projector(code, projectorToken)];
  const host = await TestClient.enter(server.url, code, sessionToken);
  slow.socket.pause();

  let names = true;
  /** Switches the names until the slow client has this many bytes waiting, or is gone. */
  const fill = async (bytes: number): Promise<void> => {
    for (let i = 0; i < 2_000 && (waitingFor(roomId, slow.sessionId) ?? bytes) < bytes; i++) {
      const before = quick.views().length;
      names = !names;
      await live.submit({ type: 'changeDisplay', display: { names } }, { role: 'host' });
      // One switch after the other: two that are sent together would cancel out.
      await vi.waitFor(() => {
        expect(host.entry('session/')).toMatchObject({ display: { names } });
        expect(quick.views().length).toBeGreaterThan(before);
      });
    }
  };
  await fill(500_000);
  expect(waitingFor(roomId, slow.sessionId)).toBeGreaterThan(400_000);
  slow.socket.resume();
  await vi.waitFor(() => expect(slow.views().length).toBe(quick.views().length));
  slow.views().forEach((frame, i) => expect(frame.equals(quick.views()[i]!), `frame ${i}`).toBe(true));

  slow.socket.pause();
  await fill(Number.POSITIVE_INFINITY);
  expect(waitingFor(roomId, slow.sessionId)).toBeNull();
  // The others, and the session, go on.
  expect(await host.say({ type: 'start' })).toEqual({ accepted: true });
  slow.socket.terminate();
  quick.socket.terminate();
});
