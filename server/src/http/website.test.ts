import { renameSync } from 'node:fs';
import { request } from 'node:http';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { JOURNAL_FILE } from '../journal/SqliteJournal.ts';
import { CHECK_AGE_MS } from './readiness.ts';
import { createSession, HOST_CODE, openTestServer, type TestServer } from '../testing/testServer.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer({ HOST: '0.0.0.0', PUBLIC_URL: 'http://relay.example.org' });
});
afterAll(() => server.close());

/** Sends a request with chosen Host and Origin headers, which `fetch` does not allow. */
function ask(
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: string,
): Promise<{ status: number; headers: Record<string, unknown>; body: string }> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: server.app.port, method, path, headers }, (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode!, headers: response.headers, body: text }),
      );
    });
    asked.on('upgrade', (response, socket) => {
      socket.destroy();
      resolve({ status: response.statusCode!, headers: response.headers, body: '' });
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

test('paths: screens get the one page, assets never change, the rest is a plain 404', async () => {
  for (const path of [
    '/',
    '/join',
    '/host',
    '/projector',
    '/practise',
    '/check',
    '/sheets',
    '/guide',
    '/join?code=123456',
  ]) {
    const page = await ask('GET', path);
    expect(page).toMatchObject({ status: 200, body: expect.stringContaining('<title>Backprop Relay') });
    expect(page.headers).toMatchObject({ 'cache-control': 'no-cache' });
  }
  const astray = await ask('GET', '/join/?code=123456');
  expect(astray).toMatchObject({ status: 308, headers: { location: '/join?code=123456' } });
  const asset = await ask('GET', '/assets/main-abc123.js');
  expect(asset.headers['cache-control']).toContain('immutable');
  for (const path of [
    '/nothing',
    '/assets/nothing.js',
    '/.built-from',
    '/../server.log',
    '/api/nothing',
    '/__healthcheck',
  ]) {
    const none = await ask('GET', path);
    expect(none.status, path).toBe(404);
    expect(none.headers['content-type'], path).toContain('text/plain');
  }
});

test('content policy: allows nothing inline or foreign, and asks a plain http page for no https', async () => {
  const { headers } = await ask('GET', '/');
  const policy = String(headers['content-security-policy']);
  expect(policy).toContain("default-src 'self'");
  expect(policy).toContain("connect-src 'self' ws: wss:");
  expect(policy).not.toContain('unsafe');
  expect(policy).not.toContain('upgrade-insecure-requests');
  expect(headers).not.toHaveProperty('strict-transport-security');
  expect(headers).not.toHaveProperty('x-powered-by');
});

test('health: /healthz reports the process, /readyz the journal and the client', async () => {
  expect(await ask('GET', '/healthz')).toMatchObject({ status: 200 });
  expect(await ask('GET', '/readyz')).toMatchObject({
    status: 200,
    body: expect.stringContaining('"ok":true'),
  });
  const page = join(server.directory, 'client', 'index.html');
  renameSync(page, `${page}.away`);
  expect(await ask('GET', '/readyz')).toMatchObject({
    status: 503,
    body: expect.stringContaining('"client":false'),
  });
  renameSync(`${page}.away`, page);
  server.clock.at += CHECK_AGE_MS;
  const other = new Database(join(server.directory, JOURNAL_FILE));
  other.exec('BEGIN IMMEDIATE');
  expect(await ask('GET', '/readyz')).toMatchObject({
    status: 503,
    body: expect.stringContaining('"journal":false'),
  });
  other.exec('ROLLBACK');
  other.close();
  server.clock.at += CHECK_AGE_MS;
  expect(await ask('GET', '/readyz')).toMatchObject({ status: 200 });
});

test('/readyz: many who ask share one write, also one after the other', async () => {
  const file = new Database(join(server.directory, JOURNAL_FILE), { readonly: true });
  // Changes with each commit of another connection.
  const version = (): unknown => file.pragma('data_version', { simple: true });
  server.clock.at += CHECK_AGE_MS;
  await ask('GET', '/readyz');
  const before = version();
  await Promise.all(Array.from({ length: 60 }, () => ask('GET', '/readyz')));
  expect(version()).toBe(before);
  server.clock.at += CHECK_AGE_MS;
  await ask('GET', '/readyz');
  expect(version()).not.toBe(before);
  file.close();
});

describe('origin: only a page of this server may send a changing request', () => {
  const own = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
  const port = () => server.app.port;
  const cases: [string, () => Record<string, string>, boolean][] = [
    ['no origin', () => ({}), true],
    ['localhost', () => ({ Host: `localhost:${port()}`, Origin: `http://localhost:${port()}` }), true],
    ['127.0.0.1', () => ({ Host: `127.0.0.1:${port()}`, Origin: `http://127.0.0.1:${port()}` }), true],
    [
      'an own interface',
      () => ({ Host: `${own}:${port()}`, Origin: `http://${own}:${port()}` }),
      own !== undefined,
    ],
    ['the public address', () => ({ Host: 'relay.example.org', Origin: 'http://relay.example.org' }), true],
    ['"null"', () => ({ Host: `localhost:${port()}`, Origin: 'null' }), false],
    [
      'another port',
      () => ({ Host: `localhost:${port()}`, Origin: `http://localhost:${port() + 1}` }),
      false,
    ],
    ['another site', () => ({ Host: `localhost:${port()}`, Origin: 'http://evil.example' }), false],
    [
      'a foreign name that points here',
      () => ({ Host: `evil.example:${port()}`, Origin: `http://evil.example:${port()}` }),
      false,
    ],
    [
      'a name that begins like ours',
      () => ({ Host: `localhost:${port()}`, Origin: `http://localhost.evil.example:${port()}` }),
      false,
    ],
    ['an extension', () => ({ Host: `localhost:${port()}`, Origin: 'chrome-extension://abcdef' }), false],
  ];

  test.each(cases)('%s', async (_name, headers, isAllowed) => {
    const json = { 'Content-Type': 'application/json' };
    const create = JSON.stringify({ hostCode: HOST_CODE, network: 'swap' });
    const { status } = await ask('POST', '/api/sessions', { ...json, ...headers() }, create);
    expect(status).toBe(isAllowed ? 200 : 403);

    const { code, roomId, sessionToken } = await createSession(server.url);
    const resume = JSON.stringify({ code, token: sessionToken });
    const entered = await ask('POST', '/api/resume', { ...json, ...headers() }, resume);
    expect(entered.status).toBe(isAllowed ? 200 : 403);
    expect(entered.headers).not.toHaveProperty('access-control-allow-origin');
    expect(entered.headers).not.toHaveProperty('access-control-allow-credentials');

    const upgrade = await ask('GET', `/p/${roomId}?sessionId=nobody`, {
      Connection: 'Upgrade',
      Upgrade: 'websocket',
      'Sec-WebSocket-Version': '13',
      'Sec-WebSocket-Key': 'AAAAAAAAAAAAAAAAAAAAAA==',
      ...headers(),
    });
    expect(upgrade.status).toBe(isAllowed ? 101 : 403);
  });

  test('a preflight request: allows nothing', async () => {
    const origin = { Origin: 'http://evil.example', 'Access-Control-Request-Method': 'POST' };
    for (const path of ['/api/sessions', '/api/resume']) {
      const { headers } = await ask('OPTIONS', path, origin);
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });
});

test('host page on the server’s own machine: receives the address that phones can reach', async () => {
  const reply = await fetch(`${server.url}/api/address`);
  expect(await reply.json()).toEqual({ address: 'http://relay.example.org' });
});
