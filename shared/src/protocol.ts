import { z } from './zod.ts';
import { MAX_UNITS } from './lesson/networkFile.ts';
import { SESSION_KINDS } from './lesson/settings.ts';
import { DIAMONDS } from './question/pick.ts';
import { HELP_LEVELS, isPart, QUESTION_KINDS, TERMS, type Verdict } from './question/question.ts';
import { TIME_FACTORS } from './referee/clock.ts';
import {
  DIAMOND_ORDERS,
  MAX_SAMPLES_A_ROUND,
  SEAT_KINDS,
  STYLES,
  WAYS_ASKED,
  WEIGHT_MODES,
} from './referee/settings.ts';
import { LIMITS } from './referee/state.ts';
import { MAX_BOTS } from './rehearsal/bot.ts';
import type { Intention } from './referee/command.ts';
import { REJECTIONS, type Rejection } from './referee/rejection.ts';
import type { EntryPath, HostRow, HostView, PlayerView } from './referee/view.ts';

/**
 * Everything that crosses the wire, in one file. The schemas check shape and size; what a message means is the
 * referee's business.
 *
 * Joining goes over HTTP (`POST /api/sessions`, `POST /api/join`) and gives tokens; the room is then entered with a
 * token in the options (they travel in a body). Public state is a Colyseus map of `EntryPath` → JSON; private things
 * are messages.
 */

export const ROOM_NAME = 'session';
export const HEARTBEAT_MS = 2_500;
/** Without a sign of life for so long, the other side is dead. */
export const SILENCE_MS = 9_000;
export const MAX_MESSAGE_BYTES = 4_096;
/** A network file travels in the body of `POST /api/sessions`. */
export const MAX_NETWORK_FILE_BYTES = 256 * 1024;
export const MAX_NICKNAME_GRAPHEMES = 20;

const token = z.string().regex(/^[0-9a-f]{32}$/);
export const SessionCode = z.string().regex(/^\d{6}$/);

const TimeFactorShape = z.literal([...TIME_FACTORS]);
const ms = z
  .int()
  .min(1_000)
  .max(60 * 60_000);

/** What a host can choose, at the start or between rounds; everything else is as its kind of session has it. */
export const ChangesShape = z.strictObject({
  teams: z.union([z.int().min(1).max(LIMITS.teams), z.literal('bySize')]).exactOptional(),
  rounds: z.union([z.int().min(1).max(LIMITS.rounds), z.null()]).exactOptional(),
  style: z.enum(STYLES).exactOptional(),
  asksFor: z.enum(WAYS_ASKED).exactOptional(),
  asks: z.enum(QUESTION_KINDS).exactOptional(),
  seat: z.enum(SEAT_KINDS).exactOptional(),
  diamonds: z.enum(DIAMONDS).exactOptional(),
  order: z.enum(DIAMOND_ORDERS).exactOptional(),
  samples: z.union([z.int().min(1).max(MAX_SAMPLES_A_ROUND), z.literal('byLanes')]).exactOptional(),
  forwardMs: ms.exactOptional(),
  outputMs: ms.exactOptional(),
  hiddenMs: ms.exactOptional(),
  revealMs: ms.exactOptional(),
  updateMs: ms.exactOptional(),
  weights: z.enum(WEIGHT_MODES).exactOptional(),
  scored: z.boolean().exactOptional(),
  trains: z.boolean().exactOptional(),
  speedBonus: z.boolean().exactOptional(),
  help: z.enum(HELP_LEVELS).exactOptional(),
  helpAdapts: z.boolean().exactOptional(),
  dueAt: z.union([z.int().positive(), z.null()]).exactOptional(),
});

/** What a host can choose before the session begins. */
export const ChosenShape = ChangesShape.extend({ timeFactor: TimeFactorShape.exactOptional() });

