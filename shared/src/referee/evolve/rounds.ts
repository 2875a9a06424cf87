import { outputLayer } from '../../maths/network.ts';
import type { Event, RoundEvent } from '../event.ts';
import { addUpCounts } from '../../question/diagnosis/mistakesMade.ts';
import { answerContext } from '../round/finishing.ts';
import { isClean, lastExtraQuestion, partsOf } from '../round/progress.ts';
import { countMistakes } from '../round/mistakeCounts.ts';
import { withVerdict } from '../round/verdictsKept.ts';
import type { Answers, Run, Seat } from '../round/run.ts';
import type { Player, Session } from '../session/state.ts';
import { ownRuns } from '../teams/teams.ts';
import { machineTrained, weightsUpdated } from './training.ts';
import { mapValues, scoresIn, withWarmUpsEnded, withoutRuns, withPlayer, withRun } from './change.ts';
import { withoutFinishing, withAnswer, partPoints, recordOf } from './answers.ts';

type Of<Type> = Extract<Event, { type: Type }>;

const NO_ANSWERS: Omit<Answers, 'streakBefore'> = { parts: {}, verdicts: {}, hints: [], extra: 0 };

export function evolveRound(session: Session, event: RoundEvent): Session {
  switch (event.type) {
    case 'roundOpened':
      return roundOpened(session, event);
    case 'layerClosed':
      return withRun(session, event.run, (run) => ({
        ...run,
        lanes: run.lanes.map((lane, i) => ({ ...lane, ...event.lanes[i] })),
      }));
    case 'backwardOpened':
      return withRun(session, event.run, (run) => ({
        ...run,
        phase: { name: 'backward', since: event.at },
        deadlines: event.deadlines,
        lanes: run.lanes.map((lane, i) => ({ ...lane, ...event.lanes[i] })),
      }));
    case 'answerGraded':
      return answerGraded(session, event);
    case 'hintTaken':
      return withAnswers(session, event, (answers) => ({
        ...answers,
        hints: [...answers.hints, event.part],
      }));
    case 'betPlaced':
      return withRun(session, event.run, (run) => ({
        ...run,
        bets: { ...run.bets, [event.player]: { up: event.up, won: null } },
      }));
    case 'extraQuestionAsked':
      return withRun(session, event.run, (run) => ({
        ...run,
        extraQuestions: {
          ...run.extraQuestions,
          [event.player]: [...(run.extraQuestions[event.player] ?? []), event.extraQuestion],
        },
      }));
    case 'roundRevealed':
      return roundRevealed(session, event);
    case 'finishingStopped':
      return withoutFinishing(session, event.run, event.player);
    case 'weightsUpdated':
      return weightsUpdated(session, event);
    case 'machineTrained':
      return machineTrained(session, event);
    case 'roundSkipped':
      return roundSkipped(session, event);
    case 'runEnded':
      return withRun(session, event.run, (run) => ({ ...run, phase: { name: 'ended', since: event.at } }));
  }
}

function roundOpened(before: Session, event: Of<'roundOpened'>): Session {
  // A seat in the new round ends the finishing of an earlier one.
  const session = event.seats.reduce(
    (sum, { player }) => (player === null ? sum : withoutFinishing(sum, event.run, player)),
    before,
  );
  const opened = withRun(session, event.run, (run) => ({
    ...run,
    cursor: event.cursor,
    round: event.round,
    rules: event.rules,
    phase: { name: event.phase, since: event.at },
    deadlines: event.deadlines,
    lanes: event.lanes,
    seats: event.seats,
    answers: {},
    extraQuestions: {},
    bets: {},
  }));
  const earlier = session.runs[event.run]!;
  const { network, kind } = earlier;
  if (kind === 'warmUp') return opened;
  const now =
    kind === 'team' ? withMistakesOf(earlier, withOwnRunsEnded({ ...opened, example: null }, event)) : opened;
  return withPlayers(now, event.seats, (player, { unit }) => {
    const sat = unit.layer === outputLayer(network) ? 'output' : 'hidden';
    return { ...player, unitOverride: null, seats: { ...player.seats, [sat]: player.seats[sat] + 1 } };
  });
}

