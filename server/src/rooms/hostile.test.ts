import { setTimeout } from 'node:timers/promises';
import { Client } from '@colyseus/sdk';
import { ROOM_NAME } from '@relay/shared/protocol';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { createSession, joinSession, openTestServer, post, type TestServer } from '../testing/testServer.ts';
import { isLong } from '@relay/shared/testing/effort';
import { randomSequence } from '@relay/shared/randomSequence';
import { framesOf, mutate } from '../testing/brokenFrames.ts';
import { passTime } from '../testing/passTime.ts';
import { TestClient } from '../testing/TestClient.ts';
import { MAX_UNTAKEN } from './SeatReservations.ts';

let server: TestServer;
let roomId: string;
let code: string;
let token: string;
let sessionToken: string;
let mallory: TestClient;
let neighbour: TestClient;
const uncaught: unknown[] = [];
const note = (error: unknown) => void uncaught.push(error);

beforeAll(async () => {
  process.on('uncaughtException', note);
  server = await openTestServer();
  const other = await createSession(server.url);
  const mia = await joinSession(server.url, other.code, 'Mia');
  neighbour = await TestClient.enter(server.url, other.code, mia.resumeToken);
  const host = await TestClient.enter(server.url, other.code, other.sessionToken);
  await host.say({ type: 'start' });
});
beforeEach(async () => {
  const session = await createSession(server.url, 'swap', { teams: 40 });
  ({ roomId, code, sessionToken } = session);
  token = (await joinSession(server.url, session.code, 'Mallory')).resumeToken;
  mallory = await TestClient.enter(server.url, code, token);
});
/** Checks after each attack that no handler failed and that another session is unaffected. */
afterEach(async () => {
  expect(uncaught).toEqual([]);
  expect(neighbour.closed).toBeNull();
  await vi.waitFor(() => expect(neighbour.entry('session/')).toMatchObject({ stage: 'running', players: 1 }));
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
});
afterAll(async () => {
  vi.restoreAllMocks();
  process.off('uncaughtException', note);
  await server.close();
});

/** Command that only the host may give. */
const START = { type: 'start', moment: 'any' };

const stillIn = async (client: TestClient): Promise<void> => {
  const reply = await client.room.request('command', START);
  expect(reply).toEqual({ accepted: false, rejection: 'notAllowed' });
};

test.each([
  ['nothing', undefined],
  ['null', null],
  ['a number', 7],
  ['a list', [1, 2, 3]],
  ['an unknown type', { type: 'becomeHost' }],
  ['a missing field', { type: 'submitAnswer', answerId: '12345678' }],
  ['no moment', { type: 'start' }],
  ['a long moment', { type: 'start', moment: 'x'.repeat(101) }],
  ['a field too many', { ...START, by: { role: 'host' } }],
  ['a command of the room', { type: 'joinPlayer', player: 'x' }],
  ['not a number', { type: 'addTime', moment: 'any', ms: Number.NaN }],
  ['a prototype', { ...START, ['__proto__']: { role: 'host' }, constructor: 1 }],
])('%s is malformed and keeps its connection', async (_what, message) => {
  expect(await mallory.room.request('command', message)).toEqual({
    accepted: false,
    rejection: 'malformed',
  });
  await stillIn(mallory);
});

test('a page that sends a little all the time: is never taken for one that sends too fast', async () => {
  // More frames than a second allows, over some seconds.
  for (let i = 0; i < 30; i++) {
    for (let j = 0; j < 3; j++) mallory.room.send('pong');
    await setTimeout(100);
  }
  await stillIn(mallory);
});

test('messages of an unknown type: are ignored', async () => {
  mallory.room.send('nope', { any: 'thing' });
  mallory.room.send(4711, 'thing');
  mallory.room.send('__proto__', {});
  mallory.room.sendBytes('constructor', new Uint8Array(8));
  await expect(mallory.room.request('toString', {})).rejects.toThrow();
  await stillIn(mallory);
});

test('an oversized message: closes its own socket only', async () => {
  const tab = await TestClient.enter(server.url, code, token);
  mallory.room.send('command', { ...START, padding: 'x'.repeat(5_000) });
  await vi.waitFor(() => expect(mallory.closed).toBe(1009));
  await stillIn(tab);
});

