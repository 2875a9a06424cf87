import type { Vector } from '../../maths/network.ts';
import type { ParameterKinds } from '../../question/pick.ts';
import type { HelpLevel, QuestionKind } from '../../question/question.ts';

/** Multiples of the time that everyone has. */
export const TIME_FACTORS = [1, 1.5, 2, 10, 'untimed'] as const;
export type TimeFactor = (typeof TIME_FACTORS)[number];

/** Units that people sit at. */
export const SEAT_KINDS = ['any', 'output', 'hidden'] as const;
export type SeatKind = (typeof SEAT_KINDS)[number];

/** What the answers of a team do to its network: what a host can choose. */
export const WEIGHT_MODES = ['true', 'earned', 'answered'] as const;
export type WeightMode = (typeof WEIGHT_MODES)[number];

/** Everyone at once, or layer by layer with a parcel that travels. */
export const STYLES = ['parallel', 'relay'] as const;
type Style = (typeof STYLES)[number];

/** What a round asks of everyone: what comes back, what goes forward, or one after the other. */
export const ROUND_DIRECTIONS = ['backward', 'forward', 'both'] as const;
type RoundDirection = (typeof ROUND_DIRECTIONS)[number];

/** Which of a unit's parameters is in question: the one that tells most mistakes apart, or from round to round another. */
export const PARAMETER_ORDERS = ['best', 'turns'] as const;
type ParameterOrder = (typeof PARAMETER_ORDERS)[number];

/** Samples of one round's batch at most. */
export const MAX_SAMPLES_A_ROUND = 8;

/** What can differ from round to round. A round keeps the rules with which it opened. */
export interface RoundRules {
  readonly style: Style;
  readonly asksFor: RoundDirection;
  /** What is asked on the way back. */
  readonly asks: QuestionKind;
  /** Where people sit. A lesson for one asks about one kind of unit. */
  readonly seat: SeatKind;
  /** Which parameters can be in question. */
  readonly parameterKinds: ParameterKinds;
  readonly order: ParameterOrder;
  /** Samples of a batch, 1–8; or as many as the team has lanes. */
  readonly samples: number | 'byLanes';
  /** Time for a layer on the way forward. */
  readonly forwardMs: number;
  /** Time for a question at an output and at a hidden unit; in a relay for an output layer and for a hidden one. */
  readonly outputMs: number;
  readonly hiddenMs: number;
  /** `followed` is no choice: they go where those of the class went whose rounds are caught up with. */
  readonly weights: WeightMode | 'followed';
  /** Whether answers bring points. */
  readonly scored: boolean;
  /** Whether the weights move after it. */
  readonly trains: boolean;
}

/** Something that a lesson does besides or between rounds; `id` finds its words. */
export type PlanStep = {
  readonly id: string;
  /** Minutes into the lesson, from and to. */
  readonly minutes: readonly [number, number];
} & (
  | { readonly type: 'round'; readonly rules: Partial<RoundRules> }
  /** The most frequent mistake of the last round, nameless: where is the slip? */
  | { readonly type: 'vote'; readonly ms: number }
  /** What will the network say to something that it never saw? */
  | { readonly type: 'trial'; readonly x: Vector; readonly ms: number }
  | { readonly type: 'machine'; readonly steps: number }
  /** A new network, everyone alone: the exit ticket. */
  | { readonly type: 'exitTicket'; readonly ms: number }
);

/** What the host chose before the session began, and may change between rounds. */
export interface Settings extends RoundRules {
  /** Who leads from phase to phase: the host, the clock, or each player itself, in a run of its own. */
  readonly pacing: 'host' | 'auto' | 'self';
  /**
   * Teams that the players are dealt into at the start, 1–40, or by how many there are; more are opened when the seats
   * do not suffice.
   */
  readonly teams: number | 'bySize';
  /** The session ends by itself after so many; null: when the host says so. With pacing `self`: of each run. */
  readonly rounds: number | null;
  /** Where the first player sits in the first round: at the first seat, or at one that the seed draws. */
  readonly firstSeat: 'first' | 'drawn';
  /** How long the clock shows the reveal and the update, with pacing `auto`. */
  readonly revealMs: number;
  readonly updateMs: number;
  /** Whether a quick and clean answer brings up to 10 points more. */
  readonly speedBonus: boolean;
  /** With how much help everyone begins. */
  readonly help: HelpLevel;
  /** Whether help falls away and comes back by how a player does. */
  readonly helpAdapts: boolean;
  /** Time that everyone has, as a multiple; a host can give single players more. */
  readonly timeFactor: TimeFactor;
  /** With pacing `self`: until when answers count, ms since the epoch. */
  readonly dueAt: number | null;
  /** A lesson of several steps, one after the other; null: rounds and nothing else. */
  readonly plan: readonly PlanStep[] | null;
}

/** What a host can change between rounds. */
export type Changes = Partial<Omit<Settings, 'pacing' | 'plan' | 'timeFactor' | 'firstSeat' | 'weights'>> & {
  readonly weights?: WeightMode;
};
