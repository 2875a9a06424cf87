import { helpAt } from '../../question/help.ts';
import type { Event, PlayerEvent } from '../event.ts';
import { ownerOf, type Run } from '../round/run.ts';
import type { Player, PlayerId, Session } from '../session/state.ts';
import { mapValues, without, withPlayer } from './change.ts';
import { withoutFinishing } from './answers.ts';

export function evolvePlayer(session: Session, event: PlayerEvent): Session {
  switch (event.type) {
    case 'playerJoined':
      return joined(session, event);
    case 'playerLeft':
      return withPlayer(session, event.player, (player) => ({ ...player, leftAt: event.at }));
    case 'playerReturned':
      return withPlayer(session, event.player, (player) => ({ ...player, leftAt: null }));
    case 'playerRenamed':
      // Names are kept beside the log.
      return session;
    case 'playerRemoved':
      return removed(session, event);
    case 'playerMoved':
      return moved(session, event);
    case 'timeGiven':
      return withPlayer(session, event.player, (player) => ({ ...player, timeFactor: event.factor }));
  }
}

/** Moves a player to a run; finishing in the run before is stopped. */
function moved(
  session: Session,
  { player: id, run, unit }: Extract<Event, { type: 'playerMoved' }>,
): Session {
  const before = session.players[id]!.run;
  const free = before === null || before === run ? session : withoutFinishing(session, before, id);
  return withPlayer(free, id, (player) => ({ ...player, run, unitOverride: unit }));
}

function joined(session: Session, { player: id, run }: Extract<Event, { type: 'playerJoined' }>): Session {
  const player: Player = {
    id,
    arrival: session.arrivals,
    run,
    leftAt: null,
    removal: null,
    score: 0,
    questionPoints: 0,
    pointsByRound: [],
    seats: { output: 0, hidden: 0 },
    streak: 0,
    clean: 0,
    misses: 0,
    verdicts: [],
    help: helpAt(session.settings.help),
    timeFactor: 1,
    unitOverride: null,
  };
  return { ...session, players: { ...session.players, [id]: player }, arrivals: session.arrivals + 1 };
}

/** Sends a player away: the machine takes the seat, and the player's answers and own runs are removed. */
function removed(
  session: Session,
  { player: id, banned }: Extract<Event, { type: 'playerRemoved' }>,
): Session {
  const leave = <Value>(record: Readonly<Record<PlayerId, Value>>): Record<PlayerId, Value> =>
    id in record ? without(record, [id]) : { ...record };
  const runs = mapValues(
    session.runs,
    (run): Run => ({
      ...run,
      seats: run.seats.map((seat) =>
        seat.player === id
          ? { ...seat, player: null, question: null, truth: null, inseparable: [], forward: null }
          : seat,
      ),
      answers: leave(run.answers),
      extraQuestions: leave(run.extraQuestions),
      bets: leave(run.bets),
      finishing: leave(run.finishing),
    }),
  );
  const own = Object.values(runs).flatMap((run) => (ownerOf(run) === id ? [run.id] : []));
  const scoresAtReveal = without(session.scoresAtReveal, [id]);
  return withPlayer({ ...session, scoresAtReveal, runs: without(runs, own) }, id, (player) => ({
    ...player,
    removal: banned ? 'banned' : 'removed',
  }));
}
