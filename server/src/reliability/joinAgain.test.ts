// @module-tag slow
import { rmSync } from 'node:fs';
import type { JoinReply } from '@relay/shared/protocol';
import { afterEach, expect, test, vi } from 'vitest';
import { SqliteJournal } from '../journal/SqliteJournal.ts';
import { ServerProcess } from '../testing/serverProcess.ts';
import { createSession, HOST_CODE, post, temporaryDirectory } from '../testing/testServer.ts';
import { TestClient } from '../testing/TestClient.ts';

/** A request to join whose reply was lost, because the server was killed, and that is sent again to the next server. */

const DATA_DIR = temporaryDirectory();
let server: ServerProcess | undefined;
afterEach(async () => {
  await server?.stop('SIGKILL');
  rmSync(DATA_DIR, { recursive: true, force: true });
});

async function start(): Promise<string> {
  server = await new ServerProcess({ HOST_CODE, DATA_DIR }).up();
  return server.url;
}

test('join: repeated after kill -9, it gives the same player, once', async () => {
  let url = await start();
  const { code, roomId, sessionToken } = await createSession(url, 'swap');
  const request = { code, nickname: 'Mia', request: 'a'.repeat(32) };
  const other = { code, nickname: 'Mia', request: 'b'.repeat(32) };
  const join = async (asked: object): Promise<JoinReply> => {
    const { status, body } = await post(`${url}/api/join`, asked);
    expect(status).toBe(200);
    return body as unknown as JoinReply;
  };
  const first = await join(request);
  const second = await join(other);
  await server!.stop('SIGKILL');
  url = await start();
  for (let i = 0; i < 2; i++) {
    const again = await join(request);
    const { player, resumeToken, nickname } = first;
    expect(again).toMatchObject({ player, resumeToken, nickname });
  }
  expect(await join(other)).toMatchObject({ player: second.player, nickname: second.nickname });
  const host = await TestClient.enter(url, code, sessionToken);
  await vi.waitFor(() => expect(Object.keys(host.rows)).toHaveLength(2));
  await host.leave();
  await server!.stop('SIGKILL');
  const journal = await SqliteJournal.open(DATA_DIR);
  const { events, names } = (await journal.load(roomId))!;
  await journal.close();
  expect(events.filter(({ type }) => type === 'playerJoined')).toHaveLength(2);
  expect(Object.keys(names).toSorted()).toEqual([first.player, second.player].toSorted());
});
