import type { Network } from '../../maths/network.ts';
import type { Event } from '../../referee/event.ts';
import type { Seat } from '../../referee/round/run.ts';
import { type Book, type Of, partPoints, type RoundBook, roundOf, type RunBook, spellingOf } from './book.ts';

type OfRound = Extract<
  Event,
  {
    type:
      | 'roundOpened'
      | 'layerClosed'
      | 'backwardOpened'
      | 'roundRevealed'
      | 'finishingStopped'
      | 'weightsUpdated'
      | 'roundSkipped'
      | 'answerGraded'
      | 'hintTaken'
      | 'betPlaced'
      | 'extraQuestionAsked';
  }
>;

/** Records an event of a round. */
export function recordRound(book: Book, event: OfRound): void {
  const run = book.runs.get(event.run)!;
  switch (event.type) {
    case 'roundOpened':
      if (run.kind === 'team') {
        endWarmUps(book);
        leaveSheets(book, event);
      }
      for (const { player } of event.seats) if (player !== null) finished(book, run, player);
      run.now = openRound(book, run.network, event);
      run.round = event.round;
      run.cursor = event.cursor;
      for (const player of run.now.seats.keys()) {
        if (event.rules.scored) book.people.get(player)!.rounds.push(run.now);
      }
      return;
    case 'layerClosed':
      run.now!.ways = event.lanes;
      return;
    case 'backwardOpened':
      Object.assign(run.now!, { phase: 'backward', ways: event.lanes, deadlines: event.deadlines });
      return;
    case 'roundRevealed':
      revealed(book, run, event);
      return;
    case 'finishingStopped':
      finished(book, run, event.player);
      // An exit ticket that the class has left ends together with its player's finishing.
      if (run.kind === 'own' && book.activity?.opened.type !== 'exitTicket') book.runs.delete(run.id);
      return;
    default:
      recordAfter(book, run, event);
  }
}

type AfterAnswers = Exclude<
  OfRound,
  { type: 'roundOpened' | 'layerClosed' | 'backwardOpened' | 'roundRevealed' | 'finishingStopped' }
>;

/** Records the result of a round, and its players' actions. */
function recordAfter(book: Book, run: RunBook, event: AfterAnswers): void {
  switch (event.type) {
    case 'weightsUpdated':
      learn(run, event);
      run.updates++;
      Object.assign(run.now!, {
        state: 'updated',
        deadlines: { ...run.now!.deadlines, phase: event.phaseEndsAt },
      });
      return;
    case 'roundSkipped':
      endWarmUps(book);
      skipped(book, run.now!);
      // The samples of a skipped round come again.
      run.cursor = run.now!.lanes[0]!.sample;
      return;
    default:
      recordOfPlayer(book, event);
  }
}

function openRound(book: Book, network: Network, event: Of<'roundOpened'>): RoundBook {
  const people = event.seats.filter(({ player }) => player !== null);
  return {
    run: event.run,
    round: event.round,
    rules: event.rules,
    openedAt: event.at,
    network,
    lanes: event.lanes,
    seats: new Map(people.map((seat) => [seat.player!, seat])),
    size: event.seats,
    phase: event.phase,
    ways: event.lanes.map(({ turn, closed }) => ({ turn, closed })),
    deadlines: event.deadlines,
    state: 'open',
    parts: new Map(),
    said: new Map(),
    hints: new Set(),
    answerIds: new Set(),
    extraQuestions: new Map(),
    bets: new Map(),
    extra: new Map(),
    streaks: new Map(people.map(({ player }) => [player!, book.people.get(player!)!.streak])),
  };
}

/** Removes the exit tickets of players who have a seat again. */
function leaveSheets({ runs }: Book, { seats }: Of<'roundOpened'>): void {
  for (const run of [...runs.values()]) {
    if (run.kind === 'own' && seats.some(({ player }) => player === run.owner)) runs.delete(run.id);
  }
}

/** Ends all warm-ups once the others are through. */
export function endWarmUps({ runs }: Book): void {
  for (const { kind, now } of runs.values())
    if (kind === 'warmUp' && now?.state === 'open') now.state = 'brokenOff';
}

