// Runs the server as a child process: for `npm start` and for the package. Plain JavaScript with built-ins only.
import { spawn } from 'node:child_process';

const PARENT_CHECK_MS = 500;

/** Calls back once npm, which started this process, is gone: a shell between the two does not pass signals on. */
function onNpmGone(gone) {
  if (process.env.npm_command === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    gone();
  }, PARENT_CHECK_MS);
  watch.unref();
}

/** Pause before a server that was killed or crashed is started again, ms: doubled each time, up to the longest. */
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 30_000;
/** Time after which a server counts as running well, so that the next pause is the first one again, ms. */
const RAN_WELL_MS = 60_000;
/** Signals by which somebody stops a server on purpose. */
const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** Exit code of a server that has said why it cannot start. */
const REFUSED_TO_START = 1;

/** @returns whether a server that has ended is to be started again */
function isCrash(code, signal, hasRunBefore) {
  if (signal) return !STOP_SIGNALS.includes(signal);
  // A later start can fail because of a full disk, say, which may pass; a first start is better stopped and mended.
  return code !== 0 && (code !== REFUSED_TO_START || hasRunBefore);
}

/**
 * Runs the server until it is stopped, and ends this process with its exit code. A server that was killed or has crashed
 * is started again after a pause.
 *
 * @param node   path of the Node that runs it
 * @param entry  path of the server's first file
 * @param cwd    directory in which it runs
 * @param env    settings besides those of this process
 */
export function runServer(node, entry, { cwd, env = {} }) {
  let server = null;
  let isStopping = false;
  let crashes = 0;

  const stop = (signal) => {
    isStopping = true;
    if (server) server.kill(signal);
    else process.exit(0);
  };
  const ended = (code, signal, startedAt) => {
    server = null;
    const ranWell = Date.now() - startedAt >= RAN_WELL_MS;
    if (isStopping || !isCrash(code, signal, crashes > 0 || ranWell)) process.exit(code ?? (signal ? 1 : 0));
    if (ranWell) crashes = 0;
    const pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** crashes++);
    const how = signal ? `was ended by ${signal}` : `ended with the exit code ${code}`;
    console.error(
      `The server ${how}. It is started again in ${pauseMs / 1_000} s; its sessions go on from where they were.`,
    );
    setTimeout(start, pauseMs);
  };
  const start = () => {
    const startedAt = Date.now();
    // The IPC channel lets the server notice that this process was killed, so that it does not stay behind.
    // A small young generation, as a large one only holds memory; in a smaller one what waits for a commit would grow old.
    server = spawn(node, ['--max-semi-space-size=8', entry], {
      cwd,
      env: { ...env, ...process.env },
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    });
    server.on('error', (error) => {
      console.error(`The server could not be started: ${error.message}`);
      process.exit(1);
    });
    server.on('exit', (code, signal) => ended(code, signal, startedAt));
  };

  for (const signal of STOP_SIGNALS) process.on(signal, () => stop(signal));
  onNpmGone(() => stop('SIGTERM'));
  start();
}
