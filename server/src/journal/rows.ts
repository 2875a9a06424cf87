import { EVENT_VERSION } from '@relay/shared/referee/versions/upcast';
import type { Entry } from './Journal.ts';
import { type Row, WRITES } from './writes.ts';

/**
 * Rows of an entry, in the order in which they are inserted. Events become text here: text crosses to the journal's
 * thread in a third of the time that nested objects take. What was typed is stored as JSON, which can hold any character.
 */
export function rowsOf({ session, seq, events, opens, people, texts, tokens, endsAt }: Entry): Row[] {
  const rows: Row[] = [];
  if (opens) rows.push([WRITES.session, session, opens.code, opens.at, opens.at]);
  for (const [i, event] of events.entries()) {
    const json = JSON.stringify(event);
    rows.push([WRITES.event, session, seq + i, event.at, event.type, json, EVENT_VERSION]);
  }
  for (const { player, name } of people ?? []) rows.push([WRITES.person, session, player, name]);
  for (const { key, text } of texts ?? []) rows.push([WRITES.text, session, key, JSON.stringify(text)]);
  for (const { hash, owner } of tokens ?? [])
    rows.push([WRITES.token, hash, owner.session, owner.role, owner.player]);
  if (endsAt !== undefined) rows.push([WRITES.end, endsAt, session]);
  return rows;
}

/** A typed text as it is stored. */
export interface TextRow {
  readonly key: string;
  readonly json: string;
}

/** Texts of a session by key. */
export function textsIn(rows: readonly TextRow[]): ReadonlyMap<string, string> {
  return new Map(rows.map(({ key, json }) => [key, JSON.parse(json) as string]));
}
