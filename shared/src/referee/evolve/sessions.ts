import { helpAt } from '../../question/help.ts';
import type { Clocks, Event, SessionEvent } from '../event.ts';
import { isLateTicket } from '../round/finishing.ts';
import { ticketOf } from '../activities/activity.ts';
import { rulesFor } from '../session/rules.ts';
import type { OwnRun, Run, RunId, TeamRun, WarmUpRun } from '../round/run.ts';
import type { Player, PlayerId, Session, DisplayOptions } from '../session/state.ts';
import { mapValues, scoresIn } from './change.ts';
import { teamRuns } from '../teams/teams.ts';

type Of<Type> = Extract<Event, { type: Type }>;

const ALL_SHOWN: DisplayOptions = { names: true, scores: true, ranks: true };

/** State of a session that has just been created. */
export function created({ id, seed, network, data, settings, catchUpRounds }: Of<'sessionCreated'>): Session {
  return {
    id,
    seed,
    initial: network,
    data,
    settings,
    catchUpRounds: catchUpRounds ?? null,
    status: 'lobby',
    locked: false,
    pausedAt: null,
    players: {},
    arrivals: 0,
    runs: {},
    startedAt: null,
    step: -1,
    activity: null,
    example: null,
    pastMistakes: {},
    display: ALL_SHOWN,
    restarts: 0,
    scoresAtReveal: {},
    results: null,
  };
}

/** State after an event of the session as a whole. */
export function evolveSession(session: Session, event: Exclude<SessionEvent, Of<'sessionCreated'>>): Session {
  switch (event.type) {
    case 'sessionStarted':
      return started(session, event);
    case 'runOpened': {
      const run = event.kind === 'team' ? freshTeam(session, event) : freshOwn(session, event);
      return { ...session, runs: { ...session.runs, [run.id]: run } };
    }
    case 'warmUpOpened':
      return warmUpOpened(session, event);
    case 'rulesChanged':
      return { ...session, settings: { ...session.settings, ...event.changes } };
    case 'displayChanged':
      return { ...session, display: event.display };
    case 'sessionPaused':
      return { ...session, pausedAt: event.at };
    case 'sessionResumed':
      return { ...withClocks(session, event), pausedAt: null };
    case 'deadlinesMoved':
      return withClocks(session, event);
    case 'sessionLocked':
      return { ...session, locked: event.locked };
    case 'sessionEnded':
      return {
        ...session,
        status: 'ended',
        pausedAt: null,
        activity: null,
        example: null,
        scoresAtReveal: scoresIn(session),
        results: event.results,
        runs: mapValues(lasting(session, event.at), (run) =>
          isLateTicket(run, event.at)
            ? run
            : { ...run, phase: { name: 'ended', since: event.at }, finishing: {} },
        ),
      };
    case 'sessionBeganAgain':
      return begunAgain(session, event);
  }
}

const teamsOnly = (session: Session): Session['runs'] =>
  Object.fromEntries(teamRuns(session).map((run) => [run.id, run]));

/** Runs that are kept after the end: all but warm-ups and exit tickets, of which late ones are kept. */
function lasting(session: Session, at: number): Session['runs'] {
  const runs = Object.values(session.runs).filter((run) => isLasting(run, at));
  return Object.fromEntries(runs.map((run) => [run.id, run]));
}

function isLasting(run: Run, at: number): boolean {
  switch (run.kind) {
    case 'team':
      return true;
    case 'own':
      return run.purpose === 'lesson' || isLateTicket(run, at);
    case 'warmUp':
      return false;
  }
}

/** Opens a warm-up. Its rounds are counted on from the player's last one, so that clients tell its questions apart. */
function warmUpOpened(session: Session, event: Of<'warmUpOpened'>): Session {
  const { run: id, player: owner } = event;
  const round = session.runs[id]?.round ?? 0;
  const run: WarmUpRun = { ...freshFacts(session, event, event), kind: 'warmUp', owner, round };
  return { ...session, runs: { ...session.runs, [id]: run } };
}

type Opened = Pick<Of<'runOpened'>, 'run' | 'loss' | 'at'>;
type OpenedTeam = Opened & { readonly cursor: number };
type Material = Pick<Run, 'network' | 'data'>;