export const CreateSessionRequest = z.strictObject({
  hostCode: z.string().max(100),
  /** A preset's id, or a whole network file. */
  network: z.union([z.string().max(60), z.record(z.string(), z.unknown())]),
  /** How it is led; hosted unless said. */
  kind: z.enum(SESSION_KINDS).optional(),
  teams: z.int().min(1).max(40).optional(),
  /** What is asked; the contribution of a weight unless said. */
  asks: z.enum(QUESTION_KINDS).optional(),
  /** With how much help everyone begins; work unless said. */
  help: z.enum(HELP_LEVELS).optional(),
  /** Whatever else the host chose. */
  settings: ChosenShape.optional(),
});
export type CreateSessionRequest = z.infer<typeof CreateSessionRequest>;

export interface CreateSessionReply {
  readonly code: string;
  readonly roomId: string;
  /** Opens the console; also authorises `/api`. */
  readonly sessionToken: string;
  /** Opens the projector, read-only. */
  readonly projectorToken: string;
}

export const JoinRequest = z.strictObject({
  code: z.string().max(20),
  nickname: z.string().max(400),
  /** A token that this browser was given here before: who was sent away for good does not come back under a new name. */
  known: token.optional(),
});
export type JoinRequest = z.infer<typeof JoinRequest>;

export interface JoinReply {
  readonly code: string;
  readonly roomId: string;
  readonly player: string;
  readonly resumeToken: string;
  /** As it now stands: a taken name has been given a suffix. */
  readonly nickname: string;
  readonly renamed: boolean;
}

/** The host of a session asks for one in which others catch up with it (`POST /api/catch-up` → `CreateSessionReply`). */
export const CatchUpRequest = z.strictObject({ token });
export type CatchUpRequest = z.infer<typeof CatchUpRequest>;

/** Asks which room a stored token still opens (`POST /api/resume`): a reload, a second window. */
export const ResumeRequest = z.strictObject({ code: z.string().max(20), token });
export type ResumeRequest = z.infer<typeof ResumeRequest>;
export interface ResumeReply {
  readonly code: string;
  readonly roomId: string;
  readonly role: Role;
  readonly nickname: string | null;
}

/** Every refusal over HTTP, status 4xx. `problems` belongs to a refused network file. */
export interface Refusal {
  readonly rejection: Rejection;
  readonly problems?: readonly { readonly path: string; readonly expected: string }[];
}

export type Role = 'player' | 'host' | 'projector';

/** The options with which a room is entered. */
export const EnterOptions = z.object({ token });
export type EnterOptions = z.infer<typeof EnterOptions>;

/** `u:h12.12` and nothing longer. */
const MAX_PART_LENGTH = 12;
const part = z.string().max(MAX_PART_LENGTH).refine(isPart);
const runId = z.string().min(1).max(5);
const inRound = { run: runId, round: z.int().min(1).max(100_000) };
const player = z.string().min(1).max(64);
/** Inputs or outputs of a network. */
const numbers = z.array(z.number().min(-1e6).max(1e6)).min(1).max(MAX_UNITS);

/** The host fills the lobby with bots. No command of the referee's: the room answers it, and they join as people do. */
export interface Rehearse {
  readonly type: 'rehearse';
  readonly bots: number;
  /** What their names are in. */
  readonly language: 'en' | 'ja';
}

/** What a page can ask of its room. */
export type Wish = Intention | Rehearse;