/** Ends a player's finishing; a round that is not all right ends the streak. */
export function finished(book: Book, run: RunBook, player: string): void {
  const round = run.finishing.get(player)?.round;
  run.finishing.delete(player);
  const seat = round?.seats.get(player);
  if (round) round.said.set(`${player}/G`, round.parts.get(`${player}/G`)?.read ?? null);
  if (round?.rules.scored && seat && !isWholeRight(round, player, seat)) book.people.get(player)!.streak = 0;
}

function revealed(book: Book, run: RunBook, event: Of<'roundRevealed'>): void {
  const now = run.now!;
  if (run.kind === 'team') endWarmUps(book);
  now.state = 'revealed';
  for (const [key, { read }] of now.parts) if (key.endsWith('/G')) now.said.set(key, read);
  now.deadlines = { ...now.deadlines, phase: event.phaseEndsAt };
  for (const { player, deadlineAt } of event.finishing) run.finishing.set(player, { round: now, deadlineAt });
  for (const { player, points } of event.bets) pay(book, now, player, points);
  if (!now.rules.scored) return;
  for (const [player, seat] of now.seats) {
    if (!run.finishing.has(player) && !isWholeRight(now, player, seat)) book.people.get(player)!.streak = 0;
  }
}

function isWholeRight(now: RoundBook, player: string, seat: Seat): boolean {
  const both = [...(seat.forward?.question.parts ?? []), ...(seat.question?.parts ?? [])];
  return both.every((part) => now.parts.get(`${player}/${part}`)?.right === true);
}

function pay(book: Book, round: RoundBook, player: string, points: number): void {
  round.extra.set(player, (round.extra.get(player) ?? 0) + points);
  book.people.get(player)!.score += points;
}

function skipped(book: Book, round: RoundBook): void {
  round.state = 'skipped';
  round.deadlines = { ...round.deadlines, phase: null };
  for (const player of round.seats.keys()) {
    const person = book.people.get(player)!;
    person.score -= partPoints(round, player) + (round.extra.get(player) ?? 0);
    person.streak = round.streaks.get(player) ?? person.streak;
    person.rounds = person.rounds.filter((one) => one !== round);
  }
}

function recordOfPlayer(
  book: Book,
  event: Of<'answerGraded'> | Of<'hintTaken'> | Of<'betPlaced'> | Of<'extraQuestionAsked'>,
): void {
  const round = roundOf(book, event);
  if (!round) return;
  const { player } = event;
  switch (event.type) {
    case 'hintTaken':
      round.hints.add(`${player}/${event.part}`);
      return;
    case 'betPlaced':
      round.bets.set(player, event.up);
      return;
    case 'extraQuestionAsked':
      round.extraQuestions.set(player, [
        ...(round.extraQuestions.get(player) ?? []),
        { ...event.extraQuestion, network: book.runs.get(event.run)!.network },
      ]);
      round.parts.delete(`${player}/extra`);
      return;
    case 'answerGraded':
      recordAnswer(book, round, event);
  }
}

function recordAnswer(book: Book, round: RoundBook, event: Of<'answerGraded'>): void {
  const { player, part, verdict, tries, points, bonus, streak } = event;
  round.answerIds.add(`${player}/${event.answerId}`);
  const isExtra = part === 'extra';
  const before = round.parts.get(`${player}/${part}`);
  const read = 'read' in verdict && verdict.read !== null ? verdict.read : (before?.read ?? null);
  const right = verdict.outcome === 'correct';
  const isWrong = verdict.outcome === 'wrong';
  const wrong = [...(before?.wrong ?? []), ...(isWrong ? [spellingOf(event)] : [])];
  round.parts.set(`${player}/${part}`, { tries, right, points: isExtra ? 0 : points, read, wrong });
  pay(book, round, player, bonus.streak + bonus.speed + (isExtra ? points : 0));
  const person = book.people.get(player)!;
  if (!isExtra) person.score += points;
  person.streak = streak;
}

export function learn(
  run: RunBook,
  { parameters, loss, reference }: Pick<Of<'weightsUpdated'>, 'parameters' | 'loss' | 'reference'>,
): void {
  run.network = { ...run.network, ...parameters };
  run.reference = { ...run.network, ...(reference?.parameters ?? parameters) };
  run.losses.push(loss);
  run.referenceLoss = reference?.loss ?? loss;
}
