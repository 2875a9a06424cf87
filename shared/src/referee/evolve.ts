import type { Event } from './event.ts';
import { evolveActivity } from './evolve/activities.ts';
import { evolvePlayer } from './evolve/players.ts';
import { evolveRound } from './evolve/rounds.ts';
import { created, evolveSession } from './evolve/sessions.ts';
import type { Session } from './session/state.ts';

/** State after an event. Copies outcomes out of the event; computes nothing that engines could disagree on. */
export function evolve(session: Session | null, event: Event): Session {
  if (event.type === 'sessionCreated') return created(event);
  if (!session) throw new RangeError(`a session begins with sessionCreated, not ${event.type}`);
  switch (event.type) {
    case 'sessionStarted':
    case 'runOpened':
    case 'warmUpOpened':
    case 'rulesChanged':
    case 'displayChanged':
    case 'sessionPaused':
    case 'sessionResumed':
    case 'deadlinesMoved':
    case 'sessionLocked':
    case 'sessionEnded':
    case 'sessionBeganAgain':
      return evolveSession(session, event);
    case 'playerJoined':
    case 'playerLeft':
    case 'playerReturned':
    case 'playerRenamed':
    case 'playerRemoved':
    case 'playerMoved':
    case 'timeGiven':
      return evolvePlayer(session, event);
    case 'stepBegun':
    case 'activityOpened':
    case 'voteCast':
    case 'guessMade':
    case 'activityClosed':
    case 'activityDismissed':
      return evolveActivity(session, event);
    case 'roundOpened':
    case 'layerClosed':
    case 'backwardOpened':
    case 'answerGraded':
    case 'hintTaken':
    case 'betPlaced':
    case 'extraQuestionAsked':
    case 'roundRevealed':
    case 'finishingStopped':
    case 'weightsUpdated':
    case 'machineTrained':
    case 'roundSkipped':
    case 'runEnded':
      return evolveRound(session, event);
  }
}

/**
 * State after all events of a log, in order.
 *
 * @throws {RangeError} the log is empty
 */
export function fold(events: readonly Event[]): Session {
  let session: Session | null = null;
  for (const event of events) session = evolve(session, event);
  if (!session) throw new RangeError('an empty log is no session');
  return session;
}
