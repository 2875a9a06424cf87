import type { Event } from '../referee/event.ts';
import { evolve } from '../referee/evolve.ts';
import type { Seat } from '../referee/round/run.ts';
import type { Session } from '../referee/session/state.ts';

/**
 * Sums of a log that a report must agree with, found another way: by looking from each event back and forth through the
 * log, and by the scores of the game itself. It shares no code with the report.
 */
export interface ReportSums {
  readonly asked: number;
  readonly answered: number;
  readonly first: number;
  readonly right: number;
  readonly tries: number;
  readonly hints: number;
  readonly ticketAsked: number;
  readonly ticketFirst: number;
  readonly answers: number;
  /** Scores of the players who were not sent away, over all beginnings. */
  readonly scores: Readonly<Record<string, number>>;
}

type Opened = Extract<Event, { type: 'roundOpened' }>;

const ofRound = (event: Event, { run, round }: Opened): boolean =>
  'run' in event && 'round' in event && event.run === run && event.round === round;

/** Index of the event that ends what the one at `from` began: the next beginning of the same round of the same run. */
function endOf(log: readonly Event[], from: number): number {
  const opened = log[from] as Opened;
  const next = log.findIndex(
    (event, i) => i > from && event.type === 'roundOpened' && ofRound(event, opened),
  );
  return next < 0 ? log.length : next;
}

/** Index of the next event in which another round of the run begins, or of the end of the log. */
function nextRound(log: readonly Event[], from: number): number {
  const { run } = log[from] as Opened;
  const next = log.findIndex((event, i) => i > from && event.type === 'roundOpened' && event.run === run);
  return next < 0 ? log.length : next;
}

/** Tells whether the turn of a seat came in a phase. */
function hadTurn(log: readonly Event[], from: number, seat: Seat, phase: 'forward' | 'backward'): boolean {
  const opened = log[from] as Opened;
  const until = nextRound(log, from);
  let now = opened.phase;
  for (let i = from; i < until; i++) {
    const event = log[i]!;
    if (!ofRound(event, opened)) continue;
    if (event.type === 'backwardOpened') now = 'backward';
    const hasLanes =
      event.type === 'roundOpened' || event.type === 'backwardOpened' || event.type === 'layerClosed';
    if (now !== phase || !hasLanes) continue;
    const isByLayer = phase === 'forward' || opened.rules.style === 'relay';
    if (!isByLayer || event.lanes[seat.lane]?.turn?.layer === seat.unit.layer) return true;
  }
  return false;
}

/** Kind of a run at the time of a round: of the class, of a lesson alone, or none that counts here. */
function occasionOf(log: readonly Event[], from: number): 'lesson' | 'exitTicket' | 'warmUp' {
  const { run } = log[from] as Opened;
  if (run.startsWith('w')) return 'warmUp';
  const isStart = (event: Event): boolean =>
    (event.type === 'runOpened' && event.run === run) ||
    (event.type === 'sessionStarted' && event.runs.some((one) => one.run === run));
  const begun = log.findLastIndex((event, i) => i < from && isStart(event));
  const event = log[begun]!;
  if (event.type !== 'runOpened' || event.kind === 'team') return 'lesson';
  const activity = log.findLast(
    (one, i) => i < begun && one.type.startsWith('activity') && one.type !== 'activityClosed',
  );
  const hasEnded = log.slice(log.indexOf(activity!), begun).some(({ type }) => type === 'sessionEnded');
  return activity?.type === 'activityOpened' && activity.activity.type === 'exitTicket' && !hasEnded
    ? 'exitTicket'
    : 'lesson';
}

/** Answers and hints of a player to a part in the round that begins at `from`. */
function givenIn(log: readonly Event[], from: number, until: number, player: string, part: string) {
  const opened = log[from] as Opened;
  const own = log.slice(from, until).filter((event) => ofRound(event, opened) && 'player' in event);
  const answers = own.flatMap((event) =>
    event.type === 'answerGraded' && event.player === player && event.part === part ? [event] : [],
  );
  const hints = own.filter(
    (event) => event.type === 'hintTaken' && event.player === player && event.part === part,
  );
  return { answers, hints: hints.length };
}

/** Scores over all beginnings, by the referee's own state. */
function scoresIn(log: readonly Event[]): Record<string, number> {
  const scores: Record<string, number> = {};
  let session: Session | null = null;
  const add = (): void => {
    for (const { id, score } of Object.values(session!.players)) scores[id] = (scores[id] ?? 0) + score;
  };
  for (const event of log) {
    if (event.type === 'sessionBeganAgain') add();
    session = evolve(session, event);
  }
  add();
  for (const { id, removal } of Object.values(session!.players)) if (removal !== null) delete scores[id];
  return scores;
}

/** Sums of a log. */
export function reportSums(log: readonly Event[]): ReportSums {
  const sums = {
    asked: 0,
    answered: 0,
    first: 0,
    right: 0,
    tries: 0,
    hints: 0,
    ticketAsked: 0,
    ticketFirst: 0,
  };
  const gone = new Set(log.flatMap((event) => (event.type === 'playerRemoved' ? event.player : [])));
  const count = (from: number, seat: Seat, phase: 'forward' | 'backward', part: string): void => {
    const opened = log[from] as Opened;
    const until = endOf(log, from);
    const { answers, hints } = givenIn(log, from, until, seat.player!, part);
    const later = log.slice(from, until);
    const isOver = later.some(
      (event) => event.type === 'sessionEnded' || (event.type === 'roundRevealed' && ofRound(event, opened)),
    );
    const isEarly =
      part === 'own' &&
      (opened.phase === phase ||
        later.some((event) => event.type === 'backwardOpened' && ofRound(event, opened)));
    if (answers.length === 0 && !(isOver && (isEarly || hadTurn(log, from, seat, phase)))) return;
    const right = answers.find(({ verdict }) => verdict.outcome === 'correct');
    if (occasionOf(log, from) === 'exitTicket') {
      sums.ticketAsked++;
      sums.ticketFirst += Number(right?.tries === 1);
      return;
    }
    if (occasionOf(log, from) !== 'lesson') return;
    const tries = answers.at(-1)?.tries ?? 0;
    sums.asked++;
    sums.answered += Number(tries > 0);
    sums.first += Number(right?.tries === 1);
    sums.right += Number(right !== undefined);
    sums.tries += tries;
    sums.hints += hints;
  };
  for (const [from, event] of log.entries()) {
    if (event.type !== 'roundOpened') continue;
    const isSkipped = log
      .slice(from, endOf(log, from))
      .some((one) => one.type === 'roundSkipped' && ofRound(one, event));
    if (isSkipped) continue;
    for (const seat of event.seats) {
      if (seat.player === null || gone.has(seat.player)) continue;
      for (const part of seat.forward?.question.parts ?? []) count(from, seat, 'forward', part);
      for (const part of seat.question?.parts ?? [])
        if (!seat.forward?.question.parts.includes(part)) count(from, seat, 'backward', part);
    }
  }
  const answers = log.filter((event) => event.type === 'answerGraded' && !gone.has(event.player));
  return { ...sums, answers: answers.length, scores: scoresIn(log) };
}
