import { afterQuestion, helpAt } from '../question/help.ts';
import type { Event } from './event.ts';
import { isClean } from './progress.ts';
import type { Answers, Deadlines, Player, PlayerId, Run, RunId, Session } from './state.ts';

/** The next state. Copies outcomes out of the event; computes nothing that engines could disagree on. */
export function evolve(session: Session | null, event: Event): Session {
  if (event.type === 'sessionCreated') {
    const { id, seed, title, network, data, settings } = event;
    return {
      id,
      seed,
      title,
      initial: network,
      data,
      settings,
      stage: 'lobby',
      locked: false,
      pausedAt: null,
      players: {},
      runs: {},
      results: null,
    };
  }
  if (!session) throw new RangeError(`a session begins with sessionCreated, not ${event.type}`);
  return evolveSession(session, event);
}

/** @throws {RangeError} the log is empty */
export function fold(events: readonly Event[]): Session {
  let session: Session | null = null;
  for (const event of events) session = evolve(session, event);
  if (!session) throw new RangeError('an empty log is no session');
  return session;
}

function evolveSession(session: Session, event: Exclude<Event, { type: 'sessionCreated' }>): Session {
  switch (event.type) {
    case 'playerJoined': {
      const { player: id, run } = event;
      const arrival = Object.keys(session.players).length;
      const nothing = { leftAt: null, score: 0, questionPoints: 0, rounds: 0, streak: 0 };
      const player = { id, arrival, run, ...nothing, help: helpAt(session.settings.help ?? 'work') };
      return { ...session, players: { ...session.players, [id]: player } };
    }
    case 'playerLeft':
      return withPlayer(session, event.player, (player) => ({ ...player, leftAt: event.at }));
    case 'playerReturned':
      return withPlayer(session, event.player, (player) => ({ ...player, leftAt: null }));
    case 'sessionStarted':
      return startSession(session, event);
    case 'roundOpened':
      return withRun(session, event.run, (run) => ({
        ...run,
        cursor: event.cursor,
        round: event.round,
        phase: { name: 'backward', since: event.at },
        deadlines: event.deadlines,
        lanes: event.lanes,
        seats: event.seats,
        answers: {},
      }));
    case 'answerGraded':
      return gradeAnswer(session, event);
    case 'roundRevealed':
      return revealRound(session, event);
    case 'weightsUpdated':
      return withRun(session, event.run, (run) => ({
        ...run,
        network: { ...run.network, ...event.parameters },
        phase: { name: 'update', since: event.at },
        deadlines: { ...run.deadlines, phase: event.phaseEndsAt },
        losses: [...run.losses, event.loss],
        lastUpdate: {
          before: { weights: run.network.weights, biases: run.network.biases },
          gradients: event.gradients,
        },
      }));
    case 'sessionPaused':
      return { ...session, pausedAt: event.at };
    case 'sessionResumed':
      return { ...withDeadlines(session, event.deadlines), pausedAt: null };
    case 'deadlinesMoved':
      return withDeadlines(session, event.deadlines);
    case 'sessionLocked':
      return { ...session, locked: event.locked };
    case 'sessionEnded':
      return {
        ...session,
        stage: 'ended',
        pausedAt: null,
        results: event.results,
        runs: mapValues(session.runs, (run) => ({ ...run, phase: { name: 'ended', since: event.at } })),
      };
  }
}

function startSession(session: Session, event: Extract<Event, { type: 'sessionStarted' }>): Session {
  const runs = event.teams.map(
    ({ run }): Run => ({
      id: run,
      network: session.initial,
      cursor: 0,
      round: 0,
      phase: { name: 'update', since: event.at },
      deadlines: { output: event.at, hidden: event.at, phase: null },
      lanes: [],
      seats: [],
      answers: {},
      losses: [event.loss],
      lastUpdate: null,
    }),
  );
  const dealt = event.teams.flatMap(({ run, players }) => players.map((player) => [player, run] as const));
  const players = Object.fromEntries(dealt.map(([id, run]) => [id, { ...session.players[id]!, run }]));
  return {
    ...session,
    stage: 'running',
    runs: Object.fromEntries(runs.map((run) => [run.id, run])),
    players: { ...session.players, ...players },
  };
}

/** Who was asked and did not finish starts its streak anew; help goes by who tried. */
function revealRound(session: Session, event: Extract<Event, { type: 'roundRevealed' }>): Session {
  const revealed = withRun(session, event.run, (run) => ({
    ...run,
    phase: { name: 'reveal', since: event.at },
    deadlines: { ...run.deadlines, phase: event.phaseEndsAt },
  }));
  const { seats, answers } = session.runs[event.run]!;
  return seats.reduce((sum, { player, question }) => {
    if (player === null || !question) return sum;
    const parts = answers[player]?.parts ?? {};
    const finished = question.parts.every((part) => parts[part]?.right);
    const hasTried = Object.keys(parts).length > 0;
    const adapts = hasTried && (session.settings.helpAdapts ?? true);
    return withPlayer(sum, player, (asked) => ({
      ...asked,
      rounds: asked.rounds + 1,
      streak: finished ? asked.streak : 0,
      help: adapts ? afterQuestion(asked.help, isClean(question.parts, parts)) : asked.help,
    }));
  }, revealed);
}

const NO_ANSWERS: Answers = { parts: {}, verdicts: {} };

function gradeAnswer(session: Session, event: Extract<Event, { type: 'answerGraded' }>): Session {
  const { run: runId, player, answerId, part, raw, verdict, tries, points, bonus, streak } = event;
  const graded = withRun(session, runId, (run) => {
    const answers = run.answers[player] ?? NO_ANSWERS;
    const answer = { tries, right: verdict.outcome === 'correct', raw, verdict, points };
    return {
      ...run,
      answers: {
        ...run.answers,
        [player]: {
          parts: { ...answers.parts, [part]: answer },
          verdicts: { ...answers.verdicts, [answerId]: verdict },
        },
      },
    };
  });
  return withPlayer(graded, player, (scorer) => ({
    ...scorer,
    score: scorer.score + points + bonus.streak + bonus.speed,
    questionPoints: scorer.questionPoints + points,
    streak,
  }));
}

function withPlayer(session: Session, id: PlayerId, change: (player: Player) => Player): Session {
  const player = session.players[id];
  if (!player) throw new RangeError(`the log speaks of player ${id}, who never joined`);
  return { ...session, players: { ...session.players, [id]: change(player) } };
}

function withRun(session: Session, id: RunId, change: (run: Run) => Run): Session {
  const run = session.runs[id];
  if (!run) throw new RangeError(`the log speaks of run ${id}, which never started`);
  return { ...session, runs: { ...session.runs, [id]: change(run) } };
}

function withDeadlines(session: Session, deadlines: Readonly<Record<RunId, Deadlines>>): Session {
  return {
    ...session,
    runs: mapValues(session.runs, (run) => ({ ...run, deadlines: deadlines[run.id] ?? run.deadlines })),
  };
}

function mapValues<Value>(
  record: Readonly<Record<string, Value>>,
  change: (value: Value) => Value,
): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
