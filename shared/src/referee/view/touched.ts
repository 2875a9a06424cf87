import { unitName } from '../../maths/unit.ts';
import { isByLayer } from '../clock/clock.ts';
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
const itsPresence = (_: Session, { player }: { player: PlayerId }): readonly string[] => [
  'session/',
  `players/${player}`,
];
/** Entries of a changed phase: the session's next step, and the lanes of other teams with the same inputs. */
const itsPhase = (_: Session, { run }: { run: RunId }): readonly string[] => [
  'session/',
  `runs/${run}`,
  'lanes/',
  `turns/${run}/`,
  `seats/${run}/`,
];
const itsAnswering = (session: Session, { run }: { run: RunId }): readonly string[] => [
  `runs/${run}`,
  'lanes/',
  `turns/${run}/`,
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
  displayChanged: { entries: () => ['session/', 'players/', 'seats/'], players: everybody },
  sessionPaused: { entries: theSession, players: everybody },
  sessionResumed: { entries: theClocks, players: everybody },
  deadlinesMoved: { entries: theClocks, players: everybody },
  sessionLocked: { entries: theSession, players: none },
  sessionEnded: { entries: everything, players: everybody },
  sessionBeganAgain: { entries: everything, players: everybody },

  playerJoined: { entries: itsPresence, players: itsPlayer },
  playerLeft: { entries: itsPresence, players: itsPlayer },
  playerReturned: { entries: itsPresence, players: itsPlayer },
  // Names stand at seats, and beside ranks.
  playerRenamed: { entries: (_, { player }) => [`players/${player}`, 'seats/'], players: everybody },
  // Players ranked behind the removed one move up.
  playerRemoved: { entries: everything, players: everybody },
  playerMoved: {
    // Changing teams ends what the player was still finishing in the old one.
    entries: (_, { player }) => ['session/', 'runs/', 'lanes/', 'turns/', 'seats/', `players/${player}`],
    players: itsPlayer,
  },
  timeGiven: { entries: none, players: itsPlayer },

  // The update of the round before is shown until now.
  roundOpened: {
    entries: (session, event) => [
      ...itsPhase(session, event),
      `updates/${event.run}`,
      'mistakes/',
      'examples/',
    ],
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
      const turns = run && isByLayer(run) ? [`turns/${run.id}/`] : [];
      return [`runs/${event.run}`, ...seats, ...turns, ...(isVotable ? ['session/'] : activityOf(session))];
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
  activityOpened: { entries: () => ['session/', 'examples/'], players: everybody },
  voteCast: { entries: theSession, players: itsPlayer },
  guessMade: { entries: theSession, players: itsPlayer },
  activityClosed: { entries: theSession, players: everybody },
  exampleShown: { entries: () => ['examples/'], players: none },
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

/**
 * Events after which only a count or one player's progress is shown anew: those who see it can wait for the next ones,
 * so that a class of 1,000 that answers at once costs a page no more than one of 30.
 */
const COUNTED: ReadonlySet<Event['type']> = new Set([
  'playerJoined',
  'playerLeft',
  'playerReturned',
  'answerGraded',
  'hintTaken',
  'betPlaced',
  'extraQuestionAsked',
  'warmUpOpened',
  'voteCast',
  'guessMade',
]);

/** Tells whether the others can be shown an event a little later, together with others of its kind. */
export const mayWait = ({ type }: Event): boolean => COUNTED.has(type);

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
