import { once } from 'node:events';
import { CHECK_FULL, CHECK_PATH } from '@relay/shared/protocol/limits';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { classOfOne, openTestServer, type TestServer } from '../testing/testServer.ts';

let server: TestServer;
beforeEach(async () => {
  server = await openTestServer();
});
afterEach(() => server.close());

async function open(headers: Record<string, string> = {}): Promise<WebSocket> {
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}${CHECK_PATH}`, { headers });
  await once(socket, 'open');
  return socket;
}

/** Reply to a message, or the code with which the socket is closed instead. */
async function said(socket: WebSocket, message: string | Buffer): Promise<string | number> {
  const reply = Promise.race([
    once(socket, 'message').then(([data]) => String(data)),
    once(socket, 'close').then(([code]) => code as number),
  ]);
  socket.send(message);
  return reply;
}

test('check sockets: answer a number with it and the count of pages', async () => {
  const one = await open();
  expect(await said(one, '1')).toBe('1 1');
  const other = await open();
  expect(await said(other, '30')).toBe('30 2');
  expect(await said(one, '2')).toBe('2 2');
});

test.each(['', 'x', '12345', '1 2', '0x1', '-1', 'x'.repeat(17), Buffer.from('1')])(
  'check sockets: close at %j',
  async (message) => {
    expect(await said(await open(), message)).toBeTypeOf('number');
  },
);

test('check sockets: close one that sends too many messages, and leave others alone', async () => {
  const quiet = await open();
  const busy = await open();
  const closed = once(busy, 'close');
  for (let i = 0; i < 200; i++) busy.send('1');
  expect((await closed)[0]).toBe(1_008);
  expect(await said(quiet, '1')).toBe('1 1');
});

test('check sockets: only so many at a time; each that closes makes room, and sessions are not concerned', async () => {
  const sockets = await Promise.all(Array.from({ length: 300 }, () => open()));
  const [code] = await once(await open(), 'close');
  expect(code).toBe(CHECK_FULL);
  const { host } = await classOfOne(server);
  expect(await host.say({ type: 'start' })).toEqual({ accepted: true });
  sockets[0]!.close();
  await once(sockets[0]!, 'close');
  expect(await said(await open(), '1')).toBe('1 300');
});

test('check sockets: pages of other servers are refused', async () => {
  await expect(open({ Origin: 'http://elsewhere.example.org' })).rejects.toThrow('403');
  expect(await said(await open({ Origin: server.url }), '1')).toBe('1 1');
});

test('check sockets: closing the server closes them', async () => {
  const own = await openTestServer();
  const socket = new WebSocket(`${own.url.replace('http', 'ws')}${CHECK_PATH}`);
  await once(socket, 'open');
  const closed = once(socket, 'close');
  await own.close();
  await closed;
});
