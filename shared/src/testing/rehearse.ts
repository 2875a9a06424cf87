import { Agenda } from '../rehearsal/agenda.ts';
import { type Bot, skillOf } from '../rehearsal/bot.ts';
import { isByLayer } from '../referee/clock/clock.ts';
import { isAnswering, isDone } from '../referee/round/progress.ts';
import type { Decision } from '../referee/decision.ts';
import type { PlayerCommand } from '../referee/command.ts';
import type { Session } from '../referee/session/state.ts';
import type { TestTable } from './table.ts';
import { teamRuns } from '../referee/teams/teams.ts';

/** Interval at which the room and its bots read the clock, ms. */
const BEAT_MS = 500;

interface Rehearsed {
  readonly command: PlayerCommand;
  readonly decision: Decision;
  readonly at: number;
}

/** Bots for all players at the table; of the given skill, or as different as in a class. */
export function botsAt({ session }: TestTable, skill?: number): Bot[] {
  return Object.keys(session.players).map((player, index) => ({
    player,
    index,
    skill: skill ?? skillOf(session.seed, index),
  }));
}

/**
 * Lets bots play until a condition holds; the clock goes on meanwhile.
 *
 * @returns their commands with the referee's decisions
 * @throws {Error} the condition did not hold in time
 */
export function rehearse(
  table: TestTable,
  bots: readonly Bot[],
  isEnough: (session: Session) => boolean,
  atMostMs = 600_000,
  agenda = new Agenda(),
): Rehearsed[] {
  const said: Rehearsed[] = [];
  for (const until = table.at + atMostMs; !isEnough(table.session); table.at += BEAT_MS) {
    if (table.at > until) throw new Error('the bots did not get there');
    table.room({ type: 'tick' });
    for (const { by, command } of agenda.due(table.session, bots, table.at)) {
      said.push({ command, decision: table.player(by, command), at: table.at });
    }
  }
  return said;
}

/** Tells whether a teacher would go on: all players are through, or the clock is up. */
function isThrough(session: Session, at: number): boolean {
  const { activity } = session;
  const teams = teamRuns(session);
  if (activity?.closedAt === null) {
    const given =
      activity.type === 'vote' ? activity.votes : activity.type === 'trial' ? activity.guesses : {};
    const isEveryoneIn = Object.keys(given).length === Object.keys(session.players).length;
    return isEveryoneIn || at >= (activity.deadlineAt ?? at);
  }
  return teams.every((run) => {
    if (!isAnswering(run)) return true;
    if (isByLayer(run)) return run.lanes.every(({ turn }) => turn === null);
    const isEveryoneIn = run.seats.every((seat) => isDone(run, seat));
    return isEveryoneIn || at >= Math.max(run.deadlines.output, run.deadlines.hidden);
  });
}

/** Adds one more player, played by a bot. */
function comeLate(table: TestTable, bots: Bot[]): void {
  const index = bots.length;
  const player = `late${index}`;
  const { accepted } = table.room({ type: 'joinPlayer', player });
  if (accepted) bots.push({ player, index, skill: skillOf(table.session.seed, index) });
}

/**
 * Plays a session that a host leads to its end.
 *
 * @param lateMs  time from the start of a phase after which one more player joins, in every phase that lasts that long
 */
export function rehearseLesson(table: TestTable, bots: Bot[], lateMs = Number.POSITIVE_INFINITY): void {
  const agenda = new Agenda();
  while (table.session.status !== 'ended') {
    const lateAt = table.at + lateMs;
    const isEarly = (session: Session): boolean => table.at >= lateAt || isThrough(session, table.at);
    rehearse(table, bots, isEarly, undefined, agenda);
    if (!isThrough(table.session, table.at)) comeLate(table, bots);
    rehearse(table, bots, (session) => isThrough(session, table.at), undefined, agenda);
    table.at += 3_000;
    table.next();
  }
}
