import {
  applyEntry,
  EMPTY_VIEW,
  type EntryPath,
  publicEntries,
  type PublicView,
} from '@relay/shared/referee/view';
import type { TestTable } from '@relay/shared/testing/table';

/** What everyone sees of a test's session. */
export function viewOf(table: TestTable): PublicView {
  return Object.entries(publicEntries(table.session, {}, '')).reduce<PublicView>(
    (sum, [path, value]) => applyEntry(sum, path as EntryPath, value),
    EMPTY_VIEW,
  );
}