/** Adds the mistakes of a team's round that is over to those of earlier rounds. A skipped round does not count. */
function withMistakesOf(run: Run, session: Session): Session {
  const made = run.phase.name === 'idle' ? [] : countMistakes(run);
  if (made.length === 0) return session;
  const counts = addUpCounts([...(session.pastMistakes[run.round] ?? []), ...made]);
  return { ...session, pastMistakes: { ...session.pastMistakes, [run.round]: counts } };
}

/** Ends warm-ups, and removes own runs of players who have a seat in the new round. */
function withOwnRunsEnded(session: Session, { seats, at }: Of<'roundOpened'>): Session {
  const seated = new Set(seats.map(({ player }) => player));
  const left = ownRuns(session).filter(({ owner }) => seated.has(owner));
  return withWarmUpsEnded(withoutRuns(session, left), at);
}

/** Changes every player of the given seats, in one copy of the players. */
function withPlayers(
  session: Session,
  seats: readonly Seat[],
  change: (player: Player, seat: Seat) => Player,
): Session {
  const changed = seats.flatMap((seat) =>
    seat.player === null ? [] : [[seat.player, change(session.players[seat.player]!, seat)] as const],
  );
  return { ...session, players: { ...session.players, ...Object.fromEntries(changed) } };
}

/** Changes a player's answers: those of the run's present round, or of the round that the player still finishes. */
function withAnswers(
  session: Session,
  { run: id, round, player }: { readonly run: string; readonly round: number; readonly player: string },
  change: (answers: Answers) => Answers,
): Session {
  const none: Answers = { ...NO_ANSWERS, streakBefore: session.players[player]!.streak };
  const inRun = (run: Run): Run => ({
    ...run,
    answers: { ...run.answers, [player]: change(run.answers[player] ?? none) },
  });
  return withRun(session, id, (run) => {
    const own = run.finishing[player];
    if (own?.run.round !== round) return inRun(run);
    return { ...run, finishing: { ...run.finishing, [player]: { ...own, run: inRun(own.run) } } };
  });
}

function answerGraded(session: Session, event: Of<'answerGraded'>): Session {
  const { run: id, player, answerId, part, given: words, verdict, tries, points, bonus, streak } = event;
  const { since } = answerContext(session.runs[id]!, player, event.round).run.phase;
  const afterMs = event.at - since;
  const lastRead = 'read' in verdict ? verdict.read : null;
  const isExtra = part === 'extra';
  const before = isExtra
    ? lastExtraQuestion(session.runs[id]!, player)?.answer
    : answerContext(session.runs[id]!, player, event.round).answers?.parts[part];
  const isWrong = verdict.outcome === 'wrong';
  const wrong = [...(before?.wrong ?? []), ...(isWrong ? [{ given: words, read: verdict.read }] : [])];
  const isRight = verdict.outcome === 'correct';
  const given = { tries, right: isRight, given: words, verdict, points, afterMs, wrong };
  const isOutsideLesson = isExtra || session.runs[id]!.kind === 'warmUp';
  const extra = bonus.streak + bonus.speed + (isExtra ? points : 0);
  let next = withAnswers(session, event, (answers) => ({
    ...answers,
    parts: isExtra
      ? answers.parts
      : { ...answers.parts, [part]: { ...given, read: lastRead ?? answers.parts[part]?.read ?? null } },
    verdicts: { ...answers.verdicts, [answerId]: verdict },
    extra: answers.extra + extra,
  }));
  if (isExtra) {
    next = withRun(next, id, (run) => ({
      ...run,
      extraQuestions: {
        ...run.extraQuestions,
        [player]: run.extraQuestions[player]!.map((one, i, all) =>
          i === all.length - 1 ? { ...one, answer: { ...given, read: lastRead } } : one,
        ),
      },
    }));
  }
  const isLate = session.runs[id]!.finishing[player]?.run.round === event.round;
  const isCleanNow = !isOutsideLesson && given.right && isQuestionClean(next, event);
  return withPlayer(next, player, (scorer) => ({
    ...scorer,
    verdicts: withVerdict(scorer.verdicts, answerId, verdict),
    clean: scorer.clean + Number(isCleanNow),
    misses: scorer.misses + Number(isWrong && !isOutsideLesson),
    score: scorer.score + points + bonus.streak + bonus.speed,
    questionPoints: scorer.questionPoints + (isExtra ? 0 : points),
    // A late answer belongs to a round that has been counted already.
    pointsByRound: isLate && points > 0 ? lastRaised(scorer.pointsByRound, points) : scorer.pointsByRound,
    streak,
  }));
}

