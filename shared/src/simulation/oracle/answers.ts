import {
  allParts,
  type Book,
  isLate,
  isOf,
  MOST_TRIES,
  near,
  type Of,
  partOf,
  type RoundBook,
  roundOf,
  spellingOf,
  type Rule,
  type Topic,
  askedIn,
} from './book.ts';
import { ownEnd, ownTimeAt } from './clocks.ts';

/** Rules of answers: grading, number of tries and points. */

const TRIES_WORTH = [1, 0.6, 0.3, 0.1, 0.1];
const ANSWERS_READ = 60;

/** Points of a part at the first try: places 40 (in a relay own and arriving 20 each), any other 20, of 100 in all. */
function worthOf(part: string, parts: readonly string[]): number {
  const weigh = (one: string): number => (one === 'places' && !parts.includes('own') ? 40 : 20);
  return (100 * weigh(part)) / parts.reduce((sum, one) => sum + weigh(one), 0);
}

export const answers = (): Topic => (event, book, rule) => {
  if (event.type === 'hintTaken') return hinted(event, book, rule);
  if (event.type !== 'answerGraded') return;
  const round = roundOf(book, event);
  const person = book.people.get(event.player);
  rule(
    book.stage === 'running' || isSheetAfterTheEnd(book, event),
    'answers are taken while the session runs, and later for an exit ticket with more time',
  );
  rule(person?.gone === false, 'only players in the session answer');
  if (!round || !person) return rule(false, 'an answer is about a round that is on');
  const seat = round.seats.get(event.player);
  if (!seat) return rule(false, 'only players with a seat are graded');
  once(event, round, rule);
  if (event.part === 'extra') return extraQuestion(event, book, round, rule);
  const isOn = round.state === 'open' || isLate(book, event);
  rule(isOn, 'an answer counts only until the reveal, or for a player with more time');
  rule(askedIn(round, seat)?.parts.includes(event.part) === true, 'only parts that are asked are graded');
  const isGood = event.verdict.outcome === 'correct';
  const { scored } = round.rules;
  const hint = round.hints.has(`${event.player}/${event.part}`) ? 0.5 : 1;
  const worth = worthOf(event.part, allParts(seat)) * TRIES_WORTH[event.tries - 1]! * hint;
  rule(
    near(event.points, isGood && scored ? worth : 0),
    'a part is worth what its weight, its tries and its hint make of it',
  );
  onTop(event, book, round, rule);
};

const isSheetAfterTheEnd = (book: Book, event: Of<'answerGraded'>): boolean =>
  isLate(book, event) && isOf(book.runs.get(event.run)!, event.player);

/** Rule: no answer is graded twice, and no settled part again. */
function once(event: Of<'answerGraded'>, round: RoundBook, rule: Rule): void {
  const { player, part, answerId, verdict, tries } = event;
  const before = partOf(round, player, part);
  const counts = verdict.outcome === 'correct' || verdict.outcome === 'wrong';
  rule(!round.answerIds.has(`${player}/${answerId}`), 'an answer is graded once');
  rule(before?.right !== true, 'no part is graded after it was right');
  rule(
    tries === (before?.tries ?? 0) + (counts ? 1 : 0) && tries <= MOST_TRIES,
    'tries are counted, five at most',
  );
  rule((before?.tries ?? 0) < MOST_TRIES, 'no part is graded when all tries are used');
  const isKnown = verdict.outcome === 'wrong' && before?.wrong.includes(spellingOf(event)) === true;
  rule(!isKnown, 'an answer that was wrong before is not graded again, however it is written');
  const read = [...round.answerIds].filter((id) => id.startsWith(`${player}/`)).length;
  rule(read < ANSWERS_READ, 'no more answers to a question are read than there is a limit for');
}

function extraQuestion(event: Of<'answerGraded'>, book: Book, round: RoundBook, rule: Rule): void {
  const asked = round.extraQuestions.get(event.player)?.at(-1);
  if (!asked) return rule(false, 'an extra question is graded only where one was asked for');
  // While an activity is open, its clock counts, also for a player who still finishes a round.
  const isBetween = book.activity?.closed === false;
  const isOn = isBetween || (round.state === 'open' && !isLate(book, event));
  rule(isOn, 'an extra question is answered as long as other questions are');
  // While an activity is open, an answer brings no points.
  const isScored = round.rules.scored && book.activity === null;
  const isPaid = event.verdict.outcome === 'correct' && isScored && asked.number <= 2;
  const worth = isPaid ? 10 * TRIES_WORTH[event.tries - 1]! : 0;
  rule(near(event.points, worth), 'the first two extra questions of a round bring ten times their try');
  const { streak, speed } = event.bonus;
  const before = book.people.get(event.player)!.streak;
  rule(streak === 0 && speed === 0 && event.streak === before, 'an extra question makes no streak');
}

/** Rules of the bonuses for streak and speed. */
function onTop(event: Of<'answerGraded'>, book: Book, round: RoundBook, rule: Rule): void {
  const { player, part, verdict, tries } = event;
  const seat = round.seats.get(player)!;
  const before = book.people.get(player)!.streak;
  const isWhole =
    verdict.outcome === 'correct' &&
    allParts(seat).every((one) => {
      const given = one === part ? { right: true, tries } : partOf(round, player, one);
      return given?.right === true && given.tries === 1;
    });
  if (!round.rules.scored || !isWhole) {
    const broken = round.rules.scored && verdict.outcome === 'wrong';
    rule(
      event.streak === (broken ? 0 : before),
      'a miss ends a streak, and only a clean question lengthens it',
    );
    return rule(
      event.bonus.streak === 0 && event.bonus.speed === 0,
      'nothing on top but for a clean question',
    );
  }
  rule(event.streak === before + 1, 'a clean question lengthens the streak by one');
  rule(event.bonus.streak === Math.min(15, 5 * before), 'a streak brings 5 more a question, 15 at most');
  const run = book.runs.get(event.run)!;
  const own = ownEnd(book, round, player, seat);
  const end = isLate(book, event) ? run.finishing.get(player)!.deadlineAt : own.turn === 'open' ? own.at : 0;
  const half = ownTimeAt(book, round, player, seat) / 2;
  const speed = book.settings.speedBonus ? 10 * Math.min(1, Math.max(0, (end - event.at) / half)) : 0;
  rule(
    near(event.bonus.speed, speed),
    'speed brings 10 until half-time, then less, and only where it is allowed',
  );
}

function hinted(event: Of<'hintTaken'>, book: Book, rule: Rule): void {
  const round = roundOf(book, event);
  const seat = round?.seats.get(event.player);
  rule(book.pausedAt === null, 'no hint in a pause');
  if (!round || !seat) return rule(false, 'a hint is for a player with a seat');
  rule(round.state === 'open' || isLate(book, event), 'no hint after the reveal');
  rule(askedIn(round, seat)?.parts.includes(event.part) === true, 'a hint is for a part that is asked');
  rule(!round.hints.has(`${event.player}/${event.part}`), 'a hint is taken once');
  const given = partOf(round, event.player, event.part);
  rule(!given?.right, 'no hint for a part that is right already');
}
