import { type Part, partKind } from '../../question/part.ts';
import type { Question } from '../../question/question.ts';
import type { Seat } from '../../referee/round/run.ts';
import {
  type Book,
  isFinishing,
  isLateExitTicket,
  isOf as isOwnedBy,
  isSettled,
  MOST_TRIES,
  type Of,
  type RoundBook,
  type Rule,
  type RunBook,
  type Topic,
} from './book.ts';
import { forward } from '../../maths/forward.ts';
import type { EdgeRef } from '../../maths/unit.ts';
import { isOver, isWaiting, ownEnd } from './clocks.ts';
import { isTrue, truthOf } from './truths.ts';

/** Rules of seats: their players and their questions. */

const KEPT_MS = 60_000;

export const seats = (): Topic => (event, book, rule) => {
  if (event.type === 'roundOpened') {
    const run = book.runs.get(event.run);
    if (!run) return rule(false, 'a round opens in a run that is there');
    order(event, book, run, rule);
    people(event, book, run, rule);
    questions(event, run, rule);
  }
  if (event.type === 'extraQuestionAsked') extraQuestionAsked(event, book, rule);
};

function order(event: Of<'roundOpened'>, book: Book, run: RunBook, rule: Rule): void {
  const { now } = run;
  rule(book.stage === 'running', 'a round opens while the session runs');
  // A player who joins homework in a pause gets the first question.
  const isFirst = run.kind !== 'team' && now === null;
  rule(book.pausedAt === null || isFirst, 'no round opens in a pause');
  rule(event.round === run.round + 1, 'rounds are counted one by one');
  const over = now === null || now.state !== 'open';
  rule(over && !(now?.state === 'revealed' && now.rules.trains), 'a round opens when the one before is over');
  rule(!run.ended, 'a run that has ended opens no round');
  const n = run.data.length;
  const batch = new Set(event.lanes.map(({ sample }) => sample)).size;
  rule(
    event.lanes.every(({ sample }, i) => sample === (run.cursor + (i % batch)) % n) &&
      event.cursor === (event.rules.trains ? (run.cursor + batch) % n : run.cursor),
    'lanes take the samples of the data in turn; a round that does not train leaves them to the next',
  );
  const { samples } = event.rules;
  rule(samples === 'byLanes' || batch === Math.min(samples, n), 'a batch is as large as its rules say');
}

/** Tells whether a player is to be seated in a run's next round. */
function isEligible(book: Book, run: RunBook, player: string, at: number): boolean {
  const person = book.people.get(player)!;
  const isMember = run.kind === 'team' ? person.team === run.id : run.owner === player;
  // A player who asks for a warm-up is present, even when disconnected.
  const isHere =
    !person.gone && (run.kind === 'warmUp' || person.leftAt === null || at - person.leftAt < KEPT_MS);
  const isAtExitTicket = [...book.runs.values()].some(
    (one) => isOwnedBy(one, player) && isLateExitTicket(one, at),
  );
  return isMember && isHere && !isFinishing(run, player, at) && (run.kind !== 'team' || !isAtExitTicket);
}

function people(event: Of<'roundOpened'>, book: Book, run: RunBook, rule: Rule): void {
  const seated = event.seats.flatMap(({ player }) => (player === null ? [] : [player]));
  rule(new Set(seated).size === seated.length, 'a player has at most one seat');
  const places = event.seats.map(({ lane, unit }) => `${lane}/${unit.layer}/${unit.index}`);
  rule(new Set(places).size === places.length, 'a unit of a lane is one seat');
  for (const player of seated) {
    rule(book.people.get(player)?.gone === false, 'a removed player has no seat');
    rule(
      book.people.has(player) && isEligible(book, run, player, event.at),
      'seats are for present members with nothing to finish',
    );
    for (const other of book.runs.values()) {
      const isElsewhere = other !== run && other.now?.state === 'open' && other.now.seats.has(player);
      // Every player gets an exit ticket, also one who still finishes a round.
      const isAlone = run.kind !== 'team' || other === run;
      const isLate = isFinishing(other, player, event.at);
      rule(!isElsewhere && (isAlone || !isLate), 'a player sits in one round at a time');
    }
  }
  const without = [...book.people.keys()].filter(
    (player) => isEligible(book, run, player, event.at) && !seated.includes(player),
  );
  const played = new Set(
    event.seats.flatMap(({ player, unit }) => (player === null ? [] : [`${unit.layer}/${unit.index}`])),
  );
  const isFree = event.seats.some(
    ({ player, unit }) => player === null && played.has(`${unit.layer}/${unit.index}`),
  );
  rule(
    without.length === 0 || (played.size > 0 && !isFree),
    'no player is without a seat while the machine has one',
  );
}

const nameOf = ({ sample, unit, edge }: Question): string => JSON.stringify([sample, unit, edge]);

