import type { Command } from '../referee/command.ts';
import { PART_KINDS, type Part, TERMS, type Truth, unitPart, valueAsked } from '../question/part.ts';
import type { Question } from '../question/question.ts';
import { ownerOf, type Run, type Seat } from '../referee/round/run.ts';
import type { PlayerId, Session } from '../referee/session/state.ts';
import { answerTextKey, type Texts } from '../referee/texts.ts';
import type { SeededRandom } from './seededRandom.ts';
import { typed, typedAgain } from './raw.ts';

/** A simulated player: of any skill and haste, who now and then sends a command that no screen offers. */
export interface Person {
  readonly id: PlayerId;
  /** Probability of a right part at any one try, [0, 1]. */
  readonly skill: number;
  /** Probability of a command that makes no sense, [0, 1]. */
  readonly mischief: number;
}

export const drawPerson = (random: SeededRandom, id: PlayerId): Person => ({
  id,
  skill: random.of([0.3, 0.6, 0.8, 0.97, 1]),
  mischief: random.of([0, 0.02, 0.15]),
});

/** Place of a player: run, round and seat. */
interface Place {
  readonly run: Run;
  readonly seat: Seat | undefined;
}

function placeOf({ players, runs }: Session, id: PlayerId): Place | undefined {
  const player = players[id];
  if (!player) return undefined;
  const own = Object.values(runs).find((run) => ownerOf(run) === id && run.phase.name !== 'ended');
  const present = own ?? runs[player.run ?? ''];
  const run = present?.finishing[id]?.run ?? present;
  return run && { run, seat: run.seats.find((seat) => seat.player === id) };
}

/** Probability of an answer that was given before, in some spelling, [0, 1]. */
const SAME_AGAIN = 0.15;

/** Tells whether all players are asked the same thing between two rounds. */
const isForAll = ({ activity }: Session): boolean => activity !== null && activity.type !== 'exitTicket';

/** Commands that a person sends now; several are sent one right after the other. */
export function wishesOf(
  random: SeededRandom,
  session: Session,
  person: Person,
  texts: Texts,
  newId: () => string,
): Command[] {
  const place = placeOf(session, person.id);
  const { activity } = session;
  if (isForAll(session) && random.is(0.8)) return [takePart(random, session)];
  if (!place) return random.is(person.mischief) ? [nonsense(random, 'A', 1, newId)] : [];
  const { run } = place;
  if (random.is(person.mischief)) return [nonsense(random, run.id, run.round, newId)];
  if (ownerOf(run) === person.id && random.is(0.25)) return [{ type: 'goOn', run: run.id }];
  if (session.runs[run.id]?.finishing[person.id] && random.is(0.15))
    return [{ type: 'stopFinishing', run: run.id, round: run.round }];
  return inRound(random, place, activity !== null, person, texts, newId);
}

/** Commands of a player in a round, with or without a seat. Between rounds few are possible. */
function inRound(
  random: SeededRandom,
  { run, seat }: Place,
  isActivity: boolean,
  person: Person,
  texts: Texts,
  newId: () => string,
): Command[] {
  const isOn = isOpen(run) || isActivity;
  // Without a seat a warm-up is on offer as long as others answer.
  if (!seat)
    return isOn && random.is(0.5) ? [{ type: 'askExtraQuestion', run: run.id, round: run.round }] : [];
  return isOn || random.is(0.1) ? atSeat(random, run, seat, person, texts, newId) : [];
}

const isOpen = ({ phase }: Run): boolean => phase.name === 'forward' || phase.name === 'backward';

function takePart(random: SeededRandom, session: Session): Command {
  const outputs = session.initial.layers.at(-1)!.units;
  return session.activity?.type === 'vote'
    ? { type: 'castVote', term: random.of(TERMS) }
    : { type: 'makeGuess', outputs: Array.from({ length: outputs }, () => random.whole(-9, 9) / 4) };
}

