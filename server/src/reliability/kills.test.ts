// @module-tag slow
import { rmSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import type { Event } from '@relay/shared/referee/event';
import { randomSequence } from '@relay/shared/randomSequence';
import { isLong } from '@relay/shared/testing/effort';
import { afterEach, expect, test, vi } from 'vitest';
import { SqliteJournal } from '../journal/SqliteJournal.ts';
import { ServerProcess } from '../testing/serverProcess.ts';
import { type Place, ResendingPlayer } from '../testing/ResendingPlayer.ts';
import { createSession, HOST_CODE, joinSession, temporaryDirectory } from '../testing/testServer.ts';
import { TestClient } from '../testing/TestClient.ts';

/** Classes in mid-round, whose server is killed again and again at random moments. */
const [SESSIONS, PLAYERS, KILLS] = isLong ? [50, 40, 20] : [3, 8, 2];
const SEED = 20_261_128;
/** Longest time between a start and the next kill, ms. */
const AT_MOST_MS = isLong ? 10_000 : 2_000;

const DATA_DIR = temporaryDirectory();
let server: ServerProcess | undefined;
let port = '0';

afterEach(async () => {
  await server?.stop('SIGKILL');
  rmSync(DATA_DIR, { recursive: true, force: true });
});

async function start(): Promise<string> {
  server = await new ServerProcess({ HOST_CODE, DATA_DIR, PORT: port }).up();
  const { url } = server;
  ({ port } = new URL(url));
  return url;
}

async function openClass(url: string): Promise<{ session: string; players: ResendingPlayer[] }> {
  // Short rounds by the clock, so that kills fall into every phase and no host has to press anything.
  const settings = { outputMs: 5_000, hiddenMs: 5_000, revealMs: 5_000, updateMs: 1_000, rounds: null };
  const { code, roomId, sessionToken } = await createSession(url, 'swap', {
    kind: 'tenMinutes',
    settings: { ...settings, style: 'parallel' },
  });
  const players: ResendingPlayer[] = [];
  for (let i = 0; i < PLAYERS; i++) {
    const { player, resumeToken: token } = await joinSession(url, code, `P${i}`);
    players.push(new ResendingPlayer({ url, code, player, token }));
  }
  const host = await TestClient.enter(url, code, sessionToken);
  expect(await host.say({ type: 'start' })).toEqual({ accepted: true });
  await host.leave();
  return { session: roomId, players };
}

async function eventsOf(sessions: readonly string[]): Promise<readonly (readonly Event[])[]> {
  const journal = await SqliteJournal.open(DATA_DIR);
  try {
    return await Promise.all(sessions.map(async (id) => (await journal.load(id))!.events));
  } finally {
    await journal.close();
  }
}

/** Checks that a player who is back has its seat of the same round and no fewer points. */
function expectSamePlace(before: Place | null, after: Place | null): void {
  if (!before || !after || before.round !== after.round) return;
  expect({ unit: after.unit, lane: after.lane }).toEqual({ unit: before.unit, lane: before.lane });
  expect(after.score).toBeGreaterThanOrEqual(before.score ?? 0);
}

/** Kills the server when the next acknowledgement arrives: if that came before the answer was stored, it is lost. */
async function killAtAcknowledgement(players: readonly ResendingPlayer[]): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const player of players)
      player.onAcknowledged = () => {
        server!.child.kill('SIGKILL');
        resolve();
      };
  });
  for (const player of players) player.onAcknowledged = () => undefined;
  await server!.ended;
}

test(`kill -9, ${KILLS} times, ${SESSIONS} × ${PLAYERS} players: no acknowledged answer is lost`, async () => {
  const url = await start();
  const classes = await Promise.all(Array.from({ length: SESSIONS }, () => openClass(url)));
  const players = classes.flatMap((one) => one.players);
  const playing = players.map((player) => player.play());
  const isBack = (): number => players.filter(({ isConnected }) => isConnected).length;
  // As long as it takes: all of them are on this machine.
  const untilBack = async (): Promise<void> => {
    while (isBack() < players.length) await setTimeout(50);
  };
  await untilBack();

  const random = randomSequence(SEED);
  const backMs: number[] = [];
  for (let kill = 0; kill < KILLS; kill++) {
    await setTimeout(random() * AT_MOST_MS);
    const places = players.map(({ place }) => place);
    await killAtAcknowledgement(players);
    await vi.waitFor(() => expect(isBack()).toBe(0), { interval: 50 });
    await start();
    const since = performance.now();
    await untilBack();
    backMs.push(performance.now() - since);
    players.forEach(({ place }, i) => expectSamePlace(places[i]!, place));
  }
  const before = players.map(({ acknowledged }) => acknowledged.size);
  // After the last kill everybody goes on, too.
  await vi.waitFor(() =>
    expect(players.filter(({ acknowledged }, i) => acknowledged.size > before[i]!).length).toBeGreaterThan(0),
  );
  for (const player of players) player.stop();
  await Promise.all(playing);
  await server!.stop('SIGTERM');

  const graded = (await eventsOf(classes.map(({ session }) => session)))
    .flat()
    .flatMap((event) => (event.type === 'answerGraded' ? [event] : []));
  const byAnswer = new Map(graded.map((event) => [event.answerId, event.verdict]));
  // None is graded twice, and each one that was acknowledged is stored with the verdict that the player heard.
  expect(byAnswer.size).toBe(graded.length);
  const acknowledged = players.flatMap((player) => [...player.acknowledged]);
  expect(acknowledged.length).toBeGreaterThan(players.length);
  for (const [answerId, verdict] of acknowledged) expect(byAnswer.get(answerId)).toEqual(verdict);
  console.log(
    `${acknowledged.length} answers acknowledged, ${graded.length} stored, ${KILLS} kills; all ${players.length} ` +
      `players back after ${Math.round(Math.max(...backMs))} ms at most`,
  );
});
