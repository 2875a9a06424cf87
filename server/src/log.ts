import { appendFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Config } from './config.ts';

export type Log = pino.Logger;

const MAX_LOG_BYTES = 20 * 1024 * 1024;

/**
 * Log file that is rotated when full: the old content is kept in `.1`, one generation only. Lines that cannot be written,
 * because the disk is full, say, are dropped and counted: a log must not end the process.
 */
class LogFile {
  readonly #path: string;
  #bytes = 0;
  /** Lines dropped so far, and those of them that the file does not tell of yet. */
  dropped = 0;
  #untold = 0;

  constructor(path: string) {
    this.#path = path;
    appendFileSync(path, '', { mode: 0o600 });
    this.#bytes = statSync(path).size;
  }

  write(line: string): void {
    try {
      if (this.#untold > 0)
        this.#append(`{"level":40,"msg":"lines that could not be written: ${this.#untold}"}\n`);
      this.#untold = 0;
      this.#append(line);
    } catch {
      this.dropped++;
      this.#untold++;
    }
  }

  #append(line: string): void {
    if (this.#bytes > MAX_LOG_BYTES) {
      renameSync(this.#path, `${this.#path}.1`);
      this.#bytes = 0;
    }
    appendFileSync(this.#path, line, { mode: 0o600 });
    this.#bytes += Buffer.byteLength(line);
  }
}

/** File of each log. */
const FILES = new WeakMap<Log, LogFile>();

/**
 * Log as JSON lines in `DATA_DIR/server.log`; the terminal gets warnings and errors only.
 * Lines hold events, session ids and errors, never a name, a token, an address or an answer.
 */
export function openLog({ DATA_DIR, LOG_LEVEL }: Pick<Config, 'DATA_DIR' | 'LOG_LEVEL'>): Log {
  if (LOG_LEVEL === 'silent') return pino({ level: 'silent' });
  const file = new LogFile(join(DATA_DIR, 'server.log'));
  const log = pino(
    { level: LOG_LEVEL, base: { pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime },
    pino.multistream([
      { level: LOG_LEVEL, stream: file },
      { level: 'warn', stream: pino.destination({ dest: 2, sync: true }) },
    ]),
  );
  FILES.set(log, file);
  return log;
}

/** Lines of a log that could not be written. */
export const droppedLines = (log: Log): number => FILES.get(log)?.dropped ?? 0;

/** Logger for Colyseus. Its lines may contain data that a client sent, so each is joined to one line and cut. */
export function transportLogger(
  log: Log,
): Record<'debug' | 'error' | 'info' | 'trace' | 'warn', (...args: unknown[]) => void> {
  const own = log.child({ part: 'transport' });
  const line = (args: readonly unknown[]): string =>
    args.map(String).join(' ').split('\n').slice(0, 6).join(' | ').slice(0, 1_000);
  return {
    debug: (...args) => own.debug(line(args)),
    // Most of these are caused by a page on its own socket.
    error: (...args) => own.info(line(args)),
    info: (...args) => own.debug(line(args)),
    trace: (...args) => own.trace(line(args)),
    warn: (...args) => own.info(line(args)),
  };
}
