import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** Tests pass on a machine of any speed: none of them reads a real clock, sleeps, or limits how long something takes. */

const root = join(import.meta.dirname, '..', '..');
const ROOMS = ['shared/src', 'server/src', 'server/bin', 'server/bench', 'client/src'];
const OWN_NAME = 'realTime.test.ts';

/** Use of real time: clocks, sleeps, limits of waits, and limits of single tests. */
const REAL_TIME =
  /\b(?:Date\.now|performance\.now|hrtime|monitorEventLoopDelay|setTimeout(?!\|))\b|\btimeout: |^\s*\},? [\d_]+\);$|^ {2}[\d_]+,\n\);$/gmu;

/** Tests that need it, each with a reason for which no machine is too slow. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'server/src/clock.test.ts': 'the real clock: a wait has a lower bound only',
  'server/src/cluster/cluster.test.ts':
    'moments of kills are random, outages last, and a duration is only printed',
  'server/src/reliability/hostPage.test.ts':
    'the long form watches a session for a minute, and what it measures is only printed',
  'server/src/reliability/kills.test.ts': 'moments of kills are random, and a duration is only printed',
  'server/src/reliability/stopped.test.ts':
    'a process is stopped for a while: durations have lower bounds only',
  'shared/src/question/numbers/readNumber.test.ts': 'two durations on the same machine are compared',
  'client/src/table/comingBack.test.ts':
    'servers and links are away for a while, and a duration is only printed',
  'client/src/table/threeTables.test.ts': 'pages send no faster than the server allows',
  'server/src/rooms/hostile.test.ts':
    'frames are sent over some seconds, or their replies are not waited for',
};

const tests = ROOMS.flatMap((room) =>
  readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.test\.tsx?$/u.test(path) && !path.endsWith(OWN_NAME))
    .map((path) => `${room}/${path}`),
);

test('real time: is used only by the tests that are named here', () => {
  const found = tests.flatMap((path) => {
    const uses = readFileSync(join(root, path), 'utf8').match(REAL_TIME) ?? [];
    return uses.length > 0 && !EXCEPTIONS[path] ? [`${path}: ${uses.join(' ').trim()}`] : [];
  });
  expect(found).toEqual([]);
  expect(Object.keys(EXCEPTIONS).filter((path) => !tests.includes(path))).toEqual([]);
});
