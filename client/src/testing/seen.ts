import {
  applyEntry,
  EMPTY_VIEW,
  type EntryPath,
  playerView,
  publicEntries,
  type PublicView,
  withOwnEntries,
} from '@relay/shared/referee/view';
import type { TestTable } from '@relay/shared/testing/table';

/** What everyone sees of a session. */
export function publicView({ session }: TestTable): PublicView {
  const names = Object.fromEntries(Object.keys(session.players).map((id) => [id, `Name of ${id}`]));
  return Object.entries(publicEntries(session, names, '')).reduce<PublicView>(
    (view, [path, value]) => applyEntry(view, path as EntryPath, value),
    EMPTY_VIEW,
  );
}

/** What a player sees: its own things, and the public ones with its own entries over them. */
export function seenBy(table: TestTable, player: string) {
  const mine = playerView(table.session, player);
  return { mine, seat: mine.seat!, view: withOwnEntries(publicView(table), mine.own) };
}
