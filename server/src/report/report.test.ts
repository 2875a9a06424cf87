import { reportOf } from '@relay/shared/report/report';
import type { ReportReply } from '@relay/shared/protocol';
import { cellsOf } from '@relay/shared/report/table';
import { reportSums } from '@relay/shared/testing/reportSums';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
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
beforeEach(async () => {
  server = await openTestServer();
});
afterEach(() => server.close());

/** A session in which Ann has answered. */
async function played() {
  const { code, roomId, sessionToken, projectorToken } = await createSession(server.url);
  const host = await TestClient.enter(server.url, code, sessionToken);
  const { resumeToken, seat } = await joinSession(server.url, code, 'Ann');
  const page = await TestClient.take(server.url, seat);
  await host.say({ type: 'start' });
  await vi.waitFor(() => expect(page.mine?.seat).toBeTruthy());
  const answer = {
    type: 'submitAnswer',
    answerId: 'answer-1',
    run: 'A',
    round: 1,
    part: 'places',
    raw: 'o:x1',
  } as const;
  expect(await page.say(answer)).toMatchObject({ accepted: true });
  return { code, roomId, sessionToken, projectorToken, resumeToken, host };
}

const ask = (body: object) => post(`${server.url}/api/report`, body);

/** Report that a reply holds, compared with the log by an independent sum. */
async function expectReport({ status, body }: Awaited<ReturnType<typeof ask>>, roomId: string) {
  expect(status).toBe(200);
  const { facts, names, code } = body as unknown as ReportReply;
  const report = reportOf(facts);
  const sums = reportSums(await server.events(roomId));
  expect(report.answers.rows).toHaveLength(sums.answers);
  const asked = cellsOf(report.rounds, 'asked').reduce<number>((sum, cell) => sum + Number(cell), 0);
  expect(asked).toBe(sums.asked);
  return { names, code, report, sums };
}

test('report: of a session that runs, with its host’s token', async () => {
  const { code, roomId, sessionToken } = await played();
  const { names, sums, ...one } = await expectReport(await ask({ code, token: sessionToken }), roomId);
  expect(one.code).toBe(code);
  expect(Object.values(names)).toEqual(['Ann']);
  expect(sums).toMatchObject({ answers: 1, asked: 1 });
});

test('report: of a session that has ended, with its code and the host code', async () => {
  const { code, roomId, host } = await played();
  await host.say({ type: 'end' });
  const typed = `${code.slice(0, 3)} ${code.slice(3)}`;
  const { sums } = await expectReport(await ask({ code: typed, hostCode: HOST_CODE }), roomId);
  expect(sums.asked).toBeGreaterThan(1);
});

test('report: no token but the host’s opens it, and no wrong host code', async () => {
  const { code, projectorToken, resumeToken } = await played();
  for (const token of [projectorToken, resumeToken, 'f'.repeat(32)])
    expect(await ask({ code, token })).toMatchObject({ status: 403, body: { rejection: 'unknownToken' } });
  expect(await ask({ code, hostCode: 'wrong' })).toMatchObject({
    status: 403,
    body: { rejection: 'wrongHostCode' },
  });
  expect(await ask({ code: '000000', hostCode: HOST_CODE })).toMatchObject({
    status: 404,
    body: { rejection: 'unknownCode' },
  });
  expect(await ask({ code })).toMatchObject({ status: 400, body: { rejection: 'malformed' } });
});

test('report: of an erased session there is none, and it is said why', async () => {
  const { code, sessionToken, host } = await played();
  await host.say({ type: 'end' });
  expect(await post(`${server.url}/api/erase`, { code, token: sessionToken })).toMatchObject({ status: 200 });
  for (const by of [{ token: sessionToken }, { hostCode: HOST_CODE }])
    expect(await ask({ code, ...by })).toMatchObject({ status: 410, body: { rejection: 'erasedSession' } });
});

test('summary: tells a host when a session was made, how many joined, and how far it is', async () => {
  const { code, sessionToken, resumeToken, host } = await played();
  const summary = (token: string) => post(`${server.url}/api/summary`, { code, token });
  const facts = { createdAt: server.clock.at, players: 1 };
  expect(await summary(sessionToken)).toEqual({ status: 200, body: { ...facts, status: 'running' } });
  await host.say({ type: 'end' });
  expect(await summary(sessionToken)).toEqual({ status: 200, body: { ...facts, status: 'ended' } });
  expect(await summary(resumeToken)).toMatchObject({ status: 403, body: { rejection: 'unknownToken' } });
  await post(`${server.url}/api/erase`, { code, token: sessionToken });
  expect(await summary(sessionToken)).toMatchObject({ status: 410, body: { rejection: 'erasedSession' } });
});

test('report: many asked for at once are all made, or refused', async () => {
  const { code, roomId, sessionToken } = await played();
  const replies = await Promise.all(Array.from({ length: 30 }, () => ask({ code, token: sessionToken })));
  for (const reply of replies) {
    if (reply.status === 429) expect(reply.body).toEqual({ rejection: 'tooFast' });
    else await expectReport(reply, roomId);
  }
  expect(replies.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(20);
});
