// @module-tag slow
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { isLong } from '@relay/shared/testing/effort';
import { afterEach, expect, test, vi } from 'vitest';
import { PROJECT_ROOT } from '../config.ts';
import { JOURNAL_FILE } from '../journal/SqliteJournal.ts';
import { ServerProcess } from '../testing/serverProcess.ts';
import { createSession, HOST_CODE, joinSession, post, temporaryDirectory } from '../testing/testServer.ts';
import { TestClient } from '../testing/TestClient.ts';

/**
 * A real second process that locks the journal's file, as a backup program may: what has to be written waits, everything else is
 * answered meanwhile, and no page loses its connection.
 */

/** Requests to the server while the file is locked, one after the other: in the long form they take some 15 s. */
const REQUESTS = isLong ? 10_000 : 300;
const PLAYERS = 10;

const DATA_DIR = temporaryDirectory();
let server: ServerProcess | undefined;
let locker: ChildProcess | undefined;
afterEach(async () => {
  locker?.kill('SIGKILL');
  await server?.stop('SIGKILL');
  rmSync(DATA_DIR, { recursive: true, force: true });
});

async function start(): Promise<string> {
  server = await new ServerProcess({ HOST_CODE, DATA_DIR }).up();
  return server.url;
}

const LOCK = `
  const { createRequire } = await import('node:module');
  const Database = createRequire(process.argv[1])('better-sqlite3');
  const file = new Database(process.argv[2]);
  file.exec('BEGIN EXCLUSIVE');
  console.log('locked');
  process.stdin.resume().on('end', () => { file.exec('ROLLBACK'); file.close(); });`;

/** Locks the file in a process of its own. @returns function that ends the lock */
async function lock(): Promise<() => Promise<void>> {
  const args = [
    '--input-type=module',
    '-e',
    LOCK,
    '--',
    join(PROJECT_ROOT, 'server', 'package.json'),
    join(DATA_DIR, JOURNAL_FILE),
  ];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  locker = child;
  await once(child.stdout, 'data');
  return async () => {
    const ended = once(child, 'exit');
    child.stdin.end();
    await ended;
  };
}

/** Asks the server again and again: each answer shows that its event loop runs. */
async function keepAsking(url: string): Promise<void> {
  for (let i = 0; i < REQUESTS; i++) expect((await fetch(`${url}/healthz`)).status).toBe(200);
}

/** A class whose players are connected, and another one that the server has not opened since it was started. */
async function begun() {
  const first = await start();
  const closed = await createSession(first, 'swap');
  await joinSession(first, closed.code, 'Ada');
  const open = await createSession(first, 'swap', { settings: { timeFactor: 'untimed' } });
  const seats = await Promise.all(
    Array.from({ length: PLAYERS }, (_, i) => joinSession(first, open.code, `P${i}`)),
  );
  await server!.stop('SIGKILL');
  const url = await start();
  const host = await TestClient.enter(url, open.code, open.sessionToken);
  const pages = await Promise.all(
    seats.map(({ resumeToken }) => TestClient.enter(url, open.code, resumeToken)),
  );
  await vi.waitFor(() => expect(pages.every(({ mine }) => mine !== null)).toBe(true));
  return { url, open, closed, host, pages, seats };
}

test('a file that another process locks: what is written waits, no socket is dropped', async () => {
  const { url, open, closed, host, pages, seats } = await begun();
  const unlock = await lock();
  let isLocked = true;
  const waited: Record<string, boolean> = {};
  const noting = <T>(what: string, work: Promise<T>): Promise<T> =>
    work.finally(() => {
      waited[what] = isLocked;
    });
  const writing = [
    noting('start', host.say({ type: 'start' })),
    noting('join', post(`${url}/api/join`, { code: open.code, nickname: 'Late' })),
  ] as const;
  // Opening a session from the journal in which no time runs, and entering again, read only.
  const opened = await TestClient.enter(url, closed.code, closed.sessionToken);
  const again = await TestClient.enter(url, open.code, seats[0]!.resumeToken);
  await keepAsking(url);
  expect(waited).toEqual({});
  for (const page of [host, ...pages.slice(1), again, opened]) expect(page.closed).toBeNull();
  isLocked = false;
  await unlock();
  const [started, joined] = await Promise.all(writing);
  expect(started).toEqual({ accepted: true });
  expect(joined.status).toBe(200);
  expect(waited).toEqual({ start: false, join: false });
  for (const page of [host, ...pages.slice(1), again, opened]) expect(page.closed).toBeNull();
});

test('a server that is stopped while its file is locked: ends, and nothing acknowledged is lost', async () => {
  const { open, host } = await begun();
  expect(await host.say({ type: 'start' })).toEqual({ accepted: true });
  const unlock = await lock();
  void host.say({ type: 'pause' }).catch(() => undefined);
  expect(await server!.stop('SIGTERM')).toMatchObject({ code: 0 });
  await unlock();
  const url = await start();
  const back = await TestClient.enter(url, open.code, open.sessionToken);
  await vi.waitFor(() => expect(back.view.session['']?.stage).toBeTruthy());
  expect(back.view.session['']?.stage).not.toBe('lobby');
});
