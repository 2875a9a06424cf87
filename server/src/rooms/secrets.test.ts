import type { Run } from '@relay/shared/referee/run';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { contains } from '../testing/findNumber.ts';
import { createSession, joinSession, openHouse, type TestHouse } from '../testing/house.ts';
import { type RecordingProxy, recordingProxy } from '../testing/recordingProxy.ts';
import { Visitor } from '../testing/Visitor.ts';

/** Every value that training makes of these numbers is one of a kind. */
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

let house: TestHouse;
let proxy: RecordingProxy;
beforeAll(async () => {
  house = await openHouse();
  proxy = await recordingProxy(house.app.port);
});
afterAll(async () => {
  await proxy.close();
  await house.close();
});

/** What design keeps secret until the reveal: hidden S, every δ, every G. */
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

test('no secret is in any byte sent to a student before the reveal, and after it they are', async () => {
  const session = await createSession(house.url, NETWORK);
  const host = await Visitor.enter(house.url, session.roomId, session.sessionToken);
  const seats = await Promise.all(
    ['Mia', 'Leo', 'Ada', 'Ben', 'Eva'].map((name) => joinSession(proxy.url, session.code, name)),
  );
  const enter = (i: number) => Visitor.enter(proxy.url, session.roomId, seats[i]!.resumeToken);
  const students = await Promise.all(seats.map((_, i) => enter(i)));
  await host.say({ type: 'start' });
  await vi.waitFor(() => expect(students.every(({ mine }) => mine?.seat)).toBe(true));
  const run = (): Run => house.app.sessions.byId(session.roomId)!.session.runs['A']!;

  for (const student of students) {
    for (const part of student.mine!.seat!.parts) {
      const raw = part === 'places' ? 'o:x1' : '99.125';
      for (let i = 0; i < 3; i++) {
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
  const projector = await Visitor.enter(proxy.url, session.roomId, session.projectorToken);
  await vi.waitFor(() => expect(projector.entry('runs/A')).toMatchObject({ round: 1, phase: 'backward' }));

  const secrets = secretsOf(run());
  expect(secrets.length).toBeGreaterThanOrEqual(20);
  const before = proxy.recorded();
  // The recording is the real thing: what is public is in it.
  expect(contains(before, run().lanes[0]!.pass.sums[0]![0]!)).toBe(true);
  expect(secrets.filter((secret) => contains(before, secret))).toEqual([]);

  await host.say({ type: 'next' });
  await vi.waitFor(() => expect(projector.entry('runs/A')).toMatchObject({ phase: 'reveal' }));
  await vi.waitFor(() => expect(students.every(({ mine }) => mine?.seat?.truth)).toBe(true));
  const after = proxy.recorded();
  expect(secrets.filter((secret) => !contains(after, secret))).toEqual([]);
});
