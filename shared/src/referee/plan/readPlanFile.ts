import { readPlayableFile } from '../../network/finite.ts';
import { MAX_UNITS } from '../../network/networkFile.ts';
import { presetById } from '../../network/presets.ts';
import {
  flag,
  listOf,
  number,
  object,
  oneOf,
  only,
  type Problem,
  type Shape,
  text,
  wholeNumber,
} from '../../network/shape.ts';
import { QUESTION_KINDS } from '../../question/kinds.ts';
import { fill } from '../../strings/fill.ts';
import { DEFAULT_LANGUAGE, type Language } from '../../strings/languages.ts';
import { NETWORK_FILE_WORDS } from '../../strings/networkFile.ts';
import { PLAN_FILE_WORDS } from '../../strings/planFile.ts';
import {
  MAX_SAMPLES_A_ROUND,
  ROUND_DIRECTIONS,
  SEAT_KINDS,
  STYLES,
  WEIGHT_MODES,
} from '../session/settings.ts';
import { LIMITS } from '../session/state.ts';
import {
  minutesOf,
  PLAN_FORMAT,
  PLAN_LIMITS,
  type PlanFile,
  type PlannedRules,
  STEP_TYPES,
  type StepType,
  WORDS_IDS,
} from './planFile.ts';

/** Reading of plan files: their shape, their order and length, and the network that they bring along. */

const minutes = wholeNumber(0, PLAN_LIMITS.stepMinutes);
const seconds = wholeNumber(PLAN_LIMITS.leastSeconds, PLAN_LIMITS.seconds);
const words = text(PLAN_LIMITS.wordsLength);
const anyStep = {
  name: text(PLAN_LIMITS.nameLength),
  say: words,
  short: words,
  words: oneOf(WORDS_IDS),
};

const samples: Shape = (value, path, said) =>
  value === 'byLanes' ? [] : wholeNumber(1, MAX_SAMPLES_A_ROUND)(value, path, said);

const RULES = {
  style: oneOf(STYLES),
  asksFor: oneOf(ROUND_DIRECTIONS),
  asks: oneOf(QUESTION_KINDS),
  seat: oneOf(SEAT_KINDS),
  samples,
  weights: oneOf(WEIGHT_MODES),
  scored: flag,
  trains: flag,
  forwardSeconds: seconds,
  outputSeconds: seconds,
  hiddenSeconds: seconds,
} satisfies Record<keyof PlannedRules, Shape>;

/** Inputs of a trial, as many as a network can have. */
const inputs: Shape = (value, path, said) => [
  ...listOf(number, 1)(value, path, said),
  ...(Array.isArray(value) && value.length > MAX_UNITS
    ? [{ path, expected: fill(said.atMost, { most: MAX_UNITS, found: value.length }) }]
    : []),
];

/** Fields of each type of step beside those of every step: needed ones, and those that may be left out. */
const FIELDS: Readonly<Record<StepType, readonly [Record<string, Shape>, Record<string, Shape>]>> = {
  join: [{}, {}],
  talk: [{}, {}],
  round: [{}, RULES],
  vote: [{}, { seconds }],
  trial: [{ x: inputs }, { seconds }],
  machine: [{ steps: wholeNumber(1, LIMITS.machineSteps) }, {}],
  sheet: [{}, { seconds }],
  podium: [{}, {}],
};

const typeOf = (step: unknown): StepType | undefined =>
  STEP_TYPES.find((type) => type === (step as { readonly type?: unknown } | null)?.type);

const step: Shape = (value, path, said) => {
  const type = typeOf(value);
  const [needed, optional] = type === undefined ? [{}, {}] : FIELDS[type];
  const known = { type: oneOf(STEP_TYPES), minutes, ...needed };
  const problems = object(known, { ...anyStep, ...optional })(value, path, said);
  // Of a step of unknown type, its other fields cannot be judged.
  return type === undefined
    ? problems.filter((one) => one.path === path || one.path === `${path}.type`)
    : problems;
};

const network: Shape = (value, path, said) => {
  if (value !== null && typeof value === 'object') return [];
  return typeof value === 'string' && presetById(value) ? [] : [{ path, expected: said.object }];
};

const FILE = object(
  { format: only(PLAN_FORMAT), name: text(PLAN_LIMITS.nameLength), steps: listOf(step, 1) },
  { bell: wholeNumber(1, PLAN_LIMITS.minutes), network },
);

/** Problems of a plan's order and length; its fields are right. */
function meaningProblems({ steps }: PlanFile, language: Language): readonly Problem[] {
  const said = PLAN_FILE_WORDS[language];
  const problems: Problem[] = [];
  if (steps.length > PLAN_LIMITS.steps)
    problems.push({
      path: 'steps',
      expected: fill(said.atMostSteps, { most: PLAN_LIMITS.steps, found: steps.length }),
    });
  steps.forEach(({ type }, i) => {
    if (type === 'join' && i > 0) problems.push({ path: `steps[${i}].type`, expected: said.joinFirst });
    if (type === 'podium' && i < steps.length - 1)
      problems.push({ path: `steps[${i}].type`, expected: said.podiumLast });
  });
  if (!steps.some(({ type }) => type === 'round')) problems.push({ path: 'steps', expected: said.noRound });
  const total = minutesOf(steps);
  if (total > PLAN_LIMITS.minutes)
    problems.push({
      path: 'steps',
      expected: fill(said.tooLong, { most: PLAN_LIMITS.minutes, found: total }),
    });
  return problems;
}

/** Problems of the network that a plan brings along. */
function networkProblems({ network: file }: PlanFile, language: Language): readonly Problem[] {
  if (typeof file !== 'object') return [];
  const read = readPlayableFile(file, language);
  return read.ok ? [] : read.problems.map((one) => ({ ...one, path: inNetwork(one.path) }));
}

const inNetwork = (path: string): string =>
  path === '' ? 'network' : path.startsWith('[') ? `network${path}` : `network.${path}`;

/**
 * Reads a parsed JSON value as a plan file.
 *
 * @returns the plan, or every problem with its path; nothing is repaired or guessed
 */
export function readPlanFile(
  value: unknown,
  language: Language = DEFAULT_LANGUAGE,
):
  | { readonly ok: true; readonly plan: PlanFile }
  | { readonly ok: false; readonly problems: readonly Problem[] } {
  const ofFields = FILE(value, '', NETWORK_FILE_WORDS[language]);
  if (ofFields.length > 0) return { ok: false, problems: ofFields };
  const plan = value as PlanFile;
  const problems = [...meaningProblems(plan, language), ...networkProblems(plan, language)];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, plan };
}
