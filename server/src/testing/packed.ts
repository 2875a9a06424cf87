import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { PROJECT_ROOT } from '../config.ts';

/** Environment of a person's terminal: none of npm's variables, and the machine's own Node and npm. */
export function plainEnvironment(): Record<string, string> {
  const path = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes('node_modules'));
  return { PATH: path.join(delimiter), HOME: process.env['HOME'] ?? '' };
}

/** Packs the project as `npm pack` does. @returns path of the package */
export function pack(folder: string): string {
  const { status, stderr } = spawnSync('npm', ['pack', PROJECT_ROOT, '--pack-destination', folder], {
    cwd: folder,
    env: plainEnvironment(),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return join(folder, readdirSync(folder).find((name) => name.endsWith('.tgz'))!);
}

/** Unpacks a package where npm would, beside the two packages that it needs. @returns folder of the package */
export function unpack(tarball: string, folder: string): string {
  const modules = join(folder, 'node_modules');
  const target = join(modules, 'backprop-relay');
  mkdirSync(target, { recursive: true });
  const { status } = spawnSync('tar', ['-xzf', tarball, '-C', target, '--strip-components=1']);
  if (status !== 0) throw new Error('tar failed');
  for (const name of ['better-sqlite3', 'node'])
    symlinkSync(join(PROJECT_ROOT, 'node_modules', name), join(modules, name));
  return target;
}
