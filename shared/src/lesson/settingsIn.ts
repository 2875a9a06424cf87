import type { Event } from '../referee/event.ts';
import type { Settings } from '../referee/session/settings.ts';

/** Types of the events that tell a session's settings. */
export const SETTINGS_EVENTS = [
  'sessionCreated',
  'rulesChanged',
  'planChanged',
  'sessionBeganAgain',
] as const;

/**
 * Settings of a session as they were last; undefined for an empty log.
 *
 * @param log  a session's events in order, those of `SETTINGS_EVENTS` at least
 */
export function settingsIn(log: readonly Event[]): Settings | undefined {
  return log.reduce<Settings | undefined>((now, event) => {
    if (event.type === 'sessionCreated' || event.type === 'sessionBeganAgain') return event.settings;
    if (event.type === 'planChanged' && now) return { ...now, plan: event.plan, bell: event.bell };
    return event.type === 'rulesChanged' && now ? { ...now, ...event.changes } : now;
  }, undefined);
}
