import { once } from 'node:events';
import { connect } from 'node:net';
import { MAX_NETWORK_FILE_BYTES } from '@relay/shared/protocol';
import { LIMITS } from '@relay/shared/referee/session/state';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  createSession,
  HOST_CODE,
  joinSession,
  openTestServer,
  post,
  type TestServer,
} from '../testing/testServer.ts';
import { TestClient } from '../testing/TestClient.ts';
import { FORGET_MS } from './guessing/GuessLimits.ts';
import { MAX_PROBLEMS } from './shortProblems.ts';

let server: TestServer;
let api: string;
beforeAll(async () => {
  server = await openTestServer();
  api = `${server.url}/api`;
});
afterAll(() => server.close());

test('a new session: has a code of six digits and two different tokens', async () => {
  const reply = await createSession(server.url);
  expect(reply).toMatchObject({ code: expect.stringMatching(/^\d{6}$/), sessionToken: expect.any(String) });
  expect(reply.sessionToken).toMatch(/^[0-9a-f]{32}$/);
  expect(reply.projectorToken).toMatch(/^[0-9a-f]{32}$/);
  expect(reply.projectorToken).not.toBe(reply.sessionToken);
});

test('host code: is required, and read as people type it', async () => {
  const ask = (hostCode: string) => post(`${api}/sessions`, { hostCode, network: 'swap' });
  expect(await ask('test-host-cod')).toMatchObject({ status: 403, body: { rejection: 'wrongHostCode' } });
  expect(server.clock.waits.splice(0)).toEqual([250]);
  expect(await ask(` ${HOST_CODE.toUpperCase()} `)).toMatchObject({ status: 200 });
  expect(server.clock.waits).toEqual([]);
});

test('a wrong code: is answered later than the one before; a right one is not delayed', async () => {
  const { code } = await createSession(server.url);
  const join = (typed: string) => post(`${api}/join`, { code: typed, nickname: 'Mia' });
  const wrong = code === '000000' ? '000001' : '000000';
  const refused = { status: 404, body: { rejection: 'unknownCode' } };
  server.clock.at += FORGET_MS + 1;
  server.clock.waits.length = 0;
  for (let i = 0; i < 10; i++) expect(await join(wrong)).toMatchObject(refused);
  const most = 2_000;
  expect(server.clock.waits).toEqual([250, 500, 750, 1_000, 1_250, 1_500, 1_750, most, most, most]);

  expect(await join(code)).toMatchObject({ status: 200 });
  expect(await post(`${api}/join`, { code, nickname: '' })).toMatchObject({ status: 422 });
  expect(server.clock.waits).toHaveLength(10);
  server.clock.at += FORGET_MS;
  await join(wrong);
  server.clock.at += FORGET_MS + 1;
  await join(wrong);
  expect(server.clock.waits.slice(10)).toEqual([most, 250]);
});

test('a delayed refusal: is sent only when its wait is over', async () => {
  let end = (): void => {};
  const wait = vi.spyOn(server.clock, 'wait').mockReturnValueOnce(new Promise((resolve) => (end = resolve)));
  let answered = false;
  const refusal = post(`${api}/join`, { code: '12345', nickname: 'Mia' }).then(({ status }) => {
    answered = true;
    return status;
  });
  await vi.waitFor(() => expect(wait).toHaveBeenCalledOnce());
  // Later requests are answered in the meantime.
  await createSession(server.url);
  expect(answered).toBe(false);
  end();
  expect(await refusal).toBe(404);
});

test('session code: is read as people type it', async () => {
  const { code, roomId } = await createSession(server.url);
  for (const typed of [`${code.slice(0, 3)} ${code.slice(3)}`, `${code.slice(0, 3)}-${code.slice(3)}`]) {
    expect(await post(`${api}/join`, { code: typed, nickname: 'Mia' })).toMatchObject({
      body: { roomId, code },
    });
  }
});

test('a name that is taken: gets a number, and the player is told', async () => {
  const { code } = await createSession(server.url);
  expect(await joinSession(server.url, code, ' Mia ')).toMatchObject({ nickname: 'Mia', renamed: false });
  expect(await joinSession(server.url, code, 'mia')).toMatchObject({ nickname: 'mia 2', renamed: true });
});

test('a request to join that is sent again: gives the same player and a token that works', async () => {
  const { code, roomId } = await createSession(server.url, 'swap', { teams: 40 });
  await joinSession(server.url, code, 'Mia');
  const ask = (request: string, nickname = 'Mia') => post(`${api}/join`, { code, nickname, request });
  const id = 'a'.repeat(32);
  // At once, as from a page that has given up waiting, and later.
  const replies = await Promise.all(Array.from({ length: 10 }, () => ask(id)));
  replies.push(await ask(id), await ask(id, 'Other'));
  for (const { status, body } of replies) {
    expect(status).toBe(200);
    expect(body).toMatchObject({ player: replies[0]!.body['player'], nickname: 'Mia 2', renamed: true });
    expect(body['resumeToken']).toBe(replies[0]!.body['resumeToken']);
  }
  expect(Object.keys(server.app.sessions.byId(roomId)!.session.players)).toHaveLength(2);
  const token = replies[0]!.body['resumeToken'] as string;
  expect((await TestClient.enter(server.url, code, token)).closed).toBeNull();
  expect(token).not.toContain(id);

  const other = await ask('b'.repeat(32));
  expect(other.body['player']).not.toBe(replies[0]!.body['player']);
  const elsewhere = await createSession(server.url);
  const same = await post(`${api}/join`, { code: elsewhere.code, nickname: 'Mia', request: id });
  expect(same.body['resumeToken']).not.toBe(token);
});