function questions(event: Of<'roundOpened'>, run: RunBook, rule: Rule): void {
  const { asksFor } = event.rules;
  const asked = event.seats.flatMap(({ question }) => (question ? [nameOf(question)] : []));
  rule(new Set(asked).size === asked.length, 'no two of a team are asked the same about the same sample');
  const truths = event.lanes.map(({ sample }) => truthOf(run.network, run.data[sample]!));
  event.lanes.forEach(({ truth }, i) => {
    rule(JSON.stringify(truth) === JSON.stringify(truths[i]), 'the truths of a lane are those of its sample');
  });
  for (const seat of event.seats) {
    const isPerson = seat.player !== null;
    rule(
      (seat.question !== null) === (isPerson && asksFor !== 'forward'),
      'people are asked on the way back, machines are not',
    );
    rule(
      (seat.forward !== null) === (isPerson && asksFor !== 'backward'),
      'people are asked on the way forward, machines are not',
    );
    const { edge } = seat.question ?? {};
    if (seat.question)
      rule(isOf(seat, seat.question, event.lanes[seat.lane]!.sample), 'a question is about its own seat');
    if (edge && seat.truth)
      rule(isTrue(seat.truth, truths[seat.lane]!, edge), 'the truth of a question is that of its ◆');
  }
}

const isOf = ({ unit }: Seat, { unit: asked, sample, edge }: Question, lane: number): boolean =>
  asked.layer === unit.layer &&
  asked.index === unit.index &&
  sample === lane &&
  (edge === null || (edge.layer === unit.layer && edge.to === unit.index));

function extraQuestionAsked(event: Of<'extraQuestionAsked'>, book: Book, rule: Rule): void {
  const { player, extraQuestion } = event;
  const run = book.runs.get(event.run);
  const round = run?.now;
  const seat = round?.seats.get(player);
  if (!run || !round || round.round !== event.round || !seat)
    return rule(false, 'an extra question is for a player with a seat in the round');
  rule(book.pausedAt === null, 'no extra question in a pause');
  rule(
    round.state === 'open' || book.activity?.closed === false,
    'an extra question is asked for while others answer',
  );
  if (round.state === 'open')
    rule(
      isIdle(book, round, player, seat, event.at),
      'an extra question is for a player with nothing else to do',
    );
  bonusCounted(event, run, round, rule);
  if (extraQuestion.question.edge === null) return bellyAsked(event, run, rule);
  gradientAsked(event, run, round, extraQuestion.question.edge, rule);
}

/** Rule: the extra questions of a player are numbered in order. */
function bonusCounted(
  { player, extraQuestion }: Of<'extraQuestionAsked'>,
  run: RunBook,
  round: RoundBook,
  rule: Rule,
): void {
  const mine = (round.extraQuestions.get(player) ?? []).filter(({ network }) => network === run.network);
  rule(extraQuestion.number === mine.length + 1, 'extra questions of a round are counted');
  const before = round.parts.get(`${player}/extra`);
  const isFree = mine.length === 0 || (before?.right ?? false);
  rule(isFree || (before?.tries ?? 0) >= MOST_TRIES, 'one extra question at a time');
}

/** Rule of an extra question about a pre-activation: its inputs are in no lane, so it reveals nothing. */
function bellyAsked({ extraQuestion }: Of<'extraQuestionAsked'>, run: RunBook, rule: Rule): void {
  const { sums } = forward(run.network, extraQuestion.lane.pass.x);
  const u = Object.entries(extraQuestion.truth).find(([part]) => partKind(part as Part) === 'u')?.[1];
  rule(u === sums[0]![extraQuestion.question.unit.index], 'the truth of a belly is its sum');
}

/** Rule of an extra gradient of the round's own lanes: no other player of the team is asked for it. */
function gradientAsked(
  { extraQuestion }: Of<'extraQuestionAsked'>,
  run: RunBook,
  round: RoundBook,
  edge: EdgeRef,
  rule: Rule,
): void {
  rule(round.state !== 'open' || round.phase === 'backward', 'no gradient is asked for on the way forward');
  const asked = new Set<string>();
  if (run.network === round.network)
    for (const other of round.seats.values()) if (other.question) asked.add(nameOf(other.question));
  for (const [one, list] of round.extraQuestions) {
    for (const { question, network } of list)
      if (round.seats.has(one) && network === run.network) asked.add(nameOf(question));
  }
  rule(
    !asked.has(nameOf(extraQuestion.question)),
    'no two of a team are asked the same about the same sample',
  );
  rule(
    isTrue(extraQuestion.truth, truthOf(run.network, run.data[extraQuestion.question.sample]!), edge),
    'the truth of an extra question is that of its ◆',
  );
}

/** Tells whether the turn of a seat has not come, or its player has no part or no time left. */
const isIdle = (book: Book, round: RoundBook, player: string, seat: Seat, at: number): boolean =>
  isWaiting(round, seat) || isSettled(round, player, seat) || isOver(ownEnd(book, round, player, seat), at);