export const IntentionMessage: z.ZodType<Wish> = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('submitAnswer'),
    answerId: z.string().min(8).max(40),
    ...inRound,
    part,
    // In any script well below MAX_MESSAGE_BYTES; what a part takes at most is the referee's business.
    raw: z.string().max(1_000),
  }),
  z.strictObject({ type: z.literal('start') }),
  z.strictObject({ type: z.literal('next') }),
  z.strictObject({ type: z.literal('pause') }),
  z.strictObject({ type: z.literal('resume') }),
  z.strictObject({ type: z.literal('addTime'), ms: z.int().min(1_000).max(600_000) }),
  z.strictObject({ type: z.literal('lock'), locked: z.boolean() }),
  z.strictObject({ type: z.literal('end') }),
  z.strictObject({ type: z.literal('skip') }),
  z.strictObject({ type: z.literal('takeHint'), ...inRound, part }),
  z.strictObject({ type: z.literal('placeBet'), ...inRound, up: z.boolean() }),
  z.strictObject({ type: z.literal('askBonus'), ...inRound }),
  z.strictObject({ type: z.literal('stopFinishing'), ...inRound }),
  z.strictObject({ type: z.literal('goOn'), run: runId }),
  z.strictObject({ type: z.literal('castVote'), term: z.enum(TERMS) }),
  z.strictObject({ type: z.literal('makeGuess'), outputs: numbers }),
  z.strictObject({ type: z.literal('changeRules'), changes: ChangesShape }),
  z.strictObject({
    type: z.literal('show'),
    shown: z.strictObject({
      names: z.boolean().exactOptional(),
      scores: z.boolean().exactOptional(),
      ranks: z.boolean().exactOptional(),
    }),
  }),
  z.strictObject({ type: z.literal('renamePlayer'), player, name: z.string().max(400) }),
  z.strictObject({ type: z.literal('removePlayer'), player, banned: z.boolean() }),
  z.strictObject({
    type: z.literal('movePlayer'),
    player,
    run: z.union([runId, z.null()]),
    unit: z.union([z.string().max(8), z.null()]),
  }),
  z.strictObject({ type: z.literal('giveTime'), player, factor: TimeFactorShape }),
  z.strictObject({ type: z.literal('trainMachine'), steps: z.int().min(1).max(LIMITS.machineSteps) }),
  z.strictObject({ type: z.literal('openVote') }),
  z.strictObject({ type: z.literal('openTrial'), x: numbers }),
  z.strictObject({ type: z.literal('openSheet') }),
  z.strictObject({ type: z.literal('playAgain') }),
  z.strictObject({ type: z.literal('continueLesson'), changes: ChangesShape }),
  z.strictObject({
    type: z.literal('rehearse'),
    bots: z.int().min(1).max(MAX_BOTS),
    language: z.enum(['en', 'ja']),
  }),
]);

/**
 * The answer to an intention (`room.request('intention', …)`). A verdict comes only after the journal has it.
 * Accepted without a verdict: the host's commands.
 */
export type Reply =
  | { readonly accepted: true; readonly verdict?: Verdict }
  | { readonly accepted: false; readonly rejection: Rejection };

export const ReplyShape = z.union([
  z.object({ accepted: z.literal(true), verdict: z.unknown().optional() }),
  z.object({ accepted: z.literal(false), rejection: z.enum(REJECTIONS) }),
]);

/** Messages from the room to one client, by name. */
export interface RoomMessages {
  /** First of all after entering. */
  readonly welcome: Welcome;
  /** Heartbeat with the server's clock; the client answers `pong` from its handler. */
  readonly ping: { readonly at: number };
  /** A player's own view, whenever it changed. */
  readonly mine: PlayerView;
  /** The host's table, whole on entering, then only the rows that changed. */
  readonly host: HostView;
}

export interface Welcome {
  readonly role: Role;
  readonly code: string;
  readonly at: number;
  readonly player: string | null;
  readonly nickname: string | null;
  /** To the host only. */
  readonly projectorToken: string | null;
}

/** The host's rows with others put over them; who has been sent away has none. */
export function putRows(
  before: Readonly<Record<string, HostRow>>,
  rows: HostView['rows'],
): Record<string, HostRow> {
  return Object.fromEntries(
    Object.entries({ ...before, ...rows }).flatMap(([id, row]) => (row ? [[id, row]] : [])),
  );
}

/** Key of the synced map. */
export type PublicKey = EntryPath;
