import { expect } from '@playwright/test';
import { closeCard, expectVerdict, goesOn, line, open, truthOf } from './support/asked';
import { expectNoErrors, placeLabel, Truth, written } from './support/classroom';
import { Host, inPhase, STILL, Student } from './support/people';
import type { GameServer } from './support/server';
import { test } from './support/test';

/** Three help levels, and their reduction by clean questions. */

let server: GameServer;
test.beforeAll(({ sharedServer }) => {
  server = sharedServer;
});

test('help level see: only the places are asked, their result is computed', async ({ browser }) => {
  const klass = await open(browser, server.url, { asks: 'contribution', help: 'see' });
  const { quick, slow, truth } = klass;
  for (const student of [quick, slow]) {
    const { page } = student;
    const { ids, G } = await truthOf(student, truth);
    await expect(page.getByRole('textbox')).toHaveCount(0);
    const result = page.getByTestId('result').last();
    await expect(result).toContainText('…');
    if (student === slow) {
      await student.take(...ids.slice(0, -1).map(placeLabel));
      await page.getByRole('button', { name: 'Send my places' }).click();
      await expectVerdict(student, 'wrong', 'places');
      await closeCard(student, 'see');
      await student.take(placeLabel(ids.at(-1)!));
    } else await student.take(...ids.map(placeLabel));
    await expect(result).toContainText(String(Number(G.toPrecision(4))).replace('-', '−'));
    await page.getByRole('button', { name: 'Send my places' }).click();
    await expectVerdict(student, 'correct', 'places');
  }
  await goesOn(klass);
});

test('help level blank: one line and nothing else; a tap puts a value into it', async ({ browser }) => {
  const klass = await open(browser, server.url, { asks: 'contribution', help: 'blank' });
  const { quick, slow, truth } = klass;
  for (const student of [quick, slow]) {
    const { page } = student;
    const { G } = await truthOf(student, truth);
    await expect(page.getByRole('textbox')).toHaveCount(1);
    await expect(page.getByTestId('slot')).toHaveCount(0);
    if (student === slow) {
      await page.getByRole('button', { name: /^Valve of y1/u }).click();
      await expect(line(student, 'Gradient')).toHaveValue(/^0\.\d+$/u);
      await line(student, 'Gradient').press('Enter');
      await expectVerdict(student, 'wrong', 'G');
      await closeCard(student, 'blank level');
    }
    await line(student, 'Gradient').fill(written(G));
    await line(student, 'Gradient').press('Enter');
    await expectVerdict(student, 'correct', 'G');
  }
  await goesOn(klass);
});

test('help level: drops after two questions without a miss, and the player is told', async ({ browser }) => {
  const host = await Host.openWith(browser, server.url, { network: 'article', help: 'see' });
  const student = await Student.join(browser, server.url, await host.code(), 'Mia', STILL);
  const truth = new Truth('article');
  await host.press('Start');
  const told = student.page.getByTestId('help-change');
  for (let round = 1; round <= 2; round++) {
    await inPhase(student.page, 'backward');
    await expect(student.page.getByTestId('round')).toHaveAttribute('data-value', String(round));
    await expect(told).toBeHidden();
    const { ids } = await truthOf(student, truth);
    await student.take(...ids.map(placeLabel));
    await student.page.getByRole('button', { name: 'Send my places' }).click();
    await expectVerdict(student, 'correct', 'places');
    for (let i = 0; i < 3; i++) await host.press('Next');
    truth.nextRound();
  }
  await expect(student.page.getByTestId('round')).toHaveAttribute('data-value', '3');
  await expect(told).toContainText('Two without a miss! From now on you do the sums yourself.');
  await expect(line(student, 'Gradient')).toBeVisible();
  await student.page.reload();
  await expect(told).toContainText('Two without a miss!');
  // No other player is told.
  await expect(host.page.locator('body')).not.toContainText('Two without a miss');
  expectNoErrors(host, student);
});
