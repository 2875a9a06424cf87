import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { CHECK_FULL, CHECK_PATH } from '@relay/shared/protocol/limits';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Config } from '../config.ts';
import { type OriginHeaders, originHeaders } from './origin.ts';

/** Sockets of check pages at a time, at most: a whole school. */
const MAX_SOCKETS = 300;
/** Time after which a socket is closed, ms: a check takes half of it. */
const MAX_AGE_MS = 75_000;
const MAX_MESSAGE_BYTES = 16;
/** Messages of one socket, at most: a check sends one a second. */
const MAX_MESSAGES = 100;
const WRONG_MESSAGE = 1_008;

/**
 * WebSockets by which a page checks its connection, without a session: a number is answered with the same number and the
 * count of pages that are being checked. Nothing is stored.
 */
export class CheckSockets {
  readonly #server = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
  });

  /**
   * Takes over the sockets of check pages; all others go to whoever took them before. Of either kind only those from a
   * page of this server are let through.
   */
  constructor(
    server: Server,
    config: Pick<Config, 'TRUST_PROXY'>,
    isAllowed: (headers: OriginHeaders) => boolean,
  ) {
    const others = server.listeners('upgrade');
    server.removeAllListeners('upgrade');
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      // A connection that breaks meanwhile must not end the process.
      const destroy = (): void => void socket.destroy();
      socket.on('error', destroy);
      const { headers } = request;
      if (!isAllowed(originHeaders((name) => [headers[name]].flat()[0], config)))
        return void socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      if (request.url !== CHECK_PATH) {
        socket.removeListener('error', destroy);
        for (const other of others) other.call(server, request, socket, head);
        return;
      }
      this.#server.handleUpgrade(request, socket, head, (one) => this.#serve(one));
    });
  }

  close(): void {
    for (const socket of this.#server.clients) socket.terminate();
    this.#server.close();
  }

  #serve(socket: WebSocket): void {
    socket.on('error', () => socket.terminate());
    if (this.#server.clients.size > MAX_SOCKETS) return socket.close(CHECK_FULL);
    const tooOld = setTimeout(() => socket.terminate(), MAX_AGE_MS);
    socket.on('close', () => clearTimeout(tooOld));
    let messages = 0;
    socket.on('message', (data, isBinary) => {
      const text = Buffer.isBuffer(data) && !isBinary ? data.toString() : '';
      messages++;
      if (messages > MAX_MESSAGES || !/^\d{1,4}$/u.test(text)) return socket.close(WRONG_MESSAGE);
      socket.send(`${text} ${this.#server.clients.size}`);
    });
  }
}
