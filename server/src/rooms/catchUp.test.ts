import type { Event } from '@relay/shared/referee/event';
import { fold } from '@relay/shared/referee/evolve';
import type { Seat } from '@relay/shared/referee/round/run';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createSession, joinSession, openTestServer, post, type TestServer } from '../testing/testServer.ts';
import { TestClient } from '../testing/TestClient.ts';

/** Catch-up with a lesson that followed its plan, through real sockets and a real journal. */

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

const openCatchUp = (token: string) => post(`${server.url}/api/catch-up`, { token });
const openedIn = (log: readonly Event[]) => log.filter((event) => event.type === 'roundOpened');

/** A class of three whose host leads it through rounds of forward, output and hidden seats and a relay. */
async function lesson(network: string) {
  const session = await createSession(server.url, network, {
    kind: 'lesson',
    settings: { weights: 'earned' },
  });
  const host = await TestClient.enter(server.url, session.code, session.sessionToken);
  for (const name of ['Mia', 'Leo', 'Sam']) await joinSession(server.url, session.code, name);
  await host.say({ type: 'start' });
  return { session, host };
}

/** Contents of a seat as a player sees them, without help places. */
const shown = ({ question, forward }: Seat, lanes: Extract<Event, { type: 'roundOpened' }>['lanes']) => {
  const { kind, unit, edge, sample } = question ?? forward!.question;
  const { pass, truth } = lanes.find((lane) => lane.sample === sample)!;
  return { kind, unit, edge, sample, pass, truth, isForward: forward !== null };
};

test('catch-up after the class has left: asks the rounds of the lesson in order', async () => {
  const { session, host } = await lesson('swap');
  const live = server.app.sessions.byId(session.roomId)!;
  const rounds = (): number => live.session.runs['A']!.round;
  // The class plays up to the third relay, through the plan's activities; that relay stays open.
  for (let i = 0; i < 30 && rounds() < 6; i++) await host.say({ type: 'next' });
  expect(live.session.runs['A']).toMatchObject({ round: 6, phase: { name: 'backward' } });
  const own = new Set(openedIn(await server.events(session.roomId)).map(({ rules }) => rules.asksFor));
  expect(own).toEqual(new Set(['forward', 'backward']));
  await host.say({ type: 'end' });
  await host.leave();
  await vi.waitFor(() => expect(server.app.sessions.byId(session.roomId)).toBeUndefined());

  const opened = await openCatchUp(session.sessionToken);
  expect(opened.status).toBe(200);
  const roomId = String(opened.body['roomId']);
  const joined = await joinSession(server.url, String(opened.body['code']), 'Absent');
  const absent = await TestClient.enter(server.url, joined.code, joined.resumeToken);
  await vi.waitFor(() => expect(absent.mine?.seat?.round).toBe(1));
  const run = absent.mine!.run!;
  for (let i = 0; i < 30 && (await absent.say({ type: 'goOn', run })).accepted; i++);

  const classes = openedIn(await server.events(session.roomId)).filter((event) => event.run === 'A');
  const caught = openedIn(await server.events(roomId));
  expect(caught).toHaveLength(5);
  caught.forEach(({ seats, lanes }, i) => {
    const asked = classes[i]!.seats.filter(({ player }) => player !== null);
    const mine = seats.find(({ player }) => player !== null)!;
    expect(asked.map((seat) => shown(seat, classes[i]!.lanes))).toContainEqual(shown(mine, lanes));
  });
  const again = fold(await server.events(roomId));
  expect(again).toEqual(server.app.sessions.byId(roomId)!.session);
});

test('catch-up during the class: sends nothing of later rounds or of a round that is open in the class', async () => {
  const { session, host } = await lesson('mazur');
  expect((await openCatchUp(session.sessionToken)).body).toEqual({ rejection: 'nothingPlayed' });
  for (let i = 0; i < 9; i++) await host.say({ type: 'next' });
  const live = server.app.sessions.byId(session.roomId)!;
  const { round, phase } = live.session.runs['A']!;
  const opened = await openCatchUp(session.sessionToken);
  const catching = server.app.sessions.byId(String(opened.body['roomId']))!;
  const { catchUpRounds } = catching.session;
  expect(catchUpRounds).toHaveLength(phase.name === 'backward' ? round - 1 : round);

  const joined = await joinSession(server.url, catching.code, 'Absent');
  const absent = await TestClient.enter(server.url, catching.code, joined.resumeToken);
  const owner = await TestClient.enter(server.url, catching.code, String(opened.body['sessionToken']));
  await vi.waitFor(() => expect(absent.mine?.seat?.round).toBe(1));
  await vi.waitFor(() => expect(owner.entry('session/')).toBeTruthy());
  const later = catchUpRounds!.flatMap(({ end }) => end?.parameters.weights.flat(2) ?? []);
  const before = new Set(catching.session.initial.weights.flat(2));
  const secrets = later.filter((weight) => !before.has(weight));
  expect(secrets.length).toBeGreaterThan(0);
  for (const client of [absent, owner]) {
    const all = JSON.stringify([client.mine, client.rows, client.view]);
    for (const secret of secrets) expect(all).not.toContain(String(secret));
    expect(all).not.toContain('catchUpRounds');
  }
  expect((await openCatchUp(session.projectorToken)).body).toEqual({ rejection: 'unknownToken' });
  expect((await openCatchUp(joined.resumeToken)).body).toEqual({ rejection: 'unknownToken' });
});
