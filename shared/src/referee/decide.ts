import { asWritten } from './asWritten.ts';
import type { HostCommand, PlayerCommand, RoomCommand, Stamped } from './command.ts';
import { changeRules, continueLesson, playAgain } from './commands/again.ts';
import { castVote, makeGuess, openSheet, openTrial, openVote, trainMachine } from './commands/activities.ts';
import { addTime, pause, reopen, resume } from './commands/clock.ts';
import { createSession } from './commands/createSession.ts';
import { end, next, skip, start, tick } from './commands/lead.ts';
import { goOn } from './commands/ownRun.ts';
import { giveTime, movePlayer, removePlayer, renamePlayer } from './commands/people.ts';
import { joinPlayer, playerLeft, playerReturned } from './commands/presence.ts';
import { submitAnswer } from './commands/submitAnswer.ts';
import { askBonus, placeBet, stopFinishing, takeHint } from './commands/waiting.ts';
import { accept, type Decision, reject } from './decision.ts';
import type { PlayerId, Session } from './state.ts';

/**
 * The referee: what a command leads to, given everything that has happened so far. Pure: the time is on the command,
 * the seed is in the session, and the same arguments always give the same events.
 *
 * @param session  null only before `createSession`
 */
export function decide(session: Session | null, stamped: Stamped): Decision {
  const decision = judge(session, stamped);
  return decision.accepted ? { ...decision, events: asWritten(decision.events) } : decision;
}

function judge(session: Session | null, stamped: Stamped): Decision {
  const { command, by, at } = stamped;
  if (session === null) {
    if (command.type !== 'createSession' || by.role !== 'room') return reject('notAllowed');
    return createSession({ command, by, at });
  }
  if (session.stage === 'ended') {
    if (command.type === 'end') return accept();
    // Who is still inside may come and go, and the class may begin again; nothing else happens any more.
    if (!STILL_AT_THE_END.has(command.type) && !isOfLateSheet(session, stamped))
      return reject('sessionEnded');
  }
  if (isPlayerCommand(command)) {
    return by.role === 'player'
      ? decideForPlayer(session, by.player, { command, by, at })
      : reject('notAllowed');
  }
  if (isRoomCommand(command))
    return by.role === 'room' ? decideForRoom(session, command, stamped) : reject('notAllowed');
  return by.role === 'host' ? decideForHost(session, command, at) : reject('notAllowed');
}

const PLAYER_COMMANDS: ReadonlySet<string> = new Set<PlayerCommand['type']>([
  'submitAnswer',
  'takeHint',
  'placeBet',
  'askBonus',
  'stopFinishing',
  'goOn',
  'castVote',
  'makeGuess',
]);

const ROOM_COMMANDS: ReadonlySet<string> = new Set<RoomCommand['type']>([
  'createSession',
  'joinPlayer',
  'playerLeft',
  'playerReturned',
  'reopen',
  'tick',
]);

const STILL_AT_THE_END: ReadonlySet<string> = new Set<(HostCommand | RoomCommand)['type']>([
  'playerLeft',
  'playerReturned',
  'reopen',
  'tick',
  'playAgain',
  'continueLesson',
  'renamePlayer',
  'removePlayer',
  'show',
]);

/** Who has more time for its sheet has it also after the end: the class usually ends right after the sheets. */
function isOfLateSheet({ runs }: Session, { command, by }: Stamped): boolean {
  const isAnswer =
    command.type === 'submitAnswer' || command.type === 'takeHint' || command.type === 'stopFinishing';
  if (!isAnswer || by.role !== 'player') return false;
  const run = runs[command.run];
  return run?.owner === by.player && run.finishing[by.player] !== undefined;
}

type Command = HostCommand | PlayerCommand | RoomCommand;

function isPlayerCommand(command: Command): command is PlayerCommand {
  return PLAYER_COMMANDS.has(command.type);
}

function isRoomCommand(command: HostCommand | RoomCommand): command is RoomCommand {
  return ROOM_COMMANDS.has(command.type);
}

function decideForPlayer(
  session: Session,
  id: PlayerId,
  { command, by, at }: Stamped<PlayerCommand>,
): Decision {
  const player = session.players[id];
  if (player?.gone !== null) return reject('unknownPlayer');
  switch (command.type) {
    case 'submitAnswer':
      return submitAnswer(session, id, { command, by, at });
    case 'takeHint':
      return takeHint(session, id, command, at);
    case 'placeBet':
      return placeBet(session, id, command, at);
    case 'askBonus':
      return askBonus(session, id, command, at);
    case 'stopFinishing':
      return stopFinishing(session, id, command, at);
    case 'goOn':
      return goOn(session, id, command.run, at);
    case 'castVote':
      return castVote(session, id, command.term, at);
    case 'makeGuess':
      return makeGuess(session, id, command.outputs, at);
  }
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
    case 'skip':
      return skip(session, at);
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
    case 'changeRules':
      return changeRules(session, command.changes, at);
    case 'show':
      return accept({ type: 'shownChanged', at, shown: { ...session.shown, ...command.shown } });
    case 'renamePlayer':
      return renamePlayer(session, command, at);
    case 'removePlayer':
      return removePlayer(session, command, at);
    case 'movePlayer':
      return movePlayer(session, command, at);
    case 'giveTime':
      return giveTime(session, command, at);
    case 'trainMachine':
      return trainMachine(session, command.steps, at);
    case 'openVote':
      return openVote(session, at);
    case 'openTrial':
      return openTrial(session, command.x, at);
    case 'openSheet':
      return openSheet(session, at);
    case 'playAgain':
      return playAgain(session, at);
    case 'continueLesson':
      return continueLesson(session, command, at);
  }
}
