import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { matchMaker, Room, Server } from '@colyseus/core';
import { WebSocketTransport } from '@colyseus/ws-transport';
import { serve } from '../processes/serve.ts';
import { GroupedRows } from './GroupedRows.ts';
import { METER } from './meter.ts';
import type { RivalApi } from './subject.ts';

/** Process of a Colyseus server whose rooms only reply; with a directory as the first argument, after a durable row. */

const directory = process.argv[2];
const rows = directory === undefined ? null : new GroupedRows(directory);

class BareRoom extends Room {
  override autoDispose = false;
  override messages = {
    command: async (client: { readonly sessionId: string }, command: object) => {
      await rows?.append({ type: 'answerGraded', player: client.sessionId, ...command });
      return { accepted: true };
    },
  };
}

serve({
  ...METER,
  async open(count) {
    const server = createServer();
    const game = new Server({
      greet: false,
      gracefullyShutdown: false,
      transport: new WebSocketTransport({ server }),
    });
    game.define('bare', BareRoom);
    await game.listen(0, '127.0.0.1');
    const rooms = await Promise.all(Array.from({ length: count }, () => matchMaker.createRoom('bare', {})));
    return { port: (server.address() as AddressInfo).port, roomIds: rooms.map(({ roomId }) => roomId) };
  },
} satisfies RivalApi);
