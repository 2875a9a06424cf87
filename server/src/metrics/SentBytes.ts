import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** Bytes that a server has sent over all its connections, pages and WebSockets, as the sockets themselves count them. */
export class SentBytes {
  readonly #open = new Set<Socket>();
  #closed = 0;

  constructor(server: Server) {
    server.on('connection', (socket: Socket) => {
      this.#open.add(socket);
      socket.once('close', () => {
        this.#open.delete(socket);
        this.#closed += socket.bytesWritten;
      });
    });
  }

  get total(): number {
    let bytes = this.#closed;
    for (const socket of this.#open) bytes += socket.bytesWritten;
    return bytes;
  }
}
