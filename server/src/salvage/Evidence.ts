import { indexedEvent } from './foundRow.ts';
import type { Cell } from './sqlite/cells.ts';

const isCode = (text: string): boolean => /^\d{6}$/u.test(text);
/** Longest text that can be the id of a session. */
const MAX_ID_LENGTH = 40;

/**
 * Knowledge from the indexes of a damaged journal about rows that are lost themselves: how long a session's log was, and
 * which code it had.
 */
export class Evidence {
  readonly #events = new Map<string, number>();
  readonly #codes = new Map<number, string>();
  readonly #rows = new Map<string, number>();

  add(cell: Cell): void {
    const event = indexedEvent(cell);
    if (event) return this.noteEvent(event.session, event.seq);
    const [text, row] = cell.values;
    if (cell.of !== 'index' || cell.values.length !== 2) return;
    if (typeof text !== 'string' || typeof row !== 'number') return;
    if (isCode(text)) this.#codes.set(row, text);
    else if (text.length <= MAX_ID_LENGTH) this.#rows.set(text, row);
  }

  /** Notes that a session's log has or had an event. */
  noteEvent(session: string, seq: number): void {
    this.#events.set(session, Math.max(this.#events.get(session) ?? 0, seq + 1));
  }

  /** Number of events that a session's log is known to have had. */
  eventsOf(session: string): number {
    return this.#events.get(session) ?? 0;
  }

  /** Code of a session; undefined if it is lost. */
  codeOf(session: string): string | undefined {
    const row = this.#rows.get(session);
    return row === undefined ? undefined : this.#codes.get(row);
  }

  /** Sessions of which there has been an event. */
  get sessions(): Iterable<string> {
    return this.#events.keys();
  }
}
