import type { Activity } from '../referee/activities/activity.ts';
import type { RunId } from '../referee/ids.ts';
import type {
  AnswerFact,
  BetFact,
  GameResults,
  LossFact,
  PartFact,
  PlayerFact,
  QuestionFact,
} from './facts.ts';
import type { Network } from '../maths/network.ts';

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** A part while the log is being read. */
export type OpenPart = Omit<Writable<PartFact>, 'answers'> & {
  readonly answers: AnswerFact[];
  /** Phase in which the part is asked. */
  readonly phase: 'forward' | 'backward';
  /** Pauses of the session up to the opening, ms. */
  pausedBefore: number;
};

/** A question while the log is being read. */
export type OpenQuestion = Omit<Writable<QuestionFact>, 'parts'> & {
  readonly parts: OpenPart[];
  readonly lane: number;
  readonly layer: number;
};

/** A run while the log is being read. */
interface OpenRun {
  readonly kind: 'team' | 'own' | 'exitTicket' | 'warmUp';
  readonly network: Network;
  /** Questions of the present round, by player. */
  round: Map<string, OpenQuestion>;
  /** Newest extra question of each player. */
  extras: Map<string, OpenQuestion>;
}

/** Facts of a session, and what is needed to read on. */
export interface Collector {
  readonly network: Network;
  game: number;
  tickets: number;
  status: 'lobby' | 'running' | 'ended';
  activity: Activity | null;
  pausedAt: number | null;
  pausedMs: number;
  readonly runs: Map<RunId, OpenRun>;
  /** Questions by run, round and player: the newest under a key. */
  readonly byKey: Map<string, OpenQuestion>;
  readonly players: Map<string, Writable<PlayerFact>>;
  questions: OpenQuestion[];
  readonly bets: BetFact[];
  readonly losses: LossFact[];
  readonly results: GameResults[];
}

export function newCollector(network: Network): Collector {
  return {
    network,
    game: 1,
    tickets: 0,
    status: 'lobby',
    activity: null,
    pausedAt: null,
    pausedMs: 0,
    runs: new Map(),
    byKey: new Map(),
    players: new Map(),
    questions: [],
    bets: [],
    losses: [],
    results: [],
  };
}

/** Pauses of the session up to a time, ms. */
export const pausedUntil = ({ pausedAt, pausedMs }: Collector, at: number): number =>
  pausedMs + (pausedAt === null ? 0 : at - pausedAt);

/** Key of the question of a player in a round. */
export const questionKey = (run: RunId, round: number, player: string): string => `${run}/${round}/${player}`;
