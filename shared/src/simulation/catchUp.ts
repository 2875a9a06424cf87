import { catchUpOf } from '../lesson/catchUp.ts';
import type { Parameters } from '../maths/network.ts';
import { questionModule } from '../question/kinds.ts';
import type { Question } from '../question/question.ts';
import type { Actor, Command } from '../referee/command.ts';
import { decide } from '../referee/decide.ts';
import type { Event, StartedRun } from '../referee/event.ts';
import { evolve } from '../referee/evolve.ts';
import type { Press } from '../referee/press.ts';
import { commandIn } from '../referee/session/moment.ts';
import type { Session } from '../referee/session/state.ts';

/**
 * Checks that a catch-up session asks an absent player the questions of the class. The class's questions are read off
 * its log here, independently of `lesson/`; the referee only plays the catch-up.
 */

type Of<Type extends Event['type']> = Extract<Event, { type: Type }>;

/** One round as a log tells it. */
interface Told {
  readonly run: string;
  readonly opened: Of<'roundOpened'>;
  /** Weights at the opening of the round. */
  readonly before: Parameters;
  isRevealed: boolean;
  /** Update of the round; null: none. */
  after: Of<'weightsUpdated'> | null;
}

const only = ({ weights, biases }: Parameters): Parameters => ({ weights, biases });

/** Rounds of every team or own run that were not skipped, by restart of the class. */
function toldBy(log: readonly Event[]): Told[][] {
  const plays: Told[][] = [];
  let now = new Map<string, Parameters>();
  const last = (run: string): Told | undefined => plays.at(-1)?.findLast((told) => told.run === run);
  const created = log[0] as Of<'sessionCreated'>;
  for (const event of log) {
    if (event.type === 'sessionStarted') {
      plays.push([]);
      now = new Map();
    }
    if (event.type === 'roundOpened') {
      const { run } = event;
      const before = now.get(run) ?? only(created.network);
      plays.at(-1)!.push({ run, opened: event, before, isRevealed: false, after: null });
    }
    if (event.type === 'roundSkipped') plays.at(-1)!.splice(plays.at(-1)!.indexOf(last(event.run)!), 1);
    if (event.type === 'roundRevealed') last(event.run)!.isRevealed = true;
    if (event.type === 'weightsUpdated') last(event.run)!.after = event;
    if (event.type === 'weightsUpdated' || event.type === 'machineTrained')
      now.set(event.run, event.parameters);
  }
  return plays;
}

/** Runs of teams, by the events that opened them. */
function teamsIn(log: readonly Event[]): ReadonlySet<string> {
  const opened = log.flatMap((event): readonly Pick<StartedRun, 'kind' | 'run'>[] =>
    event.type === 'sessionStarted' ? event.runs : event.type === 'runOpened' ? [event] : [],
  );
  return new Set(opened.flatMap(({ kind, run }) => (kind === 'team' ? [run] : [])));
}

const people = ({ opened }: Told) =>
  opened.seats.filter(({ question, forward }) => question !== null || forward !== null);

/** Rounds of each team that an absent player can catch up with. */
export function playedIn(log: readonly Event[]): Told[][] {
  const ofTeams = teamsIn(log);
  for (const play of toldBy(log).toReversed()) {
    const rounds = play.filter((told) => told.isRevealed && ofTeams.has(told.run) && people(told).length > 0);
    const teams = [...new Set(rounds.map(({ run }) => run))];
    if (teams.length > 0) return teams.map((team) => rounds.filter(({ run }) => run === team));
  }
  return [];
}

/** Content of a question, apart from the player's help level. */
const asked = (question: Question | null | undefined): unknown =>
  question && { ...question, parts: questionModule(question.kind).isHelped ? [] : question.parts };

/** A lane with all its numbers: network, sample and truth around a question. */
function surroundings({ opened, before }: Told, lane: number): unknown {
  const { sample, pass, truth } = opened.lanes[lane]!;
  return { weights: before.weights, biases: before.biases, sample, pass, truth };
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Weights after the update, after the true step, and of the reference run. */
function wentTo({ after }: Told): unknown {
  return after && [after.parameters, after.loss, after.gradients, after.target, after.reference];
}

/** First difference between an own round and the class's round that it repeats; undefined: none. */
function difference(own: Told, classes: Told): string | undefined {
  const [seat] = people(own);
  if (!seat) return 'the absent player is asked nothing';
  const isAsked = people(classes).some(
    (other) =>
      same(asked(seat.question), asked(other.question)) &&
      same(asked(seat.forward?.question), asked(other.forward?.question)) &&
      same(surroundings(own, seat.lane), surroundings(classes, other.lane)),
  );
  if (!isAsked) return 'no player of the class was asked this, with these numbers, in this round';
  if (!same(wentTo(own), wentTo(classes))) return 'the weights went where those of the class did not go';
  return undefined;
}

/** Largest number of events: more than the longest catch-up takes. */
const MOST_EVENTS = 1_000;

/** Plays a catch-up session alone, to the end of its rounds. */
export function caughtUp(log: readonly Event[]): Event[] | undefined {
  const catchUp = catchUpOf(log);
  if (!catchUp) return undefined;
  const own: Event[] = [];
  let session: Session | null = null;
  const take = (press: Press<Command>, by: Actor): void => {
    const decision = decide(session, { command: commandIn(session, press), by, at: 1_000 + own.length });
    for (const event of decision.accepted ? decision.events : []) {
      own.push(event);
      session = evolve(session, event);
    }
  };
  const room = { role: 'room' } as const;
  take({ type: 'createSession', id: 'catch-up', seed: 99, ...catchUp }, room);
  take({ type: 'start' }, { role: 'host' });
  take({ type: 'joinPlayer', player: 'absent' }, room);
  for (let before = 0; before < own.length && own.length < MOST_EVENTS; ) {
    before = own.length;
    take({ type: 'goOn', run: '1' }, { role: 'player', player: 'absent' });
  }
  return own;
}

/** Broken rules of catching up with a class, in words. */
export function brokenCatchUp(log: readonly Event[]): string[] {
  const own = caughtUp(log);
  const teams = playedIn(log);
  if (!own) {
    const { settings } = log[0] as Of<'sessionCreated'>;
    return teams.length === 0 || settings.pacing === 'self'
      ? []
      : ['a class that has played is caught up with'];
  }
  const rounds = toldBy(own)[0] ?? [];
  const most = Math.min(100, Math.max(0, ...teams.map((team) => team.length)));
  const broken = teams.map((team) => rounds.map((round, i) => team[i] && difference(round, team[i])));
  const [fewest = []] = broken
    .map((one) => one.filter((words) => words !== undefined))
    .toSorted((a, b) => a.length - b.length);
  return [
    ...(rounds.length === most ? [] : [`${rounds.length} rounds are caught up with, ${most} were played`]),
    ...(own.at(-1)!.type === 'runEnded' ? [] : ['catching up comes to its end']),
    ...new Set(fewest),
  ];
}
