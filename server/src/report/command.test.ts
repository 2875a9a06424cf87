import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reportSums } from '@relay/shared/testing/reportSums';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSession, joinSession, openTestServer, post, type TestServer } from '../testing/testServer.ts';
import { TestClient } from '../testing/TestClient.ts';

let server: TestServer;
beforeEach(async () => {
  server = await openTestServer();
});
afterEach(() => server.close());

/** Runs the command as `npm run report` does; the server goes on meanwhile. */
function report(...args: string[]): Promise<{ status: number; out: string; err: string }> {
  const script = join(import.meta.dirname, '..', 'report.ts');
  const env = { ...process.env, DATA_DIR: server.directory };
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], { env }, (error, out, err) => {
      resolve({ status: error ? Number(error.code) : 0, out, err });
    });
  });
}

async function played() {
  const { code, roomId, sessionToken } = await createSession(server.url);
  const host = await TestClient.enter(server.url, code, sessionToken);
  const { seat } = await joinSession(server.url, code, '=1+1');
  const page = await TestClient.take(server.url, seat);
  await host.say({ type: 'start' });
  await vi.waitFor(() => expect(page.mine?.seat).toBeTruthy());
  for (const [i, raw] of ['o:x1', 'o:x2'].entries())
    await page.say({
      type: 'submitAnswer',
      answerId: `answer-${i}`,
      run: 'A',
      round: 1,
      part: 'places',
      raw,
    });
  await host.say({ type: 'end' });
  return { code, roomId, sessionToken };
}

test('npm run report: prints tables, and writes CSV and a spreadsheet, while the server runs', async () => {
  const { code, roomId } = await played();
  const printed = await report(code);
  expect(printed).toMatchObject({ status: 0, err: '' });
  expect(printed.out).toContain('Students\n');

  const directory = join(server.directory, 'tables');
  expect(await report(roomId, '--csv', directory)).toMatchObject({ status: 0, err: '' });
  const csv = (id: string): string[] =>
    readFileSync(join(directory, `${id}.csv`), 'utf8')
      .trimEnd()
      .split('\r\n');
  const sums = reportSums(await server.events(roomId));
  expect(sums.answers).toBeGreaterThan(0);
  expect(csv('answers')).toHaveLength(1 + sums.answers);
  expect(csv('parts')).toHaveLength(1 + sums.asked);
  // The name is no formula.
  expect(csv('gradebook')[1]).toMatch(/^"'=1\+1",1,/u);
  expect(readdirSync(directory)).toContain('students.csv');

  const file = join(server.directory, 'report.xlsx');
  expect(await report(code, '--xlsx', file, '--lang', 'ja')).toMatchObject({ status: 0, err: '' });
  expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
});

test('npm run report: says in a sentence what is wrong', async () => {
  const { code, sessionToken } = await played();
  expect(await report('123 456')).toMatchObject({
    status: 1,
    err: 'There is no session with the id or code 123 456 in this journal.\n',
  });
  expect((await report()).err).toMatch(/^Usage: /u);
  expect((await report(code, '--csv', join(server.directory, 'journal.sqlite', 'x'))).err).toMatch(
    /^The report could not be written/u,
  );
  await post(`${server.url}/api/erase`, { code, token: sessionToken });
  expect(await report(code)).toMatchObject({
    status: 1,
    err: `Session ${code} has been erased. Nothing of it is left, so there is no report.\n`,
  });
});
