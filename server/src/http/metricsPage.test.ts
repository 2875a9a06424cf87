import { request } from 'node:http';
import { networkInterfaces } from 'node:os';
import { afterEach, expect, test, vi } from 'vitest';
import {
  classOfOne,
  createSession,
  joinSession,
  openTestServer,
  post,
  type TestServer,
} from '../testing/testServer.ts';
import { TestClient } from '../testing/TestClient.ts';

let server: TestServer;
afterEach(() => server.close());

function ask(
  host: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: string; type: string | undefined }> {
  return new Promise((resolve, reject) => {
    request({ host, port: server.app.port, path: '/metrics', headers }, (response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += chunk;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode!, body, type: response.headers['content-type'] }),
      );
    })
      .on('error', reject)
      .end();
  });
}

/** Values by name and labels. */
async function figures(): Promise<Readonly<Record<string, number>>> {
  const { status, body, type } = await ask('127.0.0.1');
  expect(status).toBe(200);
  expect(type).toContain('text/plain; version=0.0.4');
  const lines = body.split('\n').filter((line) => line && !line.startsWith('#'));
  return Object.fromEntries(
    lines.map((line) => line.split(' ') as [string, string]).map(([k, v]) => [k, Number(v)]),
  );
}

test('metrics: every answer, verdict, refusal, page and session is counted once', async () => {
  server = await openTestServer();
  const { host, mia, seat, roomId, code } = await classOfOne(server);
  await createSession(server.url);
  await host.say({ type: 'start' });
  await vi.waitFor(() => expect(mia.mine?.seat).toBeTruthy());
  const { truth } = server.app.sessions.byId(roomId)!.session.runs['A']!.seats[0]!;
  const answer = { type: 'submitAnswer', run: 'A', round: 1, part: 'places' } as const;
  await mia.say({ ...answer, answerId: 'answer-1', raw: 'nowhere' });
  await mia.say({ ...answer, answerId: 'answer-2', raw: truth!.places!.join(' ') });
  await mia.say({ ...answer, answerId: 'answer-3', raw: 'after the right one' });
  await mia.say({ type: 'start' });
  await post(`${server.url}/api/join`, { code, nickname: '' });
  const other = await TestClient.enter(server.url, code, seat.resumeToken);

  await vi.waitFor(async () => expect((await figures())['relay_sockets{role="player"}']).toBe(2));
  const seen = await figures();
  expect(seen).toMatchObject({
    relay_answers_total: 3,
    'relay_verdicts_total{outcome="unreadable"}': 1,
    'relay_verdicts_total{outcome="correct"}': 1,
    relay_verdict_seconds_count: 2,
    'relay_rejections_total{reason="partDone",way="room"}': 1,
    'relay_rejections_total{reason="notAllowed",way="room"}': 1,
    'relay_rejections_total{reason="nameEmpty",way="http"}': 1,
    'relay_sessions{state="open"}': 2,
    'relay_sessions{state="closed"}': 0,
    relay_sessions_created_total: 2,
    relay_sessions_not_reopened_total: 0,
    relay_log_lines_dropped_total: 0,
    'relay_sockets{role="host"}': 1,
    relay_players_connected: 1,
    'relay_returns_total{role="player"}': 1,
    'relay_returns_total{role="host"}': 1,
  });
  expect(seen['relay_journal_append_seconds_count']).toBeGreaterThan(4);
  expect(seen['relay_sent_bytes_total']).toBeGreaterThan(1_000);
  expect(seen['relay_event_loop_lag_seconds{quantile="1"}']).toBeGreaterThanOrEqual(0);

  await other.leave();
  await vi.waitFor(async () => expect((await figures())['relay_sockets{role="player"}']).toBe(1));
  expect((await figures())['relay_players_connected']).toBe(1);
  await mia.leave();
  await vi.waitFor(async () => expect((await figures())['relay_players_connected']).toBe(0));
});

test('metrics: two servers of one process count apart, and no label names anybody', async () => {
  server = await openTestServer();
  const other = await openTestServer();
  const { code, seat, roomId } = await classOfOne(other);
  await joinSession(other.url, code, 'Wilhelmina');
  expect(await figures()).toMatchObject({
    relay_sessions_created_total: 0,
    'relay_sessions{state="open"}': 0,
  });
  const { body } = await fetch(`${other.url}/metrics`).then(async (reply) => ({ body: await reply.text() }));
  expect(body).toContain('relay_sessions_created_total 1');
  for (const secret of ['Mia', 'Wilhelmina', code, seat.player, roomId, '127.0.0.1'])
    expect(body).not.toContain(secret);
  await other.close();
});

test('metrics: shown to this machine alone, and not through a proxy on it', async () => {
  server = await openTestServer({ HOST: '0.0.0.0' });
  expect((await ask('127.0.0.1')).status).toBe(200);
  const port = server.app.port;
  for (const headers of [
    { 'X-Forwarded-For': '192.0.2.7' },
    { Forwarded: 'for=192.0.2.7' },
    { Host: `relay.example.org:${port}` },
  ])
    expect((await ask('127.0.0.1', headers)).status).toBe(403);
  const outside = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal);
  if (!outside) return;
  expect((await ask(outside.address, { Host: `localhost:${port}` })).status).toBe(403);
});

test('metrics: with METRICS_TOKEN, for everybody who sends it and nobody else', async () => {
  server = await openTestServer({ METRICS_TOKEN: 'a-token-of-16-or-more' });
  expect((await ask('127.0.0.1')).status).toBe(403);
  expect((await ask('127.0.0.1', { Authorization: 'Bearer a-token-of-16-or-more!' })).status).toBe(403);
  const right = { Authorization: 'Bearer a-token-of-16-or-more', 'X-Forwarded-For': '192.0.2.7' };
  expect((await ask('127.0.0.1', right)).status).toBe(200);
});
