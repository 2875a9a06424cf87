import type { BackwardPass, ForwardPass, Network, Parameters, Sample } from '../../maths/network.ts';
import type { UnitRef } from '../../maths/unit.ts';
import type { GivenAnswer, MistakeId, Part, Question, Truth, Verdict } from '../../question/question.ts';
import type { EitherMistake } from '../../question/diagnosis/mistakesMade.ts';
import type { RoundRules } from '../session/settings.ts';
import type { PlayerId, RunId } from '../ids.ts';

export type { RunId } from '../ids.ts';

/** `idle`: no round has opened yet, or the last one was skipped. */
export type PhaseName = 'idle' | 'forward' | 'backward' | 'reveal' | 'update' | 'ended';

interface Phase {
  readonly name: PhaseName;
  readonly since: number;
}

/** Deadlines of a phase, ms since the epoch: for answers by seat kind, where all layers answer at once, and its end. */
export interface Deadlines {
  readonly output: number;
  readonly hidden: number;
  /** Time at which the clock moves the run to its next phase; null where the host or the lanes do. */
  readonly phase: number | null;
}

/** One network in training. A run with an owner is visible to that player and the host only. */
export type Run = TeamRun | OwnRun | WarmUpRun;

export type RunKind = Run['kind'];

/** Run of a team: its members play one network together. */
export interface TeamRun extends RunFacts {
  readonly kind: 'team';
}

/** Own run of one player: self-paced, or an exit ticket. */
export interface OwnRun extends RunFacts {
  readonly kind: 'own';
  readonly owner: PlayerId;
  /** `lesson`: homework, practice or catching up; `exitTicket`: one round on a new network. */
  readonly purpose: OwnPurpose;
  /** Results of every round so far. */
  readonly record: readonly RoundRecord[];
}

type OwnPurpose = 'lesson' | 'exitTicket';

/** Warm-up of a player without a seat; no part of the lesson. */
export interface WarmUpRun extends RunFacts {
  readonly kind: 'warmUp';
  readonly owner: PlayerId;
}

/** Facts of a run of any kind. */
interface RunFacts {
  readonly id: RunId;
  /** Training data. */
  readonly data: readonly Sample[];
  readonly network: Network;
  /** Index of the next sample to be taken from the data. */
  readonly cursor: number;
  /** Number of the present round, from 1; 0 before the first. */
  readonly round: number;
  /** Rules with which the present round opened. */
  readonly rules: RoundRules;
  readonly phase: Phase;
  readonly deadlines: Deadlines;
  readonly lanes: readonly Lane[];
  readonly seats: readonly Seat[];
  readonly answers: Readonly<Record<PlayerId, Answers>>;
  /** Extra questions by player, in the order in which they were asked. */
  readonly extraQuestions: Readonly<Record<PlayerId, readonly ExtraQuestion[]>>;
  /** Bets on the own weight, by player. */
  readonly bets: Readonly<Record<PlayerId, Bet>>;
  /** Rounds that players with extra time still finish after the reveal. */
  readonly finishing: Readonly<Record<PlayerId, Finishing>>;
  /** Mean loss over the data: before the first round, then after every update. */
  readonly losses: readonly number[];
  /** Network of the reference run; null as long as it equals this one. */
  readonly reference: Network | null;
  /** Mean losses of the reference run, with one entry for each of `losses`. */
  readonly referenceLosses: readonly number[];
  /** Number of rounds that moved the weights. */
  readonly updates: number;
  /** Cause of each loss after the first. */
  readonly movedBy: readonly MovedBy[];
  readonly lastUpdate: LastUpdate | null;
}

/** Result of one player in one round of an own run. */
export interface RoundRecord {
  readonly round: number;
  readonly points: number;
  /** Parts in the order in which they were asked. */
  readonly parts: readonly { readonly part: Part; readonly tries: number; readonly right: boolean }[];
  /** Mistakes, each once, in the order in which they were made. */
  readonly mistakes: readonly EitherMistake[];
}

/** Cause of a change of the weights: a round, or steps of the machine. */
export type MovedBy =
  | { readonly type: 'round'; readonly round: number }
  | { readonly type: 'machine'; readonly steps: number; readonly unrounded?: true };