/** Team run before its first round; one that is opened later starts at the round number of the others. */
function freshTeam(session: Session, opened: OpenedTeam): TeamRun {
  const round = Math.max(0, ...teamRuns(session).map((team) => team.round));
  const { cursor } = opened;
  return { ...freshFacts(session, opened, classMaterial(session)), kind: 'team', cursor, round };
}

/** Own run of the lesson, or, while an exit ticket is open, one on the ticket's network. */
function freshOwn(session: Session, opened: Opened & { readonly owner: PlayerId }): OwnRun {
  const ticket = ticketOf(session);
  return {
    ...freshFacts(session, opened, ticket ?? classMaterial(session)),
    kind: 'own',
    owner: opened.owner,
    purpose: ticket ? 'exitTicket' : 'lesson',
    record: [],
  };
}

const classMaterial = ({ initial, data }: Session): Material => ({ network: initial, data });

/** First facts of a run of any kind. */
function freshFacts(session: Session, { run, loss, at }: Opened, { network, data }: Material) {
  return {
    id: run,
    data,
    network,
    cursor: 0,
    round: 0,
    rules: rulesFor(session, 0),
    phase: { name: 'idle', since: at } as const,
    deadlines: { output: at, hidden: at, phase: null },
    lanes: [],
    seats: [],
    answers: {},
    extraQuestions: {},
    bets: {},
    finishing: {},
    losses: [loss],
    reference: null,
    referenceLosses: [loss],
    updates: 0,
    movedBy: [],
    lastUpdate: null,
  };
}

function started(session: Session, { runs: begun, loss, at }: Of<'sessionStarted'>): Session {
  const runs = begun.map((one) =>
    one.kind === 'team'
      ? freshTeam(session, { run: one.run, cursor: one.cursor, loss, at })
      : freshOwn(session, { run: one.run, owner: one.owner, loss, at }),
  );
  const dealt = begun.flatMap((one) =>
    (one.kind === 'team' ? one.players : [one.owner]).map((player) => [player, one.run] as const),
  );
  const players = Object.fromEntries(dealt.map(([id, run]) => [id, { ...session.players[id]!, run }]));
  return {
    ...session,
    status: 'running',
    startedAt: at,
    runs: Object.fromEntries(runs.map((run) => [run.id, run])),
    players: { ...session.players, ...players },
  };
}

function withClocks(session: Session, { deadlines, lanes, finishing, activity }: Clocks): Session {
  const runs = mapValues(session.runs, (run) => moved(run, deadlines, lanes, finishing));
  const now = session.activity && { ...session.activity, deadlineAt: activity };
  return { ...session, runs, activity: now };
}

function moved(
  run: Run,
  deadlines: Clocks['deadlines'],
  lanes: Clocks['lanes'],
  finishing: Clocks['finishing'],
): Run {
  const times: Readonly<Record<PlayerId, number>> = finishing[run.id] ?? {};
  return {
    ...run,
    deadlines: deadlines[run.id] ?? run.deadlines,
    lanes: run.lanes.map((lane, i) => ({ ...lane, ...lanes[run.id]?.[i] })),
    finishing: mapValues(run.finishing, (own, player) => ({
      ...own,
      deadlineAt: times[player] ?? own.deadlineAt,
    })),
  };
}

/** Player at a new beginning: no points, and the help level of the settings. */
function anew(player: Player, { settings }: Pick<Session, 'settings'>, run: RunId | null): Player {
  return {
    ...player,
    run,
    score: 0,
    questionPoints: 0,
    pointsByRound: [],
    streak: 0,
    clean: 0,
    misses: 0,
    unitOverride: null,
    help: helpAt(settings.help),
  };
}

function begunAgain(session: Session, { at, seed, keepsTeams, settings }: Of<'sessionBeganAgain'>): Session {
  const runs = keepsTeams
    ? mapValues(teamsOnly(session), (run): Run => ({ ...run, phase: { ...run.phase, name: 'idle' } }))
    : {};
  return {
    ...session,
    seed,
    settings,
    status: keepsTeams ? 'running' : 'lobby',
    players: mapValues(session.players, (player) =>
      anew(player, { settings }, keepsTeams ? player.run : null),
    ),
    runs,
    startedAt: keepsTeams ? at : null,
    step: -1,
    activity: null,
    example: null,
    pastMistakes: keepsTeams ? session.pastMistakes : {},
    restarts: session.restarts + 1,
    scoresAtReveal: {},
    results: null,
  };
}
