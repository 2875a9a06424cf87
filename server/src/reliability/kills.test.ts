// @module-tag slow
import { rmSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import type { AnswerReply } from '@relay/shared/question/question';
import type { Event } from '@relay/shared/referee/event';
import { randomSequence } from '@relay/shared/randomSequence';
import { isLong } from '@relay/shared/testing/effort';
import { afterEach, expect, test, vi } from 'vitest';
import { SqliteJournal } from '../journal/SqliteJournal.ts';
import { Crowd } from '../testing/crowd/Crowd.ts';
import type { Place } from '../testing/ResendingPlayer.ts';
import { ServerProcess } from '../testing/serverProcess.ts';
import { createSession, HOST_CODE, temporaryDirectory } from '../testing/testServer.ts';
import { TestClient } from '../testing/TestClient.ts';

/** Classes in mid-round, whose server is killed again and again at random moments. */
const [SESSIONS, PLAYERS, KILLS] = isLong ? [50, 40, 20] : [3, 8, 2];
const SEED = 20_261_128;
/** Longest time between a start and the next kill, ms. */
const AT_MOST_MS = isLong ? 10_000 : 2_000;
/** Processes that the players share, and the pause of each between two answers. */
const [PROCESSES, BETWEEN_MS] = isLong ? [4, 500] : [1, 120];
const SOON_MS = 10_000;

const DATA_DIR = temporaryDirectory();
let server: ServerProcess | undefined;
let port = '0';
let crowd: Crowd;

afterEach(async () => {
  await crowd.close();
  await server?.stop('SIGKILL');
  rmSync(DATA_DIR, { recursive: true, force: true });
});

async function start(): Promise<string> {
  server = await new ServerProcess({ HOST_CODE, DATA_DIR, PORT: port }).up();
  const { url } = server;
  ({ port } = new URL(url));
  return url;
}

/** @returns the session's id */
async function openClass(url: string): Promise<string> {
  // Short rounds by the clock, so that kills fall into every phase and no host has to press anything.
  const settings = { outputMs: 5_000, hiddenMs: 5_000, revealMs: 5_000, updateMs: 1_000, rounds: null };
  const { code, roomId, sessionToken } = await createSession(url, 'swap', {
    kind: 'tenMinutes',
    settings: { ...settings, style: 'parallel' },
  });
  await crowd.join(url, code, PLAYERS, BETWEEN_MS);
  const host = await TestClient.enter(url, code, sessionToken);
  expect(await host.say({ type: 'start' })).toEqual({ accepted: true });
  await host.leave();
  return roomId;
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

/** Kills the server when the next acknowledgement arrives, and starts it again when all have noticed. */
async function killAndStart(): Promise<void> {
  await crowd.all('killAtAcknowledgement', server!.child.pid);
  await server!.ended;
  await crowd.all('disarm');
  await untilConnected(0);
  await start();
}

/** Waits as long as it takes: all of them are on this machine. */
async function untilConnected(count: number): Promise<void> {
  while ((await crowd.connected()) !== count) await setTimeout(50);
}

/** Checks that each answer that was acknowledged is stored with the verdict that its player heard, and none twice. */
async function expectStored(
  sessions: readonly string[],
  acknowledged: readonly (readonly [string, AnswerReply])[],
): Promise<number> {
  const graded = (await eventsOf(sessions))
    .flat()
    .flatMap((event) => (event.type === 'answerGraded' ? [event] : []));
  const byAnswer = new Map(graded.map((event) => [event.answerId, event.verdict]));
  expect(byAnswer.size).toBe(graded.length);
  for (const [answerId, verdict] of acknowledged) expect(byAnswer.get(answerId)).toEqual(verdict);
  return graded.length;
}

test(`kill -9, ${KILLS} times, ${SESSIONS} × ${PLAYERS} players: no acknowledged answer is lost`, async () => {
  const url = await start();
  crowd = new Crowd(PROCESSES);
  const sessions = await Promise.all(Array.from({ length: SESSIONS }, () => openClass(url)));
  const size = SESSIONS * PLAYERS;
  await crowd.all('play');
  await untilConnected(size);

  const random = randomSequence(SEED);
  const backMs: number[] = [];
  for (let kill = 0; kill < KILLS; kill++) {
    await setTimeout(random() * AT_MOST_MS);
    const places = await crowd.all<Place | null>('places');
    await killAndStart();
    const since = Date.now();
    await untilConnected(size);
    backMs.push(...(await crowd.all<number>('enteredAt')).map((at) => at - since));
    const after = await crowd.all<Place | null>('places');
    for (const [i, place] of after.entries()) expectSamePlace(places[i]!, place);
  }
  const before = await crowd.all<number>('counts');
  // After the last kill they go on, too.
  await vi.waitFor(async () => {
    const now = await crowd.all<number>('counts');
    expect(now.filter((count, i) => count > before[i]!).length).toBeGreaterThan(0);
  });
  const acknowledged = await crowd.all<readonly [string, AnswerReply]>('stop');
  await server!.stop('SIGTERM');
  expect(acknowledged.length).toBeGreaterThan(size);
  const stored = await expectStored(sessions, acknowledged);
  const soon = backMs.filter((ms) => ms <= SOON_MS).length / backMs.length;
  console.log(
    `${acknowledged.length} answers acknowledged, ${stored} stored, ${KILLS} kills; ${(100 * soon).toFixed(1)} % of ` +
      `${size} players back within 10 s, all after ${Math.round(Math.max(...backMs))} ms at most`,
  );
});
