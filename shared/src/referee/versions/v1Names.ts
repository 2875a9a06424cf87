import type { EarlierEvent } from './step.ts';

/** Conversion of fields and types that have another name in version 2; their values are the same. */

type Json = Readonly<Record<string, unknown>>;

/** Renames a field of an object; unchanged where there is no such field. */
function renamed(from: string, to: string, object: Json): Json {
  if (!Object.hasOwn(object, from)) return object;
  const { [from]: value, ...rest } = object;
  return { ...rest, [to]: value };
}

/** Converts rules of a round, whole or in part. */
const rules = (of: unknown): Json => renamed('diamonds', 'parameterKinds', of as Json);

/** Converts a step of a lesson plan. */
function planStep(step: Json): Json {
  const id = step['id'] === 'sheet' ? 'exitTicket' : step['id'];
  if (step['type'] === 'sheet') return { ...step, id, type: 'exitTicket' };
  return step['type'] === 'round' ? { ...step, id, rules: rules(step['rules']) } : { ...step, id };
}

/** Converts settings of a session, whole or in part. */
function settings(of: unknown): Json {
  const now = rules(of);
  const plan = now['plan'] as readonly Json[] | null | undefined;
  return plan ? { ...now, plan: plan.map(planStep) } : now;
}

/** Converts the new weights of a class round. */
const weightMove = (move: unknown): Json | null =>
  move ? renamed('ghost', 'reference', move as Json) : null;

const catchUpRound = (round: Json): Json => ({
  ...round,
  rules: rules(round['rules']),
  leap: weightMove(round['leap']),
  end: weightMove(round['end']),
});

const partName = (part: unknown): unknown => (part === 'bonus' ? 'extra' : part);

const withReference = (event: EarlierEvent): EarlierEvent =>
  renamed('ghost', 'reference', event) as EarlierEvent;
const withPart = (event: EarlierEvent): EarlierEvent => ({ ...event, part: partName(event['part']) });

export const V1_NAMES: Readonly<Record<string, (event: EarlierEvent) => EarlierEvent>> = {
  sessionCreated: ({ course, ...event }) => ({
    ...event,
    settings: settings(event['settings']),
    ...(course ? { catchUpRounds: (course as readonly Json[]).map(catchUpRound) } : {}),
  }),
  sessionBeganAgain: (event) => ({ ...event, settings: settings(event['settings']) }),
  rulesChanged: (event) => ({ ...event, changes: settings(event['changes']) }),
  shownChanged: (event) => renamed('shown', 'display', event) as EarlierEvent,
  roundOpened: (event) => ({ ...event, rules: rules(event['rules']) }),
  answerGraded: withPart,
  hintTaken: withPart,
  bonusAsked: (event) => renamed('bonus', 'extraQuestion', event) as EarlierEvent,
  weightsUpdated: withReference,
  machineTrained: withReference,
  activityOpened: (event) => {
    const activity = event['activity'] as Json;
    return activity['type'] === 'sheet' ? { ...event, activity: { ...activity, type: 'exitTicket' } } : event;
  },
};

/** Types of events that have another name in version 2. */
export const V1_TYPES: Readonly<Record<string, string>> = {
  bonusAsked: 'extraQuestionAsked',
  shownChanged: 'displayChanged',
};
