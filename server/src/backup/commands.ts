import { resolve } from 'node:path';
import { readConfig } from '../config.ts';
import { runJournalCommand } from '../salvage/commands.ts';
import { StartFailure } from '../startFailure.ts';
import { backupJournal, defaultBackup } from './backupJournal.ts';
import { progressLine } from './progressLine.ts';
import { restoreJournal } from './restoreJournal.ts';

/** Directory of the journal's file. @throws {StartFailure} the journal is in a database elsewhere */
function dataDirectory(): string {
  const { DATA_DIR, DATABASE_URL } = readConfig(process.env);
  if (DATABASE_URL === undefined) return DATA_DIR;
  throw new StartFailure(
    'The sessions are in the database of DATABASE_URL: back it up with pg_dump, and restore it with pg_restore.',
  );
}

async function backup(path: string | undefined): Promise<void> {
  const directory = dataDirectory();
  const target = path === undefined ? defaultBackup(directory, new Date()) : resolve(path);
  const progress = progressLine('Copying the journal');
  const { sessions, events } = await backupJournal(directory, target, progress);
  progress.end();
  console.log(`Backed up and checked: ${sessions} sessions, ${events} events, in\n  ${target}`);
  console.log('It holds names and answers. Keep it where only you can read it, best on another disk.');
}

async function restore(path: string | undefined): Promise<void> {
  if (path === undefined) throw new StartFailure('Name the file of the backup: restore FILE');
  const directory = dataDirectory();
  const progress = progressLine('Copying the backup');
  const restored = await restoreJournal(directory, resolve(path), new Date(), progress);
  progress.end();
  const { sessions, events, erasedAgain, former } = restored;
  console.log(`Restored and checked: ${sessions} sessions, ${events} events, in\n  ${directory}`);
  if (erasedAgain > 0)
    console.log(
      `Sessions that had been erased since the backup, and have been erased again: ${erasedAgain}.`,
    );
  if (former)
    console.log(
      `The journal that was there is kept as\n  ${former}\nIt holds names and answers; delete it when you need it no more.`,
    );
}

/** Runs `backup`, `restore` or `journal`, with what was typed behind it, and sets the process' exit code. */
export async function runCommand(name: string | undefined, args: readonly string[]): Promise<void> {
  try {
    if (name === 'backup') await backup(args[0]);
    else if (name === 'journal') process.exitCode = await runJournalCommand(args);
    else await restore(args[0]);
  } catch (error) {
    console.error(error instanceof StartFailure ? error.message : error);
    process.exitCode = 1;
  }
}
