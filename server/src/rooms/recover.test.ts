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

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

const recover = (body: Record<string, unknown>) =>
  post(`${server.url}/api/recover`, { hostCode: HOST_CODE, ...body });

test('a lost console: another device gets it by code, host code and recovery word, and both lead', async () => {
  const created = await createSession(server.url, 'swap');
  const { code, recoveryWord } = created;
  await joinSession(server.url, code, 'Mia');
  const { status, body } = await recover({ code, word: recoveryWord.toUpperCase().replaceAll('-', ' ') });
  expect(status).toBe(200);
  const { sessionToken, projectorToken } = body as { sessionToken: string; projectorToken: string };
  expect(projectorToken).toBe(created.projectorToken);
  const first = await TestClient.enter(server.url, code, created.sessionToken);
  const second = await TestClient.enter(server.url, code, sessionToken);
  expect(second.welcome?.role ?? 'host').toBe('host');
  expect(await second.say({ type: 'start' })).toEqual({ accepted: true });
  await vi.waitFor(() => expect(first.view.session['']?.stage).toBe('running'));
  expect(await first.say({ type: 'pause' })).toEqual({ accepted: true });
  await vi.waitFor(() => expect(second.view.session['']?.pausedAt).not.toBeNull());
});

test('a wrong code, host code or word is named, and nothing is given away', async () => {
  const { code, recoveryWord: word } = await createSession(server.url, 'swap');
  const other = await createSession(server.url, 'swap');
  const refused = async (body: Record<string, unknown>) => (await recover(body)).body;
  expect(await refused({ code, word: other.recoveryWord })).toEqual({ rejection: 'wrongRecoveryWord' });
  expect(await refused({ code, word: '' })).toEqual({ rejection: 'wrongRecoveryWord' });
  expect(await refused({ code: '000000', word })).toEqual({ rejection: 'unknownCode' });
  // A right word is worth nothing without the host code, and does not tell that it is right.
  for (const one of [word, other.recoveryWord])
    expect(await refused({ code, hostCode: 'not-the-host-code', word: one })).toEqual({
      rejection: 'wrongHostCode',
    });
  expect(await refused({ code, word: 'a'.repeat(101) })).toEqual({ rejection: 'malformed' });
});

test('the word opens a session that is over, and none that has been erased', async () => {
  const { code, sessionToken, recoveryWord: word } = await createSession(server.url, 'swap');
  const host = await TestClient.enter(server.url, code, sessionToken);
  await host.say({ type: 'end' });
  expect((await recover({ code, word })).status).toBe(200);
  await post(`${server.url}/api/erase`, { code, token: sessionToken });
  expect((await recover({ code, word })).body).toEqual({ rejection: 'wrongRecoveryWord' });
});

test('neither the word nor the token is stored', async () => {
  const { roomId, recoveryWord, sessionToken } = await createSession(server.url, 'swap');
  const stored = JSON.stringify(await server.events(roomId));
  expect(stored).not.toContain(recoveryWord);
  expect(stored).not.toContain(sessionToken);
});

test('guessed words cost the guesser: wrong ones are held longer and longer', async () => {
  const { code } = await createSession(server.url, 'swap');
  const before = server.clock.waits.length;
  for (let i = 0; i < 12; i++) await recover({ code, word: `kuro-temi-sapo-na${'aeiou'[i % 5]!}` });
  const waits = server.clock.waits.slice(before);
  expect(Math.max(0, ...waits)).toBeGreaterThan(0);
});
