import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { renameToNew } from '../backup/backupJournal.ts';
import { checkJournal, failureFor, syncToDisk } from '../backup/copyJournal.ts';
import { progressLine } from '../backup/progressLine.ts';
import { readConfig } from '../config.ts';
import { Tombstones } from '../erasure/Tombstones.ts';
import { isDataDirectoryLocked } from '../journal/dataDirectory.ts';
import { JOURNAL_FILE } from '../journal/SqliteJournal.ts';
import { StartFailure } from '../startFailure.ts';
import { checkFile } from './checkFile.ts';
import { inTemporaryFolder } from './readOnly.ts';
import { type Salvage, salvageJournal } from './salvageJournal.ts';
import { fileLines, isWhole, salvageLines, sessionLines } from './sentences.ts';

const USAGE = `journal check [FILE or DATA_DIR]         says what of the stored sessions is whole; changes nothing
journal salvage [FILE or DATA_DIR] TO    copies what can be saved of a damaged journal into the new file TO`;

const say = (lines: readonly string[]): void => console.log(lines.join('\n'));
const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();

/** Journal's file in what was typed: a file, or the directory that it is in. @throws {StartFailure} there is none */
function journalIn(typed: string): string {
  const path = resolve(typed);
  const file = isFolder(path) ? join(path, JOURNAL_FILE) : path;
  if (!existsSync(file)) throw new StartFailure(`There is no journal at ${file}.`);
  return file;
}

/** Says what is whole. @returns true if everything is */
async function check(typed: string | undefined): Promise<boolean> {
  const { DATA_DIR, DATABASE_URL } = readConfig(process.env);
  if (typed === undefined && DATABASE_URL !== undefined) return checkInDatabase(DATABASE_URL);
  const path = journalIn(typed ?? DATA_DIR);
  const progress = progressLine('Checking');
  const checked = await checkFile(path, progress);
  progress.end();
  console.log(`Journal: ${path}`);
  say(fileLines(checked));
  if (checked.damage.length > 0) return sayWhatIsLeft(path);
  say(sessionLines(checked.sessions));
  const whole = !checked.isLogMissing && checked.sessions.every(({ problem }) => problem === null);
  if (!whole) sayHowToSave();
  return whole;
}

async function checkInDatabase(url: string): Promise<boolean> {
  // Loaded only when needed.
  const { checkDatabase } = await import('./checkDatabase.ts');
  const progress = progressLine('Checking');
  const sessions = await checkDatabase(url, progress);
  progress.end();
  console.log('Journal: the database of DATABASE_URL');
  say(sessionLines(sessions));
  return sessions.every(({ problem }) => problem === null);
}

/** Says what a salvage of a damaged file would save. */
async function sayWhatIsLeft(path: string): Promise<false> {
  const progress = progressLine('Reading what is left');
  const left = await inTemporaryFolder(async (folder) =>
    salvageJournal(path, join(folder, JOURNAL_FILE), await erasedBeside(path), progress),
  );
  progress.end();
  say(salvageLines(left));
  sayHowToSave();
  return false;
}

const sayHowToSave = (): void =>
  say(['To copy what can be saved into a new file, leaving this one as it is: journal salvage TO']);

const erasedBeside = (path: string): Promise<readonly string[]> => new Tombstones(dirname(path)).all();

/** Copies what can be saved. @returns true if that is everything */
async function salvage(typed: readonly string[]): Promise<boolean> {
  const { DATA_DIR, DATABASE_URL } = readConfig(process.env);
  const to = typed.at(-1);
  if (to === undefined) throw new StartFailure(`Name the new file: journal salvage TO\n${USAGE}`);
  if (typed.length === 1 && DATABASE_URL !== undefined)
    throw new StartFailure(
      'The sessions are in the database of DATABASE_URL: what PostgreSQL can still read is copied with pg_dump. "journal check" says which sessions are whole.',
    );
  const from = journalIn(typed.length === 1 ? DATA_DIR : typed[0]!);
  if (isDataDirectoryLocked(dirname(from)))
    throw new StartFailure(`A Backprop Relay server is using ${dirname(from)}; stop it first.`);
  const target = isFolder(resolve(to)) ? join(resolve(to), JOURNAL_FILE) : resolve(to);
  const result = await salvageInto(from, target);
  say(salvageLines(result));
  say([
    `Saved and checked, in\n  ${target}`,
    'It holds names and answers. To go on with it, while no server runs: restore that file, like a backup; the damaged one is kept.',
  ]);
  return isWhole(result);
}

/** @throws {StartFailure} in a sentence for the terminal; nothing is left of the new file */
async function salvageInto(from: string, target: string): Promise<Salvage> {
  if (existsSync(target))
    throw new StartFailure(
      `There is a file ${target} already. It has been left as it is; choose another name.`,
    );
  const part = `${target}.part`;
  const progress = progressLine('Reading what is left');
  const umask = process.umask(0o077);
  try {
    mkdirSync(dirname(target), { recursive: true });
    const result = await salvageJournal(from, part, await erasedBeside(from), progress);
    progress.end();
    checkJournal(part);
    renameToNew(part, target);
    syncToDisk(target);
    return result;
  } catch (error) {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(part + end, { force: true });
    throw failureFor(`${target} could not be written`, error);
  } finally {
    process.umask(umask);
  }
}

/** Runs `journal check` or `journal salvage`. @returns exit code: 0 if everything is whole */
export async function runJournalCommand(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === 'check' && rest.length <= 1) return (await check(rest[0])) ? 0 : 1;
  if (name === 'salvage' && rest.length <= 2) return (await salvage(rest)) ? 0 : 1;
  console.log(USAGE);
  return 2;
}
