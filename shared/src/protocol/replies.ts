import type { AnswerReply } from '../question/question.ts';
import type { Rejection } from '../referee/rejection.ts';
import type { SessionFacts } from '../report/facts.ts';
import type { SessionSummary } from '../report/summary.ts';

/** Replies of the server, over HTTP and in a room. Types only: a page checks what it reads by hand. */

/** Roles that a token can open a session for. */
export const ROLES = ['player', 'host', 'projector'] as const;
export type Role = (typeof ROLES)[number];

/**
 * Seat in a room, reserved for a few seconds: the page opens a WebSocket with it. Made by Colyseus, and handed to its
 * `consumeSeatReservation` as it is.
 */
export interface SeatReservation {
  readonly name: string;
  readonly sessionId: string;
  readonly roomId: string;
  readonly processId: string;
  /** Address of the process that holds the room, where there are several. */
  readonly publicAddress?: string;
}

export interface CreateSessionReply {
  readonly code: string;
  readonly roomId: string;
  /** Opens the console; also authorises `/api`. */
  readonly sessionToken: string;
  /** Opens the projector, read-only. */
  readonly projectorToken: string;
  /** Opens the console in another browser, together with the host code. */
  readonly recoveryWord: string;
}

export interface JoinReply {
  readonly code: string;
  readonly roomId: string;
  readonly player: string;
  readonly resumeToken: string;
  /** Nickname as registered; with a number behind it where the name was taken. */
  readonly nickname: string;
  readonly renamed: boolean;
  readonly seat: SeatReservation;
}

export interface ResumeReply {
  readonly code: string;
  readonly role: Role;
  readonly nickname: string | null;
  readonly seat: SeatReservation;
}

export interface PlanReply {
  readonly changed: true;
}

/** Reply to `EraseRequest`. */
export interface EraseReply {
  readonly erased: true;
}

export interface ReportReply {
  readonly code: string;
  readonly facts: SessionFacts;
  /** Names of players; one is missing where it was never stored. */
  readonly names: Readonly<Record<string, string>>;
}

export type SummaryReply = SessionSummary;

/** Every refusal over HTTP, status 4xx. `problems` belongs to a refused network file. */
export interface Refusal {
  readonly rejection: Rejection;
  readonly problems?: readonly { readonly path: string; readonly expected: string }[];
}

/**
 * Reply to a command (`room.request('command', …)`). A verdict is sent only after the journal has stored it; a host's
 * command is accepted without one.
 */
export type Reply =
  | { readonly accepted: true; readonly verdict?: AnswerReply }
  | { readonly accepted: false; readonly rejection: Rejection };
