import { execFileSync } from 'node:child_process';
import { rmSync, statSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { JOURNAL_FILE } from '../journal/SqliteJournal.ts';
import { ServerProcess } from '../testing/serverProcess.ts';
import { TestClient } from '../testing/TestClient.ts';
import { createSession, HOST_CODE, joinSession, post, temporaryDirectory } from '../testing/testServer.ts';

/** @module-tag slow */

/** A server on a small disk of its own, which needs the right to mount one: without it these tests fail. */

let disk: string;
const running: ServerProcess[] = [];

beforeEach(() => {
  disk = temporaryDirectory();
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m,mode=700', 'tmpfs', disk]);
});
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop('SIGKILL');
  execFileSync('umount', [disk]);
  rmSync(disk, { recursive: true });
});

function start(): ServerProcess {
  running.push(new ServerProcess({ HOST_CODE, DATA_DIR: disk }));
  return running.at(-1)!;
}

const filler = (): string => join(disk, 'filler');
/** Leaves no byte on the disk. */
function fill(): void {
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(filler(), Buffer.alloc(bavail * bsize));
}
const freeDisk = (): void => rmSync(filler());

const answer = (answerId: string) =>
  ({ type: 'submitAnswer', answerId, run: 'A', round: 1, part: 'places', raw: 'o:x1' }) as const;

async function ready(url: string): Promise<unknown> {
  const reply = await fetch(`${url}/readyz`);
  const { journal, reason } = (await reply.json()) as Record<string, unknown>;
  return { journal, reason };
}

/** A started session with one player, on a server that runs. */
async function begun() {
  const server = await start().up();
  const session = await createSession(server.url, 'swap', { settings: { timeFactor: 'untimed' } });
  const seat = await joinSession(server.url, session.code, 'Mia');
  const host = await TestClient.enter(server.url, session.code, session.sessionToken);
  const mia = await TestClient.take(server.url, seat.seat);
  await host.say({ type: 'start' });
  await vi.waitFor(() => expect(mia.mine?.seat).toBeTruthy());
  return { server, session, seat, mia };
}

/** Sends answers until one finds no room: the log of the last commits has some left of its own. */
async function answerUntilFull(mia: TestClient): Promise<string> {
  for (let i = 0; i < 2_000; i++) {
    const reply = await mia.say(answer(`answer-${i}`));
    if (!reply.accepted && reply.rejection === 'serverError') return `answer-${i}`;
  }
  throw new Error('the disk was never full');
}

test('a full disk: answers are refused, the process goes on, and a resend is stored once there is room', async () => {
  const { server, mia } = await begun();
  fill();
  const refused = await answerUntilFull(mia);
  expect(await mia.say(answer(refused))).toEqual({ accepted: false, rejection: 'serverError' });
  await vi.waitFor(async () =>
    expect(await ready(server.url)).toEqual({ journal: false, reason: expect.stringMatching(/^SQLITE_/u) }),
  );
  expect(server.child.exitCode).toBeNull();
  freeDisk();
  await vi.waitFor(async () => expect(await mia.say(answer(refused))).toMatchObject({ accepted: true }));
  await vi.waitFor(async () => expect(await ready(server.url)).toEqual({ journal: true }));
});

test('a start on a full disk: one sentence or the session, and afterwards the session', async () => {
  const { server, session, seat } = await begun();
  await server.stop('SIGKILL');
  fill();
  const again = start();
  const up = await again.up().then(
    () => true,
    () => false,
  );
  if (up) {
    // Sessions that can be read are served; the others are refused for now.
    const resumed = await post(`${again.url}/api/resume`, { code: session.code, token: seat.resumeToken });
    expect([200, 503]).toContain(resumed.status);
    expect((await fetch(`${again.url}/healthz`)).status).toBe(200);
    expect(await again.stop('SIGTERM')).toMatchObject({ code: 0 });
  } else {
    const { code, stderr } = await again.ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(/^The disk with DATA_DIR .* has no room left .*\n$/u);
  }
  freeDisk();
  const { url } = await start().up();
  const mia = await TestClient.enter(url, session.code, seat.resumeToken);
  await vi.waitFor(() => expect(mia.mine?.seat).toBeTruthy());
});

test('data files: only their owner can read them', async () => {
  await begun();
  const mode = (name: string): string => (statSync(join(disk, name)).mode & 0o777).toString(8);
  for (const name of [
    JOURNAL_FILE,
    `${JOURNAL_FILE}-wal`,
    `${JOURNAL_FILE}-shm`,
    'server.log',
    'server.lock',
  ])
    expect({ name, mode: mode(name) }).toEqual({ name, mode: '600' });
});
