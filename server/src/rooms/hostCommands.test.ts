import type { JoinReply } from '@relay/shared/protocol';
import type { PublicPlayer, SessionView } from '@relay/shared/referee/view';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { SqliteJournal } from '../journal/SqliteJournal.ts';
import { classOfOne, joinSession, openTestServer, post, type TestServer } from '../testing/testServer.ts';
import { TestClient } from '../testing/TestClient.ts';

/** Host commands on people, through real sockets and a real journal. */

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
  await vi.waitFor(() => expect(mia.mine).toBeTruthy());
});

const nameOf = (client: TestClient): string | undefined =>
  client.entry<PublicPlayer>(`players/${seat.player}`)?.name;
/** Name that the players of a lane see at a seat. */
const nameAtSeat = (client: TestClient): string | undefined =>
  Object.values(client.view.seats).find(({ player }) => player === seat.player)?.name;

test('rename: all pages and the journal get the new name, the log does not; a taken name gets a suffix', async () => {
  await joinSession(server.url, code, 'Haru');
  const rename = (name: string) => host.say({ type: 'renamePlayer', player: seat.player, name });
  expect(await rename('Haru')).toEqual({ accepted: true });
  await vi.waitFor(() => expect(nameOf(host)).toBe('Haru 2'));
  await vi.waitFor(() => expect(host.rows[seat.player]?.name).toBe('Haru 2'));
  expect(await rename('Haru 2')).toEqual({ accepted: true });
  await host.say({ type: 'start' });
  await vi.waitFor(() => expect(nameAtSeat(mia)).toBe('Haru 2'));
  expect(await rename('   ')).toEqual({ accepted: false, rejection: 'nameEmpty' });
  expect(await mia.say({ type: 'renamePlayer', player: seat.player, name: 'King' })).toEqual({
    accepted: false,
    rejection: 'notAllowed',
  });
  expect(JSON.stringify(await server.events(roomId))).not.toMatch(/Haru|Mia/u);
  const journal = await SqliteJournal.open(server.directory);
  const stored = await journal.load(roomId);
  await journal.close();
  expect(stored!.names[seat.player]).toBe('Haru 2');
});

test('remove: the player is told and disconnected, cannot resume by token, but may join anew', async () => {
  expect(await host.say({ type: 'removePlayer', player: seat.player, banned: false })).toEqual({
    accepted: true,
  });
  await vi.waitFor(() => expect(mia.mine?.gone).toBe('removed'));
  await vi.waitFor(() => expect(mia.closed).not.toBeNull());
  await vi.waitFor(() => expect(host.rows[seat.player]).toBeUndefined());
  expect(await post(`${server.url}/api/resume`, { code, token: seat.resumeToken })).toMatchObject({
    body: { rejection: 'removed' },
  });
  await expect(TestClient.enter(server.url, code, seat.resumeToken)).rejects.toThrow();
  const known = { code, nickname: 'Mia', known: seat.resumeToken };
  expect(await post(`${server.url}/api/join`, known)).toMatchObject({ body: { nickname: 'Mia' } });
});

test('ban: the player cannot come back under any name', async () => {
  await host.say({ type: 'removePlayer', player: seat.player, banned: true });
  await vi.waitFor(() => expect(mia.mine?.gone).toBe('banned'));
  const known = { code, nickname: 'Somebody else', known: seat.resumeToken };
  expect(await post(`${server.url}/api/join`, known)).toMatchObject({ body: { rejection: 'banned' } });
});

test('begin again after the end: the code is live once more, also after a restart', async () => {
  await host.say({ type: 'start' });
  await host.say({ type: 'end' });
  await vi.waitFor(() => expect(mia.entry<SessionView>('session/')?.stage).toBe('ended'));
  expect(await post(`${server.url}/api/join`, { code, nickname: 'Late' })).toMatchObject({
    body: { rejection: 'endedCode' },
  });
  expect(await host.say({ type: 'playAgain' })).toEqual({ accepted: true });
  await vi.waitFor(() => expect(mia.entry<SessionView>('session/')?.stage).toBe('lobby'));
  expect(await post(`${server.url}/api/join`, { code, nickname: 'Late' })).toMatchObject({
    body: { nickname: 'Late' },
  });
  const journal = await SqliteJournal.open(server.directory);
  expect((await journal.unfinished()).map(({ id }) => id)).toContain(roomId);
  await journal.close();
  await host.say({ type: 'start' });
  await vi.waitFor(() => expect(mia.mine?.seat).toMatchObject({ round: 1 }));
});

test('extra time for one player: is sent to no other player', async () => {
  const haru = await joinSession(server.url, code, 'Haru');
  const other = await TestClient.enter(server.url, code, haru.resumeToken);
  await host.say({ type: 'start' });
  await vi.waitFor(() => expect(other.mine?.seat).toBeTruthy());
  const before = other.mine!.seat!.deadlineAt;
  await host.say({ type: 'giveTime', player: seat.player, factor: 2 });
  await vi.waitFor(() => expect(mia.mine?.timeFactor).toBe(2));
  await vi.waitFor(() => expect(host.rows[seat.player]?.timeFactor).toBe(2));
  expect(other.mine).toMatchObject({ timeFactor: 1, seat: { deadlineAt: before } });
  expect(JSON.stringify(other.view)).not.toContain('timeFactor":2');
});
