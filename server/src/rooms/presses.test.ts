import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { classOfOne, openTestServer, type TestServer } from '../testing/testServer.ts';
import { TestClient } from '../testing/TestClient.ts';

/** Presses on several consoles of one session, through real sockets. */

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

const PASSED = { accepted: false, rejection: 'momentPassed' };

/** Consoles of a session whose first round is open. */
async function consoles() {
  const { host, code, roomId, sessionToken } = await classOfOne(server);
  const other = await TestClient.enter(server.url, code, sessionToken);
  await host.say({ type: 'start' });
  await vi.waitFor(() => expect(other.moment).toBe(host.moment));
  await vi.waitFor(() => expect(phaseOn(other)).toBe('backward'));
  const phases = async (): Promise<string[]> => (await server.events(roomId)).map(({ type }) => type);
  return { host, other, phases };
}

const phaseOn = (client: TestClient): string | undefined => client.view.runs['A']?.phase;

test('Next on two consoles at once: leads to the reveal, and no further', async () => {
  const { host, other, phases } = await consoles();
  const { moment } = host;
  const replies = await Promise.all([host, other].map((one) => one.say({ type: 'next', moment })));
  expect(replies).toContainEqual({ accepted: true });
  expect(replies).toContainEqual(PASSED);
  await vi.waitFor(() => expect(phaseOn(other)).toBe('reveal'));
  expect(await phases()).not.toContain('weightsUpdated');
  // Each goes on from what it shows now.
  expect(await other.say({ type: 'next' })).toEqual({ accepted: true });
  await vi.waitFor(() => expect(phaseOn(host)).toBe('update'));
});

test('a burst of presses on one console: leads one step on', async () => {
  const { host, phases } = await consoles();
  const { moment } = host;
  const replies = await Promise.all(Array.from({ length: 10 }, () => host.say({ type: 'next', moment })));
  expect(replies.filter(({ accepted }) => accepted)).toHaveLength(1);
  expect(await phases()).not.toContain('weightsUpdated');
});

test('an end that was meant for the game before: does not end the next one', async () => {
  const { host, other } = await consoles();
  const { moment } = other;
  await host.say({ type: 'end' });
  await host.say({ type: 'playAgain' });
  expect(await other.say({ type: 'end', moment })).toEqual(PASSED);
  expect(await other.say({ type: 'playAgain', moment })).toEqual(PASSED);
  await vi.waitFor(() => expect(other.entry('session/')).toMatchObject({ stage: 'lobby' }));
});
