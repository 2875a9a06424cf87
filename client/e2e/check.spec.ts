import { expect, type Page } from '@playwright/test';
import { LANGUAGES, type Language } from '@relay/shared/strings/languages';
import { expectNoViolationsInBoth } from './support/axe';
import { Network } from './support/network';
import { Person, SIZES, STILL } from './support/people';
import type { GameServer } from './support/server';
import { test } from './support/test';
import { WORDS } from './support/words';

/** The connection check in networks as schools have them. The page's clock is moved by the test, so half a minute takes a second. */

let server: GameServer;
let network: Network;
test.beforeAll(({ sharedServer }) => {
  server = sharedServer;
});
test.beforeEach(async () => {
  network = await Network.before(server.url);
});
test.afterEach(() => network.close());

const SECONDS = 30;
const STEP_MS = 100;

const good = (page: Page) => page.locator('li[data-state="good"]');
const checked = (page: Page) => page.getByRole('progressbar');
const result = (page: Page) => page.getByRole('status').locator('[data-finding]');

/** Puts the page's clock forward, in steps within which a reply arrives, until the page has watched for this many seconds. */
async function watch(page: Page, seconds: number): Promise<void> {
  const watched = () => checked(page).evaluate((bar) => (bar as HTMLProgressElement).value);
  while ((await watched()) < seconds) await page.clock.runFor(STEP_MS);
}

async function openCheck(page: Page, lang: Language): Promise<void> {
  await page.clock.install();
  await page.goto(`${network.url}/check?lang=${lang}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(WORDS[lang].check.heading);
}

for (const lang of LANGUAGES)
  test(`a good network, ${lang}: everything works, and can be checked again by keyboard`, async ({
    browser,
  }) => {
    const page = await Person.openPage(browser, { ...STILL, ...SIZES.phone });
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await openCheck(page, lang);
    await watch(page, SECONDS);
    const { check, home } = WORDS[lang];
    // On a busy machine a reply may take long.
    await expect(result(page)).toHaveAttribute('data-finding', /^(?:fine|slow)$/u);
    const finding = (await result(page).getAttribute('data-finding')) as 'fine' | 'slow';
    await expect(result(page)).toContainText(check.result[finding].heading);
    await expect(good(page)).toHaveCount(3);
    await page.getByRole('button', { name: check.again }).press('Enter');
    await expect(result(page)).toHaveCount(0);
    await watch(page, 2);
    await page.getByRole('link', { name: home.join, exact: true }).press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(WORDS[lang].join.heading);
    expect(errors).toEqual([]);
  });

test('a network without WebSockets: is named, with what to do', async ({ browser }) => {
  network.lets = false;
  const page = await Person.openPage(browser, STILL);
  await openCheck(page, 'en');
  await expect(result(page)).toHaveAttribute('data-finding', 'noSocket');
  await expect(result(page)).toContainText('WebSockets');
  await expect(result(page)).toContainText(new URL(network.url).host);
  await expectNoViolationsInBoth(page);
  // Somebody has allowed them.
  network.lets = true;
  await page.getByRole('button', { name: WORDS.en.check.again }).click();
  await watch(page, 2);
  await expect(good(page)).toHaveCount(2);
});

test('a network that breaks connections: is called unstable, with how often', async ({ browser }) => {
  const page = await Person.openPage(browser, STILL);
  await openCheck(page, 'en');
  await watch(page, 5);
  network.breakSockets();
  await watch(page, SECONDS);
  await expect(result(page)).toHaveAttribute('data-finding', 'unstable');
  await expect(result(page)).toContainText('Interruptions: 1.');
  await expectNoViolationsInBoth(page);
});

test('a network that is gone: the page says that the game is not reached', async ({ browser }) => {
  const page = await Person.openPage(browser, STILL);
  await page.goto(`${network.url}/join?lang=en`);
  await page.getByRole('textbox', { name: WORDS.en.join.code, exact: true }).fill('123456');
  await page.route('**/api/join', (route) => route.abort());
  await page.getByRole('button', { name: WORDS.en.join.join, exact: true }).click();
  await page.getByRole('link', { name: WORDS.en.join.trouble }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(WORDS.en.check.heading);
  await expect(checked(page)).not.toHaveJSProperty('value', 0);
  await network.close();
  await page.getByRole('link', { name: WORDS.en.game }).click();
  await page.goBack();
  await expect(result(page)).toHaveAttribute('data-finding', 'noServer');
  network = await Network.before(server.url);
});

test('a host’s page: links to the check, which tells the address for other devices', async ({ browser }) => {
  const page = await Person.openPage(browser, STILL);
  await page.goto(`${server.url}/host?lang=en`);
  await page.getByRole('link', { name: WORDS.en.host.check }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(WORDS.en.check.heading);
  await expect(page.getByRole('main')).toContainText(/Open http:\/\/\S+\/check there/u);
});
