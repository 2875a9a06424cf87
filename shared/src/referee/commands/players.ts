import { meanLoss } from '../../maths/update.ts';
import { unitByName } from '../../maths/unit.ts';
import type { HostCommand } from '../command.ts';
import { accept, type Decision, reject } from '../decision.ts';
import type { Event } from '../event.ts';
import { TIME_FACTORS } from '../session/settings.ts';
import { LIMITS, type Player, type PlayerId, type Session } from '../session/state.ts';
import { hasRoom, runIdAt, teamRuns } from '../teams/teams.ts';

type Of<Type> = Extract<HostCommand, { type: Type }>;

/** What the host does with single players. */

/** A player who has joined, sent away or not. `id` is the host page's own, so it can also be a name that objects inherit. */
function joined({ players }: Session, id: PlayerId): Player | undefined {
  return Object.hasOwn(players, id) ? players[id] : undefined;
}

function here(session: Session, id: PlayerId): Player | undefined {
  const player = joined(session, id);
  return player?.removal === null ? player : undefined;
}

export function renamePlayer(session: Session, { player }: Of<'renamePlayer'>, at: number): Decision {
  return here(session, player) ? accept({ type: 'playerRenamed', at, player }) : reject('unknownPlayer');
}

export function removePlayer(
  session: Session,
  { player: id, banned }: Of<'removePlayer'>,
  at: number,
): Decision {
  const player = joined(session, id);
  if (!player) return reject('unknownPlayer');
  const isSo = player.removal === 'banned' || (player.removal === 'removed' && !banned);
  return isSo ? accept() : accept({ type: 'playerRemoved', at, player: id, banned });
}

/** To another team, an existing or a new one, and to a unit of its network; from the next round on. */
export function movePlayer(session: Session, command: Of<'movePlayer'>, at: number): Decision {
  const { unit } = command;
  const player = here(session, command.player);
  if (!player) return reject('unknownPlayer');
  if (session.status !== 'running' || session.settings.pacing === 'self') return reject('wrongPhase');
  if (unit !== null && (unitByName(session.initial, unit)?.layer ?? 0) === 0) return reject('unknownUnit');
  const events: Event[] = [];
  let { run } = command;
  if (run === null) {
    if (teamRuns(session).length >= LIMITS.teams) return reject('sessionFull');
    run = Array.from({ length: LIMITS.teams + 1 }, (_, i) => runIdAt(i)).find((id) => !session.runs[id])!;
    const loss = meanLoss(session.initial, session.data);
    events.push({ type: 'runOpened', at, run, kind: 'team', loss });
  } else {
    if (session.runs[run]?.kind !== 'team') return reject('unknownRun');
    if (run !== player.run && !hasRoom(session, run)) return reject('sessionFull');
  }
  return accept(...events, { type: 'playerMoved', at, player: player.id, run, unit });
}

export function giveTime(session: Session, { player, factor }: Of<'giveTime'>, at: number): Decision {
  const known = here(session, player);
  if (!known) return reject('unknownPlayer');
  if (!TIME_FACTORS.includes(factor)) return reject('malformed');
  return known.timeFactor === factor ? accept() : accept({ type: 'timeGiven', at, player, factor });
}
