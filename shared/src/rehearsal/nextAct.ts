import type { GradedPart } from '../question/gradedPart.ts';
import { gradedPart } from '../question/kinds.ts';
import type { Part } from '../question/question.ts';
import { ownNextStepOf } from '../referee/session/nextStep.ts';
import { mayAskExtraQuestion, takesExtraAnswers } from '../referee/round/extraQuestion.ts';
import { isTimeUp, isWaitingForTurn } from '../referee/clock/clock.ts';
import { acceptedValues } from '../referee/commands/submitAnswer.ts';
import { isWaitingForParcel } from '../referee/commands/whileWaiting.ts';
import { isFinishing } from '../referee/round/finishing.ts';
import { askedOf, lastExtraQuestion, isAnswering, isSettled, seatOf } from '../referee/round/progress.ts';
import { randomAt } from '../referee/random.ts';
import type { PartAnswer, Seat } from '../referee/round/run.ts';
import { situationIn, situationOn } from '../referee/round/situation.ts';
import type { Session } from '../referee/session/state.ts';
import { runOf } from '../referee/view.ts';
import { mayWarmUp } from '../referee/ownRuns/warmUp.ts';
import { type Actor, act, FIRST_MS, FURTHER_MS, type NextAct, PRESS_MS } from './actor.ts';
import type { Bot } from './bot.ts';
import { inActivity } from './inActivity.ts';
import { rightAnswer, wrongAnswers } from './tries.ts';

/** Number of wrong tries at one part after which even a bot of skill 0 is right. */
const MOST_MISSES = 2;
/** Probability of a bet, and of asking for one more question. */
const BETS = 0.5;
const WANTS_MORE = 0.85;

/**
 * Next action of a bot in the present session; null where there is none, or none that the bot takes. Always the same
 * for the same session, bot and time: a caller who asks again after every event and restarts the delay only when the
 * key has changed plays at human speed, also after an interruption.
 *
 * @param at  now, ms since the epoch
 */
export function nextAct(session: Session, bot: Bot, at: number): NextAct | null {
  const isHere = session.players[bot.player]?.removal === null;
  const present = runOf(session, bot.player);
  if (!isHere || !present || session.status !== 'running' || session.pausedAt !== null) return null;
  const isLate = isFinishing(present, bot.player, at);
  const run = isLate ? present.finishing[bot.player]!.run : present;
  const chance = (what: string): number =>
    randomAt(session.seed, `rehearsal/${bot.index}/${run.round}/${what}`);
  const actor: Actor = { session, bot, at, run, isLate, chance };
  return inActivity(actor) ?? inRound(actor) ?? besides(actor) ?? onward(actor);
}

/** Next part of the bot's question; before its turn only the parts known already, and a bet. */
function inRound(actor: Actor): NextAct | null {
  const { session, bot, at, run, isLate } = actor;
  const seat = seatOf(run, bot.player);
  const asked = seat && askedOf(run, seat);
  if (!asked || !isAnswering(run)) return null;
  if (!isLate && isTimeUp(session, run, seat, at)) return null;
  const given = run.answers[bot.player]?.parts;
  const open = asked.question.parts.filter((part) => !isSettled(given?.[part]));
  const part = isWaitingForTurn(run, seat) ? open.find((one) => one === 'own') : open[0];
  if (!part) return bet(actor, seat);
  const situation = situationIn(run, seat.lane);
  return answer(actor, part, part, given?.[part], () => gradedPart(situation, asked.question, part));
}

function bet(actor: Actor, seat: Seat): NextAct | null {
  const { bot, run, chance } = actor;
  const isOpen = seat.question?.edge && isWaitingForParcel(run, seat) && !run.bets[bot.player];
  if (!isOpen || chance('bet') >= BETS) return null;
  const { id, round } = run;
  return act(actor, 'bet', PRESS_MS, () => ({
    type: 'placeBet',
    run: id,
    round,
    up: chance('bet/up') < 0.5,
  }));
}

/** A try at a part: wrong at first, depending on skill, and never the same answer twice. */
function answer(
  actor: Actor,
  part: Part,
  what: string,
  before: PartAnswer | null | undefined,
  look: () => GradedPart,
): NextAct {
  const { bot, run, chance } = actor;
  const { id, round, phase } = run;
  const tries = before?.tries ?? 0;
  const key = `${what}/${tries}`;
  const isFirst = Object.keys(run.answers[bot.player]?.verdicts ?? {}).length === 0;
  const raw = (): string => {
    const graded = look();
    const wrong = wrongAnswers(graded, acceptedValues(run.answers[bot.player]));
    const isRight = chance(`${key}/right`) < bot.skill || tries >= MOST_MISSES;
    for (let miss = 0; miss < tries; miss++) drawn(wrong, chance(`${what}/${miss}/which`));
    return isRight || wrong.length === 0 ? rightAnswer(graded) : drawn(wrong, chance(`${key}/which`));
  };
  return act(actor, key, isFirst ? FIRST_MS : FURTHER_MS, () => ({
    type: 'submitAnswer',
    // A round of this number may be played again.
    answerId: `${bot.player}/${id}/${round}/${phase.since}/${key}`,
    run: id,
    round,
    part,
    raw: raw(),
  }));
}

/** Removes and returns one item of a list. */
const drawn = (list: string[], chance: number): string =>
  list.splice(Math.floor(chance * list.length), 1)[0]!;

/** Action with nothing else to do: extra questions, until the bot has had enough. */
function besides(actor: Actor): NextAct | null {
  const { session, bot, at, run, isLate, chance } = actor;
  if (mayWarmUp(session, bot.player, at)) return warmUp(actor);
  if (isLate || run.kind === 'warmUp' || !takesExtraAnswers(session, run)) return null;
  const { id, round } = run;
  // Extra questions of different activities are counted anew after an update.
  const series = `extra/${run.phase.name}/${session.activity?.since ?? ''}`;
  const extraQuestion = lastExtraQuestion(run, bot.player);
  if (extraQuestion && !isSettled(extraQuestion.answer ?? undefined)) {
    const [asked] = extraQuestion.question.parts;
    const look = (): GradedPart =>
      gradedPart(situationOn(run, extraQuestion.lane), extraQuestion.question, asked!);
    return answer(actor, 'extra', `${series}/${extraQuestion.number}`, extraQuestion.answer, look);
  }
  const what = `${series}/${extraQuestion?.number ?? 0}/more`;
  if (!mayAskExtraQuestion(session, run, bot.player, at) || chance(what) >= WANTS_MORE) return null;
  return act(actor, what, PRESS_MS, () => ({ type: 'askExtraQuestion', run: id, round }));
}

/** Action without a seat: the next warm-up question. */
function warmUp(actor: Actor): NextAct | null {
  const { run, chance } = actor;
  const { id, round } = run;
  const what = run.kind === 'warmUp' ? 'warmUp/more' : 'warmUp';
  if (chance(what) >= WANTS_MORE) return null;
  return act(actor, what, PRESS_MS, () => ({ type: 'askExtraQuestion', run: id, round }));
}

/** Action in a self-paced run: the next step, once nothing is left to do. */
function onward(actor: Actor): NextAct | null {
  const { session, run } = actor;
  if (ownNextStepOf(session, run) === null) return null;
  const { id } = run;
  return act(actor, `on/${run.phase.name}`, FURTHER_MS, () => ({ type: 'goOn', run: id }));
}
