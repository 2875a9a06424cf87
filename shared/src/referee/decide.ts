import { own } from '../own.ts';
import { normaliseNegativeZero } from './session/normaliseNegativeZero.ts';
import type { Command, CommandsByRole, Stamped } from './command.ts';
import { createSession } from './commands/createSession.ts';
import { momentOf } from './session/moment.ts';
import { accept, type Decision, reject } from './decision.ts';
import { type Handler, HANDLERS, roleOf } from './handlers.ts';
import type { Event } from './event.ts';
import type { Session } from './session/state.ts';
import { atOnce, type Sliced } from '../slices.ts';
import { NO_TEXTS, type Texts } from './texts.ts';

/**
 * Decides a command in a session: events, or a rejection. Pure: the time is on the command, the seed is in the
 * session, and the same arguments always give the same events.
 *
 * @param session  null only before `createSession`
 * @param texts    texts typed so far, as far as they are kept
 */
export function decide(session: Session | null, stamped: Stamped, texts: Texts = NO_TEXTS): Decision {
  return atOnce(decideInSlices(session, stamped, texts));
}

/** The same in slices, none of which takes long, whatever the size of network, data and class. */
export function* decideInSlices(
  session: Session | null,
  stamped: Stamped,
  texts: Texts = NO_TEXTS,
): Sliced<Decision> {
  const decision = yield* judge(session, stamped, texts);
  if (!decision.accepted) return decision;
  const events: Event[] = [];
  for (const event of decision.events) {
    events.push(...normaliseNegativeZero([event]));
    yield;
  }
  return { ...decision, events };
}

function* judge(session: Session | null, stamped: Stamped, texts: Texts): Sliced<Decision> {
  const { command, by, at } = stamped;
  if (session === null) {
    if (command.type !== 'createSession' || by.role !== 'room') return reject('notAllowed');
    return createSession(command, at);
  }
  const role = roleOf(command);
  if (session.status === 'ended') {
    const { afterEnd } = handlerOf(role, command);
    if (afterEnd === 'already') return accept();
    const isTaken = typeof afterEnd === 'function' ? afterEnd(session, command, by) : afterEnd === 'taken';
    if (!isTaken) return reject('sessionEnded');
  }
  if (by.role !== role) return reject('notAllowed');
  if ('moment' in command && command.moment !== momentOf(session)) return reject('momentPassed');
  if (by.role !== 'player') return yield* made(handlerOf(by.role, command).decide(session, command, at));
  if (own(session.players, by.player)?.removal !== null) return reject('unknownPlayer');
  return yield* made(handlerOf(by.role, command).decide(session, by.player, command, at, texts));
}

function* made(decision: Decision | Sliced<Decision>): Sliced<Decision> {
  return 'accepted' in decision ? decision : yield* decision;
}

/** Handler of a command. The type checker cannot tell which of the role's handlers a name selects, hence the casts. */
function handlerOf<Role extends keyof CommandsByRole>(role: Role, { type }: Command): Handler<Role, Command> {
  const handlers: Readonly<Record<string, unknown>> = HANDLERS[role];
  return handlers[type] as Handler<Role, Command>;
}
