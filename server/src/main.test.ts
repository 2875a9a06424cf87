import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { WIRE_VERSION } from '@relay/shared/protocol';
import Database from 'better-sqlite3';
import { afterEach, expect, test, vi } from 'vitest';
import { createSession, HOST_CODE, joinSession, post, temporaryDirectory } from './testing/testServer.ts';
import { ServerProcess } from './testing/serverProcess.ts';
import { TestClient } from './testing/TestClient.ts';

const running: ServerProcess[] = [];
const directories: string[] = [];

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop('SIGKILL');
  for (const path of directories.splice(0)) rmSync(path, { recursive: true, force: true });
});

function directory(): string {
  directories.push(temporaryDirectory());
  return directories.at(-1)!;
}

function start(environment: Record<string, string>, entry?: string): ServerProcess {
  running.push(new ServerProcess({ HOST_CODE, ...environment }, entry));
  return running.at(-1)!;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

const answer = (raw: string, answerId: string) =>
  ({ type: 'submitAnswer', answerId, run: 'A', round: 1, part: 'places', raw }) as const;

test('kill right after a verdict: the answer is stored, the code live again, the seat kept', async () => {
  const port = String(await freePort());
  const environment = { DATA_DIR: directory(), PORT: port };
  const url = `http://127.0.0.1:${port}`;
  const first = await start(environment).up();
  const session = await createSession(url);
  const seat = await joinSession(url, session.code, 'Mia');
  const host = await TestClient.enter(url, session.roomId, session.sessionToken);
  const mia = await TestClient.enter(url, session.roomId, seat.resumeToken);
  await host.say({ type: 'start' });
  await vi.waitFor(() => expect(mia.mine?.seat).toBeTruthy());
  const before = mia.mine!;
  const reply = await mia.say(answer('o:x1', 'the-last-answer'));
  first.child.kill('SIGKILL');
  expect(reply).toMatchObject({ accepted: true, verdict: { outcome: 'wrong' } });
  await first.ended;

  const file = new Database(join(environment.DATA_DIR, 'journal.sqlite'), { readonly: true });
  const row = file.prepare("SELECT json FROM events WHERE type = 'answerGraded'").get() as { json: string };
  file.close();
  expect(JSON.parse(row.json)).toMatchObject({ answerId: 'the-last-answer', player: seat.player });

  const since = Date.now();
  await start(environment).up();
  expect(Date.now() - since).toBeLessThan(5_000);
  expect(await post(`${url}/api/resume`, { code: session.code, token: seat.resumeToken })).toMatchObject({
    status: 200,
    body: { roomId: session.roomId, nickname: 'Mia', role: 'player' },
  });
  const again = await TestClient.enter(url, session.roomId, seat.resumeToken);
  await vi.waitFor(() => expect(again.mine?.seat).toBeTruthy());
  expect(again.mine!.seat).toMatchObject({
    unit: before.seat!.unit,
    lane: before.seat!.lane,
    edge: before.seat!.edge,
  });
  expect(again.mine!.seat!.answers.places).toMatchObject({ tries: 1, raw: 'o:x1' });
  expect(await again.say(answer('o:x1', 'the-last-answer'))).toEqual(reply);
  // Downtime does not count.
  expect(again.mine!.seat!.deadlineAt!).toBeGreaterThan(before.seat!.deadlineAt!);
  const console_ = await TestClient.enter(url, session.roomId, session.sessionToken);
  await vi.waitFor(() => expect(console_.welcome?.projectorToken).toBe(session.projectorToken));
}, 30_000);

test('kill in a rehearsal: the bots are found again and submit their missing answers', async () => {
  const port = String(await freePort());
  const environment = { DATA_DIR: directory(), PORT: port };
  const url = `http://127.0.0.1:${port}`;
  const first = await start(environment, 'testing/fastServer.ts').up();
  const session = await createSession(url, 'mazur');
  const host = await TestClient.enter(url, session.roomId, session.sessionToken);
  await host.say({ type: 'rehearse', bots: 4, language: 'en' });
  await host.say({ type: 'start' });
  const given = ({ rows }: TestClient) =>
    Object.values(rows).flatMap(({ parts }) => parts.filter(({ right }) => right));
  await vi.waitFor(() => expect(given(host).length).toBeGreaterThan(0), 20_000);
  await first.stop('SIGKILL');

  await start(environment, 'testing/fastServer.ts').up();
  const again = await TestClient.enter(url, session.roomId, session.sessionToken);
  const before = Object.keys(host.rows).sort();
  await vi.waitFor(() => expect(Object.keys(again.rows).sort()).toEqual(before));
  // All parts of all players are answered in the end.
  await vi.waitFor(() => {
    const parts = Object.values(again.rows).flatMap((row) => row.parts);
    expect(parts.filter(({ right }) => !right)).toEqual([]);
    expect(Object.values(again.rows).every(({ present }) => present)).toBe(true);
  }, 25_000);
  const file = new Database(join(environment.DATA_DIR, 'journal.sqlite'), { readonly: true });
  const rows = file.prepare("SELECT json FROM events WHERE type = 'answerGraded'").all() as {
    json: string;
  }[];
  const left = file.prepare("SELECT count(*) AS n FROM events WHERE type = 'playerLeft'").get();
  file.close();
  const ids = rows.map(({ json }) => (JSON.parse(json) as { answerId: string }).answerId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(left).toEqual({ n: 0 });
}, 60_000);

test('Ctrl-C with players connected: the server closes cleanly, and they can reconnect', async () => {
  const port = String(await freePort());
  const environment = { DATA_DIR: directory(), PORT: port };
  const url = `http://127.0.0.1:${port}`;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    const server = await start(environment).up();
    const session = await createSession(url);
    const mia = await joinSession(url, session.code, 'Mia');
    const client = await TestClient.enter(url, session.roomId, mia.resumeToken);
    // An unused seat reservation does not hold up the shutdown.
    await post(`${url}/matchmake/joinById/${session.roomId}`, {
      token: mia.resumeToken,
      wire: WIRE_VERSION,
    });
    const since = Date.now();
    const { code, stderr } = await server.stop(signal);
    expect(Date.now() - since).toBeLessThan(4_500);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    await vi.waitFor(() => expect(client.closed).toBe(4001));
    const file = new Database(join(environment.DATA_DIR, 'journal.sqlite'), { readonly: true });
    const left = file.prepare("SELECT count(*) AS n FROM events WHERE type = 'playerLeft'").get();
    file.close();
    // The shutdown does not count as the player leaving.
    expect(left).toEqual({ n: 0 });
  }
}, 30_000);

test('output: the terminal shows addresses and host code; the log no tokens, names or addresses', async () => {
  const DATA_DIR = directory();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = await start({ DATA_DIR, PORT: String(port), LOG_LEVEL: 'trace', HOST_CODE: '' }).up();
  const hostCode = readFileSync(join(DATA_DIR, 'host-code'), 'utf8').trim();
  expect(server.stdout).toContain(`http://127.0.0.1:${port}/join`);
  expect(server.stdout).toContain(hostCode);
  const made = await post(`${url}/api/sessions`, { hostCode, network: 'swap' });
  const { code, roomId, sessionToken } = made.body as Record<'code' | 'roomId' | 'sessionToken', string>;
  const mia = await joinSession(url, code, 'Miranda');
  const host = await TestClient.enter(url, roomId, sessionToken);
  const client = await TestClient.enter(url, roomId, mia.resumeToken);
  await host.say({ type: 'start' });
  await client.say(answer('o:x1 f:y2', 'a-very-special-answer'));
  client.room.send('command', { type: 'x'.repeat(5_000) });
  await vi.waitFor(() => expect(client.closed).toBe(1009));
  await server.stop('SIGTERM');
  const log = readFileSync(join(DATA_DIR, 'server.log'), 'utf8');
  expect(log).toContain('session created');
  for (const secret of [
    hostCode,
    sessionToken,
    mia.resumeToken,
    'Miranda',
    '127.0.0.1',
    'o:x1',
    'a-very-special-answer',
  ]) {
    expect(log, secret).not.toContain(secret);
  }
  // A page cannot write to the teacher's terminal either.
  expect(server.stderr).toBe('');
  const file = readFileSync(join(DATA_DIR, 'journal.sqlite'), 'latin1');
  for (const token of [sessionToken, mia.resumeToken]) expect(file).not.toContain(token);
}, 30_000);

/** Output of a start that fails: one sentence that names the setting, without a stack. */
async function refusal(environment: Record<string, string>): Promise<string> {
  const { code, stderr } = await start(environment).ended;
  expect(code).toBe(1);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stderr).not.toMatch(/\bat .*:\d+:\d+/);
  return stderr;
}

