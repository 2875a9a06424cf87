import type { Cell } from './sqlite/cells.ts';
import type { Value } from './sqlite/record.ts';

/** A row of the journal, told from its shape alone: the list of the tables may be damaged. Values are in the order of the columns. */
export type FoundRow =
  | {
      readonly table: 'sessions';
      readonly values: readonly [string, string, number, number | null, number, number | null];
    }
  | { readonly table: 'events'; readonly values: readonly [string, number, number, string, string, number] }
  | { readonly table: 'people'; readonly values: readonly [string, string, string] }
  | { readonly table: 'texts'; readonly values: readonly [string, string, string] }
  | { readonly table: 'tokens'; readonly values: readonly [string, string, string, string | null] };

const isText = (value: Value | undefined): value is string => typeof value === 'string';
const isNumber = (value: Value | undefined): value is number => typeof value === 'number';
const isNumberOrNull = (value: Value | undefined): value is number | null =>
  value === null || isNumber(value);

const ROLES: ReadonlySet<Value> = new Set(['player', 'host', 'projector']);

/** Parsed JSON; undefined for what is none. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}

/** Row of an event. One in which a byte has changed does not pass: its columns repeat what stands in the event. */
function asEvent([session, seq, at, type, json, version = 1]: readonly Value[]): FoundRow | null {
  if (!isText(session) || !isNumber(seq) || !isNumber(at) || !isText(type) || !isText(json)) return null;
  if (!isNumber(version) || !Number.isInteger(seq) || seq < 0) return null;
  const event = parsed(json) as { readonly type?: unknown; readonly at?: unknown } | null | undefined;
  if (event?.type !== type || event.at !== at) return null;
  // Written without blanks: where damage has left some that JSON allows, characters are missing.
  if (JSON.stringify(event) !== json) return null;
  return { table: 'events', values: [session, seq, at, type, json, version] };
}

function asSession(values: readonly Value[]): FoundRow | null {
  const [id, code, createdAt, endedAt, lastSeen, erasedAt = null] = values;
  if (!isText(id) || !isText(code) || !/^\d{6}$/u.test(code)) return null;
  if (!isNumber(createdAt) || !isNumber(lastSeen)) return null;
  if (!isNumberOrNull(endedAt) || !isNumberOrNull(erasedAt)) return null;
  return { table: 'sessions', values: [id, code, createdAt, endedAt, lastSeen, erasedAt] };
}

function asToken([hash, session, role, player]: readonly Value[]): FoundRow | null {
  if (!isText(hash) || !isText(session) || !isText(role) || !ROLES.has(role)) return null;
  if ((role === 'player') !== isText(player)) return null;
  return { table: 'tokens', values: [hash, session, role, isText(player) ? player : null] };
}

/** Row of a name or of a typed text: the key of a text has slashes, the id of a player has none. */
function asNameOrText([session, key, text]: readonly Value[]): FoundRow | null {
  if (!isText(session) || !isText(key) || !isText(text)) return null;
  if (!key.includes('/')) return { table: 'people', values: [session, key, text] };
  return isText(parsed(text) as Value) ? { table: 'texts', values: [session, key, text] } : null;
}

/** Row of the journal that a record is; null if it is none. */
export function foundRow({ of, values }: Cell): FoundRow | null {
  if (of !== 'table') return null;
  if (values.length === 3) return asNameOrText(values);
  if (values.length === 4) return asToken(values);
  return asEvent(values) ?? asSession(values);
}

/** Session and number of an event of which an index knows; the event itself may be lost. */
export function indexedEvent({
  of,
  values,
}: Cell): { readonly session: string; readonly seq: number } | null {
  const [session, seq, row] = values;
  if (of !== 'index' || values.length !== 3) return null;
  return isText(session) && isNumber(seq) && isNumber(row) && seq >= 0 ? { session, seq } : null;
}
