import { join } from 'node:path';
import { openApp } from './app.ts';
import { banner } from './banner.ts';
import { systemRandomSource } from './randomSource.ts';
import type { Clock } from './clock.ts';
import type { RedisParts } from './cluster/redis.ts';
import { checkClusterSettings } from './cluster/settings.ts';
import { type Config, readConfig } from './config.ts';
import { hostCodeOf } from './http/hostCode.ts';
import { CLIENT_DIRECTORY } from './http/pages.ts';
import { keepDataPrivate, lockDataDirectory, openDataDirectory } from './journal/dataDirectory.ts';
import type { Journal } from './journal/Journal.ts';
import { isLogMissing, LOG_MISSING } from './journal/logMissing.ts';
import { JOURNAL_FILE, SqliteJournal } from './journal/SqliteJournal.ts';
import { type Log, openLog } from './log.ts';
import { ensurePortIsFree } from './portCheck.ts';
import { StartFailure } from './startFailure.ts';

/** Limit on a graceful shutdown, ms: a socket that stays open must not keep the terminal. */
const CLOSE_WITHIN_MS = 4_000;

/** Codes of a disk, or of a person's part of it, without room; SQLite has codes of its own for its files. */
const DISK_FULL: ReadonlySet<unknown> = new Set([
  'ENOSPC',
  'EDQUOT',
  'SQLITE_FULL',
  'SQLITE_IOERR_WRITE',
  'SQLITE_IOERR_SHMSIZE',
  'SQLITE_IOERR_TRUNCATE',
]);

/** Turns an error of the disk or of SQLite into a sentence for the terminal; other errors stay as they are. */
function asStartFailure(error: unknown, { DATA_DIR }: Config): unknown {
  const { code } = error as { code?: unknown };
  if (DISK_FULL.has(code))
    return new StartFailure(
      `The disk with DATA_DIR (${DATA_DIR}) has no room left (${String(code)}). Make room and start again; no session is lost.`,
    );
  if (typeof code !== 'string' || !code.startsWith('SQLITE_')) return error;
  return new StartFailure(`The journal in DATA_DIR (${DATA_DIR}) cannot be opened (${code}).`);
}

async function openJournal(config: Config): Promise<{ unlock: () => void; journal: Journal }> {
  const { DATA_DIR, DATABASE_URL, REDIS_URL, PROCESS_NAME } = config;
  const unlock = lockDataDirectory(DATA_DIR);
  if (DATABASE_URL === undefined) return { unlock, journal: await SqliteJournal.open(DATA_DIR) };
  // Loaded only when needed: an ordinary start pays nothing for it.
  const { PostgresJournal } = await import('./journal/postgres/PostgresJournal.ts');
  const journal = await PostgresJournal.open(DATABASE_URL, PROCESS_NAME);
  if (REDIS_URL === undefined) await journal.holders.ensureAlone();
  return { unlock, journal };
}

async function redisOf({ REDIS_URL }: Config, log: Log): Promise<RedisParts | null> {
  if (REDIS_URL === undefined) return null;
  const { openRedis } = await import('./cluster/redis.ts');
  return openRedis(REDIS_URL, log);
}

async function open(config: Config, clock: Clock): Promise<{ log: Log; close: () => Promise<void> }> {
  checkClusterSettings(config);
  await ensurePortIsFree(config);
  openDataDirectory(config.DATA_DIR);
  const warning = keepDataPrivate(config.DATA_DIR);
  if (warning) console.log(warning);
  const isLogGone = isLogMissing(join(config.DATA_DIR, JOURNAL_FILE));
  if (isLogGone) console.log(LOG_MISSING);
  const { unlock, journal } = await openJournal(config);
  const log = openLog(config);
  if (isLogGone) log.error(LOG_MISSING);
  journal.onStopped((error) => log.error({ err: error }, 'the journal has stopped and is opened again'));
  const redis = await redisOf(config, log);
  const hostCode = hostCodeOf(config);
  const app = await openApp({
    config,
    journal,
    clock,
    randomSource: systemRandomSource,
    log,
    hostCode,
    redis,
    clientDirectory: CLIENT_DIRECTORY,
  });
  console.log(banner(config, app.port, hostCode));
  return {
    log,
    close: async () => {
      await app.close();
      await journal.close();
      unlock();
    },
  };
}

/** Shuts the process down once, on Ctrl-C, a signal of a service manager, or the end of the parent process. */
function stopOnRequest(log: Log, close: () => Promise<void>): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(0), CLOSE_WITHIN_MS).unref();
    close().then(
      () => process.exit(0),
      (error) => {
        log.error({ err: error }, 'the server did not close tidily');
        process.exit(0);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  // The terminal was closed.
  process.on('SIGHUP', stop);
  process.on('disconnect', stop);
}

/** Runs the server until the process ends. A start that fails is one sentence on the terminal. */
export async function serve(environment: NodeJS.ProcessEnv, clock: Clock): Promise<void> {
  try {
    const config = readConfig(environment);
    const { log, close } = await open(config, clock).catch((error: unknown) => {
      throw asStartFailure(error, config);
    });
    // State is a fold of the journal, so an exception in a handler leaves nothing half done: one bug must not end every
    // session of the process.
    // Warnings of libraries, some of which any page can cause, go to the log instead of the teacher's terminal.
    console.warn = console.error = (...remarks: unknown[]) =>
      log.debug({ remarks: remarks.map(String) }, 'remark');
    process.on('uncaughtException', (error) => log.error({ err: error }, 'not caught'));
    process.on('unhandledRejection', (error) => log.error({ err: error }, 'not caught'));
    stopOnRequest(log, close);
  } catch (error) {
    console.error(error instanceof StartFailure ? error.message : error);
    process.exit(1);
  }
}
