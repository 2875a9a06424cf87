import { rightAnswer } from '@relay/shared/testing/answers';
import type { Run } from '@relay/shared/referee/round/run';
import type { CreateSessionRequest } from '@relay/shared/protocol';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { contains } from '../testing/findNumber.ts';
import { createSession, joinSession, openTestServer, type TestServer } from '../testing/testServer.ts';
import { type RecordingProxy, recordingProxy } from '../testing/recordingProxy.ts';
import { passTime } from '../testing/passTime.ts';
import { TestClient } from '../testing/TestClient.ts';

/** Network whose training values are all different from one another. */
const NETWORK = {
  format: 'backprop-relay/network@1',
  name: 'Secrets',
  layers: [{ units: 2 }, { units: 3, activation: 'sigmoid' }, { units: 2, activation: 'tanh' }],
  loss: 'half-squared-error',
  learningRate: 0.3713,
  weights: [
    [
      [0.4127, -0.8391, 1.2753],
      [-0.6619, 0.9437, 0.3571],
    ],
    [
      [0.7283, -1.1369],
      [-0.5923, 0.8167],
      [1.0477, 0.6841],
    ],
  ],
  biases: [
    [0.1373, -0.2591, 0.3119],
    [-0.1787, 0.2213],
  ],
  data: [
    { x: [1.1731, -0.7393], t: [0.8219, -0.6427] },
    { x: [-0.9127, 1.3841], t: [-0.5737, 0.7691] },
    { x: [0.6173, 0.8923], t: [0.4969, 0.3877] },
  ],
};

let server: TestServer;
let proxy: RecordingProxy;
beforeAll(async () => {
  server = await openTestServer();
  proxy = await recordingProxy(server.app.port);
});
afterAll(async () => {
  await proxy.close();
  await server.close();
});

/** Values that design keeps secret until the reveal: hidden S, every δ, every G. */
function secretsOf(run: Run): number[] {
  const inLanes = run.lanes.flatMap(({ truth }) => [
    ...truth.arriving.slice(0, -1).flatMap((row) => row ?? []),
    ...truth.deltas.flat(),
    ...truth.gradients.weights.flat(2),
    ...truth.gradients.biases.flat(),
  ]);
  const inSeats = run.seats.flatMap(({ truth }) => (truth ? [truth.S ?? null, truth.delta!, truth.G!] : []));
  return [...new Set([...inLanes, ...inSeats])].filter((value) => value !== null && value !== 0) as number[];
}

test('secrets: are in no byte sent to a student before the reveal, and are sent after it', async () => {
  const session = await createSession(server.url, NETWORK);
  const host = await TestClient.enter(server.url, session.code, session.sessionToken);
  const seats = await Promise.all(
    ['Mia', 'Leo', 'Ada', 'Ben', 'Eva'].map((name) => joinSession(proxy.url, session.code, name)),
  );
  const enter = (i: number) => TestClient.enter(proxy.url, session.code, seats[i]!.resumeToken);
  const students = await Promise.all(seats.map((_, i) => enter(i)));
  await host.say({ type: 'start' });
  await vi.waitFor(() => expect(students.every(({ mine }) => mine?.seat)).toBe(true));
  const run = (): Run => server.app.sessions.byId(session.roomId)!.session.runs['A']!;

  for (const student of students) {
    for (const part of student.mine!.seat!.parts) {
      for (let i = 0; i < 3; i++) {
        const raw = part === 'places' ? ['o:x1', 'o:x2', 'o:x1 o:x2'][i]! : `${99.125 + i}`;
        const answerId = `${student.room.sessionId}-${part}-${i}`;
        const reply = await student.say({ type: 'submitAnswer', answerId, run: 'A', round: 1, part, raw });
        expect(reply).toMatchObject({ accepted: true, verdict: { outcome: 'wrong' } });
      }
    }
  }
  await host.say({ type: 'pause' });
  await host.say({ type: 'resume' });
  await host.say({ type: 'addTime', ms: 30_000 });
  const late = await enter(0);
  await vi.waitFor(() => expect(late.mine?.seat?.answers.places?.tries).toBe(3));
  const projector = await TestClient.enter(proxy.url, session.code, session.projectorToken);
  await vi.waitFor(() => expect(projector.entry('runs/A')).toMatchObject({ round: 1, phase: 'backward' }));

  const secrets = secretsOf(run());
  expect(secrets.length).toBeGreaterThanOrEqual(20);
  const before = proxy.recorded();
  // Check of the recording itself: public values are in it.
  expect(contains(before, run().lanes[0]!.pass.sums[0]![0]!)).toBe(true);
  expect(secrets.filter((secret) => contains(before, secret))).toEqual([]);

  await host.say({ type: 'next' });
  await vi.waitFor(() => expect(projector.entry('runs/A')).toMatchObject({ phase: 'reveal' }));
  await vi.waitFor(() => expect(students.every(({ mine }) => mine?.seat?.truth)).toBe(true));
  const after = proxy.recorded();
  expect(secrets.filter((secret) => !contains(after, secret))).toEqual([]);
});

