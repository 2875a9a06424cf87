import { SESSION_KINDS } from '../lesson/settings.ts';
import { QUESTION_KINDS } from '../question/kinds.ts';
import { HELP_LEVELS } from '../question/question.ts';
import { REJECTIONS } from '../referee/rejection.ts';
import { LIMITS } from '../referee/session/state.ts';
import { z } from '../zod.ts';
import { ChangesShape, TimeFactorShape } from './commands.ts';
import { MAX_TYPED_NAME_LENGTH } from './limits.ts';

/** Joining goes over HTTP and gives tokens. Each request and each reply is one schema; its type has the same name. */

/** Whom a token lets in. */
export const Role = z.enum(['player', 'host', 'projector']);
export type Role = z.infer<typeof Role>;

export const token = z.string().regex(/^[0-9a-f]{32}$/);
/** As typed, with blanks or hyphens in it. */
const typedCode = z.string().max(20);

/** What a host can choose before the session begins. */
export const ChosenShape = ChangesShape.extend({ timeFactor: TimeFactorShape.exactOptional() });

/** `POST /api/sessions` → `CreateSessionReply` */
export const CreateSessionRequest = z.strictObject({
  hostCode: z.string().max(100),
  /** A preset's id, or a whole network file. */
  network: z.union([z.string().max(60), z.record(z.string(), z.unknown())]),
  /** How it is led; hosted unless said. */
  kind: z.enum(SESSION_KINDS).optional(),
  teams: z.int().min(1).max(LIMITS.teams).optional(),
  /** What is asked; the contribution of a weight unless said. */
  asks: z.enum(QUESTION_KINDS).optional(),
  /** With how much help everyone begins; work unless said. */
  help: z.enum(HELP_LEVELS).optional(),
  /** Whatever else the host chose. */
  settings: ChosenShape.optional(),
});
export type CreateSessionRequest = z.infer<typeof CreateSessionRequest>;

export const CreateSessionReply = z.object({
  code: z.string(),
  roomId: z.string(),
  /** Opens the console; also authorises `/api`. */
  sessionToken: z.string(),
  /** Opens the projector, read-only. */
  projectorToken: z.string(),
});
export type CreateSessionReply = Readonly<z.infer<typeof CreateSessionReply>>;

/** `POST /api/join` → `JoinReply` */
export const JoinRequest = z.strictObject({
  code: typedCode,
  nickname: z.string().max(MAX_TYPED_NAME_LENGTH),
  /** A token that this browser was given here before: a banned player does not come back under a new name. */
  known: token.optional(),
});
export type JoinRequest = z.infer<typeof JoinRequest>;

export const JoinReply = z.object({
  code: z.string(),
  roomId: z.string(),
  player: z.string(),
  resumeToken: z.string(),
  /** As it now stands: a taken name has been given a suffix. */
  nickname: z.string(),
  renamed: z.boolean(),
});
export type JoinReply = Readonly<z.infer<typeof JoinReply>>;

/** The host of a session asks for one in which others catch up with it (`POST /api/catch-up` → `CreateSessionReply`). */
export const CatchUpRequest = z.strictObject({ token });
export type CatchUpRequest = z.infer<typeof CatchUpRequest>;

/** Asks which room a stored token still opens (`POST /api/resume`): a reload, a second window. */
export const ResumeRequest = z.strictObject({ code: typedCode, token });
export type ResumeRequest = z.infer<typeof ResumeRequest>;

export const ResumeReply = z.object({
  code: z.string(),
  roomId: z.string(),
  role: Role,
  nickname: z.string().nullable(),
});
export type ResumeReply = Readonly<z.infer<typeof ResumeReply>>;

/** Every refusal over HTTP, status 4xx. `problems` belongs to a refused network file. */
export const Refusal = z.object({
  rejection: z.enum(REJECTIONS),
  problems: z
    .array(z.object({ path: z.string(), expected: z.string() }))
    .readonly()
    .exactOptional(),
});
export type Refusal = Readonly<z.infer<typeof Refusal>>;
