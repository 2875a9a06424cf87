// @module-tag slow
import { chmodSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { LOG_MISSING } from '../journal/logMissing.ts';
import { JOURNAL_FILE } from '../journal/SqliteJournal.ts';
import { ServerProcess } from '../testing/serverProcess.ts';
import { createSession, HOST_CODE, post, temporaryDirectory } from '../testing/testServer.ts';

/** A killed server whose log of commits is lost before the next start. */

const DATA_DIR = temporaryDirectory();
let server: ServerProcess | undefined;
afterEach(async () => {
  await server?.stop('SIGKILL');
  rmSync(DATA_DIR, { recursive: true, force: true });
});

async function start(): Promise<ServerProcess> {
  server = await new ServerProcess({ HOST_CODE, DATA_DIR }).up();
  return server;
}

test('start: says that the log of commits is missing, and that others can look into the directory', async () => {
  const { url } = await start();
  const { code, sessionToken: token } = await createSession(url, 'swap');
  await server!.stop('SIGKILL');
  const tidy = await start();
  expect(tidy.stdout).not.toContain(LOG_MISSING);
  expect(tidy.stdout).not.toContain('chmod 700');
  expect((await post(`${tidy.url}/api/resume`, { code, token })).status).toBe(200);
  const lost = await createSession(tidy.url, 'swap');
  await tidy.stop('SIGKILL');
  rmSync(join(DATA_DIR, `${JOURNAL_FILE}-wal`));
  chmodSync(DATA_DIR, 0o755);
  const next = await start();
  expect(next.stdout).toContain(LOG_MISSING);
  expect(next.stdout).toContain(`chmod 700 ${DATA_DIR}`);
  expect((await post(`${next.url}/api/resume`, { code, token })).status).toBe(200);
  // Pages of what is lost hear that it is unknown, after which they keep everything, and not that it is over.
  const asked = { code: lost.code, token: lost.sessionToken };
  expect((await post(`${next.url}/api/resume`, asked)).body).toEqual({ rejection: 'unknownCode' });
});
