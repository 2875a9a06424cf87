import type { Reply } from '@relay/shared/protocol';
import type { Stamped } from '@relay/shared/referee/command';
import { decide } from '@relay/shared/referee/decide';
import type { Event } from '@relay/shared/referee/event';
import { evolve } from '@relay/shared/referee/evolve';
import type { Session } from '@relay/shared/referee/session/state';
import type { Entry, NewToken } from '../journal/Journal.ts';
import type { StagedNames } from './names/SessionNames.ts';
import type { StagedTexts } from './names/StagedTexts.ts';

/** Rows written in the same transaction as a command's events. */
interface Extras {
  readonly opens?: Entry['opens'];
  readonly person?: NonNullable<Entry['people']>[number];
  readonly tokens?: readonly NewToken[];
}

export interface QueuedCommand {
  readonly stamped: Stamped;
  /** Called when the command has been accepted, with the session before it. */
  readonly extras: ((names: StagedNames, session: Session | null) => Extras) | null;
  readonly done: (reply: Reply) => void;
}

export interface DecidedBatch {
  readonly session: Session | null;
  /** Entry for the journal, apart from session and number. */
  readonly entry: Omit<Entry, 'session' | 'seq'>;
  /** One a command, in order. */
  readonly replies: readonly Reply[];
}

/**
 * Decides commands one on top of the other. One that throws is refused and harms none of the others.
 *
 * @param names  gets the names that the commands give
 * @param texts  gets the texts that they type
 */
export function decideBatch(
  before: Session | null,
  names: StagedNames,
  texts: StagedTexts,
  batch: readonly QueuedCommand[],
  failed: (command: Stamped, error: unknown) => void,
): DecidedBatch {
  let session = before;
  let opens: Entry['opens'];
  const events: Event[] = [];
  const tokens: NewToken[] = [];
  const replies = batch.map(({ stamped, extras }): Reply => {
    try {
      const decision = decide(session, stamped, texts);
      if (!decision.accepted) return decision;
      const rows = extras?.(names, session);
      let next = session;
      for (const event of decision.events) next = evolve(next, event);
      session = next;
      for (const event of decision.events) events.push(event);
      if (rows?.person) names.give(rows.person.player, rows.person.name);
      if (decision.text) texts.give(decision.text);
      if (rows?.tokens) tokens.push(...rows.tokens);
      opens ??= rows?.opens;
      return decision.verdict ? { accepted: true, verdict: decision.verdict } : { accepted: true };
    } catch (error) {
      failed(stamped, error);
      return { accepted: false, rejection: 'serverError' };
    }
  });
  const ending = events.findLast(({ type }) => type === 'sessionEnded' || type === 'sessionBeganAgain');
  const endsAt = ending && (ending.type === 'sessionEnded' ? ending.at : null);
  const entry = { events, people: names.people, texts: texts.given, tokens };
  return {
    session,
    entry: { ...entry, ...(opens ? { opens } : {}), ...(endsAt === undefined ? {} : { endsAt }) },
    replies,
  };
}
