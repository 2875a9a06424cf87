import { type FileStep, PLAN_FORMAT, type PlanFile } from '../referee/plan/planFile.ts';
import { sessionPlanOf } from '../referee/plan/planSteps.ts';

/** Plans that come with the game. Their words are in the string files, by the id that `words` names. */

/** Rules of a lesson's relays: a little shorter than the rounds before them. */
const RELAY = { type: 'round', style: 'relay', outputSeconds: 40, hiddenSeconds: 50 } as const;
/** Forward warm-up: nothing is scored, and no weight moves. */
const FORWARD = {
  type: 'round',
  words: 'forward',
  asksFor: 'forward',
  forwardSeconds: 45,
  scored: false,
  trains: false,
} as const;
const OUTPUTS = { type: 'round', words: 'outputs', seat: 'output', outputSeconds: 90 } as const;
const HIDDEN = { type: 'round', words: 'hidden', seat: 'hidden', hiddenSeconds: 120 } as const;
/** Round in which hidden units tap their places and compute nothing. */
const PLACES = { ...HIDDEN, words: 'hiddenPlaces', asks: 'blank', trains: false } as const;
const TRIAL = { type: 'trial', x: [0, 1] } as const;
const MACHINE = { type: 'machine', steps: 1_000 } as const;
const SHEET = { type: 'sheet', seconds: 90 } as const;
const SHEET_BEFORE = { type: 'sheet', words: 'ticketBefore', seconds: 60 } as const;

/** Ids of the plans that come with the game, in the order in which a host is offered them. */
export const PLAN_IDS = [
  'lesson50',
  'beforeAndAfter',
  'lesson45',
  'short20',
  'double90',
  'secondLesson',
  'competition',
  'exam',
] as const;
export type PlanId = (typeof PLAN_IDS)[number];

/** The middle of the 50-minute lesson, from the first round to the exit ticket. */
const LESSON: readonly FileStep[] = [
  { ...FORWARD, minutes: 4 },
  { ...OUTPUTS, minutes: 6 },
  { ...HIDDEN, minutes: 7 },
  { type: 'vote', minutes: 3, seconds: 60 },
  { ...RELAY, words: 'relay1', minutes: 3 },
  { ...RELAY, words: 'relay2', minutes: 3 },
  { ...RELAY, words: 'relay3', minutes: 3 },
  { ...RELAY, words: 'relay4', minutes: 3 },
  { ...TRIAL, minutes: 1, seconds: 60 },
  { ...MACHINE, minutes: 1 },
  { ...TRIAL, words: 'trialAgain', minutes: 1, seconds: 45 },
  { ...SHEET, minutes: 5 },
];

/** The same without the steps of these words. */
const without = (...ids: readonly string[]): readonly FileStep[] =>
  LESSON.filter(({ type, words = type }) => !ids.includes(words));

const STEPS: Readonly<Record<PlanId, readonly FileStep[]>> = {
  lesson50: [{ type: 'join', minutes: 4 }, ...LESSON, { type: 'podium', minutes: 6 }],
  beforeAndAfter: [
    { type: 'join', minutes: 4 },
    { ...SHEET_BEFORE, minutes: 2 },
    ...without('relay4'),
    { type: 'podium', minutes: 7 },
  ],
  lesson45: [
    { type: 'join', minutes: 4 },
    ...without('relay4', 'trialAgain'),
    { type: 'podium', minutes: 5 },
  ],
  short20: [
    { type: 'join', minutes: 3 },
    { ...OUTPUTS, minutes: 5 },
    { ...PLACES, minutes: 4 },
    { ...RELAY, words: 'relay', minutes: 3 },
    { ...MACHINE, minutes: 1 },
    { ...SHEET, seconds: 60, minutes: 2 },
    { type: 'podium', minutes: 2 },
  ],
  double90: [
    { type: 'join', minutes: 5 },
    { ...SHEET_BEFORE, minutes: 3 },
    { type: 'talk', words: 'goal', minutes: 4 },
    { ...FORWARD, minutes: 6 },
    { ...OUTPUTS, minutes: 9 },
    { type: 'talk', words: 'update', minutes: 5 },
    { ...PLACES, minutes: 6 },
    { ...HIDDEN, hiddenSeconds: 240, minutes: 8 },
    { type: 'talk', words: 'pause', minutes: 5 },
    { type: 'vote', seconds: 90, minutes: 5 },
    { ...RELAY, words: 'relay1', minutes: 4 },
    { ...RELAY, words: 'relay2', minutes: 4 },
    { ...RELAY, words: 'relay3', minutes: 4 },
    { ...RELAY, words: 'relay4', minutes: 4 },
    { ...TRIAL, minutes: 2 },
    { ...MACHINE, minutes: 2 },
    { ...TRIAL, words: 'trialAgain', minutes: 2 },
    { ...SHEET, minutes: 6 },
    { type: 'podium', minutes: 6 },
  ],
  secondLesson: [
    { type: 'join', minutes: 4 },
    { ...SHEET_BEFORE, minutes: 3 },
    { ...PLACES, words: 'check', minutes: 5 },
    { ...RELAY, words: 'deepRelay', outputSeconds: 60, hiddenSeconds: 90, minutes: 8 },
    { type: 'talk', words: 'vanishing', minutes: 5 },
    { ...RELAY, words: 'relay', outputSeconds: 60, hiddenSeconds: 90, minutes: 8 },
    { type: 'vote', seconds: 60, minutes: 4 },
    { ...MACHINE, minutes: 2 },
    { ...SHEET, minutes: 5 },
    { type: 'podium', minutes: 6 },
  ],
  competition: [
    { type: 'join', minutes: 4 },
    { type: 'talk', words: 'competition', minutes: 2 },
    { ...RELAY, words: 'relay1', weights: 'earned', minutes: 4 },
    { ...RELAY, words: 'relay2', weights: 'earned', minutes: 4 },
    { ...RELAY, words: 'relay3', weights: 'earned', minutes: 4 },
    { ...RELAY, words: 'relay4', weights: 'earned', minutes: 4 },
    { ...MACHINE, minutes: 2 },
    { type: 'podium', minutes: 6 },
  ],
  exam: [
    { type: 'join', minutes: 4 },
    { ...SHEET_BEFORE, seconds: 90, minutes: 3 },
    { type: 'round', words: 'own', asks: 'contribution', seat: 'output', outputSeconds: 180, minutes: 5 },
    { type: 'round', words: 'own', asks: 'contribution', seat: 'hidden', hiddenSeconds: 300, minutes: 8 },
    { type: 'vote', seconds: 90, minutes: 4 },
    { type: 'round', words: 'own', asks: 'contribution', seat: 'hidden', hiddenSeconds: 300, minutes: 8 },
    { ...SHEET, minutes: 5 },
    { type: 'podium', minutes: 5 },
  ],
};

/** Networks that a plan is made for; the host's own choice where none is named. */
const NETWORKS: Partial<Record<PlanId, string>> = { secondLesson: 'vanishing' };

/**
 * Plan that comes with the game, as a plan file.
 *
 * @param name  its name in the language of the host
 */
export function readyPlan(id: PlanId, name: string): PlanFile {
  const network = NETWORKS[id];
  return { format: PLAN_FORMAT, name, ...(network === undefined ? {} : { network }), steps: STEPS[id] };
}

/** Steps of the 50-minute lesson between joining and podium, and the minute of the bell. */
export const { steps: LESSON_PLAN, bell: LESSON_BELL } = sessionPlanOf(readyPlan('lesson50', 'lesson50'));
