import type { RoomCommand, Stamped } from '../command.ts';
import { accept, type Decision, reject } from '../decision.ts';
import { sessionCapacity, teamForLateComer } from '../seating.ts';
import type { Session } from '../state.ts';

type Join = Extract<RoomCommand, { type: 'joinPlayer' }>;
type Left = Extract<RoomCommand, { type: 'playerLeft' }>;
type Returned = Extract<RoomCommand, { type: 'playerReturned' }>;

/** Someone new comes in. Who comes late belongs to a team at once and is seated in its next round. */
export function joinPlayer(session: Session, { command, at }: Stamped<Join>): Decision {
  const { player } = command;
  if (session.players[player]) return accept();
  if (session.locked) return reject('sessionLocked');
  if (Object.keys(session.players).length >= sessionCapacity(session)) return reject('sessionFull');
  if (session.stage === 'lobby') return accept({ type: 'playerJoined', at, player, run: null });
  const run = teamForLateComer(session);
  if (run === undefined) return reject('sessionFull');
  return accept({ type: 'playerJoined', at, player, run });
}

export function playerLeft(session: Session, { command, at }: Stamped<Left>): Decision {
  const player = session.players[command.player];
  if (!player) return reject('unknownPlayer');
  return player.leftAt === null ? accept({ type: 'playerLeft', at, player: player.id }) : accept();
}

export function playerReturned(session: Session, { command, at }: Stamped<Returned>): Decision {
  const player = session.players[command.player];
  if (!player) return reject('unknownPlayer');
  return player.leftAt === null ? accept() : accept({ type: 'playerReturned', at, player: player.id });
}
