import { unitName } from '../../maths/unit.ts';
import { isFree } from '../ahead.ts';
import type { Event } from '../event.ts';
import { seatOf } from '../progress.ts';
import type { RunId } from '../run.ts';
import type { PlayerId, Session } from '../state.ts';

/**
 * Which entries an event can have changed, as prefixes for `publicEntries`.
 *
 * @param session  after the event, or after more events that came with it
 */
export function touchedBy(session: Session, event: Event): readonly string[] {
  switch (event.type) {
    case 'sessionCreated':
    case 'sessionStarted':
    case 'sessionEnded':
    case 'sessionBeganAgain':
    case 'playerRemoved':
      return [''];
    case 'playerJoined':
      return ['session/', `players/${event.player}`];
    case 'playerLeft':
    case 'playerReturned':
    case 'playerRenamed':
      return [`players/${event.player}`];
    case 'playerMoved':
      // What it was finishing in the team before is over with it.
      return ['session/', 'runs/', 'lanes/', 'seats/', `players/${event.player}`];
    case 'runOpened':
      return ['session/', `runs/${event.run}`, `networks/${event.run}`];
    case 'roundOpened':
    case 'roundRevealed':
    case 'backwardOpened':
    case 'roundSkipped':
      // Where the lead goes from here hangs on the phases; what is known in one team on how far the others are.
      return ['session/', `runs/${event.run}`, 'lanes/', `seats/${event.run}/`];
    case 'layerClosed':
    case 'finishingStopped':
      return [`runs/${event.run}`, 'lanes/', `seats/${event.run}/`, ...sheetOf(session)];
    case 'answerGraded': {
      const run = session.runs[event.run];
      const seat = run && seatOf(run, event.player);
      // Without a seat, a later event of the same batch has opened the next round and touches every seat anyway.
      const seats = seat ? [`seats/${run.id}/${seat.lane}/${unitName(run.network, seat.unit)}`] : [];
      // A mistake of somebody who finishes after the reveal can be voted on.
      const isVotable = event.verdict.outcome === 'wrong' && event.part !== 'bonus' && isFree(session);
      return [`runs/${event.run}`, ...seats, ...(isVotable ? ['session/'] : sheetOf(session))];
    }
    case 'weightsUpdated':
    case 'machineTrained':
      // A round that ends also lets the outcome of a trial be what the network says now.
      return ['session/', `runs/${event.run}`, `networks/${event.run}`, `updates/${event.run}`, 'lanes/'];
    case 'sessionPaused':
    case 'sessionLocked':
    case 'rulesChanged':
    case 'shownChanged':
    case 'stepBegun':
    case 'activityOpened':
    case 'activityClosed':
    case 'activityDismissed':
    case 'voteCast':
    case 'guessMade':
      return ['session/'];
    case 'sessionResumed':
    case 'deadlinesMoved':
      return ['session/', 'runs/', 'lanes/'];
    case 'hintTaken':
    case 'betPlaced':
    case 'bonusAsked':
    case 'timeGiven':
    case 'runEnded':
    case 'warmUpOpened':
      return [];
  }
}

/** While something is done between rounds, how many are done with it stands with the session. */
const sheetOf = ({ activity }: Session): readonly string[] => (activity ? ['session/'] : []);

/** Whose own view an event can have changed. */
export function playersTouchedBy(session: Session, event: Event): readonly PlayerId[] {
  switch (event.type) {
    case 'playerJoined':
    case 'playerLeft':
    case 'playerReturned':
    case 'playerMoved':
    case 'timeGiven':
    case 'hintTaken':
    case 'betPlaced':
    case 'bonusAsked':
    case 'finishingStopped':
    case 'voteCast':
    case 'guessMade':
      return [event.player];
    case 'answerGraded':
      return [event.player];
    case 'roundOpened':
    case 'roundRevealed':
    case 'roundSkipped':
      // Where everyone stands is told to all, and also who has no seat in it has something to do as long as it lasts.
      return session.runs[event.run]?.owner ? membersOf(session, event.run) : Object.keys(session.players);
    case 'layerClosed':
    case 'backwardOpened':
    case 'weightsUpdated':
    case 'machineTrained':
    case 'runEnded':
      return membersOf(session, event.run);
    // Whoever stood behind it in the ranks moves up.
    case 'playerRemoved':
    case 'sessionStarted':
    case 'sessionPaused':
    case 'sessionResumed':
    case 'deadlinesMoved':
    case 'sessionEnded':
    case 'sessionBeganAgain':
    case 'rulesChanged':
    case 'shownChanged':
    case 'activityOpened':
    case 'activityClosed':
    case 'activityDismissed':
      return Object.keys(session.players);
    case 'sessionCreated':
    case 'sessionLocked':
    case 'playerRenamed':
    case 'runOpened':
    case 'warmUpOpened':
    case 'stepBegun':
      return [];
  }
}

function membersOf(session: Session, run: RunId): PlayerId[] {
  const owner = session.runs[run]?.owner;
  if (owner) return [owner];
  // Who was moved elsewhere in the middle of a round still plays it.
  const seated = (session.runs[run]?.seats ?? []).flatMap(({ player }) => (player === null ? [] : [player]));
  const members = Object.values(session.players).flatMap((player) => (player.run === run ? [player.id] : []));
  return [...new Set([...members, ...seated])];
}
