import type { Network, Sample } from '../../maths/network.ts';
import { type EdgeRef, unitName } from '../../maths/unit.ts';
import type { Example } from '../activities/example.ts';
import { isByLayer } from '../clock/clock.ts';
import { isAnswering, isAsked, isBetweenRounds, isDone, isRoundOver, progressOf } from '../round/progress.ts';
import type { Deadlines, LastUpdate, MovedBy, PhaseName, Run, RunId, RunKind, Seat } from '../round/run.ts';
import type { RoundRules } from '../session/settings.ts';
import { turnCounts } from '../round/turns.ts';
import type { PlayerId, Session } from '../session/state.ts';
import { teamRuns } from '../teams/teams.ts';
import { type LaneView, laneView } from './laneView.ts';
import type { MistakeCount } from '../../question/diagnosis/mistakesMade.ts';
import { countMistakes } from '../round/mistakeCounts.ts';
import { type SessionView, sessionView } from './sessionView.ts';
import { ownVisibility, publicVisibility } from './visibility.ts';

/**
 * Entries that host and projector may see; a player sees those in `scope.ts`. These are allow-lists: a field that is not
 * written out here is never sent.
 *
 * The public view is kept as small tables of entries, so that one answer changes one seat and one count and costs the
 * same in a class of 30 and in one of 1,000. A player's own run is not in the public view: its entries are sent to that
 * player alone. Where the host has switched names off, every name is ''; only the host's rows have them.
 */
export interface PublicView {
  readonly session: Readonly<Record<'', SessionView>>;
  readonly runs: Readonly<Record<RunId, RunView>>;
  readonly networks: Readonly<Record<RunId, Network>>;
  /** Lanes by `run/lane`. */
  readonly lanes: Readonly<Record<string, LaneView>>;
  /** Present turns by `run/lane`, where the layers answer one after the other. */
  readonly turns: Readonly<Record<string, TurnView>>;
  /** Seats by `run/lane/unit`. */
  readonly seats: Readonly<Record<string, SeatView>>;
  /** Last update of a run, until its next round opens. */
  readonly updates: Readonly<Record<RunId, UpdateView>>;
  readonly players: Readonly<Record<PlayerId, PublicPlayer>>;
  /** Mistakes made in each earlier round of the teams, by number of players, most frequent first, without names. */
  readonly mistakes: Readonly<Record<string, readonly MistakeCount[]>>;
  /** Worked example on the projector; no entry where there is none. */
  readonly examples: Readonly<Record<'', Example>>;
  /** Data of the class's network: the first hundred samples. */
  readonly data: Readonly<Record<'', readonly Sample[]>>;
}

export type EntryTable = keyof PublicView;
/** Key of one entry in the synced map: `table/key`. */
export type EntryPath = `${EntryTable}/${string}`;

export interface RunView {
  readonly id: RunId;
  readonly kind: RunKind;
  /** Run of one player: no other player sees it, the host does. */
  readonly isPrivate: boolean;
  readonly round: number;
  /** Rules of the present round. */
  readonly rules: RoundRules;
  readonly phase: PhaseName;
  readonly phaseSince: number;
  /** Tells whether answers are taken. */
  readonly isAnswering: boolean;
  /** Tells whether answers are taken from one layer after the other. */
  readonly isByLayer: boolean;
  /** Tells whether the round is over and its weights have moved, or no round has opened or counts. */
  readonly isBetweenRounds: boolean;
  readonly deadlines: Deadlines;
  readonly losses: readonly number[];
  /** Losses after true updates alone; the same as `losses` where there were no others. */
  readonly referenceLosses: readonly number[];
  /** Cause of each loss after the first. */
  readonly movedBy: readonly MovedBy[];
  /** Seats with a player, and the number of those with every part right or no try left. */
  readonly asked: number;
  readonly answered: number;
  readonly lanes: number;
  /** Set from the reveal on: mistakes made, by number of players, most frequent first, without names. */
  readonly mistakes: readonly MistakeCount[] | null;
}

/** Players asked in the layer whose turn it is, and those who are done, over all lanes of the run with the same inputs. */
interface TurnView {
  readonly ready: number;
  readonly asked: number;
}

export interface SeatView {
  readonly player: PlayerId | null;
  /** Name of the player; '' where names are not shown. */
  readonly name: string;
  /** Progress of a seat, without its answers. */
  readonly progress: 'machine' | 'open' | 'started' | 'done';
  /** Weight in question; public, as all players see the network. */
  readonly edge: EdgeRef | null;
}

export type UpdateView = LastUpdate;

export interface PublicPlayer {
  readonly name: string;
  readonly run: RunId | null;
  readonly present: boolean;
}

/** Number of samples that are shown: a picture with more is unreadable. */
const SAMPLES_SHOWN = 100;

function runView(run: Run): RunView {
  const people = run.seats.filter(isAsked);
  return {
    id: run.id,
    kind: run.kind,
    isPrivate: run.kind !== 'team',
    round: run.round,
    rules: run.rules,
    phase: run.phase.name,
    phaseSince: run.phase.since,
    isAnswering: isAnswering(run),
    isByLayer: isByLayer(run),
    isBetweenRounds: isBetweenRounds(run),
    deadlines: run.deadlines,
    losses: run.losses,
    referenceLosses: run.referenceLosses,
    movedBy: run.movedBy,
    asked: people.length,
    answered: people.filter((seat) => isDone(run, seat)).length,
    lanes: run.lanes.length,
    mistakes: isRoundOver(run) ? countMistakes(run) : null,
  };
}

