import { unitName } from '../../maths/unit.ts';
import { seatOf } from '../commands/submitAnswer.ts';
import type { Event } from '../event.ts';
import type { PlayerId, RunId, Session } from '../state.ts';

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
      return [''];
    case 'playerJoined':
      return ['session/', `players/${event.player}`];
    case 'playerLeft':
    case 'playerReturned':
      return [`players/${event.player}`];
    case 'roundOpened':
    case 'roundRevealed':
      return [`runs/${event.run}`, `lanes/${event.run}/`, `seats/${event.run}/`];
    case 'answerGraded': {
      const run = session.runs[event.run]!;
      const seat = seatOf(run, event.player);
      // Without a seat, a later event of the same batch has opened the next round and touches every seat anyway.
      const seats = seat ? [`seats/${run.id}/${seat.lane}/${unitName(run.network, seat.unit)}`] : [];
      return [`runs/${run.id}`, ...seats];
    }
    case 'weightsUpdated':
      return [`runs/${event.run}`, `networks/${event.run}`, `updates/${event.run}`];
    case 'sessionPaused':
    case 'sessionLocked':
      return ['session/'];
    case 'sessionResumed':
    case 'deadlinesMoved':
      return ['session/', 'runs/'];
  }
}

/** Whose own view an event can have changed. */
export function playersTouchedBy(session: Session, event: Event): readonly PlayerId[] {
  switch (event.type) {
    case 'playerJoined':
    case 'playerLeft':
    case 'playerReturned':
    case 'answerGraded':
      return [event.player];
    case 'roundOpened':
    case 'roundRevealed':
      return membersOf(session, event.run);
    case 'sessionStarted':
    case 'sessionResumed':
    case 'deadlinesMoved':
    case 'sessionEnded':
      return Object.keys(session.players);
    case 'sessionCreated':
    case 'sessionPaused':
    case 'sessionLocked':
    case 'weightsUpdated':
      return [];
  }
}

function membersOf(session: Session, run: RunId): PlayerId[] {
  return Object.values(session.players)
    .filter((player) => player.run === run)
    .map(({ id }) => id);
}
