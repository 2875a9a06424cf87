import { PARAMETER_KINDS } from '@relay/shared/question/pick';
import { questionModule, QUESTION_KINDS } from '@relay/shared/question/kinds';
import { HELP_LEVELS } from '@relay/shared/question/question';
import { TIME_FACTORS } from '@relay/shared/referee/session/settings';
import {
  PARAMETER_ORDERS,
  MAX_SAMPLES_A_ROUND,
  SEAT_KINDS,
  type Settings,
  STYLES,
  ROUND_DIRECTIONS,
  TEAM_SAMPLES,
  WEIGHT_MODES,
  type WeightMode,
} from '@relay/shared/referee/session/settings';
import { asksParcel } from '../../../picture/questionAsked';

/** Rules that a host can choose, in the order in which they are offered. */

/** Settings that a host chooses when creating a session or between rounds. */
export type RuleName = Exclude<keyof Settings, 'pacing' | 'plan' | 'bell' | 'firstSeat'>;
export type Chosen = Partial<Omit<Pick<Settings, RuleName>, 'weights'>> & {
  readonly weights?: WeightMode;
};

export const RULE_GROUPS = {
  asked: ['asks', 'asksFor', 'seat', 'parameterKinds', 'order'],
  course: ['style', 'samples', 'rounds', 'teams', 'teamSamples'],
  time: ['forwardMs', 'outputMs', 'hiddenMs', 'revealMs', 'updateMs', 'timeFactor', 'dueAt'],
  points: ['weights', 'trains', 'scored', 'speedBonus'],
  help: ['help', 'helpAdapts'],
} as const satisfies Readonly<Record<string, readonly RuleName[]>>;
export type RuleGroup = keyof typeof RULE_GROUPS;
export const RULE_GROUP_NAMES = Object.keys(RULE_GROUPS) as readonly RuleGroup[];

/** Occasions on which rules are offered: before the session exists, in the lobby, between rounds, after the end. */
export type RuleOccasion = 'setup' | 'lobby' | 'between' | 'again';

/** Numbers of teams offered. */
const TEAMS_OFFERED = [1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 16, 20, 30, 40] as const;

const SECONDS = [10, 15, 20, 30, 40, 45, 50, 60, 75, 90, 120, 150, 180, 240, 300, 600] as const;
const MS = SECONDS.map((seconds) => seconds * 1_000);
const ROUNDS = [1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 30] as const;
const YES_NO = [true, false] as const;

const OFFERED: { readonly [Name in RuleName]: readonly Settings[Name][] } = {
  asks: QUESTION_KINDS,
  asksFor: ROUND_DIRECTIONS,
  seat: SEAT_KINDS,
  parameterKinds: PARAMETER_KINDS,
  order: PARAMETER_ORDERS,
  style: STYLES,
  samples: ['byLanes', ...Array.from({ length: MAX_SAMPLES_A_ROUND }, (_, i) => i + 1)],
  rounds: [null, ...ROUNDS],
  teams: ['bySize', ...TEAMS_OFFERED],
  teamSamples: TEAM_SAMPLES,
  forwardMs: MS,
  outputMs: MS,
  hiddenMs: MS,
  revealMs: MS,
  updateMs: [5_000, 8_000, ...MS],
  timeFactor: TIME_FACTORS,
  dueAt: [null],
  weights: WEIGHT_MODES,
  scored: YES_NO,
  trains: YES_NO,
  speedBonus: YES_NO,
  help: HELP_LEVELS,
  helpAdapts: YES_NO,
};

/** Tells whether a stored value is one that the form offers for a rule of that name; of a due date, whether it is one. */
export function isChoosable(name: string, value: unknown): boolean {
  if (!Object.hasOwn(OFFERED, name)) return false;
  const offered: readonly unknown[] = OFFERED[name as RuleName];
  if (name === 'dueAt' && Number.isSafeInteger(value)) return (value as number) > 0;
  return offered.includes(value);
}