test('sending too fast: is slowed down, then disconnected', async () => {
  const replies = await Promise.all(Array.from({ length: 40 }, () => mallory.room.request('command', START)));
  const count = (rejection: string) => replies.filter((reply) => reply.rejection === rejection).length;
  expect([count('notAllowed'), count('tooFast')]).toEqual([20, 20]);
  expect(mallory.closed).toBeNull();
  for (let i = 0; i < 200; i++) mallory.room.send('command', START);
  await vi.waitFor(() => expect(mallory.closed).not.toBeNull());
});

test('answers to heartbeats: do not count towards the limit', async () => {
  for (let i = 0; i < 40; i++) mallory.room.send('pong');
  await stillIn(mallory);
});

test('matchmaking: a page can neither create nor search a room', async () => {
  const matchmaker = new Client(server.url);
  for (const method of ['create', 'joinOrCreate', 'join'] as const) {
    await expect(matchmaker[method](ROOM_NAME, { token, key: token })).rejects.toThrow();
  }
  const reconnect = await post(`${server.url}/matchmake/reconnect/${roomId}`, { reconnectionToken: 'x' });
  expect(reconnect.status).toBeGreaterThanOrEqual(400);
});

test('matchmaking: no request reaches a room', async () => {
  for (const body of ['', '{', '[]', `{"token":"${token}"}`, `{"token":"${'a'.repeat(5_000)}"}`]) {
    const { status } = await post(`${server.url}/matchmake/joinById/${roomId}`, body);
    expect(status, body.slice(0, 20)).toBe(404);
  }
});

test('a seat: is taken once, by its own id', async () => {
  const { seat } = await joinSession(server.url, code, 'Eve');
  const eve = await TestClient.take(server.url, seat);
  for (const sessionId of [seat.sessionId, 'x', '__proto__', 'constructor']) {
    await expect(TestClient.take(server.url, { ...seat, sessionId }), sessionId).rejects.toThrow();
  }
  await stillIn(eve);
});

test('one token: can neither fill the room with sockets nor reserve hundreds of seats', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  const enter = () => TestClient.enter(server.url, code, token);
  const tabs = await Promise.allSettled(Array.from({ length: 12 }, enter));
  const entered = tabs.filter(({ status }) => status === 'fulfilled').length;
  expect(entered).toBeLessThanOrEqual(7);
  const later: PromiseSettledResult<TestClient>[] = [];
  for (let i = 0; i < 5; i++) later.push(...(await Promise.allSettled([enter()])));
  expect(later.filter(({ status }) => status === 'fulfilled')).toHaveLength(Math.max(0, 7 - entered));
  const reserve = () => post(`${server.url}/api/resume`, { code, token });
  const places = await Promise.all(Array.from({ length: 100 }, reserve));
  const refused = places.filter(({ status }) => status !== 200);
  expect(refused.length).toBeGreaterThan(80);
  for (const refusal of refused)
    expect(refusal).toMatchObject({ status: 429, body: { rejection: 'tooFast' } });
  await stillIn(mallory);
});

test('the token of the projector: whatever it opens, the next projector gets in', async () => {
  const session = await createSession(server.url);
  const open = () => TestClient.enter(server.url, session.code, session.projectorToken);
  const crowd: TestClient[] = [];
  for (let i = 0; i < 6; i++) {
    crowd.push(...(await Promise.all(Array.from({ length: 5 }, open))));
    await passTime(server, 1_000, [neighbour]);
  }
  // All but one are heard of once more.
  await Promise.all(crowd.slice(1).map(({ room }) => room.request('pong').catch(() => {})));
  const next = await open();
  await vi.waitFor(() => expect(crowd[0]!.closed).not.toBeNull());
  expect([next, ...crowd.slice(1)].filter(({ closed }) => closed !== null)).toEqual([]);
  await vi.waitFor(() => expect(next.entry('session/')).toBeDefined());
});

test('seats that are asked for and never taken: a token holds a few, and other tokens get theirs', async () => {
  const session = await createSession(server.url, 'swap', { teams: 40 });
  const mine = await Promise.all(
    Array.from({ length: 15 }, () => post(`${server.url}/api/resume`, { code, token })),
  );
  const seats = mine.map(({ body }) => (body['seat'] as { sessionId: string }).sessionId);
  expect(new Set(seats).size).toBeLessThanOrEqual(MAX_UNTAKEN.player);
  const host = await TestClient.enter(server.url, session.code, session.sessionToken);
  expect(host.closed).toBeNull();
  // A seat that was handed out twice is still one that the next page can take.
  expect((await TestClient.enter(server.url, code, token)).closed).toBeNull();
});

