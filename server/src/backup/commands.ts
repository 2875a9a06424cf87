import { resolve } from 'node:path';
import { readConfig } from '../config.ts';
import { StartFailure } from '../startFailure.ts';
import { backupJournal, defaultBackup } from './backupJournal.ts';
import { progressLine } from './progressLine.ts';
import { restoreJournal } from './restoreJournal.ts';

async function backup(path: string | undefined): Promise<void> {
  const { DATA_DIR } = readConfig(process.env);
  const target = path === undefined ? defaultBackup(DATA_DIR, new Date()) : resolve(path);
  const progress = progressLine('Copying the journal');
  const { sessions, events } = await backupJournal(DATA_DIR, target, progress);
  progress.end();
  console.log(`Backed up and checked: ${sessions} sessions, ${events} events, in\n  ${target}`);
  console.log('It holds names and answers. Keep it where only you can read it, best on another disk.');
}

async function restore(path: string | undefined): Promise<void> {
  if (path === undefined) throw new StartFailure('Name the file of the backup: restore FILE');
  const { DATA_DIR } = readConfig(process.env);
  const progress = progressLine('Copying the backup');
  const restored = await restoreJournal(DATA_DIR, resolve(path), new Date(), progress);
  progress.end();
  const { sessions, events, erasedAgain, former } = restored;
  console.log(`Restored and checked: ${sessions} sessions, ${events} events, in\n  ${DATA_DIR}`);
  if (erasedAgain > 0)
    console.log(
      `Sessions that had been erased since the backup, and have been erased again: ${erasedAgain}.`,
    );
  if (former)
    console.log(
      `The journal that was there is kept as\n  ${former}\nIt holds names and answers; delete it when you need it no more.`,
    );
}

/** Runs `backup` or `restore`, with what was typed behind it, and sets the process' exit code. */
export async function runCommand(name: string | undefined, path: string | undefined): Promise<void> {
  try {
    if (name === 'backup') await backup(path);
    else await restore(path);
  } catch (error) {
    console.error(error instanceof StartFailure ? error.message : error);
    process.exitCode = 1;
  }
}
