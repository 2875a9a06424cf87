import { constants, copyFileSync, existsSync, linkSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { JOURNAL_FILE } from '../journal/SqliteJournal.ts';
import { StartFailure } from '../startFailure.ts';
import {
  checkJournal,
  copyJournal,
  failureFor,
  type JournalContents,
  type Progress,
  syncToDisk,
} from './copyJournal.ts';

/** Time as it stands in names of files: `2026-11-28T16-31-05`. */
export const stampOf = (at: Date): string => at.toISOString().slice(0, 19).replaceAll(':', '-');

/** File that a backup gets when no other is asked for. */
export const defaultBackup = (dataDirectory: string, at: Date): string =>
  join(dataDirectory, 'backups', `journal-${stampOf(at)}.sqlite`);

/** Gives a file its final name, unless there is one of that name. @throws {StartFailure} there is */
export function renameToNew(from: string, to: string): void {
  try {
    linkSync(from, to);
    rmSync(from);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw alreadyThere(to);
    // A file system without links, such as a memory stick's.
    if (existsSync(to)) throw alreadyThere(to);
    renameSync(from, to);
  }
}

const alreadyThere = (path: string): StartFailure =>
  new StartFailure(`There is a file ${path} already. It has been left as it is; choose another name.`);

/**
 * Writes a backup of the journal in a data directory, also while a server uses it, and checks that it is whole.
 *
 * @throws {StartFailure} in a sentence for the terminal; there is no backup then
 */
export async function backupJournal(
  dataDirectory: string,
  target: string,
  progress: Progress,
): Promise<JournalContents> {
  const journal = join(dataDirectory, JOURNAL_FILE);
  if (!existsSync(journal))
    throw new StartFailure(
      `There is no journal in DATA_DIR (${dataDirectory}), so there is nothing to back up.`,
    );
  if (existsSync(target)) throw alreadyThere(target);
  const part = `${target}.part`;
  try {
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
  } catch (error) {
    throw failureFor(`The directory ${dirname(target)} cannot be made`, error);
  }
  await copyJournal(journal, part, progress);
  try {
    const contents = checkJournal(part);
    renameToNew(part, target);
    syncToDisk(target);
    return contents;
  } catch (error) {
    rmSync(part, { force: true });
    throw failureFor(`${target} could not be written`, error);
  }
}

/** Keeps a file under a second name, without ever being without the first. */
export function keepAside(path: string, aside: string): void {
  try {
    linkSync(path, aside);
  } catch {
    copyFileSync(path, aside, constants.COPYFILE_EXCL);
  }
}
