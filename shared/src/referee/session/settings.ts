import type { Vector } from '../../maths/network.ts';
import type { ParameterKinds } from '../../question/pick.ts';
import type { HelpLevel, QuestionKind } from '../../question/question.ts';

/** Multiples of the usual answering time. */
export const TIME_FACTORS = [1, 1.5, 2, 10, 'untimed'] as const;
export type TimeFactor = (typeof TIME_FACTORS)[number];

/** Kinds of units at which players sit. */
export const SEAT_KINDS = ['any', 'output', 'hidden'] as const;
export type SeatKind = (typeof SEAT_KINDS)[number];

/** Effects of a team's answers on its network that a host can choose. */
export const WEIGHT_MODES = ['true', 'earned', 'answered'] as const;
export type WeightMode = (typeof WEIGHT_MODES)[number];

/** Orders of answering: all layers at once, or layer by layer from the outputs back. */
export const STYLES = ['parallel', 'relay'] as const;
type Style = (typeof STYLES)[number];

/** Directions that a round asks about: backward, forward, or forward and then backward. */
export const ROUND_DIRECTIONS = ['backward', 'forward', 'both'] as const;
type RoundDirection = (typeof ROUND_DIRECTIONS)[number];

/** Choices of the parameter that a unit is asked about: the one that tells most mistakes apart, or each in turn. */
export const PARAMETER_ORDERS = ['best', 'turns'] as const;
type ParameterOrder = (typeof PARAMETER_ORDERS)[number];

/** Samples of the teams in one round: the same for all, or different ones, so that neighbours compute other numbers. */
export const TEAM_SAMPLES = ['same', 'different'] as const;
type TeamSamples = (typeof TEAM_SAMPLES)[number];

/** Most samples in the batch of one round. */
export const MAX_SAMPLES_A_ROUND = 8;

/** Rules that can differ from round to round. A round keeps the rules with which it opened. */
export interface RoundRules {
  readonly style: Style;
  readonly asksFor: RoundDirection;
  /** Kind of the backward question. */
  readonly asks: QuestionKind;
  /** Kind of units at which players sit. */
  readonly seat: SeatKind;
  /** Kinds of parameters that questions may be about. */
  readonly parameterKinds: ParameterKinds;
  readonly order: ParameterOrder;
  /** Samples in a batch, 1–8, or as many as the team has lanes. */
  readonly samples: number | 'byLanes';
  /** Time for a layer in the forward phase, ms. */
  readonly forwardMs: number;
  /** Time for a question at an output unit, ms; in a relay, for the output layer. */
  readonly outputMs: number;
  /** Time for a question at a hidden unit, ms; in a relay, for a hidden layer. */
  readonly hiddenMs: number;
  /** Effect of the answers on the weights. `followed`, only while catching up: the class's weights are taken over. */
  readonly weights: WeightMode | 'followed';
  /** True where answers bring points. */
  readonly scored: boolean;
  /** True where the weights are updated after the round. */
  readonly trains: boolean;
}

/** A step of a lesson plan; `id` selects its strings. */
export type PlanStep = {
  readonly id: string;
  /** Minutes into the lesson: beginning and end. */
  readonly minutes: readonly [number, number];
} & (
  | { readonly type: 'round'; readonly rules: Partial<RoundRules> }
  /** The teacher speaks; nothing is asked until the host goes on. */
  | { readonly type: 'talk' }
  /** A vote on the most frequent mistake of the last round. */
  | { readonly type: 'vote'; readonly ms: number }
  /** A trial of the network on the input `x`. */
  | { readonly type: 'trial'; readonly x: Vector; readonly ms: number }
  | { readonly type: 'machine'; readonly steps: number }
  /** An exit ticket: a new network for every player alone. */
  | { readonly type: 'exitTicket'; readonly ms: number }
);

/** Settings of a session, chosen before it begins; a host may change most of them between rounds. */
export interface Settings extends RoundRules {
  /** Control of the phases: by the host, by the clock, or by each player in an own run. */
  readonly pacing: 'host' | 'auto' | 'self';
  /**
   * Teams that the players are dealt into at the start, 1–40, or by the number of players; more are opened when the
   * seats do not suffice.
   */
  readonly teams: number | 'bySize';
  /** Samples with which teams begin; in either case every team takes all samples in the order of the data. */
  readonly teamSamples: TeamSamples;
  /** Rounds after which the session ends, or each run with pacing `self`; null: the host ends it. */
  readonly rounds: number | null;
  /** Seat of the first player in the first round: the first seat, or one that the seed draws. */
  readonly firstSeat: 'first' | 'drawn';
  /** Duration of the reveal with pacing `auto`, ms. */
  readonly revealMs: number;
  /** Duration of the update with pacing `auto`, ms. */
  readonly updateMs: number;
  /** True where a quick answer without a miss brings up to 10 points more. */
  readonly speedBonus: boolean;
  /** Help level that players begin with. */
  readonly help: HelpLevel;
  /** True where the help level adapts to a player's answers. */
  readonly helpAdapts: boolean;
  /** Multiple of the answering time for all players; a host can give single players more. */
  readonly timeFactor: TimeFactor;
  /** Last moment for answers with pacing `self`, ms since the epoch; null: none. */
  readonly dueAt: number | null;
  /** Steps of the lesson in order; null: rounds only. */
  readonly plan: readonly PlanStep[] | null;
  /** Minute of the lesson at which the bell rings; null without a plan. */
  readonly bell: number | null;
}

/** Settings that a host can change between rounds. */
export type Changes = Partial<
  Omit<Settings, 'pacing' | 'plan' | 'bell' | 'timeFactor' | 'firstSeat' | 'weights'>
> & {
  readonly weights?: WeightMode;
};
