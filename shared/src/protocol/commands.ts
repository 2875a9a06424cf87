import { MAX_UNITS } from '../network/networkFile.ts';
import type { Vector } from '../maths/network.ts';
import { PARAMETER_KINDS } from '../question/pick.ts';
import { QUESTION_KINDS } from '../question/kinds.ts';
import { HELP_LEVELS, isPart, type MistakeId, type Part, TERMS } from '../question/question.ts';
import { TIME_FACTORS } from '../referee/session/settings.ts';
import {
  type Changes,
  PARAMETER_ORDERS,
  MAX_SAMPLES_A_ROUND,
  SEAT_KINDS,
  STYLES,
  TEAM_SAMPLES,
  ROUND_DIRECTIONS,
  WEIGHT_MODES,
} from '../referee/session/settings.ts';
import { EXAMPLE_PARTS } from '../referee/activities/exampleParts.ts';
import { LIMITS } from '../referee/session/state.ts';
import { MAX_BOTS } from '../rehearsal/bot.ts';
import { LANGUAGES } from '../strings/languages.ts';
import { z } from '../zod.ts';
import { MAX_MOMENT_LENGTH, MAX_TYPED_NAME_LENGTH } from './limits.ts';

/**
 * Every command that a page can send, once: its schema by its name, in the record of the role that may send it. Types
 * are inferred; the only other place that names a command is its handler (`referee/handlers.ts`). The schemas check
 * shape and size, the referee checks meaning.
 */

type Fields = Readonly<Record<string, z.core.$ZodType>>;

/** One strict object schema for each entry: the entry's name as `type`, and its fields. */
function namedObjects<const ByName extends Readonly<Record<string, Fields>>>(byName: ByName) {
  return Object.fromEntries(
    Object.entries(byName).map(([type, fields]) => [
      type,
      z.strictObject({ type: z.literal(type), ...fields }),
    ]),
  ) as {
    readonly [Type in keyof ByName & string]: z.ZodObject<
      { type: z.ZodLiteral<Type> } & ByName[Type],
      z.core.$strict
    >;
  };
}

/** Union of the command types in a record of schemas. */
type CommandOf<Schemas extends Readonly<Record<string, z.ZodType>>> = {
  [Type in keyof Schemas]: Readonly<z.infer<Schemas[Type]>>;
}[keyof Schemas];

export const TimeFactorShape = z.literal([...TIME_FACTORS]);
const ms = z
  .int()
  .min(1_000)
  .max(60 * 60_000);

/** Settings that a host can choose at the start or between rounds; the session kind sets all others. */
export const ChangesShape = z.strictObject({
  teams: z.union([z.int().min(1).max(LIMITS.teams), z.literal('bySize')]).exactOptional(),
  teamSamples: z.enum(TEAM_SAMPLES).exactOptional(),
  rounds: z.union([z.int().min(1).max(LIMITS.rounds), z.null()]).exactOptional(),
  style: z.enum(STYLES).exactOptional(),
  asksFor: z.enum(ROUND_DIRECTIONS).exactOptional(),
  asks: z.enum(QUESTION_KINDS).exactOptional(),
  seat: z.enum(SEAT_KINDS).exactOptional(),
  parameterKinds: z.enum(PARAMETER_KINDS).exactOptional(),
  order: z.enum(PARAMETER_ORDERS).exactOptional(),
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
} satisfies { readonly [Name in keyof Required<Changes>]: z.ZodType<Changes[Name]> });

/** Characters of the longest part id, such as `u:h12.12`, with room to spare. */
const MAX_PART_LENGTH = 12;
const part: z.ZodType<Part> = z.string().max(MAX_PART_LENGTH).refine(isPart);
const run = z.string().min(1).max(5);
/** Run and round that a player's command is about. */
const inRound = { run, round: z.int().min(1).max(100_000) };
const player = z.string().min(1).max(64);
/** Moment at which the sender pressed (`momentOf`): the command is rejected once the session has moved on. */
const atMoment = { moment: z.string().min(1).max(MAX_MOMENT_LENGTH) };
/** Id of a mistake: the referee knows which there are, so that a page need not. */
const mistake = z.string().max(40) as z.ZodType as z.ZodType<MistakeId>;
/** Inputs or outputs of a network, one number for each unit. */
const numbers: z.ZodType<Vector> = z.array(z.number().min(-1e6).max(1e6)).min(1).max(MAX_UNITS);

