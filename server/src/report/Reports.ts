import type { ReportReply, ReportRequest, SummaryReply, SummaryRequest } from '@relay/shared/protocol';
import type { Rejection } from '@relay/shared/referee/rejection';
import { UnreadableLog } from '@relay/shared/referee/versions/readLog';
import { sessionFacts } from '@relay/shared/report/sessionFacts';
import { sessionSummary, SUMMARY_EVENTS } from '@relay/shared/report/summary';
import { isHostCode } from '../http/hostCode.ts';
import type { Journal, StoredSession } from '../journal/Journal.ts';
import type { Log } from '../log.ts';
import { slices } from '../rooms/Slices.ts';
import type { Sessions } from '../rooms/Sessions.ts';

/** Reports that wait for their turn, at most: whole logs are in memory while one is made. */
const MAX_WAITING = 20;

interface ReportsDependencies {
  readonly sessions: Sessions;
  readonly journal: Journal;
  readonly hostCode: string;
  readonly log: Log;
}

type Refused = { readonly rejection: Rejection };

/**
 * Reports of sessions, read from the journal: it has everything that anybody was told, whichever process serves the session, and
 * also when none does. They are made one after the other, in slices.
 */
export class Reports {
  readonly #dependencies: ReportsDependencies;
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  constructor(dependencies: ReportsDependencies) {
    this.#dependencies = dependencies;
  }

  /** Facts of the session that a host's token or the host code asks for. */
  async of(request: ReportRequest): Promise<ReportReply | Refused> {
    const session = await this.#sessionFor(request);
    if (typeof session !== 'string') return session;
    if (this.#waiting >= MAX_WAITING) return { rejection: 'tooFast' };
    this.#waiting++;
    const reply = this.#last.then(() => this.#factsOf(session));
    this.#last = reply.catch(() => undefined);
    return reply.finally(() => {
      this.#waiting--;
    });
  }

  /** Summary of a session, by its host's token: of a long log only a few events are read. */
  async summaryOf(request: SummaryRequest): Promise<SummaryReply | Refused> {
    const session = await this.#sessionFor(request);
    if (typeof session !== 'string') return session;
    return this.#readable(session, async () => {
      const events = await this.#dependencies.journal.eventsOf(session, SUMMARY_EVENTS);
      return sessionSummary(events) ?? { rejection: 'erasedSession' };
    });
  }

  async #sessionFor(request: ReportRequest): Promise<string | Refused> {
    const { sessions, hostCode } = this.#dependencies;
    if ('hostCode' in request) {
      if (!isHostCode(request.hostCode, hostCode)) return { rejection: 'wrongHostCode' };
      return (await sessions.idOf(request.code)) ?? { rejection: 'unknownCode' };
    }
    const owner = await sessions.ownerOf(request.token);
    if (owner?.role === 'host') return owner.session;
    // The tokens of an erased session are gone with it; its code is still known.
    const session = await sessions.idOf(request.code);
    const isErased = !owner && session !== undefined && (await this.#isErased(session));
    return { rejection: isErased ? 'erasedSession' : 'unknownToken' };
  }

  async #isErased(session: string): Promise<boolean> {
    return (await this.#dependencies.journal.notYetErased([session])).length === 0;
  }

  #factsOf(session: string): Promise<ReportReply | Refused> {
    return this.#readable(session, async () => {
      const stored = await this.#dependencies.journal.load(session);
      return stored ? factsIn(stored) : { rejection: 'erasedSession' };
    });
  }

  /** Result of reading a session; one whose log cannot be read is refused. */
  async #readable<Reply>(session: string, read: () => Promise<Reply | Refused>): Promise<Reply | Refused> {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof UnreadableLog)) throw error;
      this.#dependencies.log.error({ session }, error.message);
      return { rejection: 'unavailable' };
    }
  }
}

/** @throws {UnreadableLog} its events do not fit together */
async function factsIn({ id, code, events, names }: StoredSession): Promise<ReportReply> {
  try {
    return { code, facts: await slices.do(() => sessionFacts(events)), names };
  } catch (error) {
    throw new UnreadableLog(`Session ${id} cannot be reported on: ${(error as Error).message}.`);
  }
}
