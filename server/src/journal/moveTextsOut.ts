import type { EarlierEvent } from '@relay/shared/referee/versions/step';
import { FIRST_WITHOUT_TEXT, typedTextIn } from '@relay/shared/referee/versions/typedTexts';
import { EVENT_VERSION, upcast } from '@relay/shared/referee/versions/upcast';
import type { Kysely, Selectable } from 'kysely';

interface EventsTable {
  readonly session: string;
  readonly seq: number;
  readonly type: string;
  readonly json: string;
  readonly version: number;
}

/** Tables of the journal that texts are moved between, as far as this needs them. */
interface JournalTables {
  readonly events: EventsTable;
  readonly texts: { readonly session: string; readonly key: string; readonly json: string };
}

/** Types of events in which versions up to 3 had text that somebody had typed: an answer, the name of a network. */
const WITH_TEXT = ['answerGraded', 'sessionCreated'];
/** Events read at a time. */
const AT_ONCE = 500;

/**
 * Moves what people typed out of stored events: each such event is written anew as one of today's, and the newest text of
 * each answer goes into a table of its own. The only time that a stored event is changed, and its meaning stays the same.
 * A damaged event is left as it is: its session cannot be opened, only salvaged or erased.
 */
export async function moveTextsOut(of: Kysely<unknown>): Promise<void> {
  const db = of as Kysely<JournalTables>;
  for (let last: Selectable<EventsTable> | undefined; ; ) {
    const rows = await pageAfter(db, last);
    for (const row of rows) await moveOut(db, row);
    if (rows.length < AT_ONCE) return;
    last = rows.at(-1);
  }
}

function pageAfter(db: Kysely<JournalTables>, last: EventsTable | undefined): Promise<EventsTable[]> {
  const events = db
    .selectFrom('events')
    .select(['session', 'seq', 'type', 'json', 'version'])
    .where('type', 'in', WITH_TEXT)
    .where('version', '<', FIRST_WITHOUT_TEXT)
    .orderBy('session')
    .orderBy('seq')
    .limit(AT_ONCE);
  if (!last) return events.execute();
  const { session, seq } = last;
  return events
    .where((is) =>
      is.or([is('session', '>', session), is.and([is('session', '=', session), is('seq', '>', seq)])]),
    )
    .execute();
}

async function moveOut(
  db: Kysely<JournalTables>,
  { session, seq, json, version }: EventsTable,
): Promise<void> {
  const event = asEvent(json);
  const today = event && tried(() => upcast(event, version));
  if (!event || !today) return;
  await db
    .updateTable('events')
    .set({ json: JSON.stringify(today), version: EVENT_VERSION, type: today.type })
    .where('session', '=', session)
    .where('seq', '=', seq)
    .execute();
  const typed = typedTextIn(event, version);
  if (!typed) return;
  const text = JSON.stringify(typed.text);
  await db
    .insertInto('texts')
    .values({ session, key: typed.key, json: text })
    .onConflict((conflict) => conflict.columns(['session', 'key']).doUpdateSet({ json: text }))
    .execute();
}

const asEvent = (json: string): EarlierEvent | undefined => tried(() => JSON.parse(json) as EarlierEvent);

function tried<Result>(read: () => Result): Result | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
