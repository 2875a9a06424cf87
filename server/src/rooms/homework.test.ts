import { replay } from '@relay/shared/referee/versions/readLog';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createSession, joinSession, openTestServer, type TestServer } from '../testing/testServer.ts';
import { TestClient } from '../testing/TestClient.ts';

const HOUR_MS = 60 * 60 * 1_000;

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

const stageOf = async (id: string) => replay(id, await server.events(id))!.status;

test('homework: starts on its own and stays open until it is due; an idle class ends sooner', async () => {
  const dueAt = server.clock.now() + 30 * HOUR_MS;
  const lesson = await createSession(server.url, 'swap');
  const homework = await createSession(server.url, 'swap', { kind: 'homework', settings: { dueAt } });
  expect(await stageOf(lesson.roomId)).toBe('lobby');
  expect(await stageOf(homework.roomId)).toBe('running');
  const { resumeToken } = await joinSession(server.url, homework.code, 'Mia');
  const mia = await TestClient.enter(server.url, homework.code, resumeToken);
  await vi.waitFor(() => expect(mia.mine?.seat).toMatchObject({ round: 1, turn: 'open' }));

  server.clock.at += 20 * HOUR_MS;
  await server.app.sessions.expireIdleSessions();
  expect(await stageOf(lesson.roomId)).toBe('ended');
  expect(await stageOf(homework.roomId)).toBe('running');

  server.clock.at = dueAt + 1;
  await vi.waitFor(async () => expect(await stageOf(homework.roomId)).toBe('ended'));
  await expect(joinSession(server.url, homework.code, 'Leo')).rejects.toThrow('endedCode');
});

test('homework without a due date: stays open for a month', async () => {
  const { roomId } = await createSession(server.url, 'swap', { kind: 'homework' });
  server.clock.at += 30 * 24 * HOUR_MS;
  await server.app.sessions.expireIdleSessions();
  expect(await stageOf(roomId)).toBe('running');
  server.clock.at += 2 * 24 * HOUR_MS;
  await server.app.sessions.expireIdleSessions();
  expect(await stageOf(roomId)).toBe('ended');
});