function atSeat(
  random: SeededRandom,
  run: Run,
  seat: Seat,
  person: Person,
  texts: Texts,
  newId: () => string,
): Command[] {
  const of = { run: run.id, round: run.round };
  const asked = askedAt(run, seat);
  if (!asked) return [];
  const { truth, question } = asked;
  const extraQuestion = run.extraQuestions[person.id]?.at(-1);
  const given = run.answers[person.id]?.parts ?? {};
  const answer = (part: Part, from: Truth): Command => {
    const before = part === 'extra' ? extraQuestion?.answer : given[part];
    const isAgain = before && random.is(SAME_AGAIN);
    const text = before?.given ?? texts.get(answerTextKey(person.id, run.id, part)) ?? '';
    const raw = isAgain ? typedAgain(random, text) : typed(random, from, part, person.skill);
    return { type: 'submitAnswer', answerId: newId(), ...of, part, raw };
  };
  const open = question.parts.filter((part) => !given[part]?.right);
  const part = open.length > 0 ? open[0]! : random.of(question.parts);
  switch (drawAct(random, run, open.length, extraQuestion)) {
    case 'next':
      return [answer(part, truth)];
    case 'all':
      return open.map((one) => answer(one, truth));
    case 'any':
      return [answer(random.of(question.parts), truth)];
    case 'hint':
      return [{ type: 'takeHint', ...of, part: random.of(question.parts) }];
    case 'bet':
      return [{ type: 'placeBet', ...of, up: random.is(0.5) }];
    case 'askExtraQuestion':
      return [{ type: 'askExtraQuestion', ...of }];
    case 'extra':
      return [answer('extra', { G: extraQuestion?.truth[extraQuestion.question.parts[0] as 'G'] ?? 0 })];
  }
}

/** Parts that a seat is asked in the present phase of the round, with the right answers. */
function askedAt(
  run: Run,
  { forward, question, truth }: Seat,
): { readonly question: Question; readonly truth: Truth } | null {
  if (run.phase.name === 'forward' && forward) return forward;
  return question && truth ? { question, truth } : null;
}

/** Draws a command at a seat; most often an answer to the next part. @param open  parts that are not right yet */
function drawAct(
  random: SeededRandom,
  run: Run,
  open: number,
  extraQuestion: { answer: { right: boolean } | null } | undefined,
) {
  const isRelay = run.rules.style === 'relay';
  return random.weighted([
    [8, 'next'],
    [open > 0 ? 3 : 0, 'all'],
    [1, 'any'],
    [1, 'hint'],
    [isRelay ? 1.5 : 0.1, 'bet'],
    [open === 0 || isRelay ? 3 : 0.2, 'askExtraQuestion'],
    [extraQuestion && !extraQuestion.answer?.right ? 6 : 0.05, 'extra'],
  ] as const);
}

/** One part of each kind. */
const PARTS = PART_KINDS.map((kind) => (valueAsked(kind) ? unitPart(kind, 'h1') : kind) as Part);

/** Draws a command that no screen offers: other runs and rounds, parts that no player is asked, very long texts. */
function nonsense(random: SeededRandom, near: string, now: number, newId: () => string): Command {
  const run = random.of([near, near, 'A', 'B', '1', '2', 'nowhere']);
  const round = now + random.whole(-1, 1);
  const part = random.of(PARTS);
  return random.of<Command>([
    {
      type: 'submitAnswer',
      answerId: newId(),
      run,
      round,
      part,
      raw: random.of(['1', '', '7'.repeat(2_000)]),
    },
    { type: 'takeHint', run, round, part },
    { type: 'placeBet', run, round, up: true },
    { type: 'askExtraQuestion', run, round },
    { type: 'stopFinishing', run, round },
    { type: 'goOn', run },
    { type: 'castVote', term: 'S' },
    { type: 'makeGuess', outputs: [Number.NaN] },
    { type: 'next', moment: 'nowhere' },
    { type: 'end', moment: 'nowhere' },
  ]);
}
