import type { EventRow } from '../journal/readPages.ts';
import { LogExamination } from './LogExamination.ts';

/** Findings about one session of a journal that can be read. */
export interface CheckedSession {
  readonly id: string;
  readonly code: string;
  /** Events stored. */
  readonly events: number;
  /** Events from the first one on that can be used. */
  readonly whole: number;
  readonly players: number;
  /** Sentence that says what is wrong; null if it is whole. */
  readonly problem: string | null;
  readonly state: 'unfinished' | 'ended' | 'erased';
}

/** Row of a session as any kind of journal stores it. */
export interface StoredRow {
  readonly id: string;
  readonly code: string;
  readonly ended_at: number | null;
  readonly erased_at?: number | null;
}

/** Rows that are stored of a session beside its log. */
export interface BesideLog {
  readonly people: readonly { readonly player: string; readonly name: string }[];
  readonly texts: readonly { readonly key: string; readonly json: string }[];
}

const isJsonText = (json: string): boolean => {
  try {
    return typeof JSON.parse(json) === 'string';
  } catch {
    return false;
  }
};

/** Sentence about names and texts that a session should have; null if all are there. */
function besideProblem(id: string, { state }: LogExamination, { people, texts }: BesideLog): string | null {
  const named = new Set(people.map(({ player }) => player));
  const unnamed = Object.keys(state?.players ?? {}).filter((player) => !named.has(player)).length;
  if (unnamed > 0) return `Session ${id} can be opened, but the names of ${unnamed} players are missing.`;
  const damaged = texts.filter(({ json }) => !isJsonText(json)).length;
  return damaged > 0 ? `Session ${id} cannot be opened: ${damaged} of its texts are damaged.` : null;
}

/** Reads a session as a server would that opens it. */
export async function checkSession(
  { id, code, ended_at, erased_at = null }: StoredRow,
  events: Iterable<EventRow> | AsyncIterable<EventRow>,
  beside: BesideLog,
): Promise<CheckedSession> {
  const isErased = erased_at !== null;
  const log = new LogExamination(id);
  let count = 0;
  for await (const row of events) {
    log.add(row);
    count++;
  }
  const { problem, whole } = isErased ? { problem: null, whole: 0 } : log.end();
  return {
    id,
    code,
    events: count,
    whole,
    players: Object.keys(log.state?.players ?? {}).length,
    problem: isErased ? null : (problem ?? besideProblem(id, log, beside)),
    state: isErased ? 'erased' : ended_at === null ? 'unfinished' : 'ended',
  };
}
