import type { Event } from '../../referee/event.ts';
import type { Network, Sample } from '../../maths/network.ts';
import type { Activity } from '../../referee/activities/activity.ts';
import type { ExtraQuestion, Deadlines, Lane, Seat, LaneProgress } from '../../referee/round/run.ts';
import type { RoundRules, Settings } from '../../referee/session/settings.ts';

/**
 * Facts that the oracle has recorded of a log so far: copied out of the events by this file alone. The topics beside it
 * check them. Neither calls the referee; only its types are shared.
 */

export type Of<Type extends Event['type']> = Extract<Event, { type: Type }>;

/** A part that a player has answered. */
export interface PartBook {
  tries: number;
  right: boolean;
  points: number;
  /** Last number that could be read. */
  read: number | null;
  /** Answers that were wrong, each in one spelling. */
  readonly wrong: readonly string[];
}

/** One spelling of all that are the same answer: the number that was read, or its places in order. */
export function spellingOf({ given, verdict }: Of<'answerGraded'>): string {
  if ('read' in verdict && verdict.read !== null) return verdict.read.toPrecision(8);
  return [...new Set((given ?? '').trim().split(/ +/u))].sort().join(' ');
}

/** One round of one run. */
export interface RoundBook {
  readonly run: string;
  readonly round: number;
  readonly rules: RoundRules;
  readonly openedAt: number;
  /** Network at the opening of the round. */
  readonly network: Network;
  readonly lanes: readonly Lane[];
  /** Seats with a player; a removed player loses the seat. */
  readonly seats: Map<string, Seat>;
  readonly size: readonly Seat[];
  phase: 'forward' | 'backward';
  ways: readonly LaneProgress[];
  deadlines: Deadlines;
  state: 'open' | 'revealed' | 'updated' | 'skipped' | 'brokenOff';
  /** Parts by `player/part`. */
  readonly parts: Map<string, PartBook>;
  /** Gradients that were last given before the reveal, as they were read; by `player/G`. */
  readonly said: Map<string, number | null>;
  readonly hints: Set<string>;
  readonly answerIds: Set<string>;
  /** Extra questions by player, each with the network that it was about. */
  readonly extraQuestions: Map<string, (ExtraQuestion & { readonly network: Network })[]>;
  readonly bets: Map<string, boolean>;
  /** Points besides those of the parts, by player: streak, speed, extraQuestions, bets. */
  readonly extra: Map<string, number>;
  /** Streaks before the round, by player. */
  readonly streaks: Map<string, number>;
}

/** Kind of a run, from the event that opened it; `warmUp`: a player without a seat practises in it. */
export type RunKind = { readonly kind: 'team' } | { readonly kind: 'own' | 'warmUp'; readonly owner: string };

export type RunBook = RunKind & RunFacts;

interface RunFacts {
  readonly id: string;
  readonly data: readonly Sample[];
  network: Network;
  reference: Network;
  cursor: number;
  /** Number of the newest round; of a team made late, that of the others. */
  round: number;
  readonly losses: number[];
  referenceLoss: number;
  /** Number of rounds that moved its weights. */
  updates: number;
  now: RoundBook | null;
  ended: boolean;
  readonly finishing: Map<string, { readonly round: RoundBook; deadlineAt: number }>;
}

export interface PersonBook {
  readonly id: string;
  readonly arrival: number;
  team: string | null;
  leftAt: number | null;
  gone: boolean;
  factor: number | 'untimed';
  streak: number;
  score: number;
  /** Rounds of the present session that count for the player, in order. */
  rounds: RoundBook[];
}

export interface Book {
  at: number;
  session: Of<'sessionCreated'>;
  settings: Settings;
  stage: 'lobby' | 'running' | 'ended';
  locked: boolean;
  pausedAt: number | null;
  step: number;
  activity: { readonly opened: Activity; deadlineAt: number | null; closed: boolean } | null;
  readonly people: Map<string, PersonBook>;
  runs: Map<string, RunBook>;
}

