import type { Event } from '../event.ts';
import { evolve, isEventType } from '../evolve.ts';
import type { Session } from '../session/state.ts';
import type { EarlierEvent } from './step.ts';
import { EVENT_VERSION, upcast } from './upcast.ts';

/** An event as a journal stores it. */
export interface StoredEvent {
  /** Index in the session's log, from 0. */
  readonly seq: number;
  /** Event version with which it was written. */
  readonly version: number;
  /** Parsed JSON, or the text of it. */
  readonly value: unknown;
}

/** A log that this server cannot open. The message is one sentence for the server's owner. */
export class UnreadableLog extends Error {
  override readonly name = 'UnreadableLog';
}

/**
 * Reads stored events of any version as events of today's. All reading of logs goes through this function.
 *
 * @throws {UnreadableLog} an event is damaged, of an unknown type, or of a newer version
 */
export function readLog(session: string, stored: readonly StoredEvent[]): readonly Event[] {
  return stored.map((event) => readEvent(session, event));
}

function readEvent(session: string, { seq, version, value }: StoredEvent): Event {
  const fail = (what: string): never => {
    throw new UnreadableLog(`Session ${session} cannot be opened: its event ${seq} ${what}.`);
  };
  if (version > EVENT_VERSION) {
    fail(
      `was written by a newer version of Backprop Relay (event version ${version}; this one knows versions up to ${EVENT_VERSION}). ` +
        'Nothing has been changed; start the newer version again to go on with it',
    );
  }
  const earlier = asEarlierEvent(typeof value === 'string' ? parsed(value) : value);
  if (!earlier || !(Number.isInteger(version) && version >= 1)) return fail('is damaged');
  const event = tried(() => upcast(earlier, version));
  if (!event) return fail('is damaged');
  if (!isEventType(event.type)) return fail(`is of the unknown type "${event.type.slice(0, 40)}"`);
  return event as unknown as Event;
}

function asEarlierEvent(value: unknown): EarlierEvent | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { type, at } = value as Record<string, unknown>;
  return typeof type === 'string' && Number.isFinite(at) ? (value as EarlierEvent) : undefined;
}

function parsed(json: string): unknown {
  return tried(() => JSON.parse(json) as unknown);
}

function tried<Result>(read: () => Result): Result | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/**
 * Folds a log that was read from a journal.
 *
 * @returns null where the log is empty
 * @throws {UnreadableLog} an event does not fit those before it
 */
export function replay(session: string, events: readonly Event[]): Session | null {
  return events.reduce<Session | null>((state, event, seq) => foldNext(session, seq, state, event), null);
}

/**
 * Folds the next event of a log that was read from a journal.
 *
 * @throws {UnreadableLog} it does not fit the events before it
 */
export function foldNext(session: string, seq: number, state: Session | null, event: Event): Session {
  try {
    return evolve(state, event);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UnreadableLog(
      `Session ${session} cannot be opened: its event ${seq} (${event.type}) does not fit the events before it (${reason}).`,
    );
  }
}
