import { foldNext, readLog, UnreadableLog } from '@relay/shared/referee/versions/readLog';
import type { Session } from '@relay/shared/referee/session/state';
import type { EventRow } from '../journal/readPages.ts';

/** Reading of one session's log, event by event, up to the first one that cannot be used. */
export class LogExamination {
  readonly #session: string;
  /** Events from the first one on that can be read and fit together. */
  whole = 0;
  /** The session after them; null if there is none. */
  state: Session | null = null;
  /** Times of the first and of the last of them, ms since the epoch. */
  firstAt = 0;
  lastAt = 0;
  /** Sentence that says why the log ends there; null while all is well. */
  problem: string | null = null;

  constructor(session: string) {
    this.#session = session;
  }

  /** Adds the next stored event. */
  add(row: EventRow): void {
    if (this.problem !== null) return;
    try {
      if (row.seq !== this.whole) throw this.#missing();
      const [event] = readLog(this.#session, [row]);
      this.state = foldNext(this.#session, row.seq, this.state, event!);
      if (this.whole === 0) this.firstAt = event!.at;
      this.lastAt = event!.at;
      this.whole++;
    } catch (error) {
      if (!(error instanceof UnreadableLog)) throw error;
      this.problem = error.message;
    }
  }

  /** Ends the reading. `known` events are known to have been written. */
  end(known = 0): this {
    if (this.problem === null && known > this.whole) this.problem = this.#missing().message;
    else if (this.problem === null && this.whole === 0)
      this.problem = `Session ${this.#session} cannot be opened: it has no events.`;
    return this;
  }

  #missing(): UnreadableLog {
    return new UnreadableLog(
      `Session ${this.#session} cannot be opened: its event ${this.whole} is missing.`,
    );
  }
}
