import { type Browser, expect, type Page } from '@playwright/test';
import { LANGUAGE_NAMES, LANGUAGES } from '@relay/shared/strings/languages';
import { fill } from '@relay/shared/strings/fill';
import { expectNoViolations } from './support/axe';
import { Host, inPhase, STILL, STILL_PHONE, Student } from './support/people';
import type { GameServer } from './support/server';
import { test } from './support/test';
import { WORDS } from './support/words';

/** Two people at one computer: tabs of one browser, which share its storage. */

let server: GameServer;
test.beforeAll(({ sharedServer }) => {
  server = sharedServer;
});

const { join, play, who } = WORDS.en;

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const isInLobbyAs = (page: Page, name: string) =>
  expect(page.getByRole('heading', { level: 1 })).toHaveText(fill(play.lobby.heading, { name }));

/** Session with Aki and Ben in two tabs of one browser. */
async function openBoth(browser: Browser) {
  const host = await Host.openWith(browser, server.url, { network: 'swap' });
  const code = await host.code();
  const aki = await Student.join(browser, server.url, code, 'Aki', { ...STILL_PHONE, lang: 'en' });
  const ben = new Student(await aki.page.context().newPage());
  await ben.page.goto(`${server.url}/join?code=${code}&lang=en`);
  await expect(button(ben.page, fill(who.continueAs, { name: 'Aki' }))).toBeVisible();
  await button(ben.page, who.someoneElse).click();
  await ben.page.getByRole('textbox', { name: join.nickname }).fill('Ben');
  await button(ben.page, join.join).click();
  await isInLobbyAs(ben.page, 'Ben');
  return { host, code, aki, ben, context: aki.page.context() };
}

test('two people in one browser: each tab stays its own person over reloads', async ({ browser }) => {
  const { host, aki, ben, code, context } = await openBoth(browser);
  for (let i = 0; i < 2; i++) {
    for (const { page } of [aki, ben]) await page.reload();
    await isInLobbyAs(aki.page, 'Aki');
    await isInLobbyAs(ben.page, 'Ben');
  }
  await expect(host.page.getByTestId('players')).toHaveAttribute('data-value', '2');
  await host.say({ type: 'start' });
  for (const { page } of [aki, ben]) await inPhase(page, 'backward');
  const units = [await aki.text('my-unit'), await ben.text('my-unit')];
  await Promise.all([aki, ben].map(({ page }) => page.reload()));
  for (const { page } of [aki, ben]) await inPhase(page, 'backward');
  expect([await aki.text('my-unit'), await ben.text('my-unit')]).toEqual(units);

  // Both are gone: a page that is opened later asks who it is.
  for (const { page } of [aki, ben]) await page.close();
  const later = await context.newPage();
  await later.goto(`${server.url}/join?code=${code}&lang=en#play`);
  await expect(button(later, fill(who.continueAs, { name: 'Ben' }))).toBeVisible();
  await expectNoViolations(later, 'who is it?');
  await button(later, fill(who.continueAs, { name: 'Aki' })).click();
  await expect(later.getByTestId('my-unit')).toHaveText(units[0]!);
});

test('a duplicated tab: asks, and only one of the two goes on as the player', async ({ browser }) => {
  const host = await Host.openWith(browser, server.url, { network: 'swap' });
  const code = await host.code();
  const first = await Student.join(browser, server.url, code, 'Mia', { ...STILL, lang: 'en' });
  // As a browser does that duplicates a tab: with a copy of its storage.
  const opened = first.page.context().waitForEvent('page');
  await first.page.evaluate(() => void open(location.href));
  const second = await opened;
  expect(await second.evaluate(() => sessionStorage.length)).toBe(1);

  const asked = (page: Page) => page.getByTestId('open-elsewhere');
  await expect(asked(second)).toContainText(who.elsewhere);
  await isInLobbyAs(first.page, 'Mia');
  for (const lang of LANGUAGES.toReversed()) {
    await second.getByRole('button', { name: LANGUAGE_NAMES[lang], exact: true }).click();
    await expectNoViolations(second, `open in another tab, ${lang}`);
  }
  await button(second, fill(who.continueHereAs, { name: 'Mia' })).click();
  await isInLobbyAs(second, 'Mia');
  await expect(asked(first.page)).toBeVisible();
  // Back again; and the other tab becomes somebody else.
  await button(first.page, fill(who.continueHereAs, { name: 'Mia' })).click();
  await isInLobbyAs(first.page, 'Mia');
  await button(second, who.someoneElse).click();
  await button(second, who.someoneElse).click();
  await expect(second.getByRole('textbox', { name: join.nickname })).toBeVisible();
  await first.page.reload();
  await isInLobbyAs(first.page, 'Mia');
  await expect(host.page.getByTestId('players')).toHaveAttribute('data-value', '1');
});
