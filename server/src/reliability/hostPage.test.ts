// @module-tag slow
import { setTimeout } from 'node:timers/promises';
import type { Event } from '@relay/shared/referee/event';
import { isLong } from '@relay/shared/testing/effort';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { SqliteJournal } from '../journal/SqliteJournal.ts';
import { ServerProcess } from '../testing/serverProcess.ts';
import {
  createSession,
  HOST_CODE,
  joinSession,
  openTestServer,
  temporaryDirectory,
  type TestServer,
} from '../testing/testServer.ts';
import { TestClient } from '../testing/TestClient.ts';

/** The host's page holds nothing: whatever it does, rounds end at their deadlines, and nobody is left out. */

const STEP_MS = 250;
/** The shortest that there are. */
const TIMES = { outputMs: 5_000, hiddenMs: 5_000, revealMs: 5_000, updateMs: 1_000, rounds: null } as const;
const REFRESHES = 20;
/** Most that the end of a phase may be off, ms. */
const OFF_MS = 250;

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

/** Ends of phases beside their deadlines, ms. @param log  of one run, in the order of its events */
function deviations(log: readonly Event[]): readonly number[] {
  let deadline: number | null = null;
  return log.flatMap((event) => {
    const off: number[] = [];
    if (event.type === 'roundRevealed' || event.type === 'weightsUpdated') off.push(event.at - deadline!);
    if (event.type === 'roundOpened' && deadline !== null) off.push(event.at - deadline);
    if (event.type === 'roundOpened') deadline = Math.max(event.deadlines.output, event.deadlines.hidden);
    if (event.type === 'roundRevealed' || event.type === 'weightsUpdated') deadline = event.phaseEndsAt;
    return off;
  });
}

/** Checks that rounds followed each other without a gap, each with a seat for every player. */
function expectNobodyLeftOut(log: readonly Event[], players: readonly string[]): void {
  const rounds = log.flatMap((event) => (event.type === 'roundOpened' ? [event] : []));
  expect(rounds.map(({ round }) => round)).toEqual(rounds.map((_, i) => i + 1));
  for (const { seats } of rounds)
    expect(seats.flatMap(({ player }) => player ?? []).toSorted()).toEqual(players.toSorted());
  expect(log.filter(({ type }) => type === 'roundSkipped' || type === 'playerLeft')).toEqual([]);
}

async function openClass(url: string) {
  const { code, roomId, sessionToken } = await createSession(url, 'swap', {
    kind: 'tenMinutes',
    settings: { ...TIMES, style: 'parallel' },
  });
  const joined = [await joinSession(url, code, 'Mia'), await joinSession(url, code, 'Leo')];
  const clients = await Promise.all(joined.map(({ seat }) => TestClient.take(url, seat)));
  const enterHost = () => TestClient.enter(url, code, sessionToken);
  const host = await enterHost();
  await host.say({ type: 'start' });
  return { roomId, players: joined.map(({ player }) => player), clients, host, enterHost };
}

test('a host page that is refreshed 20 times: every phase ends at its deadline', async () => {
  const { roomId, players, clients, host, enterHost } = await openClass(server.url);
  const ticks = vi.spyOn(server.app.sessions, 'tick');
  /** Lets time pass in steps that the server notices one by one. */
  const pass = async (steps: number): Promise<void> => {
    for (let i = 0; i < steps; i++) {
      server.clock.at += STEP_MS;
      const before = ticks.mock.calls.length;
      await vi.waitFor(() => expect(ticks.mock.calls.length).toBeGreaterThan(before), { interval: 5 });
      await Promise.all(clients.map(({ room }) => room.request('pong')));
    }
  };
  let page = host;
  for (let i = 0; i < REFRESHES; i++) {
    await pass(4);
    await page.leave();
    await pass(2);
    page = await enterHost();
  }
  const log = await server.events(roomId);
  const off = deviations(log);
  expect(off.length).toBeGreaterThan(6);
  for (const ms of off) expect(Math.abs(ms)).toBeLessThanOrEqual(OFF_MS);
  expectNobodyLeftOut(log, players);
});

test.runIf(isLong)(
  'a host page that is hidden for 60 s: rounds go on, and the deviation is printed',
  async () => {
    const DATA_DIR = temporaryDirectory();
    const running = await new ServerProcess({ HOST_CODE, DATA_DIR }).up();
    const { roomId, players, host } = await openClass(running.url);
    // A hidden page answers pings, and does nothing else.
    await setTimeout(60_000);
    expect(host.closed).toBeNull();
    await running.stop('SIGTERM');
    const journal = await SqliteJournal.open(DATA_DIR);
    const { events } = (await journal.load(roomId))!;
    await journal.close();
    const off = deviations(events);
    console.log(`${off.length} phases: off by ${Math.max(...off.map(Math.abs))} ms at most`);
    expect(off.length).toBeGreaterThan(10);
    expectNobodyLeftOut(events, players);
  },
);
