import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createSession, joinSession, openTestServer, type TestServer } from '../testing/testServer.ts';
import { recordingProxy } from '../testing/recordingProxy.ts';
import { TestClient } from '../testing/TestClient.ts';

/** Frames over real sockets: what each role is sent, and nothing else. */

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

const NAMES = [
  'Aoife',
  'Björn',
  'Chloé',
  'Deniz',
  'Emeka',
  'Farah',
  'Guðrún',
  'Hiroko',
  'Ivo',
  'Jonas',
  'Kirsi',
  'Lwazi',
  'Mehdi',
  'Nadia',
];

/** Class of two teams, each connection recorded on its own: students by name, host and projector. */
async function recordedClass() {
  const session = await createSession(server.url, 'swap', { teams: 2, settings: { samples: 2 } });
  const enter = async (token: string) => {
    const proxy = await recordingProxy(server.app.port);
    const client = await TestClient.enter(proxy.url, session.code, token);
    return { client, sent: () => Buffer.concat(proxy.recorded()).toString('utf8') };
  };
  const host = await enter(session.sessionToken);
  const projector = await enter(session.projectorToken);
  const joined = await Promise.all(NAMES.map((name) => joinSession(server.url, session.code, name)));
  const students = await Promise.all(
    joined.map(async ({ player, resumeToken, nickname }) => ({
      player,
      nickname,
      ...(await enter(resumeToken)),
    })),
  );
  return { ...session, host, projector, students, live: server.app.sessions.byId(session.roomId)! };
}

test('a student is sent no player of another team or lane; the projector and the host are sent all', async () => {
  const { host, projector, students, live } = await recordedClass();
  await host.client.say({ type: 'start' });
  await vi.waitFor(() => expect(students.every(({ client }) => client.mine?.seat)).toBe(true));
  const mate = students[1]!;
  for (const part of mate.client.mine!.seat!.parts) {
    const answerId = `${part}-of-a-mate`;
    const run = mate.client.mine!.run!;
    await mate.client.say({ type: 'submitAnswer', answerId, run, round: 1, part, raw: '99.5' });
  }
  await host.client.say({ type: 'next' });
  await vi.waitFor(() => expect(students.every(({ client }) => client.mine?.seat?.truth)).toBe(true));
  const { runs } = live.session;
  const placeOf = (player: string): string =>
    Object.values(runs).flatMap(({ id, seats }) =>
      seats.filter((seat) => seat.player === player).map(({ lane }) => `${id}/${lane}`),
    )[0]!;
  expect(new Set(students.map(({ player }) => placeOf(player))).size).toBeGreaterThan(2);
  for (const { player, sent } of students) {
    const frames = sent();
    for (const other of students) {
      const isNear = placeOf(other.player) === placeOf(player);
      expect(frames.includes(other.player), `${placeOf(other.player)} at ${placeOf(player)}`).toBe(isNear);
      expect(frames.includes(other.nickname)).toBe(isNear);
    }
  }
  for (const { sent } of [host, projector]) {
    const frames = sent();
    for (const { player, nickname } of students) {
      expect(frames).toContain(player);
      expect(frames).toContain(nickname);
    }
  }
});

test('names switched off: are in no frame but the host’s from then on', async () => {
  const { host, code, students, projectorToken, live } = await recordedClass();
  await host.client.say({ type: 'changeDisplay', display: { names: false } });
  await host.client.say({ type: 'start' });
  await vi.waitFor(() => expect(students.every(({ client }) => client.mine?.seat)).toBe(true));
  const proxy = await recordingProxy(server.app.port);
  const projector = await TestClient.enter(proxy.url, code, projectorToken);
  const late = await recordingProxy(server.app.port);
  const own = await joinSession(late.url, live.code, 'Zoë');
  const zoe = await TestClient.take(late.url, own.seat);
  await host.client.say({ type: 'next' });
  await vi.waitFor(() => expect(Object.keys(projector.view.players)).toHaveLength(NAMES.length + 1));
  await vi.waitFor(() => expect(zoe.view.runs['A']?.phase).toBe('reveal'));
  const toProjector = Buffer.concat(proxy.recorded()).toString('utf8');
  const toZoe = Buffer.concat(late.recorded()).toString('utf8');
  for (const name of NAMES) {
    expect(toProjector).not.toContain(name);
    expect(toZoe).not.toContain(name);
    expect(Object.values(host.client.rows).map((row) => row.name)).toContain(name);
  }
  expect(toZoe).toContain('Zoë');
});
