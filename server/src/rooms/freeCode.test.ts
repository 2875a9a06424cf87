import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemRandomSource } from '../randomSource.ts';
import { createSession, openTestServer, type TestServer } from '../testing/testServer.ts';

/** Source that draws each code twice, as a random one seldom does. */
let drawn = 0;
const random = {
  ...systemRandomSource,
  code: () => String(Math.floor(drawn++ / 2)).padStart(6, '0'),
};

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer({}, random);
});
afterAll(() => server.close());

test('sessions that are created at the same time: never get the same code', async () => {
  const made = await Promise.all(Array.from({ length: 20 }, () => createSession(server.url)));
  expect(new Set(made.map(({ code }) => code)).size).toBe(made.length);
});
