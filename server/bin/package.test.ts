import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import type { CreateSessionReply } from '@relay/shared/protocol';
import { isLong } from '@relay/shared/testing/effort';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PROJECT_ROOT } from '../src/config.ts';
import { pack, plainEnvironment, unpack } from '../src/testing/packed.ts';
import { ServerProcess } from '../src/testing/serverProcess.ts';
import { HOST_CODE, joinSession, post, temporaryDirectory } from '../src/testing/testServer.ts';
import { TestClient } from '../src/testing/TestClient.ts';

/**
 * The package of `npm pack`, run from an empty folder. In the short form it is unpacked as npm would, in the long form npm installs
 * it with all that it needs, on the machine's own Node.
 *
 * @module-tag slow
 */

let folder: string;
let tarball: string;
beforeAll(() => {
  folder = temporaryDirectory();
  tarball = pack(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const empty = (name: string): string => {
  const path = join(folder, name);
  mkdirSync(path);
  return path;
};

/** Files below a folder, as paths relative to it. */
const filesIn = (path: string): string[] =>
  readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(path, name)).isFile(),
  );

test('the package: holds the built game, and neither sources nor tests', () => {
  const target = unpack(tarball, empty('files'));
  const files = filesIn(target);
  const wanted =
    /^(?:package\.json|README\.md|LICENSE|server\/bin\/(?:relay|runServer)\.mjs|server\/dist\/[\w-]+\.js|client\/dist\/[\w./-]+)$/u;
  expect(files.filter((name) => !wanted.test(name) || /test|fixture|\.tsx?$|\.map$/u.test(name))).toEqual([]);
  for (const name of [
    'server/dist/main.js',
    'server/dist/worker.js',
    'server/dist/backup.js',
    'client/dist/join.html',
  ])
    expect(files).toContain(name);
  const text = files
    .filter((name) => name.startsWith('server/'))
    .map((name) => readFileSync(join(target, name), 'utf8'))
    .join('\n');
  expect(text).not.toContain(PROJECT_ROOT);
});

/** Parts of libraries that are loaded only where they are installed. */
const OPTIONAL = [
  '@pm2/io',
  'bufferutil',
  'utf-8-validate',
  'pg-native',
  // Colyseus looks for them itself, too; where Redis is used, they are in the bundle.
  '@colyseus/redis-driver',
  '@colyseus/redis-presence',
];

test('the package: names every package that its code loads, in the versions of the lock file', () => {
  const target = unpack(tarball, empty('imports'));
  const { dependencies } = JSON.parse(readFileSync(join(target, 'package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  const dist = join(target, 'server', 'dist');
  const code = readdirSync(dist).map((name) => readFileSync(join(dist, name), 'utf8'));
  const loaded = code.flatMap((text) =>
    [
      ...text.matchAll(
        /^(?:import|export)\b[^'"\n]*["']([^'"\n]+)["'];$|\b(?:import|__require|require)\("([^"\n]+)"\)/gmu,
      ),
    ].map((match) => (match[1] ?? match[2])!),
  );
  expect(loaded).toContain('better-sqlite3');
  const known = [...Object.keys(dependencies), ...OPTIONAL, ...builtinModules];
  expect([
    ...new Set(loaded.filter((name) => !/^(?:node:|\.\/)/u.test(name) && !known.includes(name))),
  ]).toEqual([]);
  const lock = JSON.parse(readFileSync(join(PROJECT_ROOT, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, { readonly version: string }>>;
  };
  for (const [name, version] of Object.entries(dependencies))
    expect(lock.packages[`node_modules/${name}`]!.version.startsWith(version), name).toBe(true);
});

/** Runs the server of a package in a folder, plays in it, stops it, and finds the session again in the next one. */
async function playAndRestart(
  file: string,
  args: readonly string[],
  cwd: string,
  settings: Record<string, string> = {},
): Promise<void> {
  const environment = { ...plainEnvironment(), ...settings, HOST_CODE, DATA_DIR: '' };
  const first = await new ServerProcess(environment, '', { file, args, cwd }).up();
  expect(await (await fetch(`${first.url}/readyz`)).json()).toMatchObject({ ok: true });
  expect(await (await fetch(`${first.url}/join`)).text()).toContain('<title>');
  const body = { hostCode: HOST_CODE, network: 'swap' };
  const created = await post(`${first.url}/api/sessions`, body);
  const { code, sessionToken } = created.body as unknown as CreateSessionReply;
  const host = await TestClient.enter(first.url, code, sessionToken);
  const { seat } = await joinSession(first.url, code, 'Mia');
  await TestClient.take(first.url, seat);
  expect(await host.say({ type: 'start' })).toEqual({ accepted: true });
  expect(readdirSync(cwd)).toContain('backprop-relay-data');
  expect(first.stdout).toContain(join(cwd, 'backprop-relay-data'));
  await first.stop('SIGTERM');

  const second = await new ServerProcess(environment, '', { file, args, cwd }).up();
  const again = await TestClient.enter(second.url, code, sessionToken);
  expect(await again.say({ type: 'pause' })).toEqual({ accepted: true });
  await second.stop('SIGTERM');
}

test('the package: runs from an empty folder, keeps its data there, and backs it up', async () => {
  const target = unpack(tarball, empty('unpacked'));
  const cwd = empty('run');
  const relay = join(target, 'server', 'bin', 'relay.mjs');
  await playAndRestart(process.execPath, [relay], cwd);
  const options = { cwd, env: plainEnvironment(), encoding: 'utf8' } as const;
  const backup = spawnSync(process.execPath, [relay, 'backup', 'saved.sqlite'], options);
  expect(backup).toMatchObject({ status: 0, stderr: '' });
  expect(existsSync(join(cwd, 'saved.sqlite'))).toBe(true);
  expect(spawnSync(process.execPath, [relay, 'restore', 'saved.sqlite'], options).status).toBe(0);
  const check = spawnSync(process.execPath, [relay, 'journal', 'check'], options);
  expect(check).toMatchObject({ status: 0, stdout: expect.stringContaining('1 session, of which 1 whole') });
  expect(spawnSync(process.execPath, [relay, 'journal', 'salvage', 'left.sqlite'], options).status).toBe(0);
  expect(existsSync(join(cwd, 'left.sqlite'))).toBe(true);
  expect(spawnSync(process.execPath, [relay, 'help'], options).stdout).toContain('backprop-relay-data');
  expect(spawnSync(process.execPath, [relay, 'nonsense'], options).status).toBe(2);
});

test.runIf(isLong)('the package: npx installs and runs it, on the Node of the machine', async () => {
  const cwd = empty('npx');
  copyFileSync(tarball, join(cwd, 'relay.tgz'));
  // Packages that npx installs go with the folder of the test.
  const cache = { npm_config_cache: join(folder, 'cache') };
  await playAndRestart('npx', ['--yes', './relay.tgz'], cwd, cache);
});
