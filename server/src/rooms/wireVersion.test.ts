import { type SeatReservation, WIRE_VERSION, WIRE_VERSION_HEADER } from '@relay/shared/protocol';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import {
  createSession,
  HOST_CODE,
  joinSession,
  openTestServer,
  post,
  type TestServer,
} from '../testing/testServer.ts';
import { TestClient } from '../testing/TestClient.ts';

/** Pages of another wire version than the server's, over real requests and sockets. */

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

const OTHERS = [0, WIRE_VERSION - 1, WIRE_VERSION + 1];

/** Requests that a page sends before it enters a room. */
async function requests() {
  const session = await createSession(server.url);
  const { resumeToken } = await joinSession(server.url, session.code, 'Mia');
  return {
    '/api/sessions': { hostCode: HOST_CODE, network: 'swap' },
    '/api/join': { code: session.code, nickname: 'Leo' },
    '/api/resume': { code: session.code, token: resumeToken },
    '/api/catch-up': { token: session.sessionToken },
  };
}

test.each(OTHERS)('http: a page of version %d is told so, and its request has no effect', async (version) => {
  const before = [...server.app.sessions.live].length;
  const bodies = await requests();
  for (const [path, body] of Object.entries(bodies)) {
    const answer = await post(`${server.url}${path}`, body, { [WIRE_VERSION_HEADER]: String(version) });
    expect(answer, path).toMatchObject({ status: 409, body: { rejection: 'versionMismatch' } });
  }
  const { seat } = (await post(`${server.url}/api/resume`, bodies['/api/resume'])).body;
  const live = server.app.sessions.byId((seat as SeatReservation).roomId)!;
  expect(Object.values(live.names)).toEqual(['Mia']);
  expect([...server.app.sessions.live]).toHaveLength(before + 1);
});

test('http: a page of this version and a script without a version are answered', async () => {
  const { '/api/resume': body } = await requests();
  const headers = { [WIRE_VERSION_HEADER]: String(WIRE_VERSION) };
  expect((await post(`${server.url}/api/resume`, body, headers)).status).toBe(200);
  expect((await post(`${server.url}/api/resume`, body)).status).toBe(200);
});

test.each(OTHERS)('room: a page of version %s is given no seat, and the next one is', async (version) => {
  const { code } = await createSession(server.url);
  const { player, resumeToken } = await joinSession(server.url, code, 'Mia');
  const body = { code, token: resumeToken };
  const refused = await post(`${server.url}/api/resume`, body, { [WIRE_VERSION_HEADER]: String(version) });
  expect(refused).toMatchObject({ status: 409, body: { rejection: 'versionMismatch' } });
  expect(refused.body).not.toHaveProperty('seat');
  const after = await TestClient.enter(server.url, code, resumeToken);
  await vi.waitFor(() => expect(after.welcome).toMatchObject({ player, nickname: 'Mia' }));
  await after.leave();
});
