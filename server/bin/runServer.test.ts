import { spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { temporaryDirectory } from '../src/testing/testServer.ts';

/** @module-tag slow */

let folder: string;
beforeEach(() => {
  folder = temporaryDirectory();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

const RUNS = 'setInterval(() => undefined, 1_000);';

/** Starts, as npm does, a shell that runs the bootstrap, which runs a program in place of the server. */
async function started(environment: Record<string, string>, then = RUNS) {
  const program = join(folder, 'program.mjs');
  writeFileSync(program, `console.log(\`pid \${process.pid}.\`); ${then}`);
  const bootstrap = join(folder, 'bootstrap.mjs');
  const module = JSON.stringify(join(import.meta.dirname, 'runServer.mjs'));
  const call = `runServer(process.execPath, ${JSON.stringify(program)}, { cwd: ${JSON.stringify(folder)} });`;
  writeFileSync(
    bootstrap,
    `import { runServer } from ${module};\nconsole.log('supervisor', process.pid, '');\n${call}\n`,
  );
  // The second command keeps the shell from becoming the bootstrap.
  const shell = spawn('sh', ['-c', `"${process.execPath}" "${bootstrap}"; echo "shell saw $?"`], {
    env: { PATH: process.env['PATH'] ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [shell.stdout, shell.stderr])
    stream.on('data', (chunk) => {
      said += chunk;
    });
  const pids = (): number[] => [...said.matchAll(/pid (\d+)\./gu)].map(([, pid]) => Number(pid));
  await vi.waitFor(() => expect(pids()).not.toEqual([]));
  const supervisor = Number(/supervisor (\d+) /u.exec(said)![1]);
  return { shell, supervisor, pid: pids()[0]!, pids, said: () => said };
}

test.each(['SIGTERM', 'SIGKILL', 'SIGHUP'] as const)(
  'npm ended by %s: leaves no server behind',
  async (signal) => {
    const { shell, supervisor, pid } = await started({ npm_command: 'run-script' });
    shell.kill(signal);
    await vi.waitFor(() => expect([pid, supervisor].filter(isRunning)).toEqual([]));
  },
);

test.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL'] as const)(
  'start ended by %s: leaves no server behind and starts none again',
  async (signal) => {
    const keepsChannel = `process.on('disconnect', () => process.exit(0)); ${RUNS}`;
    const { supervisor, pid, pids, said } = await started({}, keepsChannel);
    process.kill(supervisor, signal);
    await vi.waitFor(() => expect(said()).toContain('shell saw'));
    await vi.waitFor(() => expect([pid, supervisor].filter(isRunning)).toEqual([]));
    expect(pids()).toEqual([pid]);
  },
);

test('a server that was killed: is started again with a sentence', async () => {
  const { shell, supervisor, pid, pids, said } = await started({});
  process.kill(pid, 'SIGKILL');
  await vi.waitFor(() => expect(pids()).toHaveLength(2));
  expect(said()).toContain('The server was ended by SIGKILL. It is started again in 0.25 s');
  process.kill(supervisor, 'SIGTERM');
  await vi.waitFor(() => expect(pids().filter(isRunning)).toEqual([]));
  shell.kill();
});

test('a server that crashes each time: is started again after longer and longer pauses', async () => {
  const { supervisor, said } = await started({}, 'process.exit(7);');
  const pauses = (): number[] => [...said().matchAll(/again in ([\d.]+) s/gu)].map(([, s]) => Number(s));
  await vi.waitFor(() => expect(pauses().slice(0, 3)).toEqual([0.25, 0.5, 1]));
  process.kill(supervisor, 'SIGTERM');
  await vi.waitFor(() => expect(said()).toContain('shell saw'));
  expect(isRunning(supervisor)).toBe(false);
});

test('a server that refuses to start: is not started again', async () => {
  const { said, pids } = await started({}, 'process.exitCode = 1;');
  await vi.waitFor(() => expect(said()).toContain('shell saw 1'));
  expect(pids()).toHaveLength(1);
});
