import type { EntryPath, EntryTable, PublicView } from './publicView.ts';

/** A view without entries. */
export const EMPTY_VIEW: PublicView = {
  session: {} as PublicView['session'],
  runs: {},
  networks: {},
  lanes: {},
  seats: {},
  updates: {},
  players: {},
  data: {} as PublicView['data'],
};

/** The view with one entry set, or removed when `value` is undefined; the client applies a patch with it. */
export function applyEntry(view: PublicView, path: EntryPath, value: unknown): PublicView {
  const slash = path.indexOf('/');
  const table = path.slice(0, slash) as EntryTable;
  const key = path.slice(slash + 1);
  if (!(table in view)) return view;
  const { [key]: _before, ...rest } = view[table] as Record<string, unknown>;
  return { ...view, [table]: value === undefined ? rest : { ...rest, [key]: value } };
}

/** The view with entries put over it: all public ones over an empty view, a player's own over those. */
export function withEntries(
  view: PublicView,
  entries: Readonly<Partial<Record<EntryPath, unknown>>>,
): PublicView {
  return Object.entries(entries).reduce(
    (sum, [path, value]) => applyEntry(sum, path as EntryPath, value),
    view,
  );
}
