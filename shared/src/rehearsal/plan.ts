import { truthOf } from '../question/accepted.ts';
import { type Facts, factsOf } from '../question/facts.ts';
import { type AcceptedValues, grade } from '../question/grade.ts';
import { candidates } from '../question/mistakes.ts';
import { placesOf, setOfThree } from '../question/place.ts';
import type { Part } from '../question/question.ts';
import { randomAt } from '../referee/random.ts';
import type { Run, Seat } from '../referee/state.ts';
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
 * @param run   the run that the round has just opened in
 * @param seat  the bot's own; without a question there is nothing to do
 */
export function planSeat(seed: number, bot: Bot, run: Run, seat: Seat): PlannedAnswer[] {
  if (!seat.question) return [];
  const { pass, truth } = run.lanes[seat.lane]!;
  const facts = factsOf(run.network, pass, truth, seat.question.edge);
  const chance = (what: string): number => randomAt(seed, `rehearsal/${bot.index}/${run.round}/${what}`);
  const between = ([least, most]: readonly [number, number], what: string): number =>
    Math.round(least + (most - least) * chance(what));

  let accepted: AcceptedValues = {};
  let afterMs = 0;
  const plan: PlannedAnswer[] = [];
  for (const part of seat.question.parts) {
    const wrong = wrongAnswers(facts, part, accepted);
    for (let miss = 0; ; miss++) {
      const key = `${part}/${miss}`;
      afterMs += between(plan.length === 0 ? FIRST_MS : FURTHER_MS, `${key}/ms`);
      const isRight = chance(`${key}/right`) < bot.skill || miss === MOST_MISSES || wrong.length === 0;
      if (isRight) break;
      // Never the same twice: who was told so tries something else.
      const [raw] = wrong.splice(Math.floor(chance(`${key}/which`) * wrong.length), 1);
      plan.push({ afterMs, part, raw: raw! });
    }
    const raw = rightAnswer(facts, part);
    plan.push({ afterMs, part, raw });
    if (part !== 'places') accepted = { ...accepted, [part]: Number(raw) };
  }
  return plan;
}

function rightAnswer(facts: Facts, part: Part): string {
  return part === 'places'
    ? placesOf(setOfThree(facts.network, facts.edge)).join(' ')
    : written(truthOf(facts, part));
}

/** What the known mistakes come to here; only what will certainly be graded wrong. */
function wrongAnswers(facts: Facts, part: Part, accepted: AcceptedValues): string[] {
  const places = placesOf(setOfThree(facts.network, facts.edge));
  const tempting =
    part === 'places'
      ? places.map((left) => places.filter((place) => place !== left).join(' '))
      : candidates(facts, part).map(({ value }) => written(value));
  return [...new Set(tempting)].filter((raw) => grade(facts, part, raw, accepted).outcome === 'wrong');
}
