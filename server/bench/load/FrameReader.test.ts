import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { FrameReader } from './FrameReader.ts';

/** Payloads on both sides of every length at which a header changes, and of the part that is looked at. */
const SIZES = [0, 1, 31, 32, 33, 125, 126, 127, 65_535, 65_536, 70_000, 5];
const HEAD_BYTES = 32;
const payloads = SIZES.map((size, i) => Buffer.alloc(size, i + 1));

/** Bytes that the server of `ws` sends for the payloads. */
let sent: Buffer;

beforeAll(async () => {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
  server.on('connection', (socket) => {
    for (const payload of payloads) socket.send(payload);
    socket.close();
  });
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.write(
    'GET / HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n',
  );
  const chunks: Buffer[] = [];
  let size = 0;
  const whole = SIZES.reduce((a, b) => a + b);
  for await (const chunk of socket) {
    chunks.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size > whole + 4 * SIZES.length) break;
  }
  socket.destroy();
  server.close();
  const all = Buffer.concat(chunks);
  sent = all.subarray(all.indexOf('\r\n\r\n') + 4);
});

test('frames are found, wherever the network cuts them', () => {
  const cuts = fc.array(fc.nat(sent.length), { maxLength: 40 });
  fc.assert(
    fc.property(cuts, (places) => {
      const found: { size: number; head: Buffer }[] = [];
      const reader = new FrameReader((opcode, size, head) => {
        if (opcode === 2) found.push({ size, head: Buffer.from(head) });
      });
      const edges = [0, ...places.sort((a, b) => a - b), sent.length];
      for (let i = 1; i < edges.length; i++) reader.push(sent.subarray(edges[i - 1], edges[i]));
      const headerOf = (size: number): number => (size < 126 ? 2 : size < 65_536 ? 4 : 10);
      expect(found.map(({ size }) => size)).toEqual(SIZES.map((size) => headerOf(size) + size));
      expect(found.map(({ head }) => head)).toEqual(payloads.map((one) => one.subarray(0, HEAD_BYTES)));
    }),
    // Cuts within the first headers are rare in a long recording, so they are listed.
    { examples: Array.from({ length: 40 }, (_, at) => [[at]]) },
  );
});
