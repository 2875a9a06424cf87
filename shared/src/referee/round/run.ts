import type { BackwardPass, ForwardPass, Network, Parameters, Sample } from '../../maths/network.ts';
import type { UnitRef } from '../../maths/unit.ts';
import type { MistakeId, Part, Question, Truth, Verdict } from '../../question/question.ts';
import type { RoundRules } from '../session/settings.ts';
import type { PlayerId, RunId } from '../ids.ts';

export type { RunId } from '../ids.ts';

/** `idle`: no round has opened yet, or the last one was skipped. */
export type PhaseName = 'idle' | 'forward' | 'backward' | 'reveal' | 'update' | 'ended';

interface Phase {
  readonly name: PhaseName;
  readonly since: number;
}

/** Until when answers count where a phase is one for all, by the kind of seat, and until when the phase lasts. */
export interface Deadlines {
  readonly output: number;
  readonly hidden: number;
  /** When the clock moves the run on to the next phase; null where the host or the lanes do. */
  readonly phase: number | null;
}

/** Every run says what it is. Nobody but the host and its owner sees a run that has one. */
export type Run = TeamRun | OwnRun | WarmUpRun;

/** Which of the three a run is. */
export type RunKind = Run['kind'];

/** A team's network: its members play it together. */
export interface TeamRun extends RunFacts {
  readonly kind: 'team';
}

/** One player's network, gone through at the player's own pace or as an exit ticket. */
export interface OwnRun extends RunFacts {
  readonly kind: 'own';
  readonly owner: PlayerId;
  /** `lesson`: the rounds of homework or of catching up; `exitTicket`: one round on a network that nobody has seen. */
  readonly purpose: OwnPurpose;
  /** What its player made of every round so far. */
  readonly record: readonly RoundRecord[];
}

type OwnPurpose = 'lesson' | 'exitTicket';

/** A player without a seat practises in it until it has one: no part of the lesson. */
export interface WarmUpRun extends RunFacts {
  readonly kind: 'warmUp';
  readonly owner: PlayerId;
}

/** What every run has, of whatever kind. */
interface RunFacts {
  readonly id: RunId;
  /** What it learns from. */
  readonly data: readonly Sample[];
  readonly network: Network;
  /** Index of the next sample to be taken from the data. */
  readonly cursor: number;
  /** From 1. */
  readonly round: number;
  /** The rules with which its present round opened. */
  readonly rules: RoundRules;
  readonly phase: Phase;
  readonly deadlines: Deadlines;
  readonly lanes: readonly Lane[];
  readonly seats: readonly Seat[];
  readonly answers: Readonly<Record<PlayerId, Answers>>;
  /** What those who wait are asked besides, one after the other. */
  readonly extraQuestions: Readonly<Record<PlayerId, readonly ExtraQuestion[]>>;
  /** Whether the own ◆ will go up or down, said before the parcel came. */
  readonly bets: Readonly<Record<PlayerId, Bet>>;
  /** Who has more time than everyone and was still at it when a round was revealed. */
  readonly finishing: Readonly<Record<PlayerId, Finishing>>;
  /** Mean loss over the data: before the first round, then after every update. */
  readonly losses: readonly number[];
  /** The network that true updates alone would have made of the same samples; null as long as it is this one. */
  readonly reference: Network | null;
  /** Mean losses of the reference run, as long as `losses`. */
  readonly referenceLosses: readonly number[];
  /** Rounds after which its weights moved. */
  readonly updates: number;
  /** What each of the losses after the first came of. */
  readonly movedBy: readonly MovedBy[];
  readonly lastUpdate: LastUpdate | null;
}

/** What somebody made of one round of its own run. */
export interface RoundRecord {
  readonly round: number;
  readonly points: number;
  /** In the order in which they were asked. */
  readonly parts: readonly { readonly part: Part; readonly tries: number; readonly right: boolean }[];
  /** Each once, in the order in which they were made. */
  readonly mistakes: readonly MistakeId[];
}

/** What moved the weights: a round of the class's, or so many steps of the machine. */
export type MovedBy =
  | { readonly type: 'round'; readonly round: number }
  | { readonly type: 'machine'; readonly steps: number };

