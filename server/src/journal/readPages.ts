import type { Event } from '@relay/shared/referee/event';
import { readLog, UnreadableLog } from '@relay/shared/referee/versions/readLog';

/** Event as a journal stores it. */
export interface EventRow {
  readonly seq: number;
  readonly version: number;
  /** JSON of the event. */
  readonly value: string;
}

/** Reads a page of events from a sequence number on, in order; the last page is empty. */
export type Page = (from: number) => Promise<readonly EventRow[]>;

/** Reads events page by page; other work of the process goes on in between. */
export async function readPages(
  session: string,
  page: Page,
  check: (rows: readonly EventRow[]) => void = () => undefined,
): Promise<readonly Event[]> {
  const events: Event[] = [];
  for (let from = 0; ; ) {
    const rows = await page(from);
    const last = rows.at(-1);
    if (!last) return events;
    check(rows);
    for (const event of readLog(session, rows)) events.push(event);
    from = last.seq + 1;
  }
}

/**
 * The same for all events of a session.
 *
 * @throws {UnreadableLog} one is missing
 */
export function readWholeLog(session: string, page: Page): Promise<readonly Event[]> {
  let next = 0;
  return readPages(session, page, (rows) => {
    for (const { seq } of rows) {
      if (seq !== next)
        throw new UnreadableLog(`Session ${session} cannot be opened: its event ${next} is missing.`);
      next++;
    }
  });
}
