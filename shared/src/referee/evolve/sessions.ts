import { helpAt } from '../../question/help.ts';
import type { Activity } from '../activity.ts';
import type { Clocks, Event, SessionEvent } from '../event.ts';
import { isLateSheet } from '../finishing.ts';
import { rulesFor } from '../rules.ts';
import type { Run, RunId } from '../run.ts';
import type { Player, PlayerId, Session, Shown } from '../state.ts';
import { mapValues, scoresIn } from './change.ts';
import { teamRuns } from '../teams.ts';

type Of<Type> = Extract<Event, { type: Type }>;

const ALL_SHOWN: Shown = { names: true, scores: true, ranks: true };

export function created({ id, seed, title, network, data, settings, course }: Of<'sessionCreated'>): Session {
  return {
    id,
    seed,
    title,
    initial: network,
    data,
    settings,
    course: course ?? null,
    stage: 'lobby',
    locked: false,
    pausedAt: null,
    players: {},
    runs: {},
    startedAt: null,
    step: -1,
    activity: null,
    shown: ALL_SHOWN,
    again: 0,
    scoresAtReveal: {},
    results: null,
  };
}

export function evolveSession(session: Session, event: Exclude<SessionEvent, Of<'sessionCreated'>>): Session {
  switch (event.type) {
    case 'sessionStarted':
      return started(session, event);
    case 'runOpened': {
      const run = freshRun(session, event);
      return { ...session, runs: { ...session.runs, [run.id]: run } };
    }
    case 'warmUpOpened':
      return warmUpOpened(session, event);
    case 'rulesChanged':
      return { ...session, settings: { ...session.settings, ...event.changes } };
    case 'shownChanged':
      return { ...session, shown: event.shown };
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
        stage: 'ended',
        pausedAt: null,
        activity: null,
        scoresAtReveal: scoresIn(session),
        results: event.results,
        runs: mapValues(lasting(session, event.at), (run) =>
          isLateSheet(run, event.at)
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

/** Runs that outlive the end: not those of a sheet, but of who has more time for it, and nobody warms up any more. */
function lasting(session: Session, at: number): Session['runs'] {
  const isSheet = session.settings.pacing !== 'self';
  const runs = Object.values(session.runs).filter(
    (run) => !run.isWarmUp && (run.owner === null || !isSheet || isLateSheet(run, at)),
  );
  return Object.fromEntries(runs.map((run) => [run.id, run]));
}

/** Rounds of a warm-up are counted on, so that no two of its questions are taken for one. */
function warmUpOpened(session: Session, event: Of<'warmUpOpened'>): Session {
  const { run, player, network, data } = event;
  const fresh = freshRun(session, { ...event, owner: player });
  const round = session.runs[run]?.round ?? 0;
  return {
    ...session,
    runs: { ...session.runs, [run]: { ...fresh, isWarmUp: true, network, data, round } },
  };
}

/** A run in which no round has opened yet; one that comes later counts rounds as the others do. */
function freshRun(
  session: Session,
  { run, owner, loss, at }: Pick<Of<'runOpened'>, 'run' | 'owner' | 'loss' | 'at'>,
): Run {
  const sheet: Activity | null = owner === null ? null : session.activity;
  const { network, data } =
    sheet?.type === 'sheet' ? sheet : { network: session.initial, data: session.data };
  return {
    id: run,
    owner,
    isWarmUp: false,
    data,
    network,
    cursor: 0,
    round: owner === null ? Math.max(0, ...teamRuns(session).map((team) => team.round)) : 0,
    rules: rulesFor(session, 0),
    phase: { name: 'update', since: at },
    deadlines: { output: at, hidden: at, phase: null },
    lanes: [],
    seats: [],
    answers: {},
    bonuses: {},
    bets: {},
    finishing: {},
    losses: [loss],
    ghost: null,
    ghostLosses: [loss],
    updates: 0,
    movedBy: [],
    lastUpdate: null,
    record: [],
  };
}

function started(session: Session, { teams, loss, at }: Of<'sessionStarted'>): Session {
  const isSelf = session.settings.pacing === 'self';
  const runs = teams.map(({ run, players }) =>
    freshRun(session, { run, owner: isSelf ? (players[0] ?? null) : null, loss, at }),
  );
  const dealt = teams.flatMap(({ run, players }) => players.map((player) => [player, run] as const));
  const players = Object.fromEntries(dealt.map(([id, run]) => [id, { ...session.players[id]!, run }]));
  return {
    ...session,
    stage: 'running',
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

/** Nobody has any points yet, and everyone the help that the settings begin with. */
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
    wantedUnit: null,
    help: helpAt(settings.help),
  };
}

function begunAgain(session: Session, { at, seed, keepsTeams, settings }: Of<'sessionBeganAgain'>): Session {
  const runs = keepsTeams
    ? mapValues(teamsOnly(session), (run): Run => ({ ...run, phase: { ...run.phase, name: 'update' } }))
    : {};
  return {
    ...session,
    seed,
    settings,
    stage: keepsTeams ? 'running' : 'lobby',
    players: mapValues(session.players, (player) =>
      anew(player, { settings }, keepsTeams ? player.run : null),
    ),
    runs,
    startedAt: keepsTeams ? at : null,
    step: -1,
    activity: null,
    again: session.again + 1,
    scoresAtReveal: {},
    results: null,
  };
}
