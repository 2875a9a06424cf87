import type { EntryPath, EntryTable, PublicView } from './publicView.ts';

/** A view into which no entry has come yet. */
export const EMPTY_VIEW: PublicView = {
  session: {} as PublicView['session'],
  runs: {},
  networks: {},
  lanes: {},
  seats: {},
  updates: {},
  players: {},
};

/** The view with one entry set, or taken out when `value` is undefined. What the client does with a patch. */
export function applyEntry(view: PublicView, path: EntryPath, value: unknown): PublicView {
  const slash = path.indexOf('/');
  const table = path.slice(0, slash) as EntryTable;
  const key = path.slice(slash + 1);
  if (!(table in view)) return view;
  const { [key]: _before, ...rest } = view[table] as Record<string, unknown>;
  return { ...view, [table]: value === undefined ? rest : { ...rest, [key]: value } };
}

/** The view with a player's own entries put over it: its run is in nobody else's. */
export function withOwnEntries(
  view: PublicView,
  own: Readonly<Partial<Record<EntryPath, unknown>>>,
): PublicView {
  return Object.entries(own).reduce((sum, [path, value]) => applyEntry(sum, path as EntryPath, value), view);
}
