import type { Event } from '../event.ts';
import { evolve } from '../evolve.ts';
import type { Session } from './state.ts';

/** Events of one command, and the session after them. */
export class PendingEvents {
  readonly events: Event[] = [];
  session: Session;

  constructor(session: Session) {
    this.session = session;
  }

  add(...events: readonly Event[]): void {
    for (const event of events) {
      this.events.push(event);
      this.session = evolve(this.session, event);
    }
  }
}
