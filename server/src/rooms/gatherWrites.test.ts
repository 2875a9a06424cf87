import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { gatherWrites } from './gatherWrites.ts';

let listening: WebSocketServer;
afterEach(() => listening.close());

/** Socket of the server's side with its stream, and what the other side has received. */
async function connected() {
  listening = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(listening, 'listening');
  const page = new WebSocket(`ws://127.0.0.1:${(listening.address() as AddressInfo).port}`);
  const received: string[] = [];
  page.on('message', (data: Buffer) => received.push(data.toString()));
  const [[ref]] = (await Promise.all([once(listening, 'connection'), once(page, 'open')])) as [
    [WebSocket],
    unknown,
  ];
  const { _socket: stream } = ref as unknown as { readonly _socket: Socket };
  return { client: { ref }, ref, stream, page, received };
}

test('frames of one turn of the event loop: leave at its end, in order', async () => {
  const { client, ref, stream, page, received } = await connected();
  const before = stream.writableLength;
  gatherWrites(client);
  gatherWrites(client);
  ref.send('reply');
  await Promise.resolve();
  ref.send('view');
  expect(stream.writableLength).toBeGreaterThan(before);
  await new Promise(setImmediate);
  expect(stream.writableCorked).toBe(0);
  ref.send('later');
  while (received.length < 3) await once(page, 'message');
  expect(received).toEqual(['reply', 'view', 'later']);
});

test('a socket that is ended meanwhile: is left alone', async () => {
  const { client, ref, stream } = await connected();
  gatherWrites(client);
  ref.terminate();
  await new Promise(setImmediate);
  expect(stream.destroyed).toBe(true);
  gatherWrites(client);
});
