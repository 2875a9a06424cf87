import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { serve } from '../processes/serve.ts';
import { METER } from './meter.ts';
import type { RivalApi } from './subject.ts';

/** Process of a WebSocket server that sends back what it is sent: the least that a message can cost. */

serve({
  ...METER,
  async open() {
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
    server.on('connection', (socket) => {
      socket.on('message', (data) => socket.send(data));
    });
    await once(server, 'listening');
    return { port: (server.address() as AddressInfo).port, roomIds: [] };
  },
} satisfies RivalApi);
