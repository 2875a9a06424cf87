import { own } from '../../own.ts';
import { meanLoss } from '../../maths/update.ts';
import { unitByName } from '../../maths/unit.ts';
import type { HostCommand } from '../command.ts';
import { accept, type Decision, reject } from '../decision.ts';
import type { Event } from '../event.ts';
import { TIME_FACTORS } from '../session/settings.ts';
import { LIMITS, type Player, type PlayerId, type Session } from '../session/state.ts';
import { silentPlayers } from '../teams/silent.ts';
import { cursorOfNewTeam, hasRoom, runIdAt, teamRuns } from '../teams/teams.ts';

type Of<Type> = Extract<HostCommand, { type: Type }>;

/** Host commands about single players. */

/** Player with an id, unless sent away. */
function present(session: Session, id: PlayerId): Player | undefined {
  const player = own(session.players, id);
  return player?.removal === null ? player : undefined;
}

/** Records that a player was renamed; the room keeps the name itself. */
export function renamePlayer(session: Session, { player }: Of<'renamePlayer'>, at: number): Decision {
  return present(session, player) ? accept({ type: 'playerRenamed', at, player }) : reject('unknownPlayer');
}

/** Sends a player away, for now or for good (`banned`). */
export function removePlayer(
  session: Session,
  { player: id, banned }: Of<'removePlayer'>,
  at: number,
): Decision {
  const player = own(session.players, id);
  if (!player) return reject('unknownPlayer');
  const isSo = player.removal === 'banned' || (player.removal === 'removed' && !banned);
  return isSo ? accept() : accept({ type: 'playerRemoved', at, player: id, banned });
}

/** Sends away all players who have never answered; each can come back. */
export function removeSilent(session: Session, at: number): Decision {
  return accept(
    ...silentPlayers(session).map(({ id }): Event => {
      return { type: 'playerRemoved', at, player: id, banned: false };
    }),
  );
}

/** Moves a player to a team, an existing or a new one, and to a unit of its network; from the next round on. */
export function movePlayer(session: Session, command: Of<'movePlayer'>, at: number): Decision {
  const { unit } = command;
  const player = present(session, command.player);
  if (!player) return reject('unknownPlayer');
  if (session.status !== 'running' || session.settings.pacing === 'self') return reject('wrongPhase');
  if (unit !== null && (unitByName(session.initial, unit)?.layer ?? 0) === 0) return reject('unknownUnit');
  const events: Event[] = [];
  let { run } = command;
  if (run === null) {
    if (teamRuns(session).length >= LIMITS.teams) return reject('sessionFull');
    run = Array.from({ length: LIMITS.teams + 1 }, (_, i) => runIdAt(i)).find(
      (id) => !own(session.runs, id),
    )!;
    const loss = meanLoss(session.initial, session.data);
    events.push({ type: 'runOpened', at, run, kind: 'team', cursor: cursorOfNewTeam(session), loss });
  } else {
    if (own(session.runs, run)?.kind !== 'team') return reject('unknownRun');
    if (run !== player.run && !hasRoom(session, run)) return reject('sessionFull');
  }
  return accept(...events, { type: 'playerMoved', at, player: player.id, run, unit });
}

/** Gives a player a multiple of the usual answering time. */
export function giveTime(session: Session, { player, factor }: Of<'giveTime'>, at: number): Decision {
  const known = present(session, player);
  if (!known) return reject('unknownPlayer');
  if (!TIME_FACTORS.includes(factor)) return reject('malformed');
  return known.timeFactor === factor ? accept() : accept({ type: 'timeGiven', at, player, factor });
}
