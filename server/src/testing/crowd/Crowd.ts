import { join } from 'node:path';
import { Child } from '../../../bench/processes/Child.ts';
import type { PlayersApi } from './player.ts';

const PLAYERS = join(import.meta.dirname, 'player.ts');

/** Players of many sessions, in processes of their own: one process could not keep up with thousands. */
export class Crowd {
  readonly #children: readonly Child<PlayersApi>[];
  #sessions = 0;

  constructor(processes: number) {
    this.#children = Array.from({ length: processes }, () => new Child<PlayersApi>(PLAYERS));
  }

  /** Lets players join a session, all in one process. */
  join(...args: Parameters<PlayersApi['join']>): Promise<void> {
    return this.#children[this.#sessions++ % this.#children.length]!.ask('join', ...args);
  }

  /** Asks every process; lists are joined in a constant order of the players. */
  async all<Item>(method: keyof PlayersApi, ...args: unknown[]): Promise<Item[]> {
    const ask = (child: Child<PlayersApi>): Promise<unknown> => child.ask(method, ...(args as never));
    return (await Promise.all(this.#children.map(ask))).flat() as Item[];
  }

  /** Number of players who are connected. */
  async connected(): Promise<number> {
    return (await this.all<number>('connected')).reduce((sum, one) => sum + one, 0);
  }

  async close(): Promise<void> {
    await Promise.all(this.#children.map((child) => child.stop()));
  }
}
