import { Agent, get } from 'node:http';
import { enter } from '../../../server/bench/load/enter.ts';
import type { LoadSocket } from '../../../server/bench/load/LoadSocket.ts';
import type { Visit } from './recordVisit.ts';

/** Connections that a browser opens to one server over HTTP/1.1. */
const CONNECTIONS = 6;

/** Files of a visit without which a page cannot be shown, by their paths. */
export interface Needed {
  readonly joinPage: ReadonlySet<string>;
  readonly lobby: ReadonlySet<string>;
}

/** Moments of a device since all of them began, ms. */
export interface Moments {
  /** Join page: it can be used. */
  readonly joinPageMs: number;
  /** Lobby: the seat is taken, and the page of the lobby loaded. */
  readonly inMs: number;
  /** All files, fonts and the first round included. */
  readonly readyMs: number;
}

interface Guest {
  readonly port: number;
  readonly code: string;
  readonly nickname: string;
}

/** Loads the files of a visit, each once those have arrived that the browser had before. */
class Loader {
  readonly #port: number;
  readonly #codings: string;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  readonly #files = new Map<string, Promise<void>>();

  constructor(port: number, { codings, files }: Visit) {
    this.#port = port;
    this.#codings = codings;
    const begun: Promise<void>[] = [];
    for (const { path, after } of files) {
      const file = Promise.all(after.map((place) => begun[place]!)).then(() => this.#get(path));
      begun.push(file);
      this.#files.set(path, file);
    }
  }

  async all(): Promise<void> {
    await Promise.all(this.#files.values());
  }

  /** Resolves when files have arrived; those that the visit did not ask for are not waited for. */
  async these(paths: ReadonlySet<string>): Promise<void> {
    await Promise.all([...this.#files].filter(([path]) => paths.has(path)).map(([, file]) => file));
  }

  close(): void {
    this.#agent.destroy();
  }

  #get(path: string): Promise<void> {
    const headers = { 'accept-encoding': this.#codings };
    return new Promise((resolve, reject) => {
      get({ host: '127.0.0.1', port: this.#port, path, headers, agent: this.#agent }, (response) => {
        if (response.statusCode !== 200) reject(new Error(`${path}: ${response.statusCode}`));
        response.on('end', resolve).on('error', reject).resume();
      }).on('error', reject);
    });
  }
}

/** Visits as a browser did. Nobody needs time for a name: Join is pressed as soon as its page is there. */
export async function visitOnce(
  visit: Visit,
  needed: Needed,
  { port, code, nickname }: Guest,
): Promise<{ readonly moments: Moments; readonly socket: LoadSocket }> {
  const since = performance.now();
  const now = (): number => performance.now() - since;
  const loader = new Loader(port, visit);
  try {
    await loader.these(needed.joinPage);
    const joinPageMs = now();
    const [{ socket }] = await Promise.all([
      enter(port, { by: 'code', code, nickname }),
      loader.these(needed.lobby),
    ]);
    const inMs = now();
    await loader.all();
    return { moments: { joinPageMs, inMs, readyMs: now() }, socket };
  } finally {
    loader.close();
  }
}
