import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import type { Event } from '@relay/shared/referee/event';
import { fold } from '@relay/shared/referee/evolve';
import { hostRow } from '@relay/shared/referee/view';
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

/** Rows of a server's journal, whether the server runs or not. */
function stored<Row>(DATA_DIR: string, query: string): Row[] {
  const file = new Database(join(DATA_DIR, 'journal.sqlite'), { readonly: true });
  try {
    return file.prepare(query).all() as Row[];
  } finally {
    file.close();
  }
}

/** Events in the journal of a server with one session. */
const storedEvents = (DATA_DIR: string): Event[] =>
  stored<{ json: string }>(DATA_DIR, 'SELECT json FROM events ORDER BY seq').map(
    ({ json }) => JSON.parse(json) as Event,
  );

const answer = (raw: string, answerId: string) =>
  ({ type: 'submitAnswer', answerId, run: 'A', round: 1, part: 'places', raw }) as const;

test('kill right after a verdict: the answer is stored, the code live again, the seat kept', async () => {
  const environment = { DATA_DIR: directory() };
  const first = await start(environment).up();
  let { url } = first;
  const session = await createSession(url);
  const seat = await joinSession(url, session.code, 'Mia');
  const host = await TestClient.enter(url, session.code, session.sessionToken);
  const mia = await TestClient.enter(url, session.code, seat.resumeToken);
  await host.say({ type: 'start' });
  await vi.waitFor(() => expect(mia.mine?.seat).toBeTruthy());
  const before = mia.mine!;
  const reply = await mia.say(answer('o:x1', 'the-last-answer'));
  first.child.kill('SIGKILL');
  expect(reply).toMatchObject({ accepted: true, verdict: { outcome: 'wrong' } });
  await first.ended;

  expect(storedEvents(environment.DATA_DIR).at(-1)).toMatchObject({
    type: 'answerGraded',
    answerId: 'the-last-answer',
    player: seat.player,
  });

  ({ url } = await start(environment).up());
  expect(await post(`${url}/api/resume`, { code: session.code, token: seat.resumeToken })).toMatchObject({
    status: 200,
    body: { seat: { roomId: session.roomId }, nickname: 'Mia', role: 'player' },
  });
  const again = await TestClient.enter(url, session.code, seat.resumeToken);
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
  const console_ = await TestClient.enter(url, session.code, session.sessionToken);
  await vi.waitFor(() => expect(console_.welcome?.projectorToken).toBe(session.projectorToken));
});

test('kill in a rehearsal: the bots are found again and submit their missing answers', async () => {
  const environment = { DATA_DIR: directory() };
  const first = await start(environment).up();
  // No deadlines: in fast time a busy machine would leave the bots too little of theirs.
  const session = await createSession(first.url, 'mazur', { settings: { timeFactor: 'untimed' } });
  const host = await TestClient.enter(first.url, session.code, session.sessionToken);
  await host.say({ type: 'rehearse', bots: 4, language: 'en' });
  await host.say({ type: 'start' });
  await first.stop('SIGKILL');

  const rows = () => {
    const now = fold(storedEvents(environment.DATA_DIR));
    return Object.keys(now.players).map((player) => hostRow(now, player)!);
  };
  const isRight = () => rows().flatMap(({ parts }) => parts.map(({ right }) => right));
  const comeBack = ({ url }: ServerProcess) =>
    post(`${url}/api/resume`, { code: session.code, token: session.sessionToken });
  const second = await start(environment, 'testing/fastServer.ts').up();
  await comeBack(second);
  await vi.waitFor(() => expect(isRight()).toContain(true));
  await second.stop('SIGKILL');

  await comeBack(await start(environment, 'testing/fastServer.ts').up());
  // All parts of all players are answered in the end.
  await vi.waitFor(() => expect(isRight()).not.toContain(false));
  expect(rows()).toHaveLength(4);
  expect(rows().every(({ present }) => present)).toBe(true);
  const log = storedEvents(environment.DATA_DIR);
  const ids = log.flatMap((event) => (event.type === 'answerGraded' ? [event.answerId] : []));
  expect(new Set(ids).size).toBe(ids.length);
  expect(log.filter(({ type }) => type === 'playerLeft')).toEqual([]);
});

