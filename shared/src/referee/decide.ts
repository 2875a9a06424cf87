import type { HostCommand, RoomCommand, Stamped } from './command.ts';
import { addTime, pause, reopen, resume } from './commands/clock.ts';
import { createSession } from './commands/createSession.ts';
import { end, next, start, tick } from './commands/lead.ts';
import { joinPlayer, playerLeft, playerReturned } from './commands/presence.ts';
import { submitAnswer } from './commands/submitAnswer.ts';
import { accept, type Decision, reject } from './decision.ts';
import type { Session } from './state.ts';

/**
 * The referee: what a command leads to, given everything that has happened so far. Pure: the time is on the command,
 * the seed is in the session, and the same arguments always give the same events.
 *
 * @param session  null only before `createSession`
 */
export function decide(session: Session | null, stamped: Stamped): Decision {
  const { command, by, at } = stamped;
  if (session === null) {
    if (command.type !== 'createSession' || by.role !== 'room') return reject('notAllowed');
    return createSession({ command, by, at });
  }
  if (session.stage === 'ended') {
    if (command.type === 'end') return accept();
    // Who is still inside may come and go; nothing else happens any more.
    if (by.role !== 'room' || command.type === 'joinPlayer') return reject('sessionEnded');
  }
  if (command.type === 'submitAnswer') {
    return by.role === 'player'
      ? submitAnswer(session, by.player, { command, by, at })
      : reject('notAllowed');
  }
  return isRoomCommand(command)
    ? by.role === 'room'
      ? decideForRoom(session, command, stamped)
      : reject('notAllowed')
    : by.role === 'host'
      ? decideForHost(session, command, at)
      : reject('notAllowed');
}

const ROOM_COMMANDS: ReadonlySet<string> = new Set<RoomCommand['type']>([
  'createSession',
  'joinPlayer',
  'playerLeft',
  'playerReturned',
  'reopen',
  'tick',
]);

function isRoomCommand(command: HostCommand | RoomCommand): command is RoomCommand {
  return ROOM_COMMANDS.has(command.type);
}

function decideForRoom(session: Session, command: RoomCommand, { by, at }: Stamped): Decision {
  switch (command.type) {
    case 'createSession':
      return reject('notAllowed');
    case 'joinPlayer':
      return joinPlayer(session, { command, by, at });
    case 'playerLeft':
      return playerLeft(session, { command, by, at });
    case 'playerReturned':
      return playerReturned(session, { command, by, at });
    case 'reopen':
      return reopen(session, command.awayMs, at);
    case 'tick':
      return tick(session, at);
  }
}

function decideForHost(session: Session, command: HostCommand, at: number): Decision {
  switch (command.type) {
    case 'start':
      return start(session, at);
    case 'next':
      return next(session, at);
    case 'pause':
      return pause(session, at);
    case 'resume':
      return resume(session, at);
    case 'addTime':
      return addTime(session, command.ms, at);
    case 'lock':
      return accept({ type: 'sessionLocked', at, locked: command.locked });
    case 'end':
      return end(session, at);
  }
}
