import type { Reply } from '@relay/shared/protocol';
import type { Stamped } from '@relay/shared/referee/command';
import { decideInSlices } from '@relay/shared/referee/decide';
import type { Event } from '@relay/shared/referee/event';
import { evolve } from '@relay/shared/referee/evolve';
import { prepareNextStep } from '@relay/shared/referee/session/nextStep';
import type { Session } from '@relay/shared/referee/session/state';
import type { Sliced } from '@relay/shared/slices';
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

/** Rows that the commands of a batch have led to so far. */
interface Gathered {
  opens: Entry['opens'];
  readonly events: Event[];
  readonly tokens: NewToken[];
}

/** Decides one command and adds its rows; one that throws adds none. */
function* decideOne(
  session: Session | null,
  { stamped, extras }: QueuedCommand,
  names: StagedNames,
  texts: StagedTexts,
  gathered: Gathered,
): Sliced<{ readonly session: Session | null; readonly reply: Reply }> {
  const decision = yield* decideInSlices(session, stamped, texts);
  if (!decision.accepted) return { session, reply: decision };
  const rows = extras?.(names, session);
  let next = session;
  for (const event of decision.events) {
    next = evolve(next, event);
    yield;
  }
  for (const event of decision.events) gathered.events.push(event);
  if (rows?.person) names.give(rows.person.player, rows.person.name);
  for (const text of decision.texts ?? []) texts.give(text);
  if (rows?.tokens) gathered.tokens.push(...rows.tokens);
  gathered.opens ??= rows?.opens;
  const { verdict } = decision;
  return { session: next, reply: verdict ? { accepted: true, verdict } : { accepted: true } };
}

/**
 * Decides commands one on top of the other, in slices. One that throws is refused and harms none of the others.
 *
 * @param names  gets the names that the commands give
 * @param texts  gets the texts that they type
 */
export function* decideBatch(
  before: Session | null,
  names: StagedNames,
  texts: StagedTexts,
  batch: readonly QueuedCommand[],
  failed: (command: Stamped, error: unknown) => void,
): Sliced<DecidedBatch> {
  let session = before;
  const gathered: Gathered = { opens: undefined, events: [], tokens: [] };
  const replies: Reply[] = [];
  for (const queued of batch) {
    try {
      const one = yield* decideOne(session, queued, names, texts, gathered);
      session = one.session;
      replies.push(one.reply);
    } catch (error) {
      failed(queued.stamped, error);
      replies.push({ accepted: false, rejection: 'serverError' });
    }
  }
  const { opens, events, tokens } = gathered;
  // Views tell what the next press leads to, which can take training by the machine to know.
  if (session && session !== before) yield* prepareNextStep(session);
  const endsAt = endsAtAfter(events);
  const entry = { events, people: names.people, texts: texts.given, tokens };
  return {
    session,
    entry: { ...entry, ...(opens ? { opens } : {}), ...(endsAt === undefined ? {} : { endsAt }) },
    replies,
  };
}

/** End of the session by these events; null where it begins again, undefined where neither happens. */
function endsAtAfter(events: readonly Event[]): Entry['endsAt'] {
  const ending = events.findLast(({ type }) => type === 'sessionEnded' || type === 'sessionBeganAgain');
  return ending && (ending.type === 'sessionEnded' ? ending.at : null);
}
