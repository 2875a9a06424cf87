import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { fold } from '@relay/shared/referee/evolve';
import { replay } from '@relay/shared/referee/versions/readLog';
import { JOURNAL_FILE } from '../journal/SqliteJournal.ts';
import { createSession, joinSession, openTestServer, type TestServer } from '../testing/testServer.ts';
import { TestClient } from '../testing/TestClient.ts';
import { CLOSE_AFTER_MS } from './SessionRegistry.ts';

/** Sessions that nobody uses are closed to the journal, and opened when somebody comes. */

const HOUR_MS = 3_600_000;

let server: TestServer;
let host: TestClient;
let mia: TestClient;
let seat: Awaited<ReturnType<typeof joinSession>>;
let roomId: string;
let code: string;
let sessionToken: string;

beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

beforeEach(async () => {
  ({ roomId, code, sessionToken } = await createSession(server.url));
  host = await TestClient.enter(server.url, code, sessionToken);
  seat = await joinSession(server.url, code, 'Mia');
  mia = await TestClient.take(server.url, seat.seat);
});

const sessions = () => server.app.sessions;
const live = (id = roomId) => sessions().byId(id);
const stored = async (id = roomId) => replay(id, await server.events(id))!;

async function leave(...clients: readonly TestClient[]): Promise<void> {
  await Promise.all(clients.map((client) => client.leave()));
  // The server has noticed it, too.
  await vi.waitFor(async () => {
    await sessions().expireIdleSessions();
    const players = Object.values(live()?.session.players ?? {});
    expect(players.every(({ leftAt }) => leftAt !== null)).toBe(true);
  });
}

/** Lets so much time pass that an unused session is closed. */
async function passCloseTime(ms = CLOSE_AFTER_MS): Promise<void> {
  await sessions().expireIdleSessions();
  server.clock.at += ms;
  await sessions().expireIdleSessions();
}

/** Plays until the first round has been revealed: Mia has points then, and no time runs. */
async function revealed(): Promise<void> {
  await host.say({ type: 'start' });
  for (let i = 0; i < 10 && live()!.session.runs['A']!.phase.name !== 'reveal'; i++) {
    await vi.waitFor(() => expect(mia.mine?.seat).toBeTruthy());
    const { phase, seats, id, round } = live()!.session.runs['A']!;
    const mine = seats.find(({ player }) => player === seat.player)!;
    const asked = phase.name === 'forward' ? mine.forward : mine;
    for (const part of asked?.question?.parts ?? []) {
      const truth = asked!.truth![part]!;
      const raw = Array.isArray(truth) ? truth.join(' ') : String(truth);
      await mia.say({ type: 'submitAnswer', answerId: `${phase.name}-${part}`, run: id, round, part, raw });
    }
    await host.say({ type: 'next' });
  }
  await vi.waitFor(() => expect(mia.mine!.score).toBeGreaterThan(0));
  await vi.waitFor(() => expect(mia.mine!.seat!.truth).toBeTruthy());
}

test('closed and opened again: the same seat, score and round', async () => {
  await revealed();
  const before = mia.mine!;
  await leave(mia, host);
  await passCloseTime();
  expect(live()).toBeUndefined();
  const length = (await server.events(roomId)).length;

  mia = await TestClient.enter(server.url, code, seat.resumeToken);
  await vi.waitFor(() => expect(mia.mine).toEqual(before));
  host = await TestClient.enter(server.url, code, sessionToken);
  await vi.waitFor(() =>
    expect(host.rows[seat.player]).toMatchObject({ present: true, score: before.score }),
  );
  expect(await host.say({ type: 'next' })).toEqual({ accepted: true });
  const log = await server.events(roomId);
  expect(log.slice(length).filter(({ type }) => type === 'playerReturned')).toHaveLength(1);
  expect(fold(log)).toEqual(live()!.session);
});

test('a session with a client: stays open', async () => {
  await leave(mia);
  await passCloseTime();
  expect(live()).toBeDefined();
});

test('a round whose time runs: is closed only after its last deadline', async () => {
  await host.say({ type: 'start' });
  await host.say({ type: 'addTime', ms: 10 * CLOSE_AFTER_MS });
  const { output, hidden } = live()!.session.runs['A']!.deadlines;
  await leave(mia, host);
  await passCloseTime();
  expect(live()).toBeDefined();
  await passCloseTime(Math.max(output, hidden) + 1 - server.clock.at);
  expect(live()).toBeUndefined();
});

