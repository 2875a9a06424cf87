import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../config.ts';

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
}

/** Server as `npm start` runs it, in a child process. */
export class ServerProcess {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  stdout = '';
  stderr = '';

  /**
   * @param entry    path below `server/src`
   * @param command  another command that starts the server, and its folder
   */
  constructor(
    environment: Record<string, string>,
    entry = 'main.ts',
    command: Command = {
      file: process.execPath,
      args: [join(PROJECT_ROOT, 'server', 'src', entry)],
      cwd: PROJECT_ROOT,
    },
  ) {
    this.child = spawn(command.file, command.args, {
      cwd: command.cwd,
      // The environment of the machine is not passed on.
      // The port is one that the system finds free while it opens it.
      env: { PATH: process.env['PATH'] ?? '', HOST: '127.0.0.1', PORT: '0', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child.stdout!.on('data', (chunk) => {
      this.stdout += chunk;
    });
    this.child.stderr!.on('data', (chunk) => {
      this.stderr += chunk;
    });
    this.ended = once(this.child, 'close').then(([code]) => ({
      code: code as number | null,
      stdout: this.stdout,
      stderr: this.stderr,
    }));
  }

  /** @throws {Error} the process ended before it listened */
  async up(): Promise<this> {
    const announced = new Promise<void>((resolve) => {
      this.child.stdout!.on('data', () => {
        if (this.stdout.includes('Stop with Ctrl-C')) resolve();
      });
    });
    const ended = this.ended.then(({ code, stderr }) =>
      Promise.reject(new Error(`ended with ${code}: ${stderr}`)),
    );
    ended.catch(() => {});
    await Promise.race([announced, ended]);
    return this;
  }

  /** Address that the server has announced. @throws {Error} it has not yet */
  get url(): string {
    const [, url] = /Players join at +(\S+)\/join/.exec(this.stdout) ?? [];
    if (!url) throw new Error(`no address in: ${this.stdout}`);
    return url;
  }

  stop(signal: NodeJS.Signals): Promise<Ended> {
    this.child.kill(signal);
    return this.ended;
  }
}
