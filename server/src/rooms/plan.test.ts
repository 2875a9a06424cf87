import { readyPlan } from '@relay/shared/lesson/plan';
import type { FileStep } from '@relay/shared/referee/plan/planFile';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import {
  createSession,
  HOST_CODE,
  joinSession,
  openTestServer,
  post,
  type TestServer,
} from '../testing/testServer.ts';
import { TestClient } from '../testing/TestClient.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

const file = readyPlan('short20', 'Tuesday');
const saying = (steps: readonly FileStep[], index: number, say: string): Record<string, unknown> => ({
  ...file,
  steps: steps.map((step, i) => (i === index ? { ...step, say } : step)),
});

test('a plan of the host: its words are the hosts’ alone, stand beside the log, and can be changed', async () => {
  const session = await createSession(server.url, 'swap', {
    kind: 'lesson',
    plan: saying(file.steps, 1, 'Ask Mia first.'),
  });
  const { code, roomId, sessionToken } = session;
  const teacher = await TestClient.enter(server.url, code, sessionToken);
  await vi.waitFor(() => expect(teacher.planWords).toEqual({ outputs: { say: 'Ask Mia first.' } }));
  const { resumeToken } = await joinSession(server.url, code, 'Leo');
  const leo = await TestClient.enter(server.url, code, resumeToken);
  await vi.waitFor(() => expect(leo.mine).not.toBeNull());
  const settings = () => teacher.view.session['']?.settings;
  expect(settings().plan!.map(({ id }) => id)).toEqual([
    'outputs',
    'hiddenPlaces',
    'relay',
    'machine',
    'exitTicket',
  ]);

  const shorter = saying(
    file.steps.filter(({ type }) => type !== 'machine'),
    2,
    'Then Ben.',
  );
  const changed = await post(`${server.url}/api/plan`, { code, token: sessionToken, plan: shorter });
  expect(changed).toMatchObject({ status: 200, body: { changed: true } });
  await vi.waitFor(() => expect(teacher.planWords).toEqual({ hiddenPlaces: { say: 'Then Ben.' } }));
  await vi.waitFor(() => expect(settings()).toMatchObject({ bell: 19 }));
  expect(leo.received).not.toContain('planWords');
  expect(JSON.stringify(await server.events(roomId))).not.toMatch(/Mia|Ben/);

  const again = await TestClient.enter(server.url, code, sessionToken);
  await vi.waitFor(() => expect(again.planWords).toEqual({ hiddenPlaces: { say: 'Then Ben.' } }));
});

test('a plan with mistakes is refused with every place, and nothing is opened or changed', async () => {
  const broken = {
    ...file,
    steps: [
      { type: 'talk', minutes: -1 },
      { type: 'round', minutes: 2, asks: 'poem' },
    ],
  };
  const request = { hostCode: HOST_CODE, network: 'swap', kind: 'lesson', plan: broken };
  const refused = await post(`${server.url}/api/sessions`, request);
  expect(refused).toMatchObject({ status: 422, body: { rejection: 'planRefused' } });
  const problems = refused.body['problems'] as { path: string }[];
  expect(problems.map(({ path }) => path)).toEqual(['steps[0].minutes', 'steps[1].asks']);

  const { code, sessionToken: token, roomId } = await createSession(server.url, 'swap', { kind: 'lesson' });
  const before = await server.events(roomId);
  const changed = await post(`${server.url}/api/plan`, { code, token, plan: broken });
  expect(changed).toMatchObject({ status: 422, body: { rejection: 'planRefused' } });
  expect(await server.events(roomId)).toEqual(before);
});

test('only a host of the session changes its plan', async () => {
  const { code, projectorToken } = await createSession(server.url, 'swap', { kind: 'lesson' });
  const other = await createSession(server.url, 'swap', { kind: 'lesson' });
  const { resumeToken } = await joinSession(server.url, code, 'Leo');
  for (const token of [resumeToken, projectorToken, other.sessionToken]) {
    const refused = await post(`${server.url}/api/plan`, { code, token, plan: file });
    expect(refused.body).toEqual({ rejection: 'unknownToken' });
  }
});

test('a plan is for a lesson only, and one step in a session without a plan changes nothing', async () => {
  const request = { hostCode: HOST_CODE, network: 'swap', kind: 'homework', plan: file };
  expect((await post(`${server.url}/api/sessions`, request)).body).toEqual({ rejection: 'malformed' });
  const { code, sessionToken: token } = await createSession(server.url, 'swap');
  expect((await post(`${server.url}/api/plan`, { code, token, plan: file })).body).toEqual({
    rejection: 'wrongPhase',
  });
});
