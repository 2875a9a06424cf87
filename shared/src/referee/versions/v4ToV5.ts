import { type EarlierEvent, unchanged, type VersionStep } from './step.ts';

/** Minutes for the podium after the last step of a plan, where settings did not say when the bell rings. */
const PODIUM_MINUTES = 6;

interface Plan {
  readonly plan: readonly { readonly minutes: readonly [number, number] }[] | null;
}

/** Adds the minute of the bell to the settings of an event. */
function withBell(event: EarlierEvent): EarlierEvent {
  const settings = event['settings'] as Plan;
  const end = settings.plan?.at(-1)?.minutes[1];
  return { ...event, settings: { ...settings, bell: end === undefined ? null : end + PODIUM_MINUTES } };
}

/** Step from version 4: the settings say when the bell rings. */
export const V4_TO_V5: VersionStep = {
  changed: { sessionCreated: withBell, sessionBeganAgain: withBell, activityOpened: unchanged },
  renamed: {},
};
