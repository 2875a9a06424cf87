import { presetById } from '@relay/shared/network/presets';
import { settingsFor } from '@relay/shared/lesson/settings';
import { type JoinReply, SILENCE_MS } from '@relay/shared/protocol';
import type { RunView, SeatView, SessionView } from '@relay/shared/referee/view';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { classOfOne, joinSession, openTestServer, post, type TestServer } from '../testing/testServer.ts';
import { passTime } from '../testing/passTime.ts';
import { TestClient } from '../testing/TestClient.ts';

let server: TestServer;
let host: TestClient;
let mia: TestClient;
let seat: JoinReply;
let roomId: string;
let code: string;

beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  ({ host, mia, seat, roomId, code } = await classOfOne(server));
});

const truthOf = (player: string) =>
  server.app.sessions.byId(roomId)!.session.runs['A']!.seats.find((other) => other.player === player)!.truth!;

async function started(): Promise<void> {
  expect(await host.say({ type: 'start' })).toEqual({ accepted: true });
  await vi.waitFor(() => expect(mia.mine?.seat).toBeTruthy());
}

let answers = 0;
function places(raw: string, answerId = `answer-${answers++}`) {
  return { type: 'submitAnswer', answerId, run: 'A', round: 1, part: 'places', raw } as const;
}

test('entering: welcome is sent first, then the player’s own view', async () => {
  await vi.waitFor(() => expect(mia.received).toContain('mine'));
  expect(mia.received[0]).toBe('welcome');
  expect(mia.welcome).toMatchObject({ role: 'player', code, nickname: 'Mia', projectorToken: null });
  expect(mia.mine).toMatchObject({ player: seat.player, run: null, seat: null });
  await vi.waitFor(() => expect(host.rows[seat.player]).toMatchObject({ present: true }));
  expect(mia.received).not.toContain('host');
});

test('host: receives the projector’s token, which opens a read-only projector', async () => {
  await vi.waitFor(() => expect(host.welcome?.projectorToken).toMatch(/^[0-9a-f]{32}$/));
  const projector = await TestClient.enter(server.url, code, host.welcome!.projectorToken!);
  await vi.waitFor(() =>
    expect(projector.welcome).toMatchObject({ role: 'projector', projectorToken: null }),
  );
  expect(await projector.say({ type: 'start' })).toEqual({ accepted: false, rejection: 'notAllowed' });
  expect(await mia.say({ type: 'start' })).toEqual({ accepted: false, rejection: 'notAllowed' });
});

test('answer: the player gets the verdict, and all pages see that there is one', async () => {
  await started();
  expect(mia.entry<SessionView>('session/')).toMatchObject({ stage: 'running', players: 1 });
  const right = truthOf(seat.player).places!.join(' ');
  expect(await mia.say(places(right))).toEqual({
    accepted: true,
    verdict: { outcome: 'correct', read: null },
  });
  const { lane, unit } = mia.mine!.seat!;
  await vi.waitFor(() => expect(mia.mine!.score).toBeGreaterThan(0));
  await vi.waitFor(() => {
    expect(host.entry<SeatView>(`seats/A/${lane}/${unit}`)?.progress).toBe('started');
    expect(host.rows[seat.player]!.parts).toContainEqual({
      part: 'places',
      tries: 1,
      right: true,
      raw: right,
    });
  });
  expect(host.entry<RunView>('runs/A')).toMatchObject({ round: 1, phase: 'backward', asked: 1, answered: 0 });
});

test('heartbeat: leaves out a page that has just sent a command and been told what came of it', async () => {
  const pingsOf = ({ received }: TestClient) => received.filter((name) => name === 'ping').length;
  /** Heartbeats in which the host was pinged and Mia was not; a reply comes after all pings before it. */
  const leftOut = async () => {
    const toHost = pingsOf(host);
    await mia.room.request('pong');
    return toHost - pingsOf(mia);
  };
  const heartbeat = async () => {
    const before = pingsOf(host);
    await vi.waitFor(() => expect(pingsOf(host)).toBeGreaterThan(before));
  };
  await started();
  await heartbeat();
  const before = await leftOut();
  await mia.say(places(truthOf(seat.player).places!.join(' ')));
  await vi.waitFor(() => expect(mia.mine!.score).toBeGreaterThan(0));
  await heartbeat();
  expect(await leftOut()).toBe(before + 1);
  await heartbeat();
  expect(await leftOut()).toBe(before + 1);
});

test('a resent answer: gets the verdict it already has, without a second try', async () => {
  await started();
  const answer = places('o:x1', 'resent-answer');
  const first = await mia.say(answer);
  expect(first).toMatchObject({ accepted: true, verdict: { outcome: 'wrong' } });
  const again = await Promise.all([mia.say(answer), mia.say({ ...answer, raw: 'o:x2' }), mia.say(answer)]);
  for (const reply of again) expect(reply).toEqual(first);
  await vi.waitFor(() => expect(mia.mine!.seat!.answers.places?.tries).toBe(1));
});

test('answers that arrive together: are graded one after the other', async () => {
  await started();
  const wrong = ['o:x1', 'o:x2', 'o:h1', 'o:h2', 'f:h1', 'f:h2', 'f:y1', 'e:y1'];
  const replies = await Promise.all(wrong.map((place) => mia.say(places(place))));
  expect(replies.filter(({ accepted }) => accepted)).toHaveLength(5);
  expect(replies.slice(5)).toEqual(Array(3).fill({ accepted: false, rejection: 'noTriesLeft' }));
});