/** Names by player; a player without one is shown as ''. */
export type Names = Readonly<Record<PlayerId, string>>;
export const NO_NAMES: Names = {};

const nameOf = (names: Names, player: PlayerId | null): string =>
  player !== null && Object.hasOwn(names, player) ? names[player]! : '';

function seatView(run: Run, seat: Seat, names: Names): SeatView {
  return {
    player: seat.player,
    name: nameOf(names, seat.player),
    progress: progressOf(run, seat),
    edge: seat.question?.edge ?? null,
  };
}

/** Tells whether entries whose paths begin with `start` can begin with `prefix`; others are not computed. */
const reaches = (start: string, prefix: string): boolean =>
  start.startsWith(prefix) || prefix.startsWith(start);

/**
 * Entries of a run: the public ones of a team's, or all of an own run for its owner.
 *
 * @param prefix  only entries whose path starts so
 * @param names   names that may be shown
 * @param veilOf  visibility of a lane; by default as far as the run itself has come
 */
export function runEntries(
  run: Run,
  prefix = '',
  names = NO_NAMES,
  veilOf = ownVisibility,
): [EntryPath, unknown][] {
  const { id, network, lastUpdate } = run;
  const entries: [EntryPath, unknown][] = [];
  const add = (path: EntryPath, value: () => unknown): void => {
    if (path.startsWith(prefix)) entries.push([path, value()]);
  };
  add(`runs/${id}`, () => runView(run));
  add(`networks/${id}`, () => network);
  if (reaches(`lanes/${id}/`, prefix))
    run.lanes.forEach((lane, i) => add(`lanes/${id}/${i}`, () => laneView(run, i, veilOf(run, lane))));
  run.lanes.forEach(({ turn }, i) => {
    if (turn && isByLayer(run)) add(`turns/${id}/${i}`, (): TurnView => turnCounts(run, i, turn));
  });
  if (reaches(`seats/${id}/`, prefix)) {
    for (const seat of run.seats) {
      const lane = `seats/${id}/${seat.lane}/` as const;
      if (reaches(lane, prefix))
        add(`${lane}${unitName(network, seat.unit)}`, () => seatView(run, seat, names));
    }
  }
  // A team that begins later may be asked about the network and the sample of this update.
  if (lastUpdate?.round === run.round) {
    const { round, before, gradients, target, shares } = lastUpdate;
    add(`updates/${id}`, (): UpdateView => ({ round, before, gradients, target, shares }));
  }
  return entries;
}

function playerEntries({ players }: Session, names: Names, prefix: string): [EntryPath, PublicPlayer][] {
  if (!reaches('players/', prefix)) return [];
  // Few of a thousand players begin with the id that a join asks for: nothing is made of the others.
  const start = prefix.slice('players/'.length);
  const ids = Object.keys(players).filter((id) => id.startsWith(start));
  return ids.flatMap((id): [EntryPath, PublicPlayer][] => {
    const { run, leftAt, removal } = players[id]!;
    if (removal !== null) return [];
    return [[`players/${id}`, { name: nameOf(names, id), run, present: leftAt === null }]];
  });
}

/**
 * Public entries of a session. Cost grows with the entries asked for: one answer in a class of 1,000 costs no more than
 * in a class of 30.
 *
 * @param names   names by player; none is shown where the host has switched names off
 * @param prefix  only entries whose path starts so; '' for all
 */
export function publicEntries(session: Session, names: Names, prefix: string): Record<EntryPath, unknown> {
  const shown = session.display.names ? names : NO_NAMES;
  const visibilityOf = publicVisibility(session);
  return Object.fromEntries([
    ...('session/'.startsWith(prefix) ? [['session/', sessionView(session)] as const] : []),
    ...('data/'.startsWith(prefix) ? [['data/', session.data.slice(0, SAMPLES_SHOWN)] as const] : []),
    ...teamsUnder(session, prefix).flatMap((run) => runEntries(run, prefix, shown, visibilityOf)),
    ...playerEntries(session, shown, prefix),
    ...exampleEntries(session, prefix),
  ]);
}

/** Entries of hosts and projectors: mistakes of earlier rounds, and the example that is shown. */
function exampleEntries({ pastMistakes, example }: Session, prefix: string): [EntryPath, unknown][] {
  const entries: [EntryPath, unknown][] = Object.entries(pastMistakes).map(([round, counts]) => [
    `mistakes/${round}`,
    counts,
  ]);
  if (example) entries.push(['examples/', example]);
  return entries.filter(([path]) => path.startsWith(prefix));
}

/** Teams that can have an entry whose path starts so. */
function teamsUnder(session: Session, prefix: string): Run[] {
  const [, id = '', within] = prefix.split('/');
  if (within === undefined) return teamRuns(session).filter((run) => run.id.startsWith(id));
  const run = session.runs[id];
  return run?.kind === 'team' ? [run] : [];
}
