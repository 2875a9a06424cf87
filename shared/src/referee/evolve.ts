import type { Event } from './event.ts';
import { evolveActivity } from './evolve/activities.ts';
import { evolvePlayer } from './evolve/players.ts';
import { evolveRound } from './evolve/rounds.ts';
import { created, evolveSession } from './evolve/sessions.ts';
import type { Session } from './session/state.ts';

type EvolveOne<Type> = (session: Session, event: Extract<Event, { type: Type }>) => Session;

/** Function that applies each type of event: a missing one does not compile. */
const EVOLVE: { readonly [Type in Exclude<Event['type'], 'sessionCreated'>]: EvolveOne<Type> } = {
  sessionStarted: evolveSession,
  runOpened: evolveSession,
  warmUpOpened: evolveSession,
  rulesChanged: evolveSession,
  displayChanged: evolveSession,
  sessionPaused: evolveSession,
  sessionResumed: evolveSession,
  deadlinesMoved: evolveSession,
  sessionLocked: evolveSession,
  sessionEnded: evolveSession,
  sessionBeganAgain: evolveSession,
  playerJoined: evolvePlayer,
  playerLeft: evolvePlayer,
  playerReturned: evolvePlayer,
  playerRenamed: evolvePlayer,
  playerRemoved: evolvePlayer,
  playerMoved: evolvePlayer,
  timeGiven: evolvePlayer,
  stepBegun: evolveActivity,
  activityOpened: evolveActivity,
  voteCast: evolveActivity,
  guessMade: evolveActivity,
  activityClosed: evolveActivity,
  activityDismissed: evolveActivity,
  exampleShown: evolveActivity,
  roundOpened: evolveRound,
  layerClosed: evolveRound,
  backwardOpened: evolveRound,
  answerGraded: evolveRound,
  hintTaken: evolveRound,
  betPlaced: evolveRound,
  extraQuestionAsked: evolveRound,
  roundRevealed: evolveRound,
  finishingStopped: evolveRound,
  weightsUpdated: evolveRound,
  machineTrained: evolveRound,
  roundSkipped: evolveRound,
  runEnded: evolveRound,
};

/** Tells if an event of this type exists today. */
export const isEventType = (type: string): type is Event['type'] =>
  type === 'sessionCreated' || Object.hasOwn(EVOLVE, type);

/** State after an event. Copies outcomes out of the event; computes nothing that engines could disagree on. */
export function evolve(session: Session | null, event: Event): Session {
  if (event.type === 'sessionCreated') return created(event);
  if (!session) throw new RangeError(`a session begins with sessionCreated, not ${event.type}`);
  const apply = EVOLVE[event.type] as EvolveOne<Event['type']>;
  return apply(session, event);
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
