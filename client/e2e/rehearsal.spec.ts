import { type Browser, expect } from '@playwright/test';
import { LESSON_PLAN } from '@relay/shared/lesson/plan';
import { fold } from '@relay/shared/referee/evolve';
import { askedOf, isDone } from '@relay/shared/referee/round/progress';
import type { Session } from '@relay/shared/referee/session/state';
import { idleIn, type Idle } from '@relay/shared/rehearsal/idle';
import { isLong } from '@relay/shared/testing/effort';
import { expectNoErrors } from './support/classroom';
import { expectNothingCovered } from './support/covered';
import { Host, inPhase, type Person, STILL } from './support/people';
import { GameServer } from './support/server';
import { test } from './support/test';

/** A full class of bots at the speed of people, on a server whose clock runs ten times as fast. */

const BOTS = 32;
const ROUNDS = isLong ? 6 : 3;

let server: GameServer;
test.beforeAll(async () => {
  server = await GameServer.start('fast');
});
test.afterAll(() => server.stop());

/** Longest time without something to do in a timed phase, ms. */
const IDLE_AT_MOST_MS = 12_000;

const seconds = (ms: number): string => (ms / 1_000).toFixed(1).padStart(9);
const share = (part: number, whole: number): string => `${Math.round((100 * part) / whole)} %`.padStart(9);

/** Checks the idle time of each player in the timed phases. */
function expectNobodyIdle(title: string, rows: readonly Idle[]): void {
  const lines = rows.map(
    ({ phase, played, playedMs, besidesMs, nothingMs, longestMs }) =>
      `${phase.padEnd(10)}${String(played).padStart(7)}${seconds(playedMs / played)}${share(besidesMs, playedMs)}${share(nothingMs, playedMs)}${seconds(longestMs)}`,
  );
  const head = 'phase      played   mean s  besides  nothing  longest';
  console.log(`Without something to do: ${title}\n${[head, ...lines].join('\n')}`);
  for (const { phase, longestMs } of rows) expect(longestMs, phase).toBeLessThanOrEqual(IDLE_AT_MOST_MS);
}

async function rehearse(browser: Browser, kind: string, teams?: string) {
  const host = await Host.open(browser, server.url, 'Swap', { ...STILL, kind, ...(teams ? { teams } : {}) });
  const projector = await host.openProjector();
  await host.page.getByRole('spinbutton', { name: 'Bots' }).fill(String(BOTS));
  await host.press('Rehearse');
  await expect(host.page.getByTestId('players')).toHaveAttribute('data-value', String(BOTS));
  return { host, projector, code: await host.code() };
}

/** Waits until all answers are in or the time is up, then continues as a host would. */
async function untilThrough({ page }: Host): Promise<void> {
  await inPhase(page, 'backward');
  const everyoneIn = page.getByText(`${BOTS} of ${BOTS} ready`);
  await expect(everyoneIn.or(page.getByRole('timer').filter({ hasText: '0:00' })).first()).toBeVisible();
}

async function look(...people: readonly Person[]): Promise<void> {
  for (const { page } of people) await expectNothingCovered(page);
}

/** Looks at the lowest screen that a projector may have, where not everything beside the network has room. */
async function lookAtSmall({ page }: Person): Promise<void> {
  const size = page.viewportSize()!;
  await page.setViewportSize({ width: 1280, height: 640 });
  await expect.poll(() => page.evaluate(() => innerHeight)).toBe(640);
  await expectNothingCovered(page);
  await page.setViewportSize(size);
}

test('32 bots in eight teams: rounds paced by a host', async ({ browser }) => {
  const { host, projector, code } = await rehearse(browser, 'Lesson', '8');
  await look(host, projector);
  await host.press('Start');
  for (let round = 1; round <= ROUNDS; round++) {
    await untilThrough(host);
    if (round === 2) await look(host, projector);
    await host.press('Next');
    await inPhase(projector.page, 'reveal');
    if (round === 2) {
      await look(host, projector);
      await lookAtSmall(projector);
    }
    await host.press('Next');
    await inPhase(projector.page, 'update');
    if (round === 2) await look(host, projector);
    if (round < ROUNDS) await host.press('Next');
  }
  await host.press('End');
  await inPhase(projector.page, 'ended');
  await look(host, projector);

  const idle = idleIn(await server.log(code));
  expectNobodyIdle('led by a host who goes on when everyone is in', idle);
  expect(idle.map(({ phase, played }) => [phase, played])).toEqual([['parallel', BOTS * ROUNDS]]);
  expectNoErrors(host, projector);
});

test('32 bots in a competition: by the clock, to the podium', async ({ browser }) => {
  const { host, projector, code } = await rehearse(browser, '10-minute game');
  await host.press('Start');
  // Four rounds of two and a half minutes at most, a tenth of that here.
  const phase = projector.page.getByTestId('phase');
  await expect(phase).toHaveAttribute('data-phase', 'ended', { timeout: 90_000 });
  const log = await server.log(code);
  expect(log.filter(({ type }) => type === 'sessionEnded')).toHaveLength(1);
  expectNobodyIdle('by the clock', idleIn(log));
  expectNoErrors(host, projector);
});

/** Wait longer than any clock of the lesson, ms of the test's own time. */
const STEP_MS = 14_000;

/** True when a host would continue: all players have answered what is open, or nothing is. */
function isThrough({ activity, runs }: Session): boolean {
  if (activity && activity.closedAt === null) {
    if (activity.type === 'vote') return Object.keys(activity.votes).length === BOTS;
    if (activity.type === 'trial') return Object.keys(activity.guesses).length === BOTS;
  }
  return Object.values(runs).every((run) => {
    if (run.phase.name !== 'forward' && run.phase.name !== 'backward') return true;
    const isHome = run.lanes.every(({ turn, closed }) => turn === null && closed.length > 0);
    return isHome || run.seats.every((seat) => !askedOf(run, seat) || isDone(run, seat));
  });
}

test('32 bots in the 50-minute lesson: step by step to the podium', async ({ browser }) => {
  test.setTimeout(300_000);
  const { host, projector, code } = await rehearse(browser, '50-minute lesson');
  await host.press('Start');
  const now = async (): Promise<Session> => fold(await server.log(code));
  await expect.poll(async () => (await now()).status).toBe('running');
  const seen: string[] = [];
  for (let press = 0; press < 80; press++) {
    await expect
      .poll(async () => isThrough(await now()), { timeout: STEP_MS, intervals: [400] })
      .toBe(true)
      // The time is up with unfinished players: a host continues all the same.
      .catch(() => undefined);
    const session = await now();
    if (session.status === 'ended') break;
    const { id } = LESSON_PLAN[session.step]!;
    if (seen.at(-1) !== id) {
      seen.push(id);
      await look(host, projector);
    }
    const before = (await server.log(code)).length;
    await host.press('Next');
    await expect.poll(async () => (await server.log(code)).length).toBeGreaterThan(before);
  }
  await inPhase(projector.page, 'ended');
  await look(host, projector);
  expect(seen).toEqual(LESSON_PLAN.map(({ id }) => id));
  expectNobodyIdle('the 50-minute lesson', idleIn(await server.log(code)));
  expectNoErrors(host, projector);
});
