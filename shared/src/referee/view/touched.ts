import { unitName } from '../../maths/unit.ts';
import { mayStartActivity } from '../session/nextStep.ts';
import type { Event } from '../event.ts';
import { seatOf } from '../round/progress.ts';
import type { RunId } from '../round/run.ts';
import type { PlayerId, Session } from '../session/state.ts';

/** What an event can have changed. The session is as it is after the event, or after more events that came with it. */
interface Touches<Of extends Event> {
  /** Public entries, as prefixes for `publicEntries`. */
  readonly entries: (session: Session, event: Of) => readonly string[];
  /** Players whose own view it is. */
  readonly players: (session: Session, event: Of) => readonly PlayerId[];
}

const none = (): readonly never[] => [];
const everything = (): readonly string[] => [''];
const theSession = (): readonly string[] => ['session/'];
const itsPlayerEntry = (_: Session, { player }: { player: PlayerId }): readonly string[] => [
  `players/${player}`,
];
/** The phases of the session's runs say where it can go from here; what is known in one team says how far others are. */
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
/** A round that ends also lets the outcome of a trial be what the network says now. */
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
/** Everybody is told where the teams stand, and players without a seat have something to do as long as a round lasts. */
const itsAudience = ({ runs, players }: Session, { run }: { run: RunId }): readonly PlayerId[] => {
  const now = runs[run];
  return now && now.kind !== 'team' ? [now.owner] : Object.keys(players);
};

/** Every event, once: a missing one does not compile. */
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
  // Players who stood behind it in the ranks move up.
  playerRemoved: { entries: everything, players: everybody },
  playerMoved: {
    // What it was finishing in the team before is over with it.
    entries: (_, { player }) => ['session/', 'runs/', 'lanes/', 'seats/', `players/${player}`],
    players: itsPlayer,
  },
  timeGiven: { entries: none, players: itsPlayer },

  roundOpened: { entries: itsPhase, players: itsAudience },
  layerClosed: { entries: itsAnswering, players: itsMembers },
  backwardOpened: { entries: itsPhase, players: itsMembers },
  answerGraded: {
    entries: (session, event) => {
      const run = session.runs[event.run];
      const seat = run && seatOf(run, event.player);
      // Without a seat, a later event of the same batch has opened the next round and touches every seat anyway.
      const seats = seat ? [`seats/${run.id}/${seat.lane}/${unitName(run.network, seat.unit)}`] : [];
      // A mistake of somebody who finishes after the reveal can be voted on.
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
  finishingStopped: { entries: itsAnswering, players: itsPlayer },
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

/** What an event touches; the type checker only knows it as one of the many. */
const touchesOf = ({ type }: Event): Touches<Event> => TOUCHES[type] as Touches<Event>;

/** Which entries an event can have changed. */
export function touchedBy(session: Session, event: Event): readonly string[] {
  return touchesOf(event).entries(session, event);
}

/** Players whose own view an event can have changed. */
export function playersTouchedBy(session: Session, event: Event): readonly PlayerId[] {
  return touchesOf(event).players(session, event);
}

/** While there is an activity, how many are done with it stands with the session. */
const activityOf = ({ activity }: Session): readonly string[] => (activity ? ['session/'] : []);

function membersOf(session: Session, run: RunId): PlayerId[] {
  const now = session.runs[run];
  if (now && now.kind !== 'team') return [now.owner];
  // A player who was moved elsewhere in the middle of a round still plays it.
  const seated = (now?.seats ?? []).flatMap(({ player }) => (player === null ? [] : [player]));
  const members = Object.values(session.players).flatMap((player) => (player.run === run ? [player.id] : []));
  return [...new Set([...members, ...seated])];
}
