import { own } from '../../own.ts';
import type { Player, Session } from '../session/state.ts';

/** Tells whether a player has answered anything so far: in the present round, or to an effect in an earlier one. */
function hasAnswered({ runs }: Pick<Session, 'runs'>, player: Player): boolean {
  if (player.score > 0 || player.clean > 0 || player.misses > 0) return true;
  const answers = player.run === null ? undefined : own(runs[player.run]?.answers ?? {}, player.id);
  return answers !== undefined && Object.keys(answers.verdicts).length > 0;
}

/** Tells whether a player has never answered, and is away or has a seat for the second time at least. */
export function isSilent(session: Pick<Session, 'runs'>, player: Player): boolean {
  const { output, hidden } = player.seats;
  return (
    player.removal === null &&
    (player.leftAt !== null || output + hidden > 1) &&
    !hasAnswered(session, player)
  );
}

/** All silent players, who are removed by one press. */
export function silentPlayers(session: Session): Player[] {
  return Object.values(session.players).filter((player) => isSilent(session, player));
}

/** Player who gives up the place in a full session: the one away longest of those who never answered. */
export function givesPlace(session: Session): Player | undefined {
  let longest: Player | undefined;
  for (const player of silentPlayers(session)) {
    if (player.leftAt !== null && player.leftAt < (longest?.leftAt ?? Infinity)) longest = player;
  }
  return longest;
}
