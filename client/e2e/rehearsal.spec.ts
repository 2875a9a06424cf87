import { type Browser, expect, test } from '@playwright/test';
import { type Waiting, waitingIn } from '@relay/shared/rehearsal/waiting';
import { expectNoErrors } from './support/classroom';
import { expectNothingCovered } from './support/covered';
import { Host, inPhase, type Person, STILL } from './support/people';
import { GameServer } from './support/server';

/** A full class of bots, at the speed of people, in a world in which everything takes a tenth of the time. */

const BOTS = 32;
const ROUNDS = 6;

let server: GameServer;
test.beforeAll(async () => {
  server = await GameServer.start('fast');
});
test.afterAll(() => server.stop());

const seconds = (ms: number | null): string => (ms === null ? '–' : (ms / 1_000).toFixed(1)).padStart(8);

function print(title: string, rows: readonly Waiting[]): void {
  const lines = rows.map(
    ({ kind, asked, done, meanMs, medianMs, longestMs }) =>
      `${kind.padEnd(8)}${String(asked).padStart(6)}${String(done).padStart(6)}${[meanMs, medianMs, longestMs].map(seconds).join('')}`,
  );
  const head = 'seats    asked  done    mean  median longest';
  console.log(`How long who is done waits for the reveal, seconds: ${title}\n${[head, ...lines].join('\n')}`);
}

async function rehearse(browser: Browser, kind: string, teams?: string) {
  const host = await Host.open(browser, server.url, 'Swap', { ...STILL, kind, ...(teams ? { teams } : {}) });
  const projector = await host.openProjector();
  await host.page.getByRole('spinbutton', { name: 'Bots' }).fill(String(BOTS));
  await host.press('Rehearse');
  await expect(host.page.getByTestId('players')).toHaveAttribute('data-value', String(BOTS));
  return { host, projector, code: await host.code() };
}

/** Everyone is in, or the time is up: then a host goes on. */
async function untilThrough({ page }: Host): Promise<void> {
  await inPhase(page, 'backward');
  const everyoneIn = page.getByText(`${BOTS} of ${BOTS} ready`);
  await expect(everyoneIn.or(page.getByRole('timer').filter({ hasText: '0:00' })).first()).toBeVisible();
}

async function look(name: string, ...people: readonly Person[]): Promise<void> {
  for (const [i, { page }] of people.entries()) {
    await page.screenshot({
      path: test.info().outputPath(`${name}-${i === 0 ? 'console' : 'projector'}.png`),
    });
    await expectNothingCovered(page);
  }
}

test('32 bots in eight teams, six rounds led by a host', async ({ browser }) => {
  const { host, projector, code } = await rehearse(browser, 'Lesson', '8');
  await look('lobby', host, projector);
  await host.press('Start');
  for (let round = 1; round <= ROUNDS; round++) {
    await untilThrough(host);
    if (round === 2) await look('answering', host, projector);
    await host.press('Next');
    await inPhase(projector.page, 'reveal');
    if (round === 2) await look('reveal', host, projector);
    await host.press('Next');
    await inPhase(projector.page, 'update');
    if (round === 2) await look('update', host, projector);
    if (round < ROUNDS) await host.press('Next');
  }
  await host.press('End');
  await inPhase(projector.page, 'ended');
  await look('end', host, projector);

  const waiting = waitingIn(await server.log(code));
  print('led by a host who goes on when everyone is in', waiting);
  const all = waiting.at(-1)!;
  expect(all.asked).toBe(BOTS * ROUNDS);
  expect(all.done).toBeGreaterThan(0.8 * all.asked);
  expect(all.longestMs).toBeLessThan(130_000);
  expectNoErrors(host, projector);
});

test('32 bots in a competition by the clock, to the podium', async ({ browser }) => {
  const { host, projector, code } = await rehearse(browser, '10-minute game');
  await host.press('Start');
  // Four rounds of two minutes and a half at most, a tenth of that here.
  const phase = projector.page.getByTestId('phase');
  await expect(phase).toHaveAttribute('data-phase', 'ended', { timeout: 90_000 });
  const log = await server.log(code);
  expect(log.filter(({ type }) => type === 'sessionEnded')).toHaveLength(1);
  print('by the clock', waitingIn(log));
  expectNoErrors(host, projector);
});
