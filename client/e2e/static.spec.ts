import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { LANGUAGES } from '@relay/shared/strings/languages';
import { expectNoErrors } from './support/classroom';
import { inPhase, Person, STILL, STILL_PHONE, Student } from './support/people';
import { answerAll, compare } from './support/practising';
import { CONTENT_TYPES } from '../build/contentTypes';
import { test } from './support/test';
import { WORDS } from './support/words';

const FILES = join(import.meta.dirname, '..', 'dist');
const FOLDER = '/games/relay/';

/** Plain file server: files at the root and in a folder, a folder's index, 404 for all other paths. */
function serveFiles(): Promise<Server> {
  const server = createServer((request, response) => {
    const refuse = (status: number): void => {
      response.writeHead(status, { 'content-type': 'text/plain' }).end('no\n');
    };
    if (request.method !== 'GET') return refuse(405);
    const { pathname, search } = new URL(request.url!, 'http://files');
    const path = pathname.startsWith(FOLDER) ? pathname.slice(FOLDER.length) : pathname.slice(1);
    const asked = normalize(path);
    if (asked.startsWith('..')) return refuse(404);
    const file = join(FILES, asked, path === '' || path.endsWith('/') ? 'index.html' : '');
    readFile(file).then(
      (body) => response.writeHead(200, { 'content-type': CONTENT_TYPES[extname(file)] ?? '' }).end(body),
      (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EISDIR') return refuse(404);
        response.writeHead(301, { location: `${pathname}/${search}` }).end();
      },
    );
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

let server: Server;
let origin: string;
test.beforeAll(async () => {
  server = await serveFiles();
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
test.afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Collects the page's requests that failed or went to another server. */
function watch(page: Page): string[] {
  const wrong: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== origin) wrong.push(`elsewhere: ${url.href}`);
    if (url.pathname.startsWith('/api')) wrong.push(`to a server: ${url.href}`);
  });
  page.on('requestfailed', (request) => wrong.push(`failed: ${request.url()}`));
  page.on('response', (response) => {
    if (response.status() >= 400) wrong.push(`${response.status()}: ${response.url()}`);
  });
  return wrong;
}

for (const folder of ['/', FOLDER]) {
  test(`served as files from ${folder}: a question is practised to its end`, async ({ browser }) => {
    const student = new Student(await Person.openPage(browser, STILL));
    const { page } = student;
    const wrong = watch(page);
    await page.goto(`${origin}${folder}?lang=en`);
    await page.getByRole('link', { name: 'Practise' }).click();
    await page.getByRole('link', { name: /An output unit/u }).click();
    await inPhase(page, 'backward');
    // A reload aborts requests that are under way; they would count as failed.
    await page.waitForLoadState('networkidle');
    await page.reload();
    await inPhase(page, 'backward');
    await answerAll(student);
    await compare(page);
    expect(new URL(page.url()).pathname).toBe(`${folder}practise/`);
    expect(wrong).toEqual([]);
    expectNoErrors(student);
  });
}

test('join and host pages served as files: say that they need a server, in both languages', async ({
  browser,
}) => {
  const page = await Person.openPage(browser, STILL_PHONE);
  for (const lang of LANGUAGES) {
    const { join: words, host, rejection } = WORDS[lang];
    const wrong = watch(page);
    await page.goto(`${origin}/join?code=123456&lang=${lang}`);
    const press = (name: string) => page.getByRole('button', { name, exact: true });
    await expect(press(words.join)).toBeVisible();
    expect(wrong).toEqual([]);
    await press(words.join).click();
    await expect(page.getByRole('alert').filter({ hasText: rejection.noServer })).toBeVisible();
    await page.goto(`${origin}/host?lang=${lang}`);
    await page.getByRole('textbox', { name: host.hostCode }).fill('abc123');
    await press(host.create).click();
    await expect(page.getByRole('alert').filter({ hasText: rejection.noServer })).toBeVisible();
  }
});