export function newBook(session: Of<'sessionCreated'>): Book {
  return {
    at: session.at,
    session,
    settings: session.settings,
    stage: 'lobby',
    locked: false,
    pausedAt: null,
    step: -1,
    activity: null,
    people: new Map(),
    runs: new Map(),
  };
}

/** Check that one topic makes of an event, given everything before it; a broken rule's words go to `rule`. */
export type Rule = (holds: boolean, words: string) => void;
export type Topic = (event: Event, book: Book, rule: Rule) => void;

/** Round that an event of a player is about: the run's newest, or the one that the player still finishes. */
export function roundOf(
  book: Book,
  { run: id, round, player }: { readonly run: string; readonly round: number; readonly player: string },
): RoundBook | undefined {
  const run = book.runs.get(id);
  const late = run?.finishing.get(player)?.round;
  if (late?.round === round) return late;
  return run?.now?.round === round ? run.now : undefined;
}

export const isLate = (
  book: Book,
  { run, round, player }: { readonly run: string; readonly round: number; readonly player: string },
): boolean => book.runs.get(run)?.finishing.get(player)?.round.round === round;

/** Tells whether a player still has something of an earlier round to hand in, and time for it. */
export function isFinishing({ finishing }: RunBook, player: string, at: number): boolean {
  const late = finishing.get(player);
  const seat = late?.round.seats.get(player);
  return (
    late !== undefined && seat !== undefined && at <= late.deadlineAt && !isSettled(late.round, player, seat)
  );
}

/** Tells whether a run is an exit ticket that a player still fills in after the class has left it. */
export const isLateExitTicket = (run: RunBook, at: number): boolean =>
  run.kind === 'own' && isFinishing(run, run.owner, at);

/** Tells whether a run belongs to one player alone. */
export const isOf = (run: RunBook, player: string | null): boolean =>
  run.kind !== 'team' && run.owner === player;

/** Parts that a seat is asked in the present phase of its round. */
export function askedIn(round: RoundBook, seat: Seat) {
  return round.phase === 'forward'
    ? (seat.forward?.question ?? null)
    : (seat.question ?? seat.forward?.question ?? null);
}

/** Parts that a seat is asked in its round, forward and backward. */
export const allParts = ({ forward, question }: Seat): readonly string[] => [
  ...(forward?.question.parts ?? []),
  ...(question?.parts ?? []),
];

export const isOutput = (round: RoundBook, { unit }: Pick<Seat, 'unit'>): boolean =>
  unit.layer === round.network.layers.length;

export const isByLayer = (round: RoundBook): boolean =>
  round.phase === 'forward' || round.rules.style === 'relay';

export const partOf = (round: RoundBook, player: string, part: string): PartBook | undefined =>
  round.parts.get(`${player}/${part}`);

export const MOST_TRIES = 5;

/** Tells whether a player has nothing more to hand in in the present phase. */
export function isSettled(round: RoundBook, player: string, seat: Seat): boolean {
  return (askedIn(round, seat)?.parts ?? []).every((part) => {
    const given = partOf(round, player, part);
    return given !== undefined && (given.right || given.tries >= MOST_TRIES);
  });
}

export const isRight = (round: RoundBook, player: string, seat: Seat): boolean =>
  (askedIn(round, seat)?.parts ?? []).every((part) => partOf(round, player, part)?.right === true);

/** Points of a player's parts in a round, without bonuses. */
export function partPoints(round: RoundBook, player: string): number {
  let sum = 0;
  for (const [key, { points }] of round.parts) if (key.startsWith(`${player}/`)) sum += points;
  return sum;
}

export const teamsOf = (book: Book): RunBook[] =>
  [...book.runs.values()].filter(({ kind }) => kind === 'team');

export const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 + 1e-9 * Math.abs(b);

export const sameNumbers = (a: unknown, b: unknown): boolean =>
  typeof a === 'number' && typeof b === 'number'
    ? near(a, b)
    : Array.isArray(a) && Array.isArray(b)
      ? a.length === b.length && a.every((one, i) => sameNumbers(one, b[i]))
      : a === b;