export const PLAYER_COMMANDS = namedObjects({
  /** Submits one part of the player's question. A resend with the same `answerId` is not graded again. */
  submitAnswer: {
    answerId: z.string().min(8).max(40),
    ...inRound,
    part,
    /** Text as typed; for `places` their ids, separated by blanks. In any script well below MAX_MESSAGE_BYTES. */
    raw: z.string().max(LIMITS.answerLength),
  },
  /** Asks for the hint to a part, which is worth half its points from then on. */
  takeHint: { ...inRound, part },
  /** Guesses, before the error signal arrives, whether the player's own ◆ will go up or down. */
  placeBet: { ...inRound, up: z.boolean() },
  /** Asks for an extra question while waiting; without a seat, for a warm-up question. */
  askExtraQuestion: inRound,
  /** Stops finishing an earlier round; the player takes a seat in the next one. */
  stopFinishing: inRound,
  /** Moves the player's own run to its next phase. */
  goOn: { run },
  castVote: { term: z.enum(TERMS) },
  makeGuess: { outputs: numbers },
});
export type PlayerCommand = CommandOf<typeof PLAYER_COMMANDS>;

export const HOST_COMMANDS = namedObjects({
  start: atMoment,
  /** Moves on: [forward →] backward → reveal → update → next round or next step of the plan. */
  next: atMoment,
  /** Cancels the present round or activity, or passes over the next step of the plan. */
  skip: atMoment,
  pause: {},
  resume: {},
  addTime: { ...atMoment, ms: z.int().min(1_000).max(600_000) },
  lock: { locked: z.boolean() },
  end: atMoment,
  /** Changes the rules from the next round on; in the lobby also the number of teams and their samples. */
  changeRules: { changes: ChangesShape },
  changeDisplay: {
    display: z.strictObject({
      names: z.boolean().exactOptional(),
      scores: z.boolean().exactOptional(),
      ranks: z.boolean().exactOptional(),
    }),
  },
  /** Renames a player. The name itself is kept beside the log, where it can be deleted. */
  renamePlayer: { player, name: z.string().max(MAX_TYPED_NAME_LENGTH) },
  removePlayer: { player, banned: z.boolean() },
  /** Removes all players who have never answered, and are away or have a seat for the second time. */
  removeSilent: {},
  /** Moves a player to another team from the next round on; null: to a new team. The unit holds for one round. */
  movePlayer: {
    player,
    run: z.union([run, z.null()]),
    unit: z.union([z.string().max(8), z.null()]),
  },
  giveTime: { player, factor: TimeFactorShape },
  /** Trains the networks of all teams by `steps` true updates, between rounds. */
  trainMachine: { ...atMoment, steps: z.int().min(1).max(LIMITS.machineSteps) },
  openVote: atMoment,
  openTrial: { ...atMoment, x: numbers },
  openExitTicket: atMoment,
  /** Shows a worked example on the projector, or takes it off. Players' pages do not show it. */
  showExample: {
    topic: z.union([
      z.strictObject({ type: z.literal('mistake'), mistake }),
      z.strictObject({ type: z.literal('part'), part: z.enum(EXAMPLE_PARTS) }),
      z.null(),
    ]),
  },
  /** After the end: begins again with the same players and new teams. */
  playAgain: atMoment,
  /** After the end: goes on with the same teams and weights under other rules. */
  continueLesson: { ...atMoment, changes: ChangesShape },
});
export type HostCommand = CommandOf<typeof HOST_COMMANDS>;

/** Host commands that the room answers; the referee does not know them. */
export const REHEARSAL_COMMANDS = namedObjects({
  /** Fills the lobby with bots, which join as players do. `language`: that of their names. */
  rehearse: { bots: z.int().min(1).max(MAX_BOTS), language: z.enum(LANGUAGES) },
});
export type Rehearse = CommandOf<typeof REHEARSAL_COMMANDS>;

/** Any command that a page can send to its room. */
export type ClientCommand = PlayerCommand | HostCommand | Rehearse;

const CLIENT_COMMANDS = { ...PLAYER_COMMANDS, ...HOST_COMMANDS, ...REHEARSAL_COMMANDS };
type Schema = (typeof CLIENT_COMMANDS)[keyof typeof CLIENT_COMMANDS];

export const ClientCommandShape: z.ZodType<ClientCommand> = z.discriminatedUnion(
  'type',
  Object.values(CLIENT_COMMANDS) as [Schema, ...Schema[]],
);
