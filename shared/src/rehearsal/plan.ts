import { grade } from '../question/grade.ts';
import type { AcceptedValues, GradedPart } from '../question/gradedPart.ts';
import { gradedPart } from '../question/kinds.ts';
import type { Part } from '../question/question.ts';
import { randomAt } from '../referee/random.ts';
import { situationIn } from '../referee/situationIn.ts';
import { askedOf } from '../referee/progress.ts';
import type { Run, Seat } from '../referee/run.ts';
import type { Session } from '../referee/state.ts';
import type { Bot } from './bot.ts';

/** One thing that a bot will hand in, and how long after its round opened. */
export interface PlannedAnswer {
  readonly afterMs: number;
  readonly part: Part;
  readonly raw: string;
}

/** A person reads the network first; then the parts come one after the other. */
const FIRST_MS = [8_000, 25_000] as const;
const FURTHER_MS = [5_000, 15_000] as const;
/** Wrong tries at one part, after which even a bot of skill 0 has understood. */
const MOST_MISSES = 2;
/** As the numbers are shown to people. */
const FIGURES = 4;

const written = (value: number): string => value.toPrecision(FIGURES);

/**
 * Everything that a bot does with its seat of a round, in order of time: each part, wrongly at first if its skill has
 * it so, until it is right. The same (seed, bot, round) always gives the same.
 *
 * @param session  its seed decides everything
 * @param run   the run that the round has just opened in
 * @param seat  the bot's own; without a question there is nothing to do
 */
export function planSeat(session: Session, bot: Bot, run: Run, seat: Seat): PlannedAnswer[] {
  const asked = askedOf(run, seat);
  if (!asked) return [];
  const situation = situationIn(run, seat.lane);
  const chance = (what: string): number =>
    randomAt(session.seed, `rehearsal/${bot.index}/${run.round}/${what}`);
  const between = ([least, most]: readonly [number, number], what: string): number =>
    Math.round(least + (most - least) * chance(what));

  let accepted: AcceptedValues = {};
  let afterMs = 0;
  const plan: PlannedAnswer[] = [];
  for (const part of asked.question.parts) {
    const graded = gradedPart(situation, asked.question, part);
    const wrong = wrongAnswers(graded, accepted);
    for (let miss = 0; ; miss++) {
      const key = `${part}/${miss}`;
      afterMs += between(plan.length === 0 ? FIRST_MS : FURTHER_MS, `${key}/ms`);
      const isRight = chance(`${key}/right`) < bot.skill || miss === MOST_MISSES || wrong.length === 0;
      if (isRight) break;
      // Never the same twice: who was told so tries something else.
      const [raw] = wrong.splice(Math.floor(chance(`${key}/which`) * wrong.length), 1);
      plan.push({ afterMs, part, raw: raw! });
    }
    const raw = rightAnswer(graded);
    plan.push({ afterMs, part, raw });
    if (graded.type === 'number') accepted = { ...accepted, [part]: Number(raw) };
  }
  return plan;
}

function rightAnswer(part: GradedPart): string {
  switch (part.type) {
    case 'places':
      return part.truth.join(' ');
    case 'choice':
      return part.truth;
    case 'number':
      return written(part.truth);
  }
}

/** What a person could be tempted to hand in. */
function temptations(part: GradedPart): string[] {
  switch (part.type) {
    case 'places':
      return part.truth.map((left) => part.truth.filter((place) => place !== left).join(' '));
    case 'choice':
      return [...part.options];
    case 'number':
      // Who makes none of the known mistakes turns the sign or slips by a factor.
      return [...part.candidates().map(({ value }) => value), -part.truth, 2 * part.truth].map(written);
  }
}

/** Only what will certainly be graded wrong. */
function wrongAnswers(part: GradedPart, accepted: AcceptedValues): string[] {
  return [...new Set(temptations(part))].filter((raw) => grade(part, raw, accepted).outcome === 'wrong');
}
