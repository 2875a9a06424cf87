import type { Event } from '../referee/event.ts';

/** Facts of a session for a list of sessions. */
export interface SessionSummary {
  readonly createdAt: number;
  /** Players who joined and were not sent away. */
  readonly players: number;
  readonly status: 'lobby' | 'running' | 'ended';
}

/** Types of the events that `sessionSummary` reads. */
export const SUMMARY_EVENTS: readonly Event['type'][] = [
  'sessionCreated',
  'sessionStarted',
  'playerJoined',
  'playerRemoved',
  'sessionEnded',
  'sessionBeganAgain',
];

/** Status after an event; undefined where it changes none. */
function statusAfter(event: Event): SessionSummary['status'] | undefined {
  if (event.type === 'sessionStarted') return 'running';
  if (event.type === 'sessionEnded') return 'ended';
  if (event.type === 'sessionBeganAgain') return event.keepsTeams ? 'running' : 'lobby';
  return undefined;
}

/**
 * Summary of a session.
 *
 * @param log  its events in order, those of `SUMMARY_EVENTS` at least
 * @returns undefined for an empty log
 */
export function sessionSummary(log: readonly Event[]): SessionSummary | undefined {
  const [created] = log;
  if (!created) return undefined;
  const players = new Set<string>();
  let status: SessionSummary['status'] = 'lobby';
  for (const event of log) {
    if (event.type === 'playerJoined') players.add(event.player);
    if (event.type === 'playerRemoved') players.delete(event.player);
    status = statusAfter(event) ?? status;
  }
  return { createdAt: created.at, players: players.size, status };
}