test('the same name 100 times at once: gives 100 different names', async () => {
  const { code } = await createSession(server.url, 'swap', { teams: 40 });
  const replies = await Promise.all(Array.from({ length: 100 }, () => joinSession(server.url, code, 'Mia')));
  expect(new Set(replies.map(({ nickname }) => nickname)).size).toBe(100);
});

test.each([
  ['', 'nameEmpty'],
  ['   ', 'nameEmpty'],
  ['x'.repeat(21), 'nameTooLong'],
  ['a\u202Eb', 'nameUnusable'],
  ['a\u0000b', 'nameUnusable'],
  ['Host', 'nameReserved'],
  ['ホスト', 'nameReserved'],
  ['Sh1t', 'nameForbidden'],
])('nickname %j: is refused', async (nickname, rejection) => {
  const { code } = await createSession(server.url);
  expect(await post(`${api}/join`, { code, nickname })).toMatchObject({ status: 422, body: { rejection } });
});

test('a bad nickname: is refused alike for a live code, an ended one and none', async () => {
  const { code } = await createSession(server.url);
  const none = code === '000000' ? '000001' : '000000';
  for (const nickname of ['', ' ', 'x'.repeat(21), 'a\u202Eb', 'Teacher', '田中先生']) {
    const [live, dead] = [
      await post(`${api}/join`, { code, nickname }),
      await post(`${api}/join`, { code: none, nickname }),
    ];
    expect(live, nickname).toEqual(dead);
    expect(live.status).toBe(422);
  }
});

test('names that look alike or differ in what nobody sees: get a number', async () => {
  const { code } = await createSession(server.url);
  await joinSession(server.url, code, 'Mia');
  for (const [i, nickname] of ['M\u200Dia', 'Mia\uFE0F', 'Mi\u0430', '\u041Cia'].entries()) {
    const { renamed, nickname: given } = await joinSession(server.url, code, nickname);
    expect([renamed, given.at(-1)], nickname).toEqual([true, String(i + 2)]);
  }
});

test('an ended session: refuses with its own rejection', async () => {
  const { code, roomId, sessionToken } = await createSession(server.url);
  const host = await TestClient.enter(server.url, code, sessionToken);
  await host.say({ type: 'end' });
  const refused = { status: 410, body: { rejection: 'endedCode' } };
  expect(await post(`${api}/join`, { code, nickname: 'Mia' })).toMatchObject(refused);
  await host.leave();
  await vi.waitFor(() => expect(server.app.sessions.byId(roomId)).toBeUndefined());
  expect(await post(`${api}/join`, { code, nickname: 'Mia' })).toMatchObject(refused);
});

test('a locked session: refuses newcomers and lets its players resume', async () => {
  const { code, sessionToken } = await createSession(server.url);
  const mia = await joinSession(server.url, code, 'Mia');
  const host = await TestClient.enter(server.url, code, sessionToken);
  await host.say({ type: 'lock', locked: true });
  expect(await post(`${api}/join`, { code, nickname: 'Leo' })).toMatchObject({
    status: 409,
    body: { rejection: 'sessionLocked' },
  });
  expect(await post(`${api}/resume`, { code, token: mia.resumeToken })).toMatchObject({ status: 200 });
});

test('a full session: refuses', async () => {
  const { code, roomId } = await createSession(server.url);
  const live = server.app.sessions.byId(roomId)!;
  const fill = (i: number) => live.join(`p${i}`, `P${i}`, `${roomId}${i}`);
  const filled = await Promise.all(Array.from({ length: LIMITS.players + 1 }, (_, i) => fill(i)));
  expect(filled.at(-1)).toEqual({ rejection: 'sessionFull' });
  expect(await post(`${api}/join`, { code, nickname: 'Mia' })).toMatchObject({
    status: 409,
    body: { rejection: 'sessionFull' },
  });
});

test('a token: opens its own session only', async () => {
  const [one, other] = [await createSession(server.url), await createSession(server.url)];
  const mia = await joinSession(server.url, one.code, 'Mia');
  expect(await post(`${api}/resume`, { code: other.code, token: mia.resumeToken })).toMatchObject({
    status: 403,
    body: { rejection: 'unknownToken' },
  });
  await expect(TestClient.enter(server.url, other.code, mia.resumeToken)).rejects.toThrow('unknownToken');
  await expect(TestClient.enter(server.url, one.code, '0'.repeat(32))).rejects.toThrow('unknownToken');
  await expect(TestClient.enter(server.url, one.code, 'guess')).rejects.toThrow('malformed');
});

