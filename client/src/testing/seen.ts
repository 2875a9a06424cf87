import {
  EMPTY_VIEW,
  playerView,
  publicEntries,
  type PublicView,
  withEntries,
} from '@relay/shared/referee/view';
import type { TestTable } from '@relay/shared/testing/table';

/** Public view of a session. */
export function publicView({ session }: TestTable): PublicView {
  const names = Object.fromEntries(Object.keys(session.players).map((id) => [id, `Name of ${id}`]));
  return withEntries(EMPTY_VIEW, publicEntries(session, names, ''));
}

/** View of a player: their own view, and the public one with their own entries over it. */
export function seenBy(table: TestTable, player: string) {
  const mine = playerView(table.session, player, {}, table.texts);
  return { mine, seat: mine.seat!, view: withEntries(publicView(table), mine.own) };
}
