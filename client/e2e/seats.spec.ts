import { expect } from '@playwright/test';
import { fill } from '@relay/shared/strings/fill';
import { expectNoErrors, Truth } from './support/classroom';
import { Host, inPhase, STILL, Student } from './support/people';
import type { GameServer } from './support/server';
import { test } from './support/test';
import { WORDS } from './support/words';

let server: GameServer;
test.beforeAll(({ sharedServer }) => {
  server = sharedServer;
});

test('more players than units: a second sample opens, and the host sees every player’s seat', async ({
  browser,
}) => {
  const host = await Host.open(browser, server.url, 'Swap', STILL);
  const code = await host.code();
  const names = ['Ada', 'Ben', 'Eve', 'Leo', 'Mia'];
  const students: Student[] = [];
  for (const name of names) students.push(await Student.join(browser, server.url, code, name, STILL));
  await expect(host.page.getByTestId('players')).toHaveAttribute('data-value', '5');
  await host.press('Start');
  const unitsOfPages: string[] = [];
  for (const { page } of students) {
    await inPhase(page, 'backward');
    await expect(page.getByTestId('my-unit')).toHaveText(/^[hy][12]$/);
    unitsOfPages.push((await page.getByTestId('my-unit').textContent())!);
  }
  expect(new Set(unitsOfPages)).toEqual(new Set(['h1', 'h2', 'y1', 'y2']));

  const rows = host.page.getByRole('table', { name: 'Players' }).getByRole('row');
  await expect(rows).toHaveCount(1 + names.length);
  for (const [i, name] of names.entries()) {
    const row = rows.filter({ has: host.page.getByRole('rowheader', { name, exact: true }) });
    await expect(row).toContainText(unitsOfPages[i]!);
  }
  await expect(host.page.getByText('0 of 5 ready')).toBeVisible();
  await host.press('Next');
  await host.press('Next');
  await inPhase(students[0]!.page, 'update');
  await expect(students[0]!.page.getByText(/The mean over 2 samples/)).toBeVisible();
  expectNoErrors(host, ...students);
  for (const { page } of students) await page.context().close();
});

test('late player: waits while the machine plays, and gets a unit in the next round', async ({ browser }) => {
  const host = await Host.open(browser, server.url, 'Swap', STILL);
  const code = await host.code();
  const mia = await Student.join(browser, server.url, code, 'Mia', STILL);
  await host.press('Start');
  await inPhase(mia.page, 'backward');
  const leo = await Student.join(browser, server.url, code, 'Leo', STILL);
  await inPhase(leo.page, 'backward');
  await expect(leo.page.getByRole('heading', { name: WORDS.en.play.waiting.heading })).toBeVisible();
  await expect(leo.page.getByText(WORDS.en.play.waiting.text)).toBeVisible();
  await expect(leo.page.getByTestId('my-unit')).toHaveText('');
  await expect(host.page.getByText('0 of 1 ready')).toBeVisible();

  // Three seats are the machine's, and Mia answers nothing: the network learns all the same.
  await host.press('Next');
  await host.press('Next');
  await inPhase(host.page, 'update');
  await expect.poll(() => host.number('loss')).toBeCloseTo(2.624, 3);
  await host.press('Next');
  await inPhase(leo.page, 'backward');
  await expect(leo.page.getByTestId('my-unit')).toHaveText(/^[hy][12]$/);
  await expect(leo.line('Gradient')).toBeEditable();
  expect(await leo.text('my-unit')).not.toBe(await mia.text('my-unit'));
  await expect(host.page.getByText('0 of 2 ready')).toBeVisible();
  expectNoErrors(host, mia, leo);
});

test('reload of the console and change of language in mid-round: nothing is lost', async ({ browser }) => {
  const host = await Host.open(browser, server.url, 'Swap', STILL);
  const code = await host.code();
  const mia = await Student.join(browser, server.url, code, 'Mia', STILL);
  await host.press('Start');
  await inPhase(mia.page, 'backward');

  await host.page.reload();
  await inPhase(host.page, 'backward');
  expect(await host.code()).toBe(code);
  await expect(host.page.getByRole('rowheader', { name: 'Mia' })).toBeVisible();

  const weight = await mia.text('weight-in-question');
  const [place] = new Truth('swap').of(weight).places as [string];
  await mia.take(place);
  await mia.line('Gradient').fill('0.5 × 2');
  await mia.page.getByRole('button', { name: '日本語' }).click();
  const { play } = WORDS.ja;
  await expect(mia.page.getByRole('heading', { level: 1 })).toHaveText(play.asks.contribution);
  await expect(mia.page.locator('html')).toHaveAttribute('lang', 'ja');
  await expect(mia.page.getByRole('textbox', { name: play.part.G })).toHaveValue('0.5 × 2');
  await expect(mia.page.locator('button[data-place][aria-pressed="true"]')).toHaveCount(1);
  await expect(mia.page.getByText(fill(play.placesTaken, { count: 1 }))).toBeVisible();
  expect(await mia.text('weight-in-question')).toBe(weight);

  await host.press('Next');
  await inPhase(mia.page, 'reveal');
  expectNoErrors(host, mia);
});
