import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe } from 'vitest';

/** Debian keeps each version of PostgreSQL in a folder of its own, outside of the PATH. */
const DEBIAN = '/usr/lib/postgresql';

function folderOfPostgres(): string | undefined {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN) : [];
  const newestFirst = versions.toSorted((a, b) => Number(b) - Number(a));
  const folders = [...newestFirst.map((version) => join(DEBIAN, version, 'bin')), ...pathFolders()];
  return folders.find((folder) => existsSync(join(folder, 'initdb')));
}

const pathFolders = (): string[] => (process.env['PATH'] ?? '').split(delimiter);

/** Folder of PostgreSQL's programs, and the path of Redis; undefined where they are not installed. */
export const POSTGRES_FOLDER = folderOfPostgres();
export const REDIS_PATH = pathFolders()
  .map((folder) => join(folder, 'redis-server'))
  .find((path) => existsSync(path));

const missing = [
  ...(POSTGRES_FOLDER ? [] : ['PostgreSQL']),
  ...(REDIS_PATH ? [] : ['Redis (redis-server)']),
].join(' and ');

/** Skips where nobody has installed the two for development: all that one process does is tested without them. */
function skipped(): typeof describe.skip {
  const sentence = `${missing} not found. On Debian: apt-get install postgresql redis-server`;
  // A run of CI must not pass without them.
  if (process.env['CI']) throw new Error(sentence);
  console.warn(`${sentence}. Tests with several processes are skipped.`);
  return describe.skip;
}

/** Tests that start PostgreSQL and Redis. Where these are missing, the tests say so: they fail in CI and are skipped elsewhere. */
export const describeCluster = missing === '' ? describe : skipped();
