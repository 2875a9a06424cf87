import { unitName } from '../../maths/unit.ts';
import { mayStartActivity } from '../session/nextStep.ts';
import type { Event } from '../event.ts';
import { seatOf } from '../round/progress.ts';
import type { RunId } from '../round/run.ts';
import type { PlayerId, Session } from '../session/state.ts';

/**
 * Entries and players that an event can have changed. The session is as it is after the event, or after more events of
 * the same batch.
 */
interface Touches<Of extends Event> {
  /** Public entries, as prefixes for `publicEntries`. */
  readonly entries: (session: Session, event: Of) => readonly string[];
  /** Players whose own view can have changed. */
  readonly players: (session: Session, event: Of) => readonly PlayerId[];
}

const none = (): readonly never[] => [];
const everything = (): readonly string[] => [''];
const theSession = (): readonly string[] => ['session/'];
const itsPlayerEntry = (_: Session, { player }: { player: PlayerId }): readonly string[] => [
  `players/${player}`,
];
/** Entries of a changed phase: the session's next step, and the lanes of other teams with the same inputs. */
const itsPhase = (_: Session, { run }: { run: RunId }): readonly string[] => [
  'session/',
  `runs/${run}`,
  'lanes/',
  `seats/${run}/`,
];
const itsAnswering = (session: Session, { run }: { run: RunId }): readonly string[] => [
  `runs/${run}`,
  'lanes/',
  `seats/${run}/`,
  ...activityOf(session),
];
/** Entries of changed weights: the outcome of a trial shows the network's present output once a round ends. */
const itsWeights = (_: Session, { run }: { run: RunId }): readonly string[] => [
  'session/',
  `runs/${run}`,
  `networks/${run}`,
  `updates/${run}`,
  'lanes/',
];
const theClocks = (): readonly string[] => ['session/', 'runs/', 'lanes/'];

const itsPlayer = (_: Session, { player }: { player: PlayerId }): readonly PlayerId[] => [player];
const everybody = ({ players }: Session): readonly PlayerId[] => Object.keys(players);
const itsMembers = (session: Session, { run }: { run: RunId }): readonly PlayerId[] =>
  membersOf(session, run);
/** Players told the team standing, and players without a seat, who may warm up as long as a round lasts. */
const itsAudience = ({ runs, players }: Session, { run }: { run: RunId }): readonly PlayerId[] => {
  const now = runs[run];
  return now && now.kind !== 'team' ? [now.owner] : Object.keys(players);
};

/** Touched entries of every event type: a missing one does not compile. */
const TOUCHES: { readonly [Type in Event['type']]: Touches<Extract<Event, { type: Type }>> } = {
  sessionCreated: { entries: everything, players: none },
  sessionStarted: { entries: everything, players: everybody },
  runOpened: {
    entries: (_, { run }) => ['session/', `runs/${run}`, `networks/${run}`],
    players: none,
  },
  warmUpOpened: { entries: none, players: none },
  rulesChanged: { entries: theSession, players: everybody },
  displayChanged: { entries: theSession, players: everybody },
  sessionPaused: { entries: theSession, players: everybody },
  sessionResumed: { entries: theClocks, players: everybody },
  deadlinesMoved: { entries: theClocks, players: everybody },
  sessionLocked: { entries: theSession, players: none },
  sessionEnded: { entries: everything, players: everybody },
  sessionBeganAgain: { entries: everything, players: everybody },

  playerJoined: { entries: (_, { player }) => ['session/', `players/${player}`], players: itsPlayer },
  playerLeft: { entries: itsPlayerEntry, players: itsPlayer },
  playerReturned: { entries: itsPlayerEntry, players: itsPlayer },
  playerRenamed: { entries: itsPlayerEntry, players: none },
  // Players ranked behind the removed one move up.
  playerRemoved: { entries: everything, players: everybody },
  playerMoved: {
    // Changing teams ends what the player was still finishing in the old one.
    entries: (_, { player }) => ['session/', 'runs/', 'lanes/', 'seats/', `players/${player}`],
    players: itsPlayer,
  },
  timeGiven: { entries: none, players: itsPlayer },

  // The update of the round before is shown until now.
  roundOpened: {
    entries: (session, event) => [...itsPhase(session, event), `updates/${event.run}`],
    players: itsAudience,
  },
  layerClosed: { entries: itsAnswering, players: itsMembers },
  backwardOpened: { entries: itsPhase, players: itsMembers },
  answerGraded: {
    entries: (session, event) => {
      const run = session.runs[event.run];
      const seat = run && seatOf(run, event.player);
      // Without a seat, a later event of the same batch has opened the next round and touches every seat anyway.
      const seats = seat ? [`seats/${run.id}/${seat.lane}/${unitName(run.network, seat.unit)}`] : [];
      // A mistake of a player who finishes after the reveal can be voted on.
      const isVotable =
        event.verdict.outcome === 'wrong' && event.part !== 'extra' && mayStartActivity(session);
      return [`runs/${event.run}`, ...seats, ...(isVotable ? ['session/'] : activityOf(session))];
    },
    players: itsPlayer,
  },
  hintTaken: { entries: none, players: itsPlayer },
  betPlaced: { entries: none, players: itsPlayer },
  extraQuestionAsked: { entries: none, players: itsPlayer },
  roundRevealed: { entries: itsPhase, players: itsAudience },
  // The answers count with those of the others from here on, so that there can be a mistake to vote on.
  finishingStopped: {
    entries: (session, event) => ['session/', ...itsAnswering(session, event)],
    players: itsPlayer,
  },
  weightsUpdated: { entries: itsWeights, players: itsMembers },
  machineTrained: { entries: itsWeights, players: itsMembers },
  roundSkipped: { entries: itsPhase, players: itsAudience },
  runEnded: { entries: none, players: itsMembers },

  stepBegun: { entries: theSession, players: none },
  activityOpened: { entries: theSession, players: everybody },
  voteCast: { entries: theSession, players: itsPlayer },
  guessMade: { entries: theSession, players: itsPlayer },
  activityClosed: { entries: theSession, players: everybody },
  activityDismissed: { entries: theSession, players: everybody },
};

/** Touched entries by event; the type checker cannot relate the key to the event. */
const touchesOf = ({ type }: Event): Touches<Event> => TOUCHES[type] as Touches<Event>;

/** Public entries, as path prefixes, that an event can have changed. */
export function touchedBy(session: Session, event: Event): readonly string[] {
  return touchesOf(event).entries(session, event);
}

/** Players whose own view an event can have changed. */
export function playersTouchedBy(session: Session, event: Event): readonly PlayerId[] {
  return touchesOf(event).players(session, event);
}

/** Session entry, while there is an activity: it has the number of players who are done. */
const activityOf = ({ activity }: Session): readonly string[] => (activity ? ['session/'] : []);

function membersOf(session: Session, run: RunId): PlayerId[] {
  const now = session.runs[run];
  if (now && now.kind !== 'team') return [now.owner];
  // A player who was moved to another team in the middle of a round still plays it.
  const seated = (now?.seats ?? []).flatMap(({ player }) => (player === null ? [] : [player]));
  const members = Object.values(session.players).flatMap((player) => (player.run === run ? [player.id] : []));
  return [...new Set([...members, ...seated])];
}
