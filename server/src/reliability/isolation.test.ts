// @module-tag slow
import { randomSequence } from '@relay/shared/randomSequence';
import { isLong } from '@relay/shared/testing/effort';
import { rightAnswer } from '@relay/shared/testing/answers';
import { PRESETS } from '@relay/shared/network/presets';
import { partsOf } from '@relay/shared/referee/round/progress';
import { replay } from '@relay/shared/referee/versions/readLog';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createSession, joinSession, openTestServer, type TestServer } from '../testing/testServer.ts';
import { recordingProxy } from '../testing/recordingProxy.ts';
import { TestClient } from '../testing/TestClient.ts';

const SESSIONS = isLong ? 50 : 12;
const PLAYERS = 3;

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

/** A client whose every received byte is recorded. */
interface Recorded {
  readonly client: TestClient;
  readonly bytes: () => Buffer;
}

async function recorded(code: string, token: string): Promise<Recorded> {
  const proxy = await recordingProxy(server.app.port);
  const client = await TestClient.enter(proxy.url, code, token);
  return { client, bytes: () => Buffer.concat(proxy.recorded()) };
}

/** Class with a recorded host, projector and students, whose ids and names are in no other one. */
async function openClass(index: number) {
  const network = PRESETS[index % PRESETS.length]!.id;
  const { code, roomId, sessionToken, projectorToken } = await createSession(server.url, network);
  const joined = [];
  for (let i = 0; i < PLAYERS; i++) joined.push(await joinSession(server.url, code, `Pupil ${index}-${i}`));
  const host = await recorded(code, sessionToken);
  const projector = await recorded(code, projectorToken);
  const students = [];
  for (const { resumeToken } of joined) students.push(await recorded(code, resumeToken));
  // The code's six digits could be in any id by chance.
  const signs = [roomId, ...joined.flatMap(({ player, nickname }) => [player, nickname])];
  return { roomId, host, projector, students, signs, all: [host, projector, ...students] };
}

type Class = Awaited<ReturnType<typeof openClass>>;

/** Answers everything that a class is asked, rightly or wrongly. */
async function answerSome({ roomId, students }: Class, random: () => number): Promise<void> {
  for (const { client } of students) {
    const { mine } = client;
    const { session } = server.app.sessions.byId(roomId)!;
    const run = session.runs[mine?.run ?? ''];
    const seat = run?.seats.find(({ player }) => player === mine?.player);
    if (!run || !seat) continue;
    for (const part of partsOf(seat)) {
      const raw = random() < 0.7 ? rightAnswer(seat.truth!, part) : '12345';
      const answerId = `${mine!.player}-${part}-${run.round}`;
      await client.say({ type: 'submitAnswer', answerId, run: run.id, round: run.round, part, raw });
    }
  }
}

test(`${SESSIONS} sessions in random phases: every frame is of its own, and so are the points`, async () => {
  const classes: Class[] = [];
  for (let index = 0; index < SESSIONS; index++) classes.push(await openClass(index));
  const random = randomSequence(20_261_128);
  for (let turn = 0; turn < SESSIONS * 8; turn++) {
    const one = classes[Math.floor(random() * SESSIONS)]!;
    const { status } = server.app.sessions.byId(one.roomId)!.session;
    if (status === 'lobby') await one.host.client.say({ type: 'start' });
    else if (random() < 0.5) await answerSome(one, random);
    else await one.host.client.say({ type: 'next' });
  }
  for (const { all, signs, roomId } of classes) {
    const foreign = classes.filter((other) => other.roomId !== roomId).flatMap((other) => other.signs);
    for (const { bytes } of all) {
      const heard = bytes();
      expect(foreign.filter((sign) => heard.includes(sign))).toEqual([]);
      expect(signs.some((sign) => heard.includes(sign))).toBe(true);
    }
  }
  let points = 0;
  for (const { roomId, host } of classes) {
    const { players } = replay(roomId, await server.events(roomId))!;
    const scores = Object.values(players).map(({ id, score }) => [id, score] as const);
    points += scores.reduce((sum, [, score]) => sum + score, 0);
    await vi.waitFor(() =>
      expect(Object.entries(host.client.rows).map(([id, { score }]) => [id, score])).toEqual(scores),
    );
  }
  expect(points).toBeGreaterThan(0);
});
