import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { Event } from '@relay/shared/referee/event';
import { fold } from '@relay/shared/referee/evolve';
import { fingerprint } from '@relay/shared/testing/fingerprint';
import { build } from 'vite';
import { expectNoErrors } from './support/classroom';
import { Host, inPhase, STILL } from './support/people';
import { replay } from './support/replay';
import { GameServer } from './support/server';
import { test } from './support/test';

const BOTS = 6;
const ROUNDS = 3;

/** Network whose values involve exponentials, none of which a float64 holds exactly. */
const network = {
  format: 'backprop-relay/network@1',
  name: 'Exponentials',
  layers: [{ units: 2 }, { units: 3, activation: 'tanh' }, { units: 2, activation: 'sigmoid' }],
  loss: 'half-squared-error',
  weights: [
    [
      [0.83, -0.61, 1.17],
      [0.43, 1.21, -0.73],
    ],
    [
      [1.03, -0.71],
      [0.53, 1.41],
      [-0.97, 0.31],
    ],
  ],
  data: [
    { x: [0.7, 0.3], t: [0.1, 0.9] },
    { x: [-0.4, 0.9], t: [0.8, 0.2] },
  ],
};

let server: GameServer;
test.beforeAll(async () => {
  server = await GameServer.start('fast');
});
test.afterAll(() => server.stop());

/** Plays some rounds with a class of bots on the server. */
async function played(host: Host): Promise<readonly Event[]> {
  const code = await host.code();
  await host.page.getByRole('spinbutton', { name: 'Bots' }).fill(String(BOTS));
  await host.press('Rehearse');
  await expect(host.page.getByTestId('players')).toHaveAttribute('data-value', String(BOTS));
  await host.press('Start');
  for (let round = 1; round <= ROUNDS; round++) {
    await inPhase(host.page, 'backward');
    // The time may be up first: not every bot finishes.
    const everyoneIn = host.page.getByText(`${BOTS} of ${BOTS} ready`);
    const isTimeUp = host.page.getByRole('timer').filter({ hasText: '0:00' });
    await expect(everyoneIn.or(isTimeUp).first()).toBeVisible();
    await host.press('Next');
    await inPhase(host.page, 'reveal');
    await host.press('Next');
    await inPhase(host.page, 'update');
    if (round < ROUNDS) await host.press('Next');
  }
  await host.press('End');
  await inPhase(host.page, 'ended');
  return server.log(code);
}

/** Bundles the fold of shared/ for the page. */
async function bringReplay(page: Page): Promise<void> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: join(import.meta.dirname, 'support', 'replay.ts'), formats: ['iife'], name: 'bundle' },
    },
  });
  const [{ output }] = built as unknown as [{ output: [{ code: string }] }];
  await page.addScriptTag({ content: output[0].code });
}

const replayIn = (page: Page, rows: readonly string[]): Promise<string[]> =>
  page.evaluate((given) => (globalThis as unknown as { replay: typeof replay }).replay(given), [...rows]);

/** Row whose first number is moved to the next float64. */
function nudged(row: string): string {
  let isDone = false;
  return JSON.stringify(JSON.parse(row), (key, value: unknown) => {
    if (isDone || key !== 'loss' || typeof value !== 'number') return value;
    isDone = true;
    const bits = new DataView(new ArrayBuffer(8));
    bits.setFloat64(0, value);
    bits.setBigUint64(0, bits.getBigUint64(0) ^ 1n);
    return bits.getFloat64(0);
  });
}

test('a log made on the server: folds to the same session in the browser after every event, bit for bit', async ({
  browser,
}) => {
  const host = new Host(await Host.openPage(browser, STILL));
  await host.page.goto(`${server.url}/host?lang=en`);
  await host.page.getByLabel('Network file').setInputFiles({
    name: 'exponentials.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(network)),
  });
  await host.createSession();
  const log = await played(host);
  const rows = log.map((event) => JSON.stringify(event));
  expect(log.filter(({ type }) => type === 'weightsUpdated')).toHaveLength(ROUNDS);

  const page = await browser.newPage();
  await bringReplay(page);
  const here = replay(rows);
  const there = await replayIn(page, rows);
  expect(here.at(-1)).toBe(fingerprint(fold(log)));
  // Not toEqual: a differing line is thousands of digits long.
  expect(there.findIndex((line, i) => line !== here[i])).toBe(-1);
  expect(there).toHaveLength(rows.length);

  // One changed bit of one number makes every fingerprint from that event on differ.
  const at = log.findIndex(({ type }) => type === 'weightsUpdated');
  const off = await replayIn(page, rows.with(at, nudged(rows[at]!)));
  expect(off.findIndex((line, i) => line !== here[i])).toBe(at);
  expect(off.at(-1)).not.toBe(here.at(-1));
  console.log(`${rows.length} events, ${here.at(-1)!.length} digits of state: equal in Node and Chromium`);
  expectNoErrors(host);
});
