import { SESSION_KINDS } from '../lesson/settings.ts';
import { QUESTION_KINDS } from '../question/kinds.ts';
import { HELP_LEVELS } from '../question/question.ts';
import { LIMITS } from '../referee/session/state.ts';
import { z } from '../zod.ts';
import { ChangesShape, TimeFactorShape } from './commands.ts';
import { MAX_TYPED_NAME_LENGTH } from './limits.ts';

/** Requests over HTTP, by which tokens are given out. Each is one schema; its type has the same name. */

const token = z.string().regex(/^[0-9a-f]{32}$/);
/** Session code as typed, with blanks or hyphens in it. */
const typedCode = z.string().max(20);

/** Settings that a host can choose before the session begins. */
export const ChosenShape = ChangesShape.extend({ timeFactor: TimeFactorShape.exactOptional() });

/** `POST /api/sessions` → `CreateSessionReply` */
export const CreateSessionRequest = z.strictObject({
  hostCode: z.string().max(100),
  /** Id of a preset, or a whole network file. */
  network: z.union([z.string().max(60), z.record(z.string(), z.unknown())]),
  /** Session kind; hosted when absent. */
  kind: z.enum(SESSION_KINDS).optional(),
  teams: z.int().min(1).max(LIMITS.teams).optional(),
  /** Plan of the lesson: a plan file; that of the kind when absent. */
  plan: z.record(z.string(), z.unknown()).optional(),
  /** Question kind; the contribution of a weight when absent. */
  asks: z.enum(QUESTION_KINDS).optional(),
  /** Help level that players begin with; `work` when absent. */
  help: z.enum(HELP_LEVELS).optional(),
  /** All other settings that the host chose. */
  settings: ChosenShape.optional(),
});
export type CreateSessionRequest = z.infer<typeof CreateSessionRequest>;

/** `POST /api/join` → `JoinReply` */
export const JoinRequest = z.strictObject({
  code: typedCode,
  nickname: z.string().max(MAX_TYPED_NAME_LENGTH),
  /** Token that this browser was given earlier: a banned player cannot come back under a new name. */
  known: token.optional(),
  /**
   * Id of this request, 128 random bits that the page keeps to itself: sent again, after a reply that was lost, it gives
   * the same player and token.
   */
  request: token.optional(),
});
export type JoinRequest = z.infer<typeof JoinRequest>;

/**
 * Asks for the console of a session whose browser is lost (`POST /api/recover` → `CreateSessionReply`). `word`: the
 * session's recovery word as typed.
 */
export const RecoverRequest = z.strictObject({
  code: typedCode,
  hostCode: z.string().max(100),
  word: z.string().max(100),
});
export type RecoverRequest = z.infer<typeof RecoverRequest>;

/** Asks, as a session's host, for a session that catches up with it (`POST /api/catch-up` → `CreateSessionReply`). */
export const CatchUpRequest = z.strictObject({ token });
export type CatchUpRequest = z.infer<typeof CatchUpRequest>;

/**
 * Asks, as a session's host, for its data about people to be erased, once it has ended (`POST /api/erase` → `EraseReply`).
 * `code` is the session's: it tells which process to ask, where there are several.
 */
export const EraseRequest = z.strictObject({ code: typedCode, token });
export type EraseRequest = z.infer<typeof EraseRequest>;

/**
 * Asks for the report of a session that is stored, with its host's token, or with the host code of the server
 * (`POST /api/report` → `ReportReply`).
 */
export const ReportRequest = z.union([
  z.strictObject({ code: typedCode, token }),
  z.strictObject({ code: typedCode, hostCode: z.string().max(100) }),
]);
export type ReportRequest = z.infer<typeof ReportRequest>;

/** Asks, as a session's host, what a list of sessions says of it (`POST /api/summary` → `SummaryReply`). */
export const SummaryRequest = z.strictObject({ code: typedCode, token });
export type SummaryRequest = z.infer<typeof SummaryRequest>;

/**
 * Changes, as a session's host, the steps of the plan that are still to come (`POST /api/plan` → `PlanReply`). `plan`: a
 * plan file.
 */
export const PlanRequest = z.strictObject({
  code: typedCode,
  token,
  plan: z.record(z.string(), z.unknown()),
});
export type PlanRequest = z.infer<typeof PlanRequest>;

/**
 * Asks for a seat in the room that a stored token opens: after a reload, in a second window, or when the connection was
 * lost (`POST /api/resume` → `ResumeReply`).
 */
export const ResumeRequest = z.strictObject({ code: typedCode, token });
export type ResumeRequest = z.infer<typeof ResumeRequest>;
