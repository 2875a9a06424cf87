import type { ReadonlySignal } from '@preact/signals';
import type { Reply, Role, ClientCommand } from '@relay/shared/protocol';
import { commandAt, type Press } from '@relay/shared/referee/press';
import type { HostRow, PlayerView, PublicView } from '@relay/shared/referee/view';

/**
 * Port between the screens and the referee, which runs on the server (over Colyseus) or in the browser itself.
 * Screens read `state` and send commands; they never decide anything.
 */
export interface Table {
  readonly role: Role;
  readonly state: ReadonlySignal<TableState>;
  /**
   * Sends a command. An answer is kept and sent again until it is acknowledged, however often the connection breaks;
   * other commands fail with `connectionLost`. A host's press that names no moment is one at the moment of the view.
   */
  send(press: Press<ClientCommand>): Promise<Reply>;
  /** Leaves for good, as when the page is closed. */
  close(): void;
}

export interface TableState {
  /** `outdated`: the server speaks another version than this page, until the page is loaded again. */
  readonly connection: 'connecting' | 'live' | 'lost' | 'ended' | 'refused' | 'outdated';
  /**
   * Reason for which this page cannot get in now; null if there is none. `noAnswer`: no server answers. The page keeps
   * trying.
   */
  readonly trouble: 'unavailable' | 'unknownCode' | 'unknownToken' | 'noAnswer' | null;
  readonly code: string;
  readonly player: string | null;
  readonly nickname: string | null;
  /** Token of the projector; null except for the host. */
  readonly projectorToken: string | null;
  readonly view: PublicView | null;
  /** A player's own view; null for host and projector. */
  readonly mine: PlayerView | null;
  /** Rows of the host's list of players; empty for others. */
  readonly rows: Readonly<Record<string, HostRow>>;
  /** Server clock − `pageNow()`, ms. Deadlines are on the server's clock: show `deadline − (now + offset)`. */
  readonly clockOffsetMs: number;
}

/** Command of a press on a page that shows this view. */
export const commandOf = (press: Press<ClientCommand>, view: PublicView | null): ClientCommand =>
  commandAt<Press<ClientCommand>>(view?.session['']?.lead.moment ?? '', press);
