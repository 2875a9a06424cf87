import type { Session } from '../../referee/session/state.ts';
import {
  applyDelta,
  runOf,
  deltaOf,
  type EntryPath,
  hostRow,
  type Names,
  playerView,
  publicEntries,
  scopeOf,
  scopesOf,
  sightOf,
} from '../../referee/view.ts';
import type { Rule } from '../oracle/book.ts';
import { firstDifference } from '../equal.ts';

type Entries = Readonly<Record<string, unknown>>;

const nameOf = (player: string): string => `<${player}>`;

/**
 * Checks what each player is sent: nothing of another team or lane, the own seat among it, no name where the host has
 * switched names off, and changes that add up to the whole.
 */
export function audiencesWatcher(rule: Rule): (session: Session) => void {
  const shown = new Map<string, Entries>();
  return (session) => {
    const players = Object.keys(session.players);
    const names: Names = Object.fromEntries(players.map((player) => [player, nameOf(player)]));
    const all = publicEntries(session, names, '');
    if (!session.display.names) {
      rule(!players.some((one) => JSON.stringify(all).includes(nameOf(one))), 'a hidden name is public');
    }
    for (const player of players) {
      const seen = entriesFor(session, all, player);
      checkEntries(session, seen, player, rule);
      const mine = playerView(session, player, names);
      const others = players.filter((one) => one !== player);
      if (!session.display.names) {
        rule(!others.some((one) => JSON.stringify(mine).includes(nameOf(one))), 'a hidden name is in a view');
      }
      const row = hostRow(session, player, names);
      rule(row === null || row.name === nameOf(player), 'the host sees every name');
      const before = shown.get(player) ?? {};
      const after: Entries = { ...seen, mine };
      const delta = deltaOf(before, after);
      const difference = firstDifference(delta ? applyDelta(before, delta) : before, after);
      rule(difference === undefined, `changes do not add up at ${difference}`);
      shown.set(player, after);
    }
  };
}

function entriesFor(session: Session, all: Entries, player: string): Entries {
  const scopes = new Set(scopesOf(sightOf(session, player)));
  return Object.fromEntries(Object.entries(all).filter(([path]) => scopes.has(scopeOf(path as EntryPath))));
}

function checkEntries(session: Session, seen: Entries, player: string, rule: Rule): void {
  const { run, lane } = sightOf(session, player);
  for (const path of Object.keys(seen)) {
    const [table, ofRun, ofLane] = path.split('/');
    if (table === 'session' || table === 'data') continue;
    const isOwn = ofRun === run && (ofLane === undefined || ofLane === `${lane}`);
    rule(isOwn, `a player of ${run}/${lane} sees ${path}`);
  }
  const mine = playerView(session, player);
  const present = runOf(session, player);
  if (!mine.seat || mine.seat.finishing || present?.kind !== 'team' || session.players[player]!.removal)
    return;
  const seat = seen[`seats/${present.id}/${mine.seat.lane}/${mine.seat.unit}`] as { player?: string };
  rule(seat?.player === player, 'a player sees the own seat');
}