test('a pause: lasts while the session is closed, and no time is lost', async () => {
  await host.say({ type: 'start' });
  await host.say({ type: 'pause' });
  const left = () => {
    const { runs, pausedAt } = live()!.session;
    return runs['A']!.deadlines.output - (pausedAt ?? server.clock.at);
  };
  const before = left();
  await leave(mia, host);
  await passCloseTime();
  expect(live()).toBeUndefined();
  server.clock.at += 2 * HOUR_MS;
  host = await TestClient.enter(server.url, code, sessionToken);
  expect(await host.say({ type: 'resume' })).toEqual({ accepted: true });
  expect(left()).toEqual(before);
});

test('forty who come at once: the session is opened once', async () => {
  const others = await Promise.all(
    Array.from({ length: 39 }, (_, i) => joinSession(server.url, code, `Player ${i}`)),
  );
  await host.say({ type: 'start' });
  await host.say({ type: 'pause' });
  const all = await Promise.all(others.map((one) => TestClient.take(server.url, one.seat)));
  await leave(host, mia, ...all);
  await passCloseTime();
  expect(live()).toBeUndefined();
  const length = (await server.events(roomId)).length;

  const tokens = [seat, ...others].map(({ resumeToken }) => resumeToken);
  const back = await Promise.all(tokens.map((token) => TestClient.enter(server.url, code, token)));
  await vi.waitFor(() =>
    expect(Object.values(live()!.session.players).every(({ leftAt }) => leftAt === null)).toBe(true),
  );
  const after = (await server.events(roomId)).slice(length);
  expect(after.map(({ type }) => type)).toEqual(Array(40).fill('playerReturned'));
  expect(await stored()).toEqual(live()!.session);
  await Promise.all(back.map((client) => client.leave()));
});

test('a session that is being closed: is opened only with the last of its commands', async () => {
  await leave(mia, host);
  await sessions().expireIdleSessions();
  server.clock.at += CLOSE_AFTER_MS;
  const file = new Database(join(server.directory, JOURNAL_FILE));
  file.exec('BEGIN IMMEDIATE');
  const locked = live()!.submit({ type: 'lock', locked: true }, { role: 'host' });
  const expired = sessions().expireIdleSessions();
  // Not a turn of the event loop passes, so the command still waits to be stored.
  for (let i = 0; i < 50 && live(); i++) await Promise.resolve();
  expect(live()).toBeUndefined();
  const back = sessions().resume(code, seat.resumeToken);
  // The journal can be read meanwhile, and is read more often than opening takes.
  for (let i = 0; i < 5; i++) await server.events(roomId);
  file.exec('COMMIT');
  file.close();
  expect(await back).toMatchObject({ role: 'player', nickname: 'Mia' });
  expect(live()!.session.locked).toBe(true);
  expect(await Promise.all([locked, expired])).toEqual([{ accepted: true }, undefined]);
});

test('a closed class: ends after twelve hours, and a new player is told so', async () => {
  await leave(mia, host);
  await passCloseTime();
  expect(live()).toBeUndefined();
  server.clock.at += 11 * HOUR_MS;
  await sessions().expireIdleSessions();
  expect((await stored()).status).toBe('lobby');
  server.clock.at += HOUR_MS;
  await sessions().expireIdleSessions();
  expect((await stored()).status).toBe('ended');
  await expect(joinSession(server.url, code, 'Leo')).rejects.toThrow('endedCode');
});

test('closed homework: opens for a player, keeps the code until it is due, and ends then', async () => {
  const dueAt = server.clock.at + 30 * HOUR_MS;
  const made = await createSession(server.url, 'swap', { kind: 'homework', settings: { dueAt } });
  await passCloseTime();
  expect(live(made.roomId)).toBeUndefined();
  server.clock.at += 20 * HOUR_MS;
  await sessions().expireIdleSessions();
  const leo = await joinSession(server.url, made.code, 'Leo');
  expect(leo.roomId).toBe(made.roomId);
  const client = await TestClient.take(server.url, leo.seat);
  await vi.waitFor(() => expect(client.mine?.seat?.round).toBe(1));
  await client.leave();
  await vi.waitFor(() => expect(live(made.roomId)!.session.players[leo.player]!.leftAt).not.toBeNull());
  await passCloseTime();
  expect(live(made.roomId)).toBeUndefined();
  server.clock.at = dueAt + 1;
  await sessions().expireIdleSessions();
  const end = await stored(made.roomId);
  expect(end.status).toBe('ended');
  expect(end.results!.players.map(({ player }) => player)).toEqual([leo.player]);
});

test('a due date that has passed while a session was closed: whoever comes first finds it ended', async () => {
  const dueAt = server.clock.at + HOUR_MS;
  const made = await createSession(server.url, 'swap', { kind: 'homework', settings: { dueAt } });
  await passCloseTime();
  expect(live(made.roomId)).toBeUndefined();
  server.clock.at = dueAt + 1;
  await expect(joinSession(server.url, made.code, 'Leo')).rejects.toThrow('endedCode');
  expect((await stored(made.roomId)).status).toBe('ended');
});
