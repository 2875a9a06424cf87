import { expect } from '@playwright/test';
import { fold } from '@relay/shared/referee/evolve';
import { warmUpOf } from '@relay/shared/referee/ownRuns/warmUp';
import { rightAnswer } from '@relay/shared/testing/answers';
import { expectNoViolationsInBoth } from './support/axe';
import { expectNoErrors, placeLabel } from './support/classroom';
import { Host, inPhase, SIZES, STILL, Student } from './support/people';
import type { GameServer } from './support/server';
import { test } from './support/test';
import { WORDS } from './support/words';

/** Warm-up of a player who joins in the middle of the very first round. */

let server: GameServer;
test.beforeAll(({ sharedServer }) => {
  server = sharedServer;
});

const { warmUp, play } = WORDS.en;

/** Newest warm-up question of the session, with the right answers. */
async function asked(code: string) {
  const session = fold(await server.log(code));
  const late = Object.values(session.players).at(-1)!;
  const run = warmUpOf(session, late.id)!;
  const { question, truth } = run.seats.find(({ player }) => player === late.id)!;
  return { parts: question!.parts, truth: truth! };
}

test('late player: warms up during the open round, gets a verdict, and is seated in the next', async ({
  browser,
}) => {
  const host = await Host.openWith(browser, server.url, { network: 'mazur' });
  const code = await host.code();
  const mia = await Student.join(browser, server.url, code, 'Mia', STILL);
  await host.press('Start');
  await inPhase(mia.page, 'backward');
  const leo = await Student.join(browser, server.url, code, 'Leo', {
    ...SIZES.phone,
    reducedMotion: 'reduce',
  });
  const { page } = leo;
  await expect(page.getByRole('heading', { name: play.waiting.heading })).toBeVisible();
  await expect(page.locator('main').getByText(warmUp.text)).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('offered.png') });
  await page.getByRole('button', { name: warmUp.ask }).click();

  await expect(page.getByTestId('warm-up-strip')).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('open.png') });
  await expectNoViolationsInBoth(page);
  await expect(leo.line('Gradient')).toBeVisible();
  await leo.line('Gradient').fill('98765');
  await leo.line('Gradient').press('Enter');
  await expect(page.getByTestId('verdict')).toHaveAttribute('data-outcome', 'wrong');
  await page.getByRole('button', { name: WORDS.en.play.verdict.tryAgain }).click();
  const { parts, truth } = await asked(code);
  for (const part of parts) {
    const right = rightAnswer(truth, part);
    if (part === 'places') await leo.take(...right.split(' ').map((id) => placeLabel(id as never)));
    else await leo.line(part === 'G' ? 'Gradient' : 'Parcel δ').fill(right.replace('-', '−'));
  }
  await leo.send();
  await expect(page.getByText(warmUp.after).last()).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('done.png') });
  expect(await leo.number('score')).toBe(0);

  // Another question, without any entry of the one before.
  await page.getByRole('button', { name: /extra$/u }).click();
  await expect(leo.line('Gradient')).toHaveValue('');

  await host.press('Next');
  await inPhase(page, 'reveal');
  await host.press('Next');
  await inPhase(page, 'update');
  await host.press('Next');
  await inPhase(page, 'backward');
  await expect(page.getByTestId('my-unit')).toHaveText(/^[hy]\d$/u);
  await expect(page.getByTestId('warm-up-strip')).toHaveCount(0);
  await expect(page.getByTestId('round')).toHaveAttribute('data-value', '2');
  expectNoErrors(host, mia, leo);
});
