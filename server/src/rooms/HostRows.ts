import type { PlayerId } from '@relay/shared/referee/session/state';
import { deltaOf, type HostRow, hostRow } from '@relay/shared/referee/view';
import { encoded } from './FrameEncoder.ts';
import type { LiveSession } from './LiveSession.ts';

/** Rows of players in one message. */
const ROWS_A_MESSAGE = 100;

type Send = (frame: Uint8Array) => void;

/** Rows of the player table as the hosts of a session were last sent them: the same for all of them. */
export class HostRows {
  readonly #live: LiveSession;
  readonly #rows = new Map<PlayerId, HostRow>();
  readonly #changed = new Set<PlayerId>();

  constructor(live: LiveSession) {
    this.#live = live;
  }

  note(player: PlayerId): void {
    this.#changed.add(player);
  }

  /** Sends a new host all rows. The first one gets them as they are; another one as the others have them. */
  sendAll(isFirst: boolean, send: Send): void {
    if (isFirst) {
      this.#changed.clear();
      this.#rows.clear();
      for (const player of Object.keys(this.#live.session.players)) this.#refresh(player);
    }
    const rows = [...this.#rows];
    // An empty class is told, too: the console shows that it is there.
    for (let i = 0; i === 0 || i < rows.length; i += ROWS_A_MESSAGE) {
      const set = Object.fromEntries(rows.slice(i, i + ROWS_A_MESSAGE));
      send(encoded('host', { whole: i === 0, delta: { set } }));
    }
  }

  /** Sends what has changed, a hundred rows a step. */
  *sendChanged(send: Send): Generator<void, void> {
    while (this.#changed.size > 0) {
      const before: Record<PlayerId, HostRow | undefined> = {};
      const after: Record<PlayerId, HostRow | undefined> = {};
      for (const player of [...this.#changed].slice(0, ROWS_A_MESSAGE)) {
        this.#changed.delete(player);
        before[player] = this.#rows.get(player);
        this.#refresh(player);
        after[player] = this.#rows.get(player);
      }
      const delta = deltaOf(before, after);
      if (delta) send(encoded('host', { whole: false, delta }));
      yield;
    }
  }

  /** Forgets the rows: no host is left. */
  clear(): void {
    this.#changed.clear();
    this.#rows.clear();
  }

  #refresh(player: PlayerId): void {
    const { session, names, texts } = this.#live;
    const row = hostRow(session, player, names, texts);
    if (row) this.#rows.set(player, row);
    else this.#rows.delete(player);
  }
}
