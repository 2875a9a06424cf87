import { expect, type Page } from '@playwright/test';
import { LANGUAGES } from '@relay/shared/strings/languages';
import { fill } from '@relay/shared/strings/fill';
import { openSession, SESSIONS } from './support/everyForm';
import { inPhase, SIZES } from './support/people';
import { test } from './support/test';
import { WORDS } from './support/words';

/** Presses that were not meant: the same answer again, a held key, several presses in a row. */

/** A question with a line for the gradient alone. */
const alone = SESSIONS.find(({ session }) => session.help === 'blank')!;
const work = SESSIONS[0]!;
const update = work.rounds.find(({ name }) => name === 'update')!;

/** Presses and holds Enter, as the keyboard of an impatient hand. */
async function holdEnter(page: Page, repeats: number): Promise<void> {
  for (let i = 0; i <= repeats; i++) await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
}

for (const lang of LANGUAGES) {
  test(`the same wrong answer, ${lang}: one try, however it is sent, and the page says so`, async ({
    browser,
    sharedServer,
  }) => {
    const { play, relay } = WORDS[lang];
    const { page, open } = await openSession(browser, sharedServer.url, alone, { ...SIZES.phone, lang });
    await open(alone.rounds[0]!);
    const line = page.getByRole('textbox', { name: play.part.G });
    const verdict = page.getByTestId('verdict');
    const card = verdict.locator('[data-cover]');
    const triesLeft = fill(play.triesLeft_other, { count: '4' });

    await line.fill('5');
    for (let i = 0; i < 3; i++) await line.press('Enter');
    await expect(verdict).toHaveAttribute('data-outcome', /wrong|repeated/u);
    // The first card stays, with its sentence and the tries that are left.
    await expect(card).toContainText(triesLeft);
    const told = (await card.locator('h2').textContent())!;
    await line.press('Enter');
    await expect(verdict).toHaveAttribute('data-outcome', 'repeated');
    await expect(verdict).toContainText(play.verdict.repeatedHeading);
    await expect(card.locator('h2')).toHaveText(told);
    await expect(card).toContainText(triesLeft);
    await expect(page.locator('[aria-live="polite"]')).toContainText(play.verdict.repeatedHeading);

    await holdEnter(page, 20);
    await page.locator('[data-send]').dblclick();
    await expect(verdict).toHaveAttribute('data-outcome', 'repeated');
    await page.getByRole('button', { name: play.verdict.tryAgain }).click();
    await expect(card).toHaveCount(0);
    // The sentence of the card can be read again.
    for (const spelling of ['5.0', '10/2', '５']) {
      await line.fill(spelling);
      await line.press('Enter');
      await expect(card.locator('h2')).toHaveText(told);
      await page.getByRole('button', { name: play.verdict.tryAgain }).click();
    }
    await line.fill('8');
    await line.press('Enter');
    await expect(card).toContainText(fill(play.triesLeft_other, { count: '3' }));
    await line.fill('8.0');
    await line.press('Enter');
    await expect(verdict).toHaveAttribute('data-outcome', 'repeated');
    await expect(card).toContainText(fill(play.triesLeft_other, { count: '3' }));

    // A held Enter presses a button once: what opened stays open.
    await page.getByRole('button', { name: play.verdict.tryAgain }).click();
    await page.getByRole('button', { name: relay.hint.button, exact: true }).focus();
    await holdEnter(page, 5);
    await expect(page.getByRole('button', { name: relay.hint.close, exact: true })).toBeVisible();
    await page.context().close();
  });
}

test('a wrong choice pressed again costs nothing', async ({ browser, sharedServer }) => {
  const { page, open } = await openSession(browser, sharedServer.url, work, {
    ...{ ...SIZES.chromebook, lang: 'en' },
  });
  await open(work.rounds[0]!);
  await open(update);
  await inPhase(page, 'backward');
  const stays = page.locator('[data-choice="stay"]');
  await stays.click();
  await expect(page.getByText('4 tries left').first()).toBeVisible();
  await stays.focus();
  await holdEnter(page, 5);
  await stays.click();
  await expect(page.getByTestId('verdict')).toHaveAttribute('data-outcome', 'repeated');
  await expect(page.getByText('4 tries left').first()).toBeVisible();
  await page.context().close();
});

test('presses of Enter that outlast a right answer do not send the next line', async ({
  browser,
  sharedServer,
}) => {
  const { page, open } = await openSession(browser, sharedServer.url, work, {
    ...{ ...SIZES.chromebook, lang: 'en' },
  });
  await open(work.rounds[0]!);
  await open(work.rounds.find(({ name }) => name === 'forward')!);
  const [sum, output] = [
    page.getByRole('textbox', { name: /^Belly/u }),
    page.getByRole('textbox', { name: /^Output/u }),
  ];
  await output.fill('5');
  for (const flow of await page.getByRole('list', { name: 'What flows in' }).getByRole('button').all())
    await flow.click();
  await sum.press('Enter');
  await expect(sum).not.toBeEditable();
  await expect(output).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('verdict')).toHaveAttribute('data-part', /^u:/u);
  await expect(page.getByText(/tries left/u)).toHaveCount(0);
  await page.context().close();
});