/** The last update of a run by its answers. */
/** Network and loss that true updates alone came to; null where that is the run itself. */
export type ReferenceRun = { readonly parameters: Parameters; readonly loss: number } | null;

export interface LastUpdate {
  /** The round whose answers it was made of. */
  readonly round: number;
  readonly before: Parameters;
  /** The mean gradient of the batch. */
  readonly gradients: Parameters;
  /** Where a true update would have gone. */
  readonly target: Parameters;
  /** Which part of the true step the weights into a unit were given, [layer after the input][unit]; null: not earned. */
  readonly shares: readonly (readonly number[])[] | null;
}

/** One sample of the round's batch on its way through the network, with all its truths. */
export interface Lane {
  /** Index into the data. */
  readonly sample: number;
  readonly pass: ForwardPass;
  /** Secret until the reveal; δ of a layer from when it has closed. */
  readonly truth: BackwardPass;
  /** The layer that answers now; null: no layer has a turn of its own, as all answer at once or all have closed. */
  readonly turn: Turn | null;
  /** Layers that have closed in this phase, in order. */
  readonly closed: readonly ClosedLayer[];
}

/** How far a lane is on its way through the layers. */
export type LaneProgress = Pick<Lane, 'turn' | 'closed'>;

export interface Turn {
  readonly layer: number;
  readonly since: number;
  readonly deadlineAt: number;
}

export interface ClosedLayer {
  readonly layer: number;
  /** How many of its players' parcels were not right: the true ones travelled on. Never whose. */
  readonly corrected: number;
  /** Until when its turn would have lasted; who has more time than everyone counts from here. */
  readonly deadlineAt: number;
}

/** A unit in a lane. Played by the machine when `player` is null. */
export interface Seat {
  readonly lane: number;
  readonly unit: UnitRef;
  readonly player: PlayerId | null;
  /** On the way back; null where nothing is asked there. */
  readonly question: Question | null;
  /** Secret until the reveal. */
  readonly truth: Truth | null;
  /** Mistakes that this question cannot tell from a right answer. */
  readonly inseparable: readonly MistakeId[];
  /** On the way forward. */
  readonly forward: { readonly question: Question; readonly truth: Truth } | null;
}

/** What a player has handed in in this round. */
export interface Answers {
  readonly parts: Partial<Readonly<Record<Part, PartAnswer>>>;
  /** Every verdict by its answer's id, so that a resend gets the one it already has. */
  readonly verdicts: Readonly<Record<string, Verdict>>;
  /** Parts for which a hint was taken: each is worth half. */
  readonly hints: readonly Part[];
  /** Points besides those of the parts: streak, speed, further ◆. */
  readonly extra: number;
  /** Its streak before the round: a round that is skipped takes nothing from it. */
  readonly streakBefore: number;
}

export interface PartAnswer {
  /** Tries used. */
  readonly tries: number;
  readonly right: boolean;
  readonly raw: string;
  readonly verdict: Verdict;
  /** The last number that could be read; null: none could. */
  readonly read: number | null;
  readonly points: number;
  /** How long after its phase had begun this was handed in, pauses included, ms. */
  readonly afterMs: number;
}

/** A further question for who waits, with one part: the gradient of a ◆, or a belly for inputs that nobody has. */
export interface ExtraQuestion {
  /** From 1 in every round. */
  readonly number: number;
  readonly lane: Pick<Lane, 'sample' | 'pass' | 'truth'>;
  readonly question: Question;
  readonly truth: Truth;
  readonly answer: PartAnswer | null;
}

export interface Bet {
  readonly up: boolean;
  /** From the reveal on; null as well where the gradient is 0 and the weight goes nowhere. */
  readonly won: boolean | null;
}

/** A round as it stood when it was revealed, for one who has more time: for it alone, it goes on. */
export interface Finishing {
  readonly run: Run;
  readonly deadlineAt: number;
}

/** Whose own run it is; null: a team's. */
export function ownerOf(run: Run): PlayerId | null {
  return run.kind === 'team' ? null : run.owner;
}
