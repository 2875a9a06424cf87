import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** Network of a school between a page and the game: a proxy that can block WebSockets, break them, or be away. */
export class Network {
  readonly url: string;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  /** True while WebSockets may be opened. */
  lets = true;

  private constructor(server: Server) {
    this.#server = server;
    this.url = `http://localhost:${(server.address() as AddressInfo).port}`;
  }

  /** @param target  address of the game */
  static async before(target: string): Promise<Network> {
    const { hostname, port } = new URL(target);
    const server = createServer((asked, reply) => {
      const { method, url: path, headers } = asked;
      const forwarded = request({ hostname, port, method, path, headers }, (answer) => {
        reply.writeHead(answer.statusCode!, answer.headers);
        answer.pipe(reply);
      });
      forwarded.on('error', () => reply.destroy());
      asked.pipe(forwarded);
    });
    server.listen(0, 'localhost');
    await once(server, 'listening');
    const network = new Network(server);
    server.on('upgrade', (asked, socket: Socket) =>
      network.#forward(asked.rawHeaders, asked.url!, socket, Number(port)),
    );
    return network;
  }

  /** Breaks the WebSockets that are open. */
  breakSockets(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  /** Takes the network away. */
  async close(): Promise<void> {
    this.breakSockets();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #forward(rawHeaders: readonly string[], path: string, socket: Socket, port: number): void {
    if (!this.lets) return void socket.destroy();
    this.#sockets.add(socket);
    const upstream = connect(port, 'localhost', () => {
      const lines = rawHeaders.flatMap((name, i) => (i % 2 === 0 ? `${name}: ${rawHeaders[i + 1]}` : []));
      upstream.write(`GET ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
      socket.pipe(upstream);
      upstream.pipe(socket);
    });
    const end = (): void => {
      this.#sockets.delete(socket);
      socket.destroy();
      upstream.destroy();
    };
    for (const one of [socket, upstream]) one.on('error', end).on('close', end);
  }
}
