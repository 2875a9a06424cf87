import { expect, type Page } from '@playwright/test';
import { expectNoErrors, Truth } from './support/classroom';
import { fingerOn } from './support/drawing';
import { Host, inPhase, Person, SIZES, Student } from './support/people';
import type { GameServer } from './support/server';
import { test } from './support/test';

let server: GameServer;
test.beforeAll(({ sharedServer }) => {
  server = sharedServer;
});

interface Effort {
  /** Taps on the page. */
  taps: number;
  /** Typed characters. */
  typed: number;
}

/** Counts taps and typed characters in the page, across its screens. */
async function countEffort(page: Page): Promise<Effort> {
  const effort: Effort = { taps: 0, typed: 0 };
  await page.exposeFunction('relayEffort', (kind: keyof Effort) => {
    effort[kind]++;
  });
  await page.addInitScript(() => {
    const report = (kind: keyof Effort) => (event: Event) => {
      const { relayEffort } = window as unknown as { relayEffort: (kind: keyof Effort) => void };
      if (event.isTrusted) relayEffort(kind);
    };
    addEventListener('pointerdown', report('taps'), true);
    addEventListener('keydown', report('typed'), true);
    addEventListener('input', report('typed'), true);
  });
  return effort;
}

test('from the QR code to the first right place: two taps, nothing typed', async ({ browser }) => {
  const host = await Host.open(browser, server.url, 'Swap');
  const code = await host.code();
  // The address in the QR code, as parts/joinAddress.ts builds it.
  const scanned = `${server.url}/join?code=${code}`;

  const student = new Student(await Person.openPage(browser, SIZES.phone));
  const { page } = student;
  const effort = await countEffort(page);
  await page.goto(scanned);
  await page.getByRole('button', { name: 'Join', exact: true }).tap();
  await inPhase(page, 'lobby');
  await host.press('Start');
  await inPhase(page, 'backward');
  await page.locator('[data-stage="ready"]').waitFor();

  const truth = new Truth('swap');
  const weight = await student.text('weight-in-question');
  const { ids } = truth.of(weight);
  const canvas = page.locator('canvas').first();
  const position = await fingerOn(ids[0]!, { truth, weight, taken: [], canvas });
  await canvas.tap({ position });
  await expect(page.locator('[data-slot]')).toHaveCount(1);
  await expect(page.locator('button[data-place][aria-pressed="true"]')).toHaveCount(1);
  expect(effort).toEqual({ taps: 2, typed: 0 });
  expectNoErrors(host, student);
});
