import type { PlanWords } from '../referee/plan/planSteps.ts';
import type { Delta } from '../referee/view/delta.ts';
import type { Role } from './replies.ts';

/**
 * Messages from a room to its clients. A client that enters is sent `welcome`, and then deltas of views that are empty at
 * first: whole views once, and after that what has changed. A delta is made of views that the referee's own functions
 * made (`referee/view`). Types only: a page checks what it reads by hand.
 */

export const ROOM_NAME = 'session';

/** Messages from the room to one client, by name. */
export interface RoomMessages {
  /** First message after entering. */
  readonly welcome: {
    readonly role: Role;
    readonly code: string;
    readonly at: number;
    readonly player: string | null;
    readonly nickname: string | null;
    /** Set for the host only. */
    readonly projectorToken: string | null;
  };
  /** Heartbeat with the server's clock; the client answers `pong` from its handler. */
  readonly ping: { readonly at: number };
  /** Public view as far as this client may see it (`PublicView`). `whole`: the delta is of an empty view. */
  readonly view: { readonly whole: boolean; readonly delta: Delta };
  /**
   * View of one player (`PlayerView`), sent to that player alone. `withView`: shown together with the next `view`, so
   * that a page never shows a phase with the seat of another one.
   */
  readonly mine: { readonly whole: boolean; readonly delta: Delta; readonly withView?: true };
  /** Rows of the host's player table (`Record<PlayerId, HostRow>`). */
  readonly host: { readonly whole: boolean; readonly delta: Delta };
  /** Words that a host typed for steps of the plan, for hosts only: at entering, and after a change. */
  readonly planWords: { readonly words: PlanWords };
}
export type MessageName = keyof RoomMessages;
export type Welcome = RoomMessages['welcome'];

export const MESSAGE_NAMES: readonly MessageName[] = ['welcome', 'ping', 'view', 'mine', 'host', 'planWords'];
