import { Agenda } from '../rehearsal/agenda.ts';
import { type Bot, skillOf } from '../rehearsal/bot.ts';
import type { Decision } from '../referee/decision.ts';
import type { PlayerCommand } from '../referee/command.ts';
import type { Session } from '../referee/state.ts';
import type { TestTable } from './table.ts';

/** How often the room and its bots look at the clock. */
const BEAT_MS = 500;

interface Rehearsed {
  readonly command: PlayerCommand;
  readonly decision: Decision;
  readonly at: number;
}

/** Everyone at the table, played by bots; of the given skill, or as different as in a class. */
export function botsAt({ session }: TestTable, skill?: number): Bot[] {
  return Object.keys(session.players).map((player, index) => ({
    player,
    index,
    skill: skill ?? skillOf(session.seed, index),
  }));
}

/**
 * Lets bots play until it is enough; the clock goes on meanwhile.
 *
 * @returns what they said and what became of it
 * @throws {Error} it was not enough after so long
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
