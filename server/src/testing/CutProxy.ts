import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/**
 * Way of a link to be cut. `refused`: connections break, and new ones are refused. `silent`: nothing passes any more, and
 * nobody is told, as when a device loses its radio; what was on its way arrives when the link is back.
 */
export type Cut = 'refused' | 'silent';

/** TCP proxy between pages and a server, which can be cut like a cable. */
export class CutProxy {
  readonly #target: number;
  #server: Server;
  readonly #sockets = new Set<Socket>();
  #cut: Cut | null = null;
  #port = 0;

  private constructor(target: number) {
    this.#target = target;
    this.#server = this.#newServer();
  }

  /** @param target  port of the server */
  static async before(target: number): Promise<CutProxy> {
    const proxy = new CutProxy(target);
    await proxy.#listen();
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  async cut(how: Cut): Promise<void> {
    this.#cut = how;
    if (how === 'silent') for (const socket of this.#sockets) socket.pause();
    else await this.close();
  }

  /** Brings the link back. */
  async mend(): Promise<void> {
    const how = this.#cut;
    this.#cut = null;
    if (how === 'refused') {
      this.#server = this.#newServer();
      await this.#listen();
    } else for (const socket of this.#sockets) socket.resume();
  }

  async close(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  async #listen(): Promise<void> {
    this.#server.listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  #newServer(): Server {
    return createServer((page) => {
      const upstream = connect(this.#target, '127.0.0.1');
      for (const [from, to] of [
        [page, upstream],
        [upstream, page],
      ] as const) {
        this.#sockets.add(from);
        from.on('data', (chunk) => void to.write(chunk));
        from.on('error', () => {});
        from.on('close', () => {
          this.#sockets.delete(from);
          to.destroy();
        });
        if (this.#cut === 'silent') from.pause();
      }
    });
  }
}