test('kill while a session is closed: it opens as it was', async () => {
  const environment = { DATA_DIR: directory() };
  const first = await start(environment, 'testing/fastServer.ts').up();
  const session = await createSession(first.url);
  const host = await TestClient.enter(first.url, session.code, session.sessionToken);
  const seat = await joinSession(first.url, session.code, 'Mia');
  const mia = await TestClient.take(first.url, seat.seat);
  await host.say({ type: 'start' });
  await vi.waitFor(() => expect(mia.mine?.seat).toBeTruthy());
  await mia.say(answer('o:x1', 'the-last-answer'));
  await host.say({ type: 'pause' });
  await Promise.all([host.leave(), mia.leave()]);
  const log = () => readFileSync(join(environment.DATA_DIR, 'server.log'), 'utf8');
  await vi.waitFor(() => expect(log()).toContain('session closed'));
  await first.stop('SIGKILL');
  const before = storedEvents(environment.DATA_DIR);

  const { url } = await start(environment).up();
  // Nothing is read from it before somebody comes.
  expect(log()).not.toContain('session opened');
  const again = await TestClient.enter(url, session.code, seat.resumeToken);
  await vi.waitFor(() => expect(again.mine?.seat?.answers.places).toMatchObject({ tries: 1, raw: 'o:x1' }));
  await vi.waitFor(() => expect(storedEvents(environment.DATA_DIR)).toHaveLength(before.length + 1));
  expect(storedEvents(environment.DATA_DIR).at(-1)).toMatchObject({ type: 'playerReturned' });
});

test('Ctrl-C with players connected: the server closes cleanly, and they can reconnect', async () => {
  const environment = { DATA_DIR: directory() };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    const server = await start(environment).up();
    const { url } = server;
    const session = await createSession(url);
    const mia = await joinSession(url, session.code, 'Mia');
    const client = await TestClient.enter(url, session.code, mia.resumeToken);
    // An unused seat reservation does not hold up the shutdown.
    await post(`${url}/api/resume`, { code: session.code, token: mia.resumeToken });
    const { code, stderr } = await server.stop(signal);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    // The last line shows that the process was not cut off while closing.
    expect(readFileSync(join(environment.DATA_DIR, 'server.log'), 'utf8')).toMatch(/"msg":"closed"\}\n$/);
    await vi.waitFor(() => expect(client.closed).toBe(4001));
    // The shutdown does not count as the player leaving.
    const left = "SELECT json FROM events WHERE type = 'playerLeft'";
    expect(stored(environment.DATA_DIR, left)).toEqual([]);
  }
});

test('output: the terminal shows addresses and host code; the log no tokens, names or addresses', async () => {
  const DATA_DIR = directory();
  const server = await start({ DATA_DIR, LOG_LEVEL: 'trace', HOST_CODE: '' }).up();
  const { url } = server;
  const hostCode = readFileSync(join(DATA_DIR, 'host-code'), 'utf8').trim();
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(server.stdout).toContain(hostCode);
  const made = await post(`${url}/api/sessions`, { hostCode, network: 'swap' });
  const { code, sessionToken } = made.body as Record<'code' | 'sessionToken', string>;
  const mia = await joinSession(url, code, 'Miranda');
  const host = await TestClient.enter(url, code, sessionToken);
  const client = await TestClient.enter(url, code, mia.resumeToken);
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
});

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
  expect(await refusal({ DATA_DIR: file })).toContain('DATA_DIR');
  expect(await refusal({ DATA_DIR: join(file, 'below') })).toContain('DATA_DIR');
});

test('start with a data directory that is in use or holds something else: is refused', async () => {
  const DATA_DIR = directory();
  await start({ DATA_DIR }).up();
  expect(await refusal({ DATA_DIR })).toContain('Another Backprop Relay server is using DATA_DIR');
  const other = directory();
  writeFileSync(
    join(other, 'journal.sqlite'),
    'This is no database, but a text that is long enough to be read as one.',
  );
  expect(await refusal({ DATA_DIR: other })).toContain('DATA_DIR');
});