/** Started session of four with these settings; every student's frames are recorded. */
async function startedWith(
  settings: NonNullable<CreateSessionRequest['settings']>,
  kind: NonNullable<CreateSessionRequest['kind']> = 'hosted',
) {
  const recorder = await recordingProxy(server.app.port);
  const session = await createSession(server.url, NETWORK, { kind, settings });
  const host = await TestClient.enter(server.url, session.code, session.sessionToken);
  const names = ['Mia', 'Leo', 'Ada', 'Ben', 'Eva'];
  const seats = await Promise.all(names.map((name) => joinSession(recorder.url, session.code, name)));
  const students = await Promise.all(
    seats.map(({ resumeToken }) => TestClient.enter(recorder.url, session.code, resumeToken)),
  );
  await host.say({ type: 'start' });
  await vi.waitFor(() => expect(students.every(({ mine }) => mine?.seat)).toBe(true));
  const live = server.app.sessions.byId(session.roomId)!;
  return { recorder, host, students, run: (): Run => live.session.runs['A']!, live };
}

type Started = Awaited<ReturnType<typeof startedWith>>;

const leaked = (recorder: RecordingProxy, secrets: readonly number[]): number[] =>
  secrets.filter((secret) => secret !== 0 && contains(recorder.recorded(), secret));

/** Players whose turn it is answer their parts, one player after the other. */
async function answerInTurn({ students, run }: Started, right: boolean): Promise<void> {
  for (const student of students) {
    const seat = student.mine?.seat;
    if (!seat || seat.turn !== 'open') continue;
    const own = run().seats.find(({ player }) => player === student.mine!.player)!;
    const asked = run().phase.name === 'forward' ? own.forward! : { truth: own.truth! };
    for (const part of seat.parts) {
      const answerId = `${student.room.sessionId}-${part}`;
      const raw = right ? rightAnswer(asked.truth, part) : '99.125';
      await student.say({ type: 'submitAnswer', answerId, run: 'A', round: run().round, part, raw });
    }
  }
}

test('relay: the error signals of a layer are sent once it has closed, and no other secret of it', async () => {
  const session = await startedWith({ style: 'relay', samples: 1 });
  const { recorder, host, students, run } = session;
  const { truth } = run().lanes[0]!;
  const hidden = [...truth.arriving[0]!, ...truth.deltas[0]!];
  const gradients = [...truth.gradients.weights.flat(2)];
  await answerInTurn(session, false);
  for (const student of students) {
    if (student.mine?.seat?.turn !== 'waiting') continue;
    await student.say({ type: 'placeBet', run: 'A', round: 1, up: true });
    await student.say({ type: 'askExtraQuestion', run: 'A', round: 1 });
  }
  expect(leaked(recorder, secretsOf(run()))).toEqual([]);
  await passTime(server, 120_001, [host, ...students]);
  await vi.waitFor(() => expect(run().lanes[0]!.turn?.layer).toBe(1));
  await vi.waitFor(() => expect(leaked(recorder, truth.deltas[1]!)).toHaveLength(2));
  await answerInTurn(session, false);
  expect(leaked(recorder, [...hidden, ...gradients])).toEqual([]);
  await recorder.close();
});

test('forward phase: a layer’s sums and outputs are sent once it has closed', async () => {
  const session = await startedWith({ asksFor: 'both', samples: 1 });
  const { recorder, host, students, run } = session;
  const { pass } = run().lanes[0]!;
  const all = [...pass.sums, ...pass.outputs].flat();
  await answerInTurn(session, false);
  expect(leaked(recorder, all)).toEqual([]);
  await passTime(server, 45_001, [host, ...students]);
  await vi.waitFor(() => expect(run().lanes[0]!.turn?.layer).toBe(2));
  await vi.waitFor(() => expect(leaked(recorder, pass.sums[0]!)).toHaveLength(3));
  await answerInTurn(session, false);
  expect(leaked(recorder, [...pass.sums[1]!, ...pass.outputs[1]!])).toEqual([]);
  await host.say({ type: 'next' });
  await vi.waitFor(() => expect(leaked(recorder, pass.sums[1]!)).toHaveLength(2));
  await answerInTurn(session, false);
  expect(leaked(recorder, secretsOf(run()))).toEqual([]);
  await recorder.close();
});

test('homework: a player’s progress is sent to no other player', async () => {
  const { recorder, live } = await startedWith({ rounds: 3 }, 'homework');
  const ahead = await recordingProxy(server.app.port);
  const joined = await joinSession(ahead.url, live.code, 'Fast');
  const fast = await TestClient.enter(ahead.url, live.code, joined.resumeToken);
  await vi.waitFor(() => expect(fast.mine?.seat).toBeTruthy());
  const run = live.session.runs[fast.mine!.run!]!;
  const secrets = secretsOf(run);
  await fast.say({ type: 'goOn', run: run.id });
  await vi.waitFor(() => expect(fast.mine?.seat?.truth).toBeTruthy());
  await vi.waitFor(() => expect(leaked(ahead, secrets)).toHaveLength(secrets.length));
  expect(leaked(recorder, secrets)).toEqual([]);
  await Promise.all([recorder.close(), ahead.close()]);
});