test('start on a port in use: is refused', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  expect(await refusal({ DATA_DIR: directory(), PORT: String(port) })).toContain(`Port ${port} is in use`);
  taken.close();
});

test('start with a bad setting: is refused', async () => {
  const sentence = await refusal({ DATA_DIR: directory(), PORT: 'eighty' });
  expect(sentence).toContain('The setting PORT is "eighty"; it must be a whole number');
});

test('start with an unwritable data directory: is refused', async () => {
  const file = join(directory(), 'a-file');
  writeFileSync(file, '');
  const port = String(await freePort());
  expect(await refusal({ DATA_DIR: file, PORT: port })).toContain('DATA_DIR');
  expect(await refusal({ DATA_DIR: join(file, 'below'), PORT: port })).toContain('DATA_DIR');
});

test('start with a data directory that is in use or holds something else: is refused', async () => {
  const DATA_DIR = directory();
  await start({ DATA_DIR, PORT: String(await freePort()) }).up();
  const port = String(await freePort());
  expect(await refusal({ DATA_DIR, PORT: port })).toContain(
    'Another Backprop Relay server is using DATA_DIR',
  );
  const other = directory();
  writeFileSync(
    join(other, 'journal.sqlite'),
    'This is no database, but a text that is long enough to be read as one.',
  );
  expect(await refusal({ DATA_DIR: other, PORT: port })).toContain('DATA_DIR');
}, 20_000);