test('a network file: is accepted whole, or refused with its problems', async () => {
  const file = {
    format: 'backprop-relay/network@1',
    name: 'Own',
    layers: [{ units: 1 }, { units: 1, activation: 'identity' }],
    loss: 'half-squared-error',
    weights: [[[2]]],
    data: [{ x: [1], t: [1] }],
  };
  const ask = (network: unknown) => post(`${api}/sessions`, { hostCode: HOST_CODE, network });
  expect(await ask(file)).toMatchObject({ status: 200 });
  const refused = await ask({ ...file, weights: [[[2, 3]]] });
  expect(refused).toMatchObject({ status: 422, body: { rejection: 'networkRefused' } });
  expect(refused.body['problems']).toContainEqual({
    path: expect.stringContaining('weights'),
    expected: expect.any(String),
  });
  const wild = await ask({ ...file, data: [...file.data, { x: [1e200], t: [1] }] });
  expect(wild).toMatchObject({ status: 422, body: { rejection: 'networkRefused' } });
  expect(wild.body['problems']).toEqual([{ path: 'data[1]', expected: expect.stringContaining('loss') }]);
  expect(await ask('no-such-preset')).toMatchObject({ status: 422, body: { rejection: 'networkRefused' } });
});

test('a bad network file of any size: gets a short reply that says how many problems there are', async () => {
  const numbers = Array.from({ length: 30_000 }, () => 'x');
  const bad = { name: 'x', weights: [[numbers]], ['y'.repeat(1_000)]: 1, loss: 7 };
  const reply = await post(`${api}/sessions`, { hostCode: HOST_CODE, network: bad });
  expect(reply).toMatchObject({ status: 422, body: { rejection: 'networkRefused' } });
  const problems = reply.body['problems'] as { path: string; expected: string }[];
  expect(problems).toHaveLength(MAX_PROBLEMS + 1);
  expect(problems.at(-1)).toEqual({ path: '', expected: expect.stringMatching(/^and \d+ more$/u) });
  expect(JSON.stringify(problems).length).toBeLessThan(10_000);
});

test.each([
  ['no JSON', '{"code":'],
  ['a list', []],
  ['a number', '7'],
  ['nothing', {}],
  ['a field too many', { code: '123456', nickname: 'Mia', admin: true }],
  ['a wrong type', { code: 123456, nickname: 'Mia' }],
])('join request (%s): is malformed', async (_what, body) => {
  expect(await post(`${api}/join`, body)).toMatchObject({ status: 400, body: { rejection: 'malformed' } });
});

test('a body that is too large: is refused before it is read', async () => {
  const body = { hostCode: HOST_CODE, network: { name: 'x'.repeat(MAX_NETWORK_FILE_BYTES + 20_000) } };
  expect(await post(`${api}/sessions`, body)).toMatchObject({ status: 413, body: { rejection: 'tooLarge' } });
});

test('presets: are listed', async () => {
  const list = (await (await fetch(`${api}/presets`)).json()) as unknown[];
  expect(list).toContainEqual({ id: 'swap', name: 'Swap', layers: [2, 2, 2] });
});

describe('guessing over real connections', () => {
  /** Guesses from an address of this machine's own, without waiting for the reply. */
  async function guessAndDrop(from: string, body: object): Promise<void> {
    const text = JSON.stringify(body);
    const socket = connect({ port: server.app.port, host: '127.0.0.1', localAddress: from });
    socket.on('error', () => {});
    await once(socket, 'connect');
    socket.write(
      `POST /api/join HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${text.length}\r\n\r\n${text}`,
    );
    socket.destroy();
  }

  test('connections that are dropped: teach nothing any more, and a right code passes meanwhile', async () => {
    const { code, roomId, sessionToken } = await createSession(server.url);
    const joined = (): number => Object.keys(server.app.sessions.byId(roomId)!.session.players).length;
    const wrong = { code: code === '000000' ? '000001' : '000000', nickname: 'Eve' };
    // Real holds: this clock's waits are over at once.
    const holds: (() => void)[] = [];
    const wait = vi
      .spyOn(server.clock, 'wait')
      .mockImplementation(() => new Promise((done) => holds.push(done)));
    for (let i = 0; i < 40; i++) await guessAndDrop('127.0.0.9', wrong);
    await vi.waitFor(() => expect(holds.length).toBeGreaterThanOrEqual(40));
    for (const done of holds.splice(0)) done();
    // From now on even the right code, dropped early, brings nobody in.
    for (let i = 0; i < 5; i++) await guessAndDrop('127.0.0.9', { code, nickname: `Eve ${i}` });
    await vi.waitFor(() => expect(holds).toHaveLength(5));
    expect(await joinSession(server.url, code, 'Mia')).toMatchObject({ nickname: 'Mia' });
    expect((await TestClient.enter(server.url, code, sessionToken)).closed).toBeNull();
    for (const done of holds.splice(0)) done();
    await joinSession(server.url, code, 'Leo');
    expect(joined()).toBe(2);
    wait.mockRestore();
  });
});
