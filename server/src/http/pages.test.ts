import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import express from 'express';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { temporaryDirectory } from '../testing/testServer.ts';
import { pages } from './pages.ts';

const PAGE = '<!doctype html><title>Backprop Relay</title>';
const HOST_PAGE = '<!doctype html><title>Host</title>';
const SCRIPT = `export const words = '${'relay '.repeat(500)}';`;
const FONT = Buffer.from([0x77, 0x4f, 0x46, 0x32, 0, 1, 2, 3]);

const directory = temporaryDirectory();
let server: Server;

function write(name: string, content: string): void {
  const file = join(directory, name);
  writeFileSync(file, content);
  writeFileSync(`${file}.br`, brotliCompressSync(content));
  writeFileSync(`${file}.gz`, gzipSync(content));
}

beforeAll(async () => {
  mkdirSync(join(directory, 'assets'));
  write('index.html', PAGE);
  write('host.html', HOST_PAGE);
  write('assets/main-abc123.js', SCRIPT);
  write('assets/gone-abc123.js', SCRIPT);
  writeFileSync(join(directory, 'assets', 'font-abc123.woff2'), FONT);
  writeFileSync(join(directory, '.built-from'), 'a hash');
  const app = express().use(pages(directory));
  app.use((_request, response) => void response.status(404).type('text').send('nothing'));
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.close();
  rmSync(directory, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Asks as a browser of these encodings does, and leaves the bytes as they come. */
function ask(path: string, encodings: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    const options = { host: '127.0.0.1', port, path, headers: { 'Accept-Encoding': encodings, ...headers } };
    const asked = request(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });
}

const READ = {
  br: brotliDecompressSync,
  gzip: gunzipSync,
  none: (body: Buffer): Buffer => body,
} as const;
const OVER_HTTPS = 'gzip, deflate, br, zstd';
const OVER_HTTP = 'gzip, deflate';

test.each([
  [OVER_HTTPS, 'br'],
  [OVER_HTTP, 'gzip'],
  ['identity', 'none'],
  ['br;q=0, gzip;q=0', 'none'],
] as const)('a browser that says "%s" is sent %s', async (encodings, expected) => {
  for (const [path, content, type] of [
    ['/assets/main-abc123.js', SCRIPT, 'text/javascript'],
    ['/', PAGE, 'text/html'],
    ['/join?code=123456', PAGE, 'text/html'],
  ] as const) {
    const { status, headers, body } = await ask(path, encodings);
    expect(status).toBe(200);
    expect(headers['content-encoding'] ?? 'none', path).toBe(expected);
    expect(headers['content-type']?.toLowerCase()).toBe(`${type}; charset=utf-8`);
    expect(headers.vary).toBe('Accept-Encoding');
    expect(READ[expected](body).toString()).toBe(content);
  }
});

test('a screen is sent its own page, which names its files; where the build has none, the page of all', async () => {
  const sent = async (path: string) => brotliDecompressSync((await ask(path, OVER_HTTPS)).body).toString();
  expect(await sent('/host?code=123456')).toBe(HOST_PAGE);
  for (const path of ['/', '/join', '/projector', '/practise', '/check', '/report'])
    expect(await sent(path), path).toBe(PAGE);
});

test('files with a hash never change; the page is asked for again, and not sent again', async () => {
  const asset = await ask('/assets/main-abc123.js', OVER_HTTPS);
  expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  for (const path of ['/', '/index.html', '/host']) {
    const page = await ask(path, OVER_HTTPS);
    expect(page.headers['cache-control'], path).toBe('no-cache');
    const again = await ask(path, OVER_HTTPS, { 'If-None-Match': page.headers.etag! });
    expect(again).toMatchObject({ status: 304, body: Buffer.alloc(0) });
    const otherCoding = await ask(path, OVER_HTTP, { 'If-None-Match': page.headers.etag! });
    expect(otherCoding.status).toBe(200);
  }
});

test('a file that was not compressed is sent as it is', async () => {
  const { headers, body } = await ask('/assets/font-abc123.woff2', OVER_HTTPS);
  expect(headers).toMatchObject({ 'content-type': 'font/woff2' });
  expect(headers).not.toHaveProperty('content-encoding');
  expect(body).toEqual(FONT);
});

test('a file that has gone since the start: a 404 in plain text, not one called compressed', async () => {
  for (const end of ['', '.br', '.gz']) rmSync(join(directory, 'assets', `gone-abc123.js${end}`));
  const { status, headers, body } = await ask('/assets/gone-abc123.js', OVER_HTTPS);
  expect(status).toBe(404);
  expect(headers).toMatchObject({ 'content-type': 'text/plain; charset=utf-8' });
  expect(headers).not.toHaveProperty('content-encoding');
  expect(headers['cache-control']).toBeUndefined();
  expect(body.toString()).toBe('nothing');
});

test('files beside the client are not sent', async () => {
  for (const path of [
    '/.built-from',
    '/assets/../.built-from',
    '/%2e%2e/package.json',
    '/assets/%',
    '/assets/',
  ]) {
    const { status } = await ask(path, OVER_HTTPS);
    expect([400, 403, 404], path).toContain(status);
  }
});
