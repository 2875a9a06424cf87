import type { ReadonlySignal } from '@preact/signals';
import type { Reply, Role, ClientCommand } from '@relay/shared/protocol';
import type { HostRow, PlayerView, PublicView } from '@relay/shared/referee/view';

/**
 * The port between the screens and whoever runs the referee: the server over Colyseus, or the browser itself.
 * Screens read `state` and send commands; they never decide anything.
 */
export interface Table {
  readonly role: Role;
  readonly state: ReadonlySignal<TableState>;
  /**
   * Says what its person wants. An answer is kept and sent again until it is acknowledged, however often the
   * connection breaks; other commands fail with `connectionLost`.
   */
  send(command: ClientCommand): Promise<Reply>;
  /** Leaves for good: the page is closed or the person goes home. */
  close(): void;
}

export interface TableState {
  /** `outdated`: the server speaks another version than this page, until the page is loaded again. */
  readonly connection: 'connecting' | 'live' | 'lost' | 'ended' | 'refused' | 'outdated';
  readonly code: string;
  readonly player: string | null;
  readonly nickname: string | null;
  /** To the host only. */
  readonly projectorToken: string | null;
  readonly view: PublicView | null;
  /** A player's own things. */
  readonly mine: PlayerView | null;
  /** The host's rows. */
  readonly rows: Readonly<Record<string, HostRow>>;
  /** Server clock − own clock. Deadlines are the server's: show `deadline − (now + offset)`. */
  readonly clockOffsetMs: number;
}
