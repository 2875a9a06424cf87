import type { NetworkFile } from '../../network/networkFile.ts';
import type { QuestionKind } from '../../question/question.ts';
import type { RoundRules } from '../session/settings.ts';

/**
 * Plan files: the steps of a lesson with their minutes, and the words for each. A teacher writes, keeps and shares them
 * as JSON, like network files.
 */

export const PLAN_FORMAT = 'backprop-relay/plan@1';

/** Limits of a plan: steps, minutes of one step and of all, seconds for answers, characters. */
export const PLAN_LIMITS = {
  steps: 60,
  stepMinutes: 60,
  minutes: 240,
  leastSeconds: 5,
  seconds: 3_600,
  nameLength: 60,
  wordsLength: 600,
} as const;

/** Types of steps. `join` can only be first and `podium` only last. */
export const STEP_TYPES = ['join', 'talk', 'round', 'vote', 'trial', 'machine', 'sheet', 'podium'] as const;
export type StepType = (typeof STEP_TYPES)[number];

/** Steps for which the game has words in every language, by id. */
export const WORDS_IDS = [
  'join',
  'ticketBefore',
  'forward',
  'outputs',
  'hidden',
  'hiddenPlaces',
  'vote',
  'relay',
  'relay1',
  'relay2',
  'relay3',
  'relay4',
  'deepRelay',
  'vanishing',
  'competition',
  'own',
  'check',
  'trial',
  'trialAgain',
  'machine',
  'exitTicket',
  'talk',
  'goal',
  'update',
  'pause',
  'round',
  'end',
] as const;
export type WordsId = (typeof WORDS_IDS)[number];

/** Rules in which a round of a plan can differ from the session's settings. */
export interface PlannedRules {
  readonly style?: RoundRules['style'];
  readonly asksFor?: RoundRules['asksFor'];
  readonly asks?: QuestionKind;
  readonly seat?: RoundRules['seat'];
  readonly samples?: RoundRules['samples'];
  readonly weights?: Exclude<RoundRules['weights'], 'followed'>;
  readonly scored?: boolean;
  readonly trains?: boolean;
  /** Time for a layer in the forward phase, s. */
  readonly forwardSeconds?: number;
  /** Time at an output unit, s; in a relay, for the output layer. */
  readonly outputSeconds?: number;
  /** Time at a hidden unit, s; in a relay, for a hidden layer. */
  readonly hiddenSeconds?: number;
}

/** Words for a step: its name, what to say, and what to leave out when time is short. */
export interface StepWords {
  readonly name?: string;
  readonly say?: string;
  readonly short?: string;
}

/** A step of a plan file. `words` names a step whose words the game has in every language. */
export type FileStep = {
  readonly minutes: number;
  readonly words?: WordsId;
} & StepWords &
  (
    | { readonly type: 'join' | 'talk' | 'podium' }
    | ({ readonly type: 'round' } & PlannedRules)
    | { readonly type: 'vote'; readonly seconds?: number }
    | { readonly type: 'trial'; readonly x: readonly number[]; readonly seconds?: number }
    | { readonly type: 'machine'; readonly steps: number }
    | { readonly type: 'sheet'; readonly seconds?: number }
  );

/** Plan file: the steps of a lesson in order. */
export interface PlanFile {
  readonly format: typeof PLAN_FORMAT;
  readonly name: string;
  /** Minute at which the bell rings; the minutes of the steps when absent. */
  readonly bell?: number;
  /** Id of a preset, or a network file; when absent, the host chooses. */
  readonly network?: string | NetworkFile;
  readonly steps: readonly FileStep[];
}

/** Minutes of all steps. */
export function minutesOf(steps: readonly { readonly minutes: number }[]): number {
  return steps.reduce((sum, one) => sum + one.minutes, 0);
}
