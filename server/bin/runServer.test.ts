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

/** Starts, as npm does, a shell that runs the bootstrap, which runs a program in place of the server. */
async function started(environment: Record<string, string>) {
  const program = join(folder, 'program.mjs');
  writeFileSync(program, 'console.log(`pid ${process.pid}.`); setInterval(() => undefined, 1_000);');
  const bootstrap = join(folder, 'bootstrap.mjs');
  const module = JSON.stringify(join(import.meta.dirname, 'runServer.mjs'));
  const call = `runServer(process.execPath, ${JSON.stringify(program)}, { cwd: ${JSON.stringify(folder)} });`;
  writeFileSync(bootstrap, `import { runServer } from ${module};\n${call}\n`);
  // The second command keeps the shell from becoming the bootstrap.
  const shell = spawn('sh', ['-c', `"${process.execPath}" "${bootstrap}"; true`], {
    env: { PATH: process.env['PATH'] ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  shell.stdout.on('data', (chunk) => {
    said += chunk;
  });
  await vi.waitFor(() => expect(said).toMatch(/pid \d+\./u));
  return { shell, pid: Number(/\d+/u.exec(said)![0]) };
}

test.each(['SIGTERM', 'SIGKILL'] as const)('npm ended by %s: leaves no server behind', async (signal) => {
  const { shell, pid } = await started({ npm_command: 'run-script' });
  shell.kill(signal);
  await vi.waitFor(() => expect(isRunning(pid)).toBe(false));
});
