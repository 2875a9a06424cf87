import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { build } from 'vite';
import { CONTENT_TYPES } from '../../build/contentTypes.ts';

const client = join(import.meta.dirname, '..', '..');

const STAGE = '/stage/';

/** Serves the built pages of the game, and `stage/`, the drawing alone, until `close` is called. */
export async function servePages() {
  const folder = mkdtempSync(join(tmpdir(), 'relay-frames-'));
  const root = join(import.meta.dirname, 'stage');
  const configFile = join(client, 'vite.config.ts');
  await build({ configFile, logLevel: 'silent', root, publicDir: false, build: { outDir: folder } });
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url!, 'http://files');
    const from = pathname.startsWith(STAGE) ? folder : join(client, 'dist');
    const path = pathname.startsWith(STAGE) ? pathname.slice(STAGE.length) : pathname;
    const file = join(from, path, path === '' || path.endsWith('/') ? 'index.html' : '');
    readFile(file).then(
      (body) => response.writeHead(200, { 'content-type': CONTENT_TYPES[extname(file)] ?? '' }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
