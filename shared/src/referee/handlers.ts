import { own } from '../own.ts';
import type { Actor, Command, CommandsByRole, SubmitAnswer } from './command.ts';
import {
  castVote,
  makeGuess,
  openExitTicket,
  openTrial,
  openVote,
  trainMachine,
} from './commands/activities.ts';
import { showExample } from './commands/examples.ts';
import { changeRules, continueLesson, playAgain } from './commands/restart.ts';
import { addTime, pause, reopen, resume } from './commands/clock.ts';
import { end, next, skip, start, tick } from './commands/sessionControl.ts';
import { goOn } from './commands/selfPaced.ts';
import { giveTime, movePlayer, removePlayer, removeSilent, renamePlayer } from './commands/players.ts';
import { joinPlayer, playerLeft, playerReturned } from './commands/presence.ts';
import { firstVerdict, submitAnswer } from './commands/submitAnswer.ts';
import { askExtraQuestion, placeBet, stopFinishing, takeHint } from './commands/whileWaiting.ts';
import { accept, type Decision, reject } from './decision.ts';
import type { RunId } from './round/run.ts';
import type { PlayerId, Session } from './session/state.ts';
import type { Sliced } from '../slices.ts';
import type { Texts } from './texts.ts';

type Role = Actor['role'];

/** Decides one command of a role. A player's command comes with the player, who has joined and not been sent away. */
type Decide<Of extends Role, Said> = Of extends 'player'
  ? (
      session: Session,
      player: PlayerId,
      command: Said,
      at: number,
      texts: Texts,
    ) => Decision | Sliced<Decision>
  : (session: Session, command: Said, at: number) => Decision | Sliced<Decision>;

/** Rule for a command after the end: `taken` as before, `already` accepted without effect, or a test of its own. */
type AfterEnd<Said> = 'taken' | 'already' | ((session: Session, command: Said, by: Actor) => boolean);

export interface Handler<Of extends Role, Said> {
  readonly decide: Decide<Of, Said>;
  /** Absent: the command is rejected after the end. */
  readonly afterEnd?: AfterEnd<Said>;
}

/** One handler for every command of every role: a missing one does not compile, nor does one without a command. */
export type Handlers = {
  readonly [Of in Role]: {
    readonly [Type in CommandsByRole[Of]['type']]: Handler<Of, Extract<CommandsByRole[Of], { type: Type }>>;
  };
};

/**
 * Tells whether a command is about an exit ticket that its player still fills in. A class usually ends right after
 * the tickets, so a player with more time may go on after the end.
 */
function isOfLateTicket({ runs }: Session, command: { readonly run: RunId }, by: Actor): boolean {
  if (by.role !== 'player') return false;
  const run = own(runs, command.run);
  return run?.kind === 'own' && run.owner === by.player && run.finishing[by.player] !== undefined;
}

/** Tells whether an answer is still taken after the end: one of a late exit ticket, or one that has its verdict already. */
function isTakenAfterEnd(session: Session, command: SubmitAnswer, by: Actor): boolean {
  if (isOfLateTicket(session, command, by)) return true;
  return by.role === 'player' && firstVerdict(session, by.player, command.answerId) !== undefined;
}

/** Handlers by the role that may send the command. */
export const HANDLERS: Handlers = {
  player: {
    submitAnswer: { decide: submitAnswer, afterEnd: isTakenAfterEnd },
    takeHint: { decide: takeHint, afterEnd: isOfLateTicket },
    placeBet: { decide: placeBet },
    askExtraQuestion: { decide: askExtraQuestion },
    stopFinishing: { decide: stopFinishing, afterEnd: isOfLateTicket },
    goOn: { decide: (session, player, { run }, at) => goOn(session, player, run, at) },
    castVote: { decide: (session, player, { term }, at) => castVote(session, player, term, at) },
    makeGuess: { decide: (session, player, { outputs }, at) => makeGuess(session, player, outputs, at) },
  },
  host: {
    start: { decide: (session, _, at) => start(session, at) },
    next: { decide: (session, _, at) => next(session, at) },
    skip: { decide: (session, _, at) => skip(session, at) },
    pause: { decide: (session, _, at) => pause(session, at) },
    resume: { decide: (session, _, at) => resume(session, at) },
    addTime: { decide: (session, { ms }, at) => addTime(session, ms, at) },
    lock: { decide: (_, { locked }, at) => accept({ type: 'sessionLocked', at, locked }) },
    end: { decide: (session, _, at) => end(session, at), afterEnd: 'already' },
    changeRules: { decide: (session, { changes }, at) => changeRules(session, changes, at) },
    changeDisplay: {
      decide: (session, { display }, at) =>
        accept({ type: 'displayChanged', at, display: { ...session.display, ...display } }),
      afterEnd: 'taken',
    },
    renamePlayer: { decide: renamePlayer, afterEnd: 'taken' },
    removePlayer: { decide: removePlayer, afterEnd: 'taken' },
    removeSilent: { decide: (session, _, at) => removeSilent(session, at) },
    movePlayer: { decide: movePlayer },
    giveTime: { decide: giveTime },
    trainMachine: { decide: (session, { steps }, at) => trainMachine(session, steps, at) },
    openVote: { decide: (session, _, at) => openVote(session, at) },
    openTrial: { decide: (session, { x }, at) => openTrial(session, x, at) },
    openExitTicket: { decide: (session, _, at) => openExitTicket(session, at) },
    showExample: { decide: (session, { topic }, at) => showExample(session, topic, at) },
    playAgain: { decide: (session, _, at) => playAgain(session, at), afterEnd: 'taken' },
    continueLesson: { decide: continueLesson, afterEnd: 'taken' },
  },
  room: {
    // A session is created once, before there is one: `decide`.
    createSession: { decide: () => reject('notAllowed') },
    joinPlayer: { decide: joinPlayer },
    playerLeft: { decide: playerLeft, afterEnd: 'taken' },
    playerReturned: { decide: playerReturned, afterEnd: 'taken' },
    tick: { decide: (session, _, at) => tick(session, at), afterEnd: 'taken' },
    expire: { decide: (session, _, at) => end(session, at), afterEnd: 'already' },
    reopen: { decide: (session, { awayMs }, at) => reopen(session, awayMs, at), afterEnd: 'taken' },
  },
};

const ROLES = ['player', 'host', 'room'] as const satisfies readonly Role[];

/**
 * Role that may send a command.
 *
 * @throws {RangeError} not a command (the room checks the shape before)
 */
export function roleOf({ type }: Command): Role {
  const role = ROLES.find((one) => Object.hasOwn(HANDLERS[one], type));
  if (!role) throw new RangeError(`${type} is no command`);
  return role;
}
