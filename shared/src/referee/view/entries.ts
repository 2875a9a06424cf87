import type { EntryPath, EntryTable, PublicView } from './publicView.ts';

/** A view without entries. */
export const EMPTY_VIEW: PublicView = {
  session: {} as PublicView['session'],
  runs: {},
  networks: {},
  lanes: {},
  turns: {},
  seats: {},
  updates: {},
  players: {},
  mistakes: {},
  examples: {} as PublicView['examples'],
  data: {} as PublicView['data'],
};

/**
 * The view with entries put over it: all public ones over an empty view, a player's own over those. Copies each table
 * that has one of them once.
 */
export function withEntries(
  view: PublicView,
  entries: Readonly<Partial<Record<EntryPath, unknown>>>,
): PublicView {
  const tables: Partial<Record<EntryTable, Record<string, unknown>>> = {};
  for (const [path, value] of Object.entries(entries)) {
    const slash = path.indexOf('/');
    const table = path.slice(0, slash) as EntryTable;
    if (!(table in view)) continue;
    (tables[table] ??= { ...view[table] })[path.slice(slash + 1)] = value;
  }
  return { ...view, ...tables } as PublicView;
}