test('joins that never connect: fill neither the session nor the journal, and real students get in', async () => {
  const session = await createSession(server.url, 'swap', { teams: 40 });
  const host = await TestClient.enter(server.url, session.code, session.sessionToken);
  const players = () => Object.values(server.app.sessions.byId(session.roomId)!.session.players);
  const join = (nickname: string) => joinSession(server.url, session.code, nickname);
  let last = await join('Fake');
  for (let i = 0; i < 1_200; i += 40)
    last = (await Promise.all(Array.from({ length: 40 }, (_, j) => join(`Fake ${i + j}`))))[0]!;
  const fakes = players().length;
  expect(fakes).toBeLessThanOrEqual(250);
  const real = await Promise.all(
    Array.from({ length: 40 }, async (_, i) => TestClient.take(server.url, (await join(`Real ${i}`)).seat)),
  );
  expect(players()).toHaveLength(fakes + 40);
  await vi.waitFor(() =>
    expect(real.map(({ welcome }) => welcome?.nickname)).toEqual(real.map((_, i) => `Real ${i}`)),
  );
  expect((await real[0]!.say({ type: 'castVote', term: 'S' })).accepted).toBe(false);
  // A page that comes with its token later than it could take the seat gets in, too; its name is in use by now.
  await TestClient.take(server.url, (await join(last.nickname)).seat);
  const late = await TestClient.enter(server.url, session.code, last.resumeToken);
  await vi.waitFor(() => expect(late.welcome?.nickname).toBe(`${last.nickname} 2`));
  // One press removes the fakes that are there.
  await passTime(server, 20_000, [neighbour, mallory, host, late, ...real]);
  await vi.waitFor(() =>
    expect(Object.values(host.rows).filter(({ silent }) => silent).length).toBe(fakes + 1),
  );
  expect(await host.say({ type: 'removeSilent' })).toEqual({ accepted: true });
  expect(players().filter(({ removal }) => removal === null)).toHaveLength(41);
});

/** A million of them are sent to a process of its own: `reliability/brokenFrames.test.ts`. */
const [ROUNDS, FRAMES_A_TAB] = isLong ? [500, 50] : [50, 20];
const ROUNDS_A_SESSION = 250;
const TABS = 7;

/** Ends the session, and goes on in a new one. */
async function moveOn(): Promise<void> {
  // The silenced console keeps all that was printed.
  vi.clearAllMocks();
  const host = await TestClient.enter(server.url, code, sessionToken);
  await host.say({ type: 'end' });
  await host.leave();
  await mallory.leave();
  ({ roomId, code, sessionToken } = await createSession(server.url, 'swap', { teams: 40 }));
  token = (await joinSession(server.url, code, 'Mallory')).resumeToken;
  mallory = await TestClient.enter(server.url, code, token);
}

test('thousands of broken frames: affect only their own sockets', async () => {
  // The decoder prints a warning for each broken text.
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const next = randomSequence(20_261_124);
  const random = (below: number): number => Math.floor(next() * below);
  const frames = framesOf(mallory);
  await mallory.leave();
  mallory = await TestClient.enter(server.url, code, token);
  for (let round = 0; round < ROUNDS; round++) {
    if (round % ROUNDS_A_SESSION === 0 && round > 0) await moveOn();
    const { resumeToken } = await joinSession(server.url, code, 'Mallory');
    const enter = () => TestClient.enter(server.url, code, resumeToken);
    const tabs: TestClient[] = [];
    for (let i = 0; i < TABS; i++) tabs.push(await enter());
    for (const tab of tabs) {
      for (let i = 0; i < FRAMES_A_TAB; i++)
        tab.room.connection.send(mutate(frames[random(frames.length)]!, random));
    }
    // An answer to its own request, or its end, shows that all frames before it have been read.
    await Promise.all(tabs.map((tab) => tab.room.request('pong').catch(() => {})));
    await Promise.all(tabs.filter((tab) => tab.closed === null).map((tab) => tab.leave()));
  }
  await stillIn(mallory);
});