/** Parameters and mean loss that true updates alone lead to; null where they are those of the run itself. */
export type ReferenceRun = { readonly parameters: Parameters; readonly loss: number } | null;

/** The last update of a run by a round. */
export interface LastUpdate {
  /** Number of the round. */
  readonly round: number;
  readonly before: Parameters;
  /** Mean gradient of the batch. */
  readonly gradients: Parameters;
  /** Parameters after a true update. */
  readonly target: Parameters;
  /** Shares of the true step by unit, [0, 1], [layer after the input][unit]; null unless weights are `earned`. */
  readonly shares: readonly (readonly number[])[] | null;
}

/** One sample of the round's batch on its way through the network, with all its truths. */
export interface Lane {
  /** Index of the sample in the data. */
  readonly sample: number;
  readonly pass: ForwardPass;
  /** True backward pass; secret until the reveal, except δ of layers that have closed. */
  readonly truth: BackwardPass;
  /** Turn of the layer that answers now; null where all layers answer at once, or all have closed. */
  readonly turn: Turn | null;
  /** Layers that have closed in this phase, in that order. */
  readonly closed: readonly ClosedLayer[];
}

/** Progress of a lane through the layers. */
export type LaneProgress = Pick<Lane, 'turn' | 'closed'>;

export interface Turn {
  readonly layer: number;
  readonly since: number;
  readonly deadlineAt: number;
}

export interface ClosedLayer {
  readonly layer: number;
  /** Number of seats whose answers were not right and were replaced by true values; no names. */
  readonly corrected: number;
  /** Deadline of its turn; extra time counts from here. */
  readonly deadlineAt: number;
}

/** A unit in one lane. Played by the machine when `player` is null. */
export interface Seat {
  readonly lane: number;
  readonly unit: UnitRef;
  readonly player: PlayerId | null;
  /** Backward question; null where none is asked. */
  readonly question: Question | null;
  /** Right answers to the backward question; secret until the reveal. */
  readonly truth: Truth | null;
  /** Mistakes that give the right answer in this question. */
  readonly inseparable: readonly MistakeId[];
  /** Forward question with its right answers; null where none is asked. */
  readonly forward: { readonly question: Question; readonly truth: Truth } | null;
}

/** Answers of a player in one round. */
export interface Answers {
  readonly parts: Partial<Readonly<Record<Part, PartAnswer>>>;
  /** Verdicts by answer id. */
  readonly verdicts: Readonly<Record<string, Verdict>>;
  /** Parts for which a hint was taken; each is worth half. */
  readonly hints: readonly Part[];
  /** Points besides those of the parts: streak, speed, extra questions. */
  readonly extra: number;
  /** Streak before the round, restored when the round is skipped. */
  readonly streakBefore: number;
}

export interface PartAnswer {
  /** Tries used. */
  readonly tries: number;
  readonly right: boolean;
  /** Ids of places, or name of an option; null for a number and for unread text. */
  readonly given: string | null;
  readonly verdict: Verdict;
  /** Last number that could be read; null: none could. */
  readonly read: number | null;
  /** Answers judged wrong so far: none of them is judged again. */
  readonly wrong: readonly GivenAnswer[];
  readonly points: number;
  /** Time from the beginning of the phase to the answer, pauses included, ms. */
  readonly afterMs: number;
}

/** An extra question with one part: the gradient of a ◆, or a pre-activation for inputs that are in no lane. */
export interface ExtraQuestion {
  /** Number within the round, from 1. */
  readonly number: number;
  readonly lane: Pick<Lane, 'sample' | 'pass' | 'truth'>;
  readonly question: Question;
  readonly truth: Truth;
  readonly answer: PartAnswer | null;
}

export interface Bet {
  readonly up: boolean;
  /** Outcome, from the reveal on; null also where the gradient is 0 and the weight stays. */
  readonly won: boolean | null;
}

/** A round that one player with extra time goes on with after its reveal: a private copy, and its deadline. */
export interface Finishing {
  readonly run: Run;
  readonly deadlineAt: number;
}

/** Owner of an own run or warm-up; null for a team's. */
export function ownerOf(run: Run): PlayerId | null {
  return run.kind === 'team' ? null : run.owner;
}