test('equal wrong answers that arrive together: cost one try', async () => {
  await started();
  const replies = await Promise.all(Array.from({ length: 8 }, () => mia.say(places('o:x1'))));
  const outcomes = replies.map((reply) => reply.accepted && reply.verdict?.outcome);
  expect(outcomes).toEqual(['wrong', ...Array(7).fill('repeated')]);
  await vi.waitFor(() => expect(mia.mine!.seat!.answers.places?.tries).toBe(1));
});

test('two tabs of one player: see the same; the player leaves with the last of them', async () => {
  const tab = await TestClient.enter(server.url, code, seat.resumeToken);
  await started();
  await mia.say(places('o:x1'));
  await vi.waitFor(() => expect(tab.mine?.seat?.answers.places?.tries).toBe(1));
  await mia.leave();
  await tab.say(places('o:x2'));
  await vi.waitFor(() => expect(tab.mine?.seat?.answers.places?.tries).toBe(2));
  await vi.waitFor(() => expect(host.rows[seat.player]!.present).toBe(true));
  await tab.leave();
  await vi.waitFor(() => expect(host.rows[seat.player]!.present).toBe(false));
  await vi.waitFor(() => expect(host.entry(`players/${seat.player}`)).toMatchObject({ present: false }));
});

test('reload: the token leads back to the same seat and score', async () => {
  await started();
  await mia.say(places(truthOf(seat.player).places!.join(' ')));
  await vi.waitFor(() => expect(mia.mine!.score).toBeGreaterThan(0));
  const before = mia.mine!;
  await mia.leave();
  const found = await post(`${server.url}/api/resume`, { code, token: seat.resumeToken });
  expect(found).toMatchObject({ status: 200, body: { seat: { roomId }, role: 'player', nickname: 'Mia' } });
  const again = await TestClient.enter(server.url, code, seat.resumeToken);
  await vi.waitFor(() => expect(again.mine).toEqual(before));
  await vi.waitFor(() => expect(host.rows[seat.player]!.present).toBe(true));
});

test('a silent page: is dropped, others are not', async () => {
  mia.answersPings = false;
  server.clock.at += SILENCE_MS + 1;
  const leo = await joinSession(server.url, code, 'Leo');
  const quick = await TestClient.enter(server.url, code, leo.resumeToken);
  await vi.waitFor(() => expect(mia.closed).not.toBeNull());
  await vi.waitFor(() =>
    expect(quick.entry<SessionView>('session/')).toMatchObject({ players: 2, present: 1 }),
  );
  expect(quick.closed).toBeNull();
});

test('a player who joined and never connected: counts as away', async () => {
  const ghost = await joinSession(server.url, code, 'Ghost');
  await vi.waitFor(() => expect(host.entry(`players/${ghost.player}`)).toMatchObject({ present: true }));
  await passTime(server, SILENCE_MS + 1, [host, mia]);
  await vi.waitFor(() => expect(host.entry(`players/${ghost.player}`)).toMatchObject({ present: false }));
  expect(host.entry(`players/${seat.player}`)).toMatchObject({ present: true });
});

test('pacing by the clock: phases advance on their own, at their deadlines', async () => {
  const settings = {
    ...settingsFor('tenMinutes'),
    style: 'parallel' as const,
    outputMs: 1_500,
    hiddenMs: 1_500,
    revealMs: 60_000,
  };
  const made = await server.app.sessions.create(presetById('swap')!, settings);
  if ('rejection' in made) throw new Error(made.rejection);
  const leader = await TestClient.enter(server.url, made.code, made.sessionToken);
  const leo = await joinSession(server.url, made.code, 'Leo');
  const player = await TestClient.enter(server.url, made.code, leo.resumeToken);
  await leader.say({ type: 'start' });
  await vi.waitFor(() => expect(player.mine?.seat).toBeTruthy());
  const { deadlineAt } = player.mine!.seat!;
  const ticks = vi.spyOn(server.app.sessions, 'tick');
  const phase = () => server.app.sessions.byId(made.roomId)!.session.runs['A']!.phase.name;
  server.clock.at = deadlineAt! - 1;
  await vi.waitFor(() => expect(ticks.mock.calls.length).toBeGreaterThan(2));
  expect(phase()).toBe('backward');
  server.clock.at += 1;
  await vi.waitFor(() => expect(player.mine?.seat?.truth).toBeTruthy());
  const log = await server.events(made.roomId);
  expect(log.at(-1)).toMatchObject({ type: 'roundRevealed', at: deadlineAt });
});

test('a session without commands for twelve hours: ends', async () => {
  server.clock.at += 12 * 3_600_000 + 1;
  await vi.waitFor(() => expect(server.app.sessions.byId(roomId)?.ended ?? true).toBe(true));
  expect(await post(`${server.url}/api/join`, { code, nickname: 'Late' })).toMatchObject({
    status: 410,
    body: { rejection: 'endedCode' },
  });
});

test('after the end: the room stays until its last client leaves', async () => {
  await started();
  await host.say({ type: 'end' });
  await vi.waitFor(() => expect(mia.entry<SessionView>('session/')).toMatchObject({ stage: 'ended' }));
  expect(await mia.say(places('o:x1'))).toEqual({ accepted: false, rejection: 'sessionEnded' });
  await host.leave();
  expect(mia.closed).toBeNull();
  expect(server.app.sessions.byId(roomId)).toBeDefined();
  await mia.leave();
  await vi.waitFor(() => expect(server.app.sessions.byId(roomId)).toBeUndefined());
});
