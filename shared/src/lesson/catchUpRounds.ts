import type { CatchUpRound, MachineMove } from '../referee/ownRuns/catchUpRound.ts';
import type { Event } from '../referee/event.ts';
import type { RunId } from '../referee/round/run.ts';
import { LIMITS } from '../referee/session/state.ts';
import { samplesOf } from '../referee/training/weights.ts';

type Of<Type extends Event['type']> = Extract<Event, { type: Type }>;
type Asked = CatchUpRound['asked'];
type Opened = Of<'roundOpened'>;

/** Types of the events that tell how a class's rounds went. */
export const CATCH_UP_ROUND_EVENTS: readonly Event['type'][] = [
  'sessionStarted',
  'runOpened',
  'roundOpened',
  'roundRevealed',
  'weightsUpdated',
  'machineTrained',
  'sessionBeganAgain',
];

/** Rounds of one team, up to the present event of the log. */
interface Team {
  readonly rounds: CatchUpRound[];
  /** Number of times that a player sat at a unit in these rounds, by `layer/index`. */
  readonly sat: Map<string, number>;
  open: Opened | null;
  /** The round that was revealed last, and whether its players were asked anything. */
  last: { readonly round: number; readonly isAsked: boolean } | null;
  leap: CatchUpRound['leap'];
}

const newTeam = (): Team => ({ rounds: [], sat: new Map(), open: null, last: null, leap: null });

/** Every question that players were asked in a round, in the order of their seats. */
function askedIn({ seats, lanes }: Opened): Asked[] {
  return seats.flatMap(({ unit, lane, question, forward }): Asked[] => {
    if (!question && !forward) return [];
    return [
      {
        unit,
        edge: question?.edge ?? null,
        sample: lanes[lane]!.sample,
        given: question?.given ?? null,
      },
    ];
  });
}

/** Seat for a player who plays these rounds alone: at the unit taken least often so far; of several, the first. */
function seatFor(team: Team, asked: readonly Asked[]): Asked | undefined {
  const nameOf = ({ unit }: Asked): string => `${unit.layer}/${unit.index}`;
  const times = (one: Asked): number => team.sat.get(nameOf(one)) ?? 0;
  const seat = asked.toSorted((a, b) => times(a) - times(b))[0];
  if (seat) team.sat.set(nameOf(seat), times(seat) + 1);
  return seat;
}

/** Adds a round once it has been revealed: before that its truth is secret. A skipped round is never revealed. */
function revealed(team: Team, { round }: Of<'roundRevealed'>): void {
  const { open, leap } = team;
  if (open?.round !== round) return;
  const asked = seatFor(team, askedIn(open));
  team.open = null;
  team.last = { round, isAsked: asked !== undefined };
  if (!asked) return;
  team.leap = null;
  team.rounds.push({
    rules: { ...open.rules, style: 'parallel', weights: 'followed', trains: false },
    leap,
    samples: samplesOf(open),
    asked,
    end: null,
  });
}

/** Stores the update of a round. A round without one counts as one that did not train. */
function updated(team: Team, { round, parameters, loss, reference }: Of<'weightsUpdated'>): void {
  if (team.last?.round !== round) return;
  const moved = { parameters, loss, reference };
  const last = team.rounds.at(-1);
  if (!team.last.isAsked || !last) leapt(team, { ...moved, steps: 1 });
  else team.rounds.splice(-1, 1, { ...last, rules: { ...last.rules, trains: true }, end: moved });
}

/** Merges machine steps between rounds, and rounds in which the machine had all seats, into one step. */
function leapt(team: Team, moved: MachineMove): void {
  const isUnrounded = moved.unrounded ?? team.leap?.unrounded;
  const steps = moved.steps + (team.leap?.steps ?? 0);
  team.leap = { ...moved, steps, ...(isUnrounded ? { unrounded: true } : {}) };
}

function tell(teams: Map<RunId, Team>, event: Event): void {
  if (event.type === 'sessionStarted') {
    for (const { kind, run } of event.runs) if (kind === 'team') teams.set(run, newTeam());
    return;
  }
  // An exit ticket is not a round of a team.
  if (event.type === 'runOpened' && event.kind === 'team') teams.set(event.run, newTeam());
  const team = 'run' in event && typeof event.run === 'string' ? teams.get(event.run) : undefined;
  if (team) tellTeam(team, event);
}

function tellTeam(team: Team, event: Event): void {
  switch (event.type) {
    case 'roundOpened':
      team.open = event;
      return;
    case 'roundRevealed':
      return revealed(team, event);
    case 'weightsUpdated':
      return updated(team, event);
    case 'machineTrained': {
      const { type: _type, at: _at, run: _run, cursor: _cursor, ...moved } = event;
      return leapt(team, moved);
    }
    default:
  }
}

/**
 * Rounds that a class has played, as one of its teams went through them: the weights of that time, the questions, and
 * the weights after the update. The team is the one that was asked in the most rounds; of several, the first. If the
 * class restarted, only the last start with a revealed round counts.
 *
 * Left out are rounds that were skipped or are still open, votes, trials and exit tickets. Machine steps in between,
 * also those taken while no player of the team was present, become one step of the weights before the next round.
 *
 * @param log  events of a session with teams, in order; types outside `CATCH_UP_ROUND_EVENTS` are ignored
 * @returns the first `LIMITS.courseRounds` of them; none where no round was revealed
 */
export function catchUpRoundsOf(log: readonly Event[]): readonly CatchUpRound[] {
  const plays: Map<RunId, Team>[] = [new Map()];
  for (const event of log) {
    if (event.type === 'sessionBeganAgain' && !event.keepsTeams) plays.push(new Map());
    else tell(plays.at(-1)!, event);
  }
  const played = plays
    .map((teams) => [...teams.values()].toSorted((a, b) => b.rounds.length - a.rounds.length)[0])
    .findLast((team) => team && team.rounds.length > 0);
  return played?.rounds.slice(0, LIMITS.courseRounds) ?? [];
}