/** Options of a rule; the present value is always among them. */
export function offeredFor<Name extends RuleName>(
  name: Name,
  settings: Settings,
  where: RuleOccasion,
): readonly Settings[Name][] {
  const offered: readonly Settings[Name][] = OFFERED[name];
  const all = offered.filter((value) => isPossible(name, value, settings, where));
  const now = settings[name];
  if (all.includes(now)) return all;
  return [...all, now].toSorted((a, b) => (typeof a === 'number' && typeof b === 'number' ? a - b : 0));
}

function isPossible(
  name: RuleName,
  value: unknown,
  { pacing, plan }: Pick<Settings, 'pacing' | 'plan'>,
  where: RuleOccasion,
): boolean {
  // Wrong answers may move the weights only in a class that discusses the outcome.
  if (name === 'weights' && value === 'answered') return pacing === 'host';
  // A clock needs a last round; so do a self-paced run and a continued session.
  if (name === 'rounds' && value === null) return pacing === 'host' && plan === null && where !== 'again';
  return true;
}

/** Rules that the plan of a lesson sets itself, step by step. */
const BY_PLAN: ReadonlySet<RuleName> = new Set([
  'style',
  'asksFor',
  'seat',
  'forwardMs',
  'outputMs',
  'hiddenMs',
  'rounds',
]);
/** Rules without a meaning in self-paced runs. */
const NOT_SELF_PACED: ReadonlySet<RuleName> = new Set([
  'style',
  'teams',
  'teamSamples',
  'speedBonus',
  'weights',
]);
/** Rules that remain open in a catch-up, whose rounds are those that a class has played. */
const OPEN_IN_CATCH_UP: ReadonlySet<RuleName> = new Set(['dueAt', 'helpAdapts']);
const CLOCKS: ReadonlySet<RuleName> = new Set(['forwardMs', 'outputMs', 'hiddenMs']);

const asksBackward = ({ asksFor }: Settings): boolean => asksFor !== 'forward';
const followsClock = ({ pacing }: Settings): boolean => pacing === 'auto';
const asksForErrorSignals = (settings: Settings): boolean =>
  asksBackward(settings) && asksParcel(settings.asks);
const hasHelp = (settings: Settings): boolean =>
  asksBackward(settings) && questionModule(settings.asks).isHelped === true;

/** Conditions under which a rule has a meaning beside the others; absent: always. */
const HAS_MEANING: { readonly [Name in RuleName]?: (settings: Settings, where: RuleOccasion) => boolean } = {
  // On creation the form itself asks for the teams.
  teams: (_, where) => where === 'lobby',
  teamSamples: ({ teams }, where) => teams !== 1 && (where === 'setup' || where === 'lobby'),
  timeFactor: (_, where) => where === 'setup',
  dueAt: ({ pacing }) => pacing === 'self',
  revealMs: followsClock,
  updateMs: followsClock,
  forwardMs: ({ asksFor }) => asksFor !== 'backward',
  asks: asksBackward,
  outputMs: asksBackward,
  hiddenMs: asksBackward,
  parameterKinds: asksForErrorSignals,
  order: asksForErrorSignals,
  help: hasHelp,
  helpAdapts: hasHelp,
  speedBonus: ({ scored }) => scored,
  weights: ({ trains }) => trains,
};

/** Decides whether a rule has a meaning beside the others and can be changed on this occasion. */
export function isOffered(name: RuleName, settings: Settings, where: RuleOccasion): boolean {
  const { pacing, plan, timeFactor, weights } = settings;
  // After the end a lesson continues without its plan.
  if (plan && where !== 'again' && BY_PLAN.has(name)) return false;
  if (weights === 'followed' && !OPEN_IN_CATCH_UP.has(name)) return false;
  if (pacing === 'self' && NOT_SELF_PACED.has(name)) return false;
  if (CLOCKS.has(name) && timeFactor === 'untimed') return false;
  return HAS_MEANING[name]?.(settings, where) ?? true;
}

/** Names of the rules that differ from the usual settings, for a form that lists the differences. */
export function differences(chosen: Chosen, usual: Settings): readonly RuleName[] {
  return (Object.keys(chosen) as RuleName[]).filter((name) => chosen[name] !== usual[name]);
}
