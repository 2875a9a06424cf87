import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/**
 * Way of a link to be cut. `refused`: connections break, and new ones are refused. `silent`: nothing passes any more, and
 * neither end is told, as when a device loses its radio; what was on its way arrives when the link is back.
 */
export type Cut = 'refused' | 'silent';

/** TCP proxy between pages and a server, which can be cut like a cable. */
export class CutProxy {
  readonly #target: number;
  readonly #lines = new Set<Line>();
  #server: Server;
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
    if (how === 'silent') for (const line of this.#lines) line.isSilent = true;
    else await this.close();
  }

  /** Brings the link back. */
  async mend(): Promise<void> {
    const how = this.#cut;
    this.#cut = null;
    if (how === 'silent') for (const line of this.#lines) line.resume();
    else {
      this.#server = this.#newServer();
      await this.#listen();
    }
  }

  async close(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    for (const line of this.#lines) line.close();
    await closed;
  }

  async #listen(): Promise<void> {
    this.#server.listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  #newServer(): Server {
    return createServer((page) => {
      const line = new Line(page, this.#target, this.#cut === 'silent');
      this.#lines.add(line);
      line.onClosed = () => this.#lines.delete(line);
    });
  }
}

/** One connection of a page, forwarded to the server; while it is silent, all that happens at either end is held back. */
class Line {
  isSilent: boolean;
  onClosed: () => void = () => undefined;
  readonly #page: Socket;
  readonly #target: number;
  #upstream: Socket | null = null;
  #held: (() => void)[] = [];

  constructor(page: Socket, target: number, isSilent: boolean) {
    this.#page = page;
    this.#target = target;
    this.isSilent = isSilent;
    this.#pass(page, () => this.#upstream);
    // A page that gives up while nothing has passed has never been heard of.
    if (!isSilent) this.#connect();
  }

  resume(): void {
    this.isSilent = false;
    if (!this.#upstream && !this.#page.destroyed) this.#connect();
    for (const happen of this.#held.splice(0)) happen();
  }

  close(): void {
    this.#page.destroy();
    this.#upstream?.destroy();
    this.onClosed();
  }

  #connect(): void {
    this.#upstream = connect(this.#target, '127.0.0.1');
    this.#pass(this.#upstream, () => this.#page);
  }

  /** Passes on what comes from a socket, and its end. */
  #pass(from: Socket, to: () => Socket | null): void {
    from.on('data', (chunk) => this.#happens(() => void to()?.write(chunk)));
    from.on('error', () => {});
    from.on('close', () => this.#happens(() => this.close()));
  }

  #happens(what: () => void): void {
    if (this.isSilent) this.#held.push(what);
    else what();
  }
}
