import type { PlanStep, RoundRules } from '../session/settings.ts';
import {
  type FileStep,
  minutesOf,
  PLAN_FORMAT,
  type PlanFile,
  type PlannedRules,
  type StepWords,
  WORDS_IDS,
  type WordsId,
} from './planFile.ts';

/** Steps of a session, made from a plan file, and the words for them. */

/** Words by step id. */
export type PlanWords = Readonly<Record<string, StepWords>>;

/** A plan as a session has it. */
export interface SessionPlan {
  readonly steps: readonly PlanStep[];
  /** Minute at which the bell rings. */
  readonly bell: number;
  /** Words that the file brings along, by step id; `join` and `podium` have the ids `join` and `end`. */
  readonly words: PlanWords;
}

/** Times for answers where a plan names none, s. */
const SECONDS = { vote: 60, trial: 60, sheet: 90 } as const;

/** Separates the words' id from a number that makes the id of a step unique. */
const NUMBER = /-\d+$/u;

/** Id of the words for a step, by the id of the step. */
export function wordsIdOf(id: string): string {
  return id.replace(NUMBER, '');
}

/** Id of the words that the game has for a step of a file: the one it names, else that of its type. */
export function wordsIdIn(step: FileStep): WordsId {
  if (step.words !== undefined) return step.words;
  switch (step.type) {
    case 'round':
      return step.style === 'relay' ? 'relay' : step.asksFor === 'forward' ? 'forward' : 'round';
    case 'sheet':
      return 'exitTicket';
    case 'podium':
      return 'end';
    default:
      return step.type;
  }
}

const ms = (seconds: number | undefined): number | undefined =>
  seconds === undefined ? undefined : seconds * 1_000;

/** Record without the fields that are undefined. */
function withoutUndefined<Value extends object>(
  value: Value,
): { [Key in keyof Value]: Exclude<Value[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as never;
}

/** Rules that a file and a session name alike. */
const SAME_NAMES = ['style', 'asksFor', 'asks', 'seat', 'samples', 'weights', 'scored', 'trains'] as const;
type SameName = (typeof SAME_NAMES)[number];

/** Rules of a record that a file and a session name alike, without those that are undefined. */
function sameRules<Rules extends { readonly [Name in SameName]?: unknown }>(
  rules: Rules,
): Pick<Rules, SameName> {
  return withoutUndefined(
    Object.fromEntries(SAME_NAMES.map((name) => [name, rules[name]])) as Pick<Rules, SameName>,
  );
}

/** Rules of a planned round. */
function rulesOf({
  forwardSeconds,
  outputSeconds,
  hiddenSeconds,
  ...rules
}: PlannedRules): Partial<RoundRules> {
  const times = { forwardMs: ms(forwardSeconds), outputMs: ms(outputSeconds), hiddenMs: ms(hiddenSeconds) };
  return { ...sameRules(rules), ...withoutUndefined(times) };
}

/** Step of a session; undefined for joining and the podium, which every session has. */
function stepOf(step: FileStep, id: string, from: number): PlanStep | undefined {
  const timed = { id, minutes: [from, from + step.minutes] as const };
  switch (step.type) {
    case 'join':
    case 'podium':
      return undefined;
    case 'talk':
      return { ...timed, type: 'talk' };
    case 'round':
      return { ...timed, type: 'round', rules: rulesOf(step) };
    case 'vote':
      return { ...timed, type: 'vote', ms: ms(step.seconds ?? SECONDS.vote)! };
    case 'trial':
      return { ...timed, type: 'trial', x: step.x, ms: ms(step.seconds ?? SECONDS.trial)! };
    case 'machine':
      return { ...timed, type: 'machine', steps: step.steps };
    case 'sheet':
      return { ...timed, type: 'exitTicket', ms: ms(step.seconds ?? SECONDS.sheet)! };
  }
}

/**
 * Plan of a session, made from a plan file: each step gets an id that is its own, and the minutes from the beginning of
 * the lesson.
 */
export function sessionPlanOf({ steps, bell }: PlanFile): SessionPlan {
  const used = new Map<string, number>();
  const idOf = (step: FileStep): string => {
    const words = wordsIdIn(step);
    const count = (used.get(words) ?? 0) + 1;
    used.set(words, count);
    return count === 1 ? words : `${words}-${count}`;
  };
  let from = 0;
  const planned: PlanStep[] = [];
  const words: Record<string, StepWords> = {};
  for (const step of steps) {
    const id = idOf(step);
    const one = stepOf(step, id, from);
    if (one) planned.push(one);
    const { name, say, short } = step;
    const own = withoutUndefined({ name, say, short });
    if (Object.keys(own).length > 0) words[id] = own;
    from += step.minutes;
  }
  return { steps: planned, bell: bell ?? minutesOf(steps), words };
}

const secondsOf = (time: number | undefined): number | undefined =>
  time === undefined ? undefined : Math.round(time / 1_000);

/** Rules of a planned round, as a file has them. */
function plannedRules({ forwardMs, outputMs, hiddenMs, ...rules }: Partial<RoundRules>): PlannedRules {
  const times = {
    forwardSeconds: secondsOf(forwardMs),
    outputSeconds: secondsOf(outputMs),
    hiddenSeconds: secondsOf(hiddenMs),
  };
  return { ...(sameRules(rules) as PlannedRules), ...withoutUndefined(times) };
}

/** Step of a file that a session's step was made from. */
function fileStepOf(step: PlanStep, words: StepWords): FileStep {
  const { id, minutes } = step;
  const known = WORDS_IDS.find((one) => one === wordsIdOf(id));
  const timed = { ...words, ...(known ? { words: known } : {}), minutes: minutes[1] - minutes[0] };
  switch (step.type) {
    case 'talk':
      return { ...timed, type: 'talk' };
    case 'round':
      return { ...timed, type: 'round', ...plannedRules(step.rules) };
    case 'vote':
      return { ...timed, type: 'vote', seconds: secondsOf(step.ms)! };
    case 'trial':
      return { ...timed, type: 'trial', x: step.x, seconds: secondsOf(step.ms)! };
    case 'machine':
      return { ...timed, type: 'machine', steps: step.steps };
    case 'exitTicket':
      return { ...timed, type: 'sheet', seconds: secondsOf(step.ms)! };
  }
}

/**
 * Plan file of a session: `sessionPlanOf` makes the same plan of it.
 *
 * @param name  name for the file
 */
export function planFileOf({ steps, bell, words }: SessionPlan, name: string): PlanFile {
  const end = steps.at(-1)?.minutes[1] ?? 0;
  return {
    format: PLAN_FORMAT,
    name,
    bell,
    steps: [
      { ...words['join'], type: 'join', minutes: steps[0]?.minutes[0] ?? 0 },
      ...steps.map((step) => fileStepOf(step, words[step.id] ?? {})),
      { ...words['end'], type: 'podium', minutes: Math.max(0, bell - end) },
    ],
  };
}
