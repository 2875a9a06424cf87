/**
 * Reaction of a host's console while joins pour in: `npm run bench -- console`.
 *
 * A server, its noise and the host in processes of their own: joins at a steady rate, right codes and wrong ones, while
 * a host locks and unlocks its session and a class of 40 comes in.
 *
 * `--joins N` joins a second · `--seconds N` for so long
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { enter } from './load/enter.ts';
import { HttpConnection } from './load/httpPost.ts';
import type { JoinsApi } from './load/joins.ts';
import type { LoadSocket } from './load/LoadSocket.ts';
import { Child } from './processes/Child.ts';
import { pause } from './run/Bench.ts';
import { percentile } from './run/percentile.ts';
import type { OursApi } from './subjects/subject.ts';

const { values: options } = parseArgs({
  options: { joins: { type: 'string', default: '500' }, seconds: { type: 'string', default: '10' } },
});
const joinsPerSecond = Number(options.joins);
const ms = 1_000 * Number(options.seconds);

/** Between two commands: less often than a client may. */
const COMMAND_EVERY_MS = 150;
const STUDENTS = 40;
/** Sessions that the noise joins; of each ten codes one is of none. */
const NOISY_SESSIONS = 9;
const WRONG_CODE = '000000';

interface Created {
  readonly code: string;
  readonly sessionToken: string;
}

/** Times from a command of the host to its reply, ms. */
async function commandTimes(host: LoadSocket, until: number): Promise<number[]> {
  const times: number[] = [];
  for (let locked = true; performance.now() < until; locked = !locked) {
    const since = performance.now();
    await new Promise<void>((resolve) =>
      host.send(host.prepare('command', { type: 'lock', locked }), resolve),
    );
    times.push(performance.now() - since);
    await pause(COMMAND_EVERY_MS);
  }
  return times;
}

const directory = mkdtempSync(join(tmpdir(), 'relay-bench-'));
const server = new Child<OursApi>(join(import.meta.dirname, 'subjects', 'ours.ts'), [directory]);
const noise = new Child<JoinsApi>(join(import.meta.dirname, 'load', 'joins.ts'));
try {
  const { port, hostCode } = await server.ask('open');
  const http = new HttpConnection(port);
  const create = (): Promise<Created> =>
    http.post<Created>('/api/sessions', { hostCode, network: 'swap', teams: 40 });
  const own = await create();
  const classroom = await create();
  const noisy: string[] = [];
  for (let i = 0; i < NOISY_SESSIONS; i++) noisy.push((await create()).code);
  http.close();
  const { socket: host } = await enter(port, { by: 'token', code: own.code, token: own.sessionToken });
  const measure = async (joins: number) => {
    const until = performance.now() + ms;
    const counts = joins > 0 ? noise.ask('joinAtRate', port, [...noisy, WRONG_CODE], joins, ms) : null;
    const since = performance.now();
    const students = joins > 0 ? STUDENTS : 0;
    const entering = Promise.all(
      Array.from({ length: students }, (_, i) =>
        enter(port, { by: 'code', code: classroom.code, nickname: `Real ${i}` }),
      ),
    ).then(() => performance.now() - since);
    const times = await commandTimes(host, until);
    return { times, counts: await counts, enteredMs: await entering };
  };
  for (const joins of [0, joinsPerSecond]) {
    const [load] = loadavg();
    const { times, counts, enteredMs } = await measure(joins);
    const [p50, p95] = [percentile(times, 50), percentile(times, 95)];
    console.log(
      `${joins} joins/s: ${times.length} commands, p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, ` +
        `most ${Math.max(...times).toFixed(0)} ms; load average ${load!.toFixed(1)}, rejected ${host.rejected}`,
    );
    if (counts)
      console.log(
        `  accepted ${counts.accepted}, refused ${counts.refused}, not sent in time ${counts.late}; ` +
          `${STUDENTS} students in after ${(enteredMs / 1_000).toFixed(1)} s`,
      );
  }
} finally {
  await Promise.all([server.stop(), noise.stop()]);
  rmSync(directory, { recursive: true, force: true });
}
