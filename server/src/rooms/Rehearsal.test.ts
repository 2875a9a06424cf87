import { MAX_BOTS } from '@relay/shared/rehearsal/bot';
import { systemRandomSource } from '../randomSource.ts';
import type { SeatView, SessionView } from '@relay/shared/referee/view';
import type { Language } from '@relay/shared/strings/languages';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { createSession, joinSession, openTestServer, type TestServer } from '../testing/testServer.ts';
import { passTime } from '../testing/passTime.ts';
import { TestClient } from '../testing/TestClient.ts';
import { Rehearsal } from './Rehearsal.ts';

let server: TestServer;
let host: TestClient;
let roomId: string;
let code: string;

beforeAll(async () => {
  // The same bots in every run: who answers rightly, and when, depends on the seed.
  server = await openTestServer({}, { ...systemRandomSource, seed: () => 1 });
});
afterAll(() => server.close());
beforeEach(async () => {
  const session = await createSession(server.url, 'mazur');
  ({ roomId, code } = session);
  host = await TestClient.enter(server.url, code, session.sessionToken);
});

const submitDue = vi.spyOn(Rehearsal.prototype, 'submitDue');

const rehearse = (bots: number, language: Language = 'en') => ({ type: 'rehearse', bots, language }) as const;
const names = () => Object.values(server.app.sessions.byId(roomId)!.names);
const live = () => server.app.sessions.byId(roomId)!;

/** Puts the clock forward in steps; at each, the room lets its bots act, and what they sent is decided. */
async function pass(seconds: number): Promise<void> {
  for (let gone = 0; gone < seconds; gone += 4) {
    await passTime(server, 4_000, [host]);
    const { calls, contexts } = submitDue.mock;
    const isOfRoom = (rehearsal: unknown) =>
      [...(rehearsal as Rehearsal).bots].every((bot) => bot in live().session.players);
    const hasActed = () => calls.some(([at], i) => at === server.clock.now() && isOfRoom(contexts[i]));
    await vi.waitFor(() => expect(hasActed()).toBe(true));
    // Commands stand in one queue: after this one, those of the bots are decided too.
    await live().submit({ type: 'tick' }, { role: 'room' });
  }
}

function outcomes(): string[] {
  return Object.values(live().session.runs).flatMap((run) =>
    Object.values(run.answers).flatMap(({ verdicts }) =>
      Object.values(verdicts).map(({ outcome }) => outcome),
    ),
  );
}

test('four bots: join under bot names, answer in time, some wrongly, and finish', async () => {
  expect(await host.say(rehearse(4))).toEqual({ accepted: true });
  expect(names()).toHaveLength(4);
  for (const name of names()) expect(name).toMatch(/^Bot \p{L}+$/u);
  await host.say({ type: 'start' });
  await pass(4);
  expect(outcomes()).toEqual([]);

  const seen = new Set<string>();
  for (let round = 1; round <= 4 && seen.size < 2; round++) {
    if (round > 1) for (let i = 0; i < 3; i++) await host.say({ type: 'next' });
    await pass(60);
    for (const outcome of outcomes()) seen.add(outcome);
  }
  expect(seen).toEqual(new Set(['correct', 'wrong']));
  // The host's page shows bots as it shows people: connected, with their answers.
  await vi.waitFor(() => {
    const rows = Object.values(host.rows);
    expect(rows).toHaveLength(4);
    expect(rows.every(({ present }) => present)).toBe(true);
    expect(rows.some(({ parts }) => parts.some(({ right }) => right))).toBe(true);
  });
  const places = [0, 1].flatMap((i) => ['h', 'y'].map((letter) => `seats/A/0/${letter}${i + 1}` as const));
  for (const place of places) expect(host.entry<SeatView>(place)?.progress).not.toBe('open');
});

test('pause: bots wait, and afterwards have as long as before', async () => {
  await host.say(rehearse(4, 'ja'));
  for (const name of names()) expect(name).toMatch(/^ボット・/u);
  await host.say({ type: 'start' });
  await host.say({ type: 'pause' });
  await pass(32);
  expect(outcomes()).toEqual([]);
  await host.say({ type: 'resume' });
  await pass(4);
  expect(outcomes()).toEqual([]);
  await pass(24);
  expect(outcomes().length).toBeGreaterThanOrEqual(4);
});

test('bots: can be added only by the host, in the lobby, and up to the free seats and the limit', async () => {
  const mia = await TestClient.enter(
    server.url,
    code,
    (await joinSession(server.url, code, 'Mia')).resumeToken,
  );
  expect(await mia.say(rehearse(1))).toEqual({ accepted: false, rejection: 'notAllowed' });
  for (const bots of [0, MAX_BOTS + 1, 1.5]) {
    expect(await host.say(rehearse(bots))).toEqual({ accepted: false, rejection: 'malformed' });
  }
  expect(await host.say(rehearse(MAX_BOTS - 2))).toEqual({ accepted: true });
  expect(await host.say(rehearse(3))).toEqual({ accepted: false, rejection: 'sessionFull' });
  expect(await host.say(rehearse(2))).toEqual({ accepted: true });
  await vi.waitFor(() =>
    expect(host.entry<SessionView>('session/')).toMatchObject({ players: MAX_BOTS + 1 }),
  );
  expect(new Set(names()).size).toBe(MAX_BOTS + 1);
  await host.say({ type: 'start' });
  expect(await host.say(rehearse(1))).toEqual({ accepted: false, rejection: 'wrongPhase' });
  await host.say({ type: 'end' });
  expect(await host.say(rehearse(1))).toEqual({ accepted: false, rejection: 'wrongPhase' });
});

test('a locked session: refuses bots too', async () => {
  await host.say({ type: 'lock', locked: true });
  expect(await host.say(rehearse(2))).toEqual({ accepted: false, rejection: 'sessionLocked' });
  await host.say({ type: 'lock', locked: false });
  expect(await host.say(rehearse(32))).toEqual({ accepted: true });
});

test('a session without a free seat: refuses bots', async () => {
  const data = [{ x: [1], t: [1] }];
  const tiny = await createSession(server.url, {
    format: 'backprop-relay/network@1',
    name: 'Tiny',
    layers: [{ units: 1 }, { units: 1, activation: 'sigmoid' }, { units: 1, activation: 'sigmoid' }],
    loss: 'half-squared-error',
    weights: [[[0.5]], [[0.7]]],
    data,
  });
  const full = server.app.sessions.byId(tiny.roomId)!;
  // 40 teams of two.
  for (let i = 0; i < 79; i++) await full.join(`p${i}`, `P ${i}`, `hash ${i}`);
  const leader = await TestClient.enter(server.url, tiny.code, tiny.sessionToken);
  expect(await leader.say(rehearse(2))).toEqual({ accepted: false, rejection: 'sessionFull' });
  expect(await leader.say(rehearse(1))).toEqual({ accepted: true });
});
