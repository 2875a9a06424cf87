import { own } from '../../own.ts';
import type { Sliced } from '../../slices.ts';
import type { RoomCommand } from '../command.ts';
import { accept, type Decision, reject } from '../decision.ts';
import { PendingEvents } from '../session/pendingEvents.ts';
import type { Session } from '../session/state.ts';
import { ownRunId, sessionCapacity, teamForLateComer } from '../teams/teams.ts';
import { givesPlace } from '../teams/silent.ts';
import { lossOnData } from '../training/onData.ts';
import { openNext } from './sessionControl.ts';

type Of<Type> = Extract<RoomCommand, { type: Type }>;

/**
 * Lets a new player in. After the start the player is in a team at once, and is seated in its next round. In a full
 * session a player who is away and has never answered gives up the place.
 */
export function* joinPlayer(session: Session, command: Of<'joinPlayer'>, at: number): Sliced<Decision> {
  if (own(session.players, command.player)) return accept();
  if (session.locked) return reject('sessionLocked');
  const joined = yield* join(session, command, at);
  const away = joined.accepted || joined.rejection !== 'sessionFull' ? undefined : givesPlace(session);
  if (!away) return joined;
  const draft = new PendingEvents(session);
  draft.add({ type: 'playerRemoved', at, player: away.id, banned: false });
  const instead = yield* join(draft.session, command, at);
  return instead.accepted ? accept(...draft.events, ...instead.events) : joined;
}

function* join(session: Session, { player }: Of<'joinPlayer'>, at: number): Sliced<Decision> {
  if (isFull(session)) return reject('sessionFull');
  if (session.status === 'lobby') return accept({ type: 'playerJoined', at, player, run: null });
  if (session.settings.pacing === 'self') return yield* joinAlone(session, player, at);
  const run = teamForLateComer(session);
  if (run === undefined) return reject('sessionFull');
  return accept({ type: 'playerJoined', at, player, run });
}

/** Tells whether a session has as many players as it can seat, apart from those sent away. */
function isFull(session: Session): boolean {
  const most = sessionCapacity(session);
  // With fewer players in all nobody needs to be counted, which is so at nearly every join.
  if (session.arrivals < most) return false;
  return Object.values(session.players).filter(({ removal }) => removal === null).length >= most;
}

/** Lets a new player into a self-paced session and opens the player's own run. */
function* joinAlone(session: Session, player: string, at: number): Sliced<Decision> {
  const { dueAt } = session.settings;
  if (dueAt !== null && at > dueAt) return reject('tooLate');
  const run = ownRunId({ arrival: session.arrivals });
  const loss = yield* lossOnData(session.initial, session.data);
  const draft = new PendingEvents(session);
  draft.add(
    { type: 'playerJoined', at, player, run },
    { type: 'runOpened', at, run, kind: 'own', owner: player, loss },
  );
  yield* openNext(draft, { id: run }, at);
  return accept(...draft.events);
}

/** Records that a player's last connection closed. */
export function playerLeft(session: Session, command: Of<'playerLeft'>, at: number): Decision {
  const player = own(session.players, command.player);
  if (!player) return reject('unknownPlayer');
  return player.leftAt === null ? accept({ type: 'playerLeft', at, player: player.id }) : accept();
}

/** Records that a player is connected again. */
export function playerReturned(session: Session, command: Of<'playerReturned'>, at: number): Decision {
  const player = own(session.players, command.player);
  if (!player) return reject('unknownPlayer');
  return player.leftAt === null ? accept() : accept({ type: 'playerReturned', at, player: player.id });
}