/** Tells whether an answer has completed its question without a miss. */
function isQuestionClean(session: Session, { run: id, round, player }: Of<'answerGraded'>): boolean {
  const { run, seat, answers } = answerContext(session.runs[id]!, player, round);
  return run.round === round && seat !== undefined && isClean(partsOf(seat), answers?.parts ?? {});
}

const lastRaised = (points: readonly number[], by: number): number[] => [
  ...points.slice(0, -1),
  points.at(-1)! + by,
];

/** Run with its present round added to the record; only own runs keep one. */
const recorded = (run: Run): Run =>
  run.kind === 'own' ? { ...run, record: [...run.record, recordOf(run, run.owner)] } : run;

/** Reveals a round. Streak and help of players who go on alone are settled when they stop. */
function roundRevealed(session: Session, event: Of<'roundRevealed'>): Session {
  const before = session.runs[event.run]!;
  const finishes = new Set(event.finishing.map(({ player }) => player));
  const revealed = withRun(session, event.run, (run) => ({
    ...recorded(run),
    phase: { name: 'reveal', since: event.at },
    deadlines: { ...run.deadlines, phase: event.phaseEndsAt },
    bets: mapValues(run.bets, (bet, player) => ({
      ...bet,
      won: event.bets.find((one) => one.player === player)?.won ?? null,
    })),
    finishing: {
      ...run.finishing,
      ...Object.fromEntries(
        event.finishing.map(({ player, deadlineAt }) => [
          player,
          { deadlineAt, run: { ...before, finishing: {} } },
        ]),
      ),
    },
  }));
  const asked = before.seats.filter((seat) => partsOf(seat).length > 0);
  const after = withPlayers(revealed, asked, (player, seat) => {
    if (!before.rules.scored) return player;
    const counted = {
      ...player,
      pointsByRound: [...player.pointsByRound, partPoints(before, player.id)],
    };
    return finishes.has(player.id) ? counted : withAnswer(session, before, counted, seat);
  });
  const paid = event.bets.reduce(
    (sum, { player, points }) =>
      points === 0 ? sum : withPlayer(sum, player, (one) => ({ ...one, score: one.score + points })),
    after,
  );
  const now = before.kind === 'team' ? withWarmUpsEnded(paid, event.at) : paid;
  return { ...now, scoresAtReveal: scoresIn(now) };
}

/** Cancels a round: takes its points back and restores streaks. */
function roundSkipped(session: Session, event: Of<'roundSkipped'>): Session {
  const run = session.runs[event.run]!;
  const skipped = withRun(withWarmUpsEnded(session, event.at), event.run, (one) => ({
    ...one,
    // The samples come again: the first lane has the first of them.
    cursor: one.lanes[0]!.sample,
    phase: { name: 'idle', since: event.at },
    deadlines: { ...one.deadlines, phase: null },
  }));
  return withPlayers(skipped, run.seats, (player) => {
    const answers = run.answers[player.id];
    if (!answers) return player;
    const points = partPoints(run, player.id);
    return {
      ...player,
      score: player.score - points - answers.extra,
      questionPoints: player.questionPoints - points,
      streak: answers.streakBefore,
    };
  });
}
