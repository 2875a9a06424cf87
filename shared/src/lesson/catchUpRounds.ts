import type { CatchUpRound } from '../referee/ownRuns/catchUpRound.ts';
import type { Event } from '../referee/event.ts';
import type { RunId } from '../referee/round/run.ts';
import { LIMITS } from '../referee/session/state.ts';
import { samplesOf } from '../referee/training/weights.ts';

type Of<Type extends Event['type']> = Extract<Event, { type: Type }>;
type Asked = CatchUpRound['asked'];
type Opened = Of<'roundOpened'>;

/** What of a log says how a class's rounds went. */
export const CATCH_UP_ROUND_EVENTS: readonly Event['type'][] = [
  'sessionStarted',
  'runOpened',
  'roundOpened',
  'roundRevealed',
  'weightsUpdated',
  'machineTrained',
  'sessionBeganAgain',
];

/** One team's rounds, as far as the log has been read. */
interface Team {
  readonly rounds: CatchUpRound[];
  /** How often somebody sat at a unit in these rounds, by `layer/index`. */
  readonly sat: Map<string, number>;
  open: Opened | null;
  /** The round that was revealed last, and whether its people were asked anything. */
  last: { readonly round: number; readonly isAsked: boolean } | null;
  leap: CatchUpRound['leap'];
}

const newTeam = (): Team => ({ rounds: [], sat: new Map(), open: null, last: null, leap: null });

/** Everything that people were asked in a round, in the order of their seats. */
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

/** Where one sits who goes through these rounds alone: where it has sat least often; of those the first. */
function seatFor(team: Team, asked: readonly Asked[]): Asked | undefined {
  const nameOf = ({ unit }: Asked): string => `${unit.layer}/${unit.index}`;
  const times = (one: Asked): number => team.sat.get(nameOf(one)) ?? 0;
  const seat = asked.toSorted((a, b) => times(a) - times(b))[0];
  if (seat) team.sat.set(nameOf(seat), times(seat) + 1);
  return seat;
}

/** A round is there to be repeated once it has been revealed: before, its truth is the class's secret. One that was skipped never is. */
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

/** As long as its weights have not moved, a round is one that did not train. */
function updated(team: Team, { round, parameters, loss, reference }: Of<'weightsUpdated'>): void {
  if (team.last?.round !== round) return;
  const moved = { parameters, loss, reference };
  const last = team.rounds.at(-1);
  if (!team.last.isAsked || !last) leapt(team, moved, 1);
  else team.rounds.splice(-1, 1, { ...last, rules: { ...last.rules, trains: true }, end: moved });
}

/** Whatever the machine does between rounds, a round in which it had all the seats included, is one leap. */
function leapt(team: Team, moved: NonNullable<CatchUpRound['end']>, steps: number): void {
  team.leap = { ...moved, steps: steps + (team.leap?.steps ?? 0) };
}

function tell(teams: Map<RunId, Team>, event: Event): void {
  if (event.type === 'sessionStarted') {
    for (const { kind, run } of event.runs) if (kind === 'team') teams.set(run, newTeam());
    return;
  }
  // An exit ticket is no round of a team's.
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
      const { parameters, loss, reference, steps } = event;
      return leapt(team, { parameters, loss, reference: reference }, steps);
    }
    default:
  }
}

/**
 * The rounds that a class has played, as one of its teams went through them: with the weights as they were then, what was
 * asked, and where the weights went. The team that was asked something in the most rounds; of several, the first. Of a
 * class that began from the beginning more than once, the last time that a round was revealed.
 *
 * Left out are rounds that were skipped or are still open, votes, guesses and sheets. What the machine did in between,
 * also while nobody of the team was there, comes as a leap of the weights before the next round.
 *
 * @param log  events of a session that is led for teams, in order; others than `COURSE_EVENTS` tell nothing
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
