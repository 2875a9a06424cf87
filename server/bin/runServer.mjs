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

/**
 * Runs the server until it ends, and ends this process with its exit code.
 *
 * @param node   path of the Node that runs it
 * @param entry  path of the server's first file
 * @param cwd    directory in which it runs
 * @param env    settings besides those of this process
 */
export function runServer(node, entry, { cwd, env = {} }) {
  // The IPC channel lets the server notice that this process was killed, so that it does not stay behind.
  // A small young generation: thousands of sockets keep little, and a large one only holds memory.
  const server = spawn(node, ['--max-semi-space-size=2', entry], {
    cwd,
    env: { ...env, ...process.env },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
  onNpmGone(() => server.kill('SIGTERM'));
  server.on('error', (error) => {
    console.error(`The server could not be started: ${error.message}`);
    process.exit(1);
  });
  server.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}
