import { catchUpOf } from '../lesson/catchUp.ts';
import type { Parameters } from '../maths/network.ts';
import { questionModule } from '../question/kinds.ts';
import type { Question } from '../question/question.ts';
import type { Actor, Command } from '../referee/command.ts';
import { decide } from '../referee/decide.ts';
import type { Event, StartedRun } from '../referee/event.ts';
import { evolve } from '../referee/evolve.ts';
import type { Session } from '../referee/session/state.ts';

/**
 * Whether who was absent is asked what the class was. What the class was asked is read off its log here, in a way of its
 * own: the referee only plays the catching up.
 */

type Of<Type extends Event['type']> = Extract<Event, { type: Type }>;

/** One round as a log tells it. */
interface Told {
  readonly run: string;
  readonly opened: Of<'roundOpened'>;
  /** The weights that it opened with. */
  readonly before: Parameters;
  isRevealed: boolean;
  /** Where they went; null: nowhere. */
  after: Of<'weightsUpdated'> | null;
}

const only = ({ weights, biases }: Parameters): Parameters => ({ weights, biases });

/** Every round of every team or own run that was not skipped, of one playing of the class after the other. */
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

/** Runs that are teams', as the events that opened them say. */
function teamsIn(log: readonly Event[]): ReadonlySet<string> {
  const opened = log.flatMap((event): readonly Pick<StartedRun, 'kind' | 'run'>[] =>
    event.type === 'sessionStarted' ? event.runs : event.type === 'runOpened' ? [event] : [],
  );
  return new Set(opened.flatMap(({ kind, run }) => (kind === 'team' ? [run] : [])));
}

const people = ({ opened }: Told) =>
  opened.seats.filter(({ question, forward }) => question !== null || forward !== null);

/** The rounds of each team that somebody can catch up with. */
export function playedIn(log: readonly Event[]): Told[][] {
  const ofTeams = teamsIn(log);
  for (const play of toldBy(log).toReversed()) {
    const rounds = play.filter((told) => told.isRevealed && ofTeams.has(told.run) && people(told).length > 0);
    const teams = [...new Set(rounds.map(({ run }) => run))];
    if (teams.length > 0) return teams.map((team) => rounds.filter(({ run }) => run === team));
  }
  return [];
}

/** What a question is, whatever help its player has. */
const asked = (question: Question | null | undefined): unknown =>
  question && { ...question, parts: questionModule(question.kind).isHelped ? [] : question.parts };

/** A lane with all its numbers: all that one sees of a question's surroundings, and what is true there. */
function surroundings({ opened, before }: Told, lane: number): unknown {
  const { sample, pass, truth } = opened.lanes[lane]!;
  return { weights: before.weights, biases: before.biases, sample, pass, truth };
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Where weights went, where the true step would have led, and where true steps alone. */
function wentTo({ after }: Told): unknown {
  return after && [after.parameters, after.loss, after.gradients, after.target, after.reference];
}

/** What is wrong with one's own round as a repetition of a class's; undefined: nothing. */
function difference(own: Told, classes: Told): string | undefined {
  const [seat] = people(own);
  if (!seat) return 'who catches up is asked nothing';
  const isAsked = people(classes).some(
    (other) =>
      same(asked(seat.question), asked(other.question)) &&
      same(asked(seat.forward?.question), asked(other.forward?.question)) &&
      same(surroundings(own, seat.lane), surroundings(classes, other.lane)),
  );
  if (!isAsked) return 'nobody of the class was asked this, with these numbers, in this round';
  if (!same(wentTo(own), wentTo(classes))) return 'the weights went where those of the class did not go';
  return undefined;
}

/** More than the longest course takes. */
const MOST_EVENTS = 1_000;

/** Plays a catch-up session alone, to the end of its rounds. */
export function caughtUp(log: readonly Event[]): Event[] | undefined {
  const catchUp = catchUpOf(log);
  if (!catchUp) return undefined;
  const own: Event[] = [];
  let session: Session | null = null;
  const take = (command: Command, by: Actor): void => {
    const decision = decide(session, { command, by, at: 1_000 + own.length });
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

/** Every rule of catching up with a class that is broken, in words. */
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
