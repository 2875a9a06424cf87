import { expect } from '@playwright/test';
import { expectNoViolationsInBoth } from './support/axe';
import { Classmate } from './support/classmate';
import { Host, inPhase } from './support/people';
import type { GameServer } from './support/server';
import { test } from './support/test';
import { WORDS } from './support/words';

let server: GameServer;
test.beforeAll(({ sharedServer }) => {
  server = sharedServer;
});

const SETTLE_MS = 400;
/** Time in which a page has drawn what an event has changed, and moved the focus; shorter than that. */
const DRAWN_MS = 200;

/** Console whose clock the test leads, in the first round of a class of one. */
async function consoleInRound(browser: Parameters<typeof Host.openWith>[0]): Promise<Host> {
  const host = await Host.openWith(browser, server.url, { network: 'swap', teams: 1 });
  await Classmate.join(server, await host.code(), 'Mia');
  await host.page.clock.install();
  await host.page.reload();
  await host.press('Start');
  await inPhase(host.page, 'backward');
  // From here on time passes only where the test says so.
  await host.page.clock.pauseAt((await host.page.evaluate(() => Date.now())) + 1_000);
  return host;
}

test('Next: neither a double click nor a held key leads two steps on', async ({ browser }) => {
  const host = await consoleInRound(browser);
  const { page } = host;
  const next = page.getByTestId('next');
  const { x, y, width, height } = (await next.boundingBox())!;
  const click = (): Promise<void> => page.mouse.click(x + width / 2, y + height / 2);
  await click();
  await inPhase(page, 'reveal');
  await page.clock.runFor(DRAWN_MS);
  await expect(next).toHaveAttribute('aria-disabled', 'true');
  // The button now means the update: this is the second half of a double click.
  await click();
  await page.clock.runFor(SETTLE_MS);
  await expect(next).not.toHaveAttribute('aria-disabled');
  await inPhase(page, 'reveal');

  await next.focus();
  for (let i = 0; i < 20; i++) await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await inPhase(page, 'update');
  await page.clock.runFor(SETTLE_MS);
  for (const [i, phase] of (['backward', 'reveal', 'update'] as const).entries()) {
    if (i > 0) await page.clock.runFor(SETTLE_MS);
    await next.press('Enter');
    await inPhase(page, phase);
  }
  // Had a press been one too many, this would be another round.
  await expect(page.getByTestId('round')).toHaveAttribute('data-value', '2');
  expect(host.errors).toEqual([]);
});

test('End and Play again: ask first; a second press answers nothing, Escape leads back', async ({
  browser,
}) => {
  const host = await consoleInRound(browser);
  const { page } = host;
  const { end: words, again } = WORDS.en.sessionControl;
  const end = page.getByRole('button', { name: WORDS.en.host.end, exact: true });
  const asked = page.getByRole('alertdialog');
  const wayBack = asked.getByRole('button', { name: words.no });
  await end.press('Enter');
  await page.clock.runFor(DRAWN_MS);
  await expect(wayBack).toBeFocused();
  await page.keyboard.press('Enter');
  await page.clock.runFor(DRAWN_MS);
  await expect(asked).toContainText(words.ask);
  await page.clock.resume();
  await expectNoViolationsInBoth(page);
  await wayBack.focus();
  await page.keyboard.press('Escape');
  await expect(end).toBeFocused();
  await inPhase(page, 'backward');
  await end.click();
  await asked.getByRole('button', { name: words.yes }).click();
  await inPhase(page, 'ended');

  const play = page.getByRole('button', { name: again.play });
  await play.click();
  await expect(asked).toContainText(again.ask);
  await asked.getByRole('button', { name: again.no }).click();
  await expect(play).toBeFocused();
  await play.click();
  await asked.getByRole('button', { name: again.yes }).click();
  await inPhase(page, 'lobby');
  expect(host.errors).toEqual([]);
});

test('two consoles: either leads on, and shows at once what the other has done', async ({ browser }) => {
  const host = await Host.openWith(browser, server.url, { network: 'swap', teams: 1 });
  await Classmate.join(server, await host.code(), 'Mia');
  await host.press('Start');
  await inPhase(host.page, 'backward');
  const second = await host.page.context().newPage();
  await second.goto(host.page.url());
  await inPhase(second, 'backward');
  await second.getByTestId('next').click();
  await inPhase(second, 'reveal');
  await inPhase(host.page, 'reveal');
  // A press of this console follows none of its own: it counts at once.
  await host.page.getByTestId('next').click();
  await inPhase(second, 'update');
  expect(host.errors).toEqual([]);
});
