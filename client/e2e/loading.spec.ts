import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { type Language, LANGUAGES } from '@relay/shared/strings/languages';
import { Build } from '../build/audiences';
import { MISSING_PART_WORDS } from '../src/strings/missingPart';
import { expectNoErrors } from './support/classroom';
import { Host, inPhase, Person, STILL, Student } from './support/people';
import type { GameServer } from './support/server';
import { test } from './support/test';
import { WORDS } from './support/words';

let server: GameServer;
test.beforeAll(({ sharedServer }) => {
  server = sharedServer;
});

const notice = (page: Page) => page.getByTestId('missing-part');
const build = new Build(join(import.meta.dirname, '..', 'dist'));
/** Address of the chunk of a source. */
const chunkOf = (source: string) => `**/${build.fileOf(source)}`;
const wordsOf = (lang: Language) => chunkOf(`src/strings/${lang}/first.ts`);

/** Takes the connection from the page, or gives it back. */
const setOffline = (page: Page, isOffline: boolean) => page.context().setOffline(isOffline);

for (const lang of LANGUAGES) {
  const { home, practise } = WORDS[lang];
  const words = MISSING_PART_WORDS[lang];

  test(`${lang}, a screen without a connection: the frame stays, and the screen comes at another try`, async ({
    browser,
  }) => {
    const page = await Person.openPage(browser, STILL);
    await page.goto(`${server.url}/?lang=${lang}`);
    const practice = page.getByRole('link', { name: home.practise, exact: true });
    await expect(practice).toBeVisible();
    await setOffline(page, true);
    await practice.click();
    await expect(notice(page)).toContainText(words.sentence);
    await expect(page.getByRole('banner')).toBeVisible();
    const again = notice(page).getByRole('button', { name: words.again, exact: true });
    await again.click();
    await expect(notice(page)).toContainText(words.stillAway);
    await setOffline(page, false);
    await again.click();
    await expect(page.getByRole('heading', { name: practise.heading, level: 1 })).toBeVisible();
    await expect(notice(page)).toBeHidden();
  });

  test(`${lang}, without its words: the page says so, and comes at another try`, async ({ browser }) => {
    const page = await Person.openPage(browser, STILL);
    await page.route(wordsOf(lang), (route) => route.abort());
    await page.goto(`${server.url}/?lang=${lang}`);
    await expect(notice(page)).toContainText(words.sentence);
    await page.unroute(wordsOf(lang));
    await notice(page).getByRole('button', { name: words.again, exact: true }).click();
    await expect(page.getByRole('heading', { name: home.heading })).toBeVisible();
  });
}

test('a new version on the server: a part of the old one is gone, and another try loads the new one', async ({
  browser,
}) => {
  const page = await Person.openPage(browser, STILL);
  await page.goto(`${server.url}/?lang=en`);
  await page.route(chunkOf('src/screens/host/Host.tsx'), (route) =>
    route.fulfill({ status: 404, body: 'no such page' }),
  );
  await page.getByRole('link', { name: WORDS.en.home.host, exact: true }).click();
  await expect(notice(page)).toContainText(MISSING_PART_WORDS.en.sentence);
  await page.unroute(chunkOf('src/screens/host/Host.tsx'));
  await notice(page).getByRole('button').click();
  await expect(page.getByRole('textbox', { name: WORDS.en.host.hostCode })).toBeVisible();
});

test('another language that cannot be loaded: the page keeps its own', async ({ browser }) => {
  const page = await Person.openPage(browser, STILL);
  await page.goto(`${server.url}/?lang=en`);
  await page.route(wordsOf('ja'), (route) => route.abort());
  await page.getByRole('button', { name: '日本語' }).click();
  await expect(notice(page)).toContainText(MISSING_PART_WORDS.en.sentence);
  await expect(page.getByRole('heading', { name: WORDS.en.home.heading })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('a round without its drawing: is said, and played in words', async ({ browser }) => {
  const host = await Host.open(browser, server.url, 'Swap', STILL);
  const mia = new Student(await Person.openPage(browser, STILL));
  const { page } = mia;
  await page.route(chunkOf('src/scenes/stage.ts'), (route) => route.abort());
  await mia.enter(server.url, await host.code(), 'Mia');
  await host.press('Start');
  await inPhase(page, 'backward');
  await expect(notice(page)).toContainText(MISSING_PART_WORDS.en.sentence);
  await mia.line('Gradient').fill('42');
  await mia.line('Gradient').press('Enter');
  await expect(page.getByTestId('verdict')).toHaveAttribute('data-outcome', 'wrong');
});

test('the lobby: loads what a round needs, so that none of it is missing at the start', async ({
  browser,
}) => {
  const host = await Host.open(browser, server.url, 'Swap', STILL);
  const mia = new Student(await Person.openPage(browser, STILL));
  const { page } = mia;
  const needed = [
    'src/scenes/stage.ts',
    'src/screens/player/sessionPages.ts',
    'src/screens/parts/plot.ts',
    'src/describe/phaseSentence.ts',
    'src/strings/en/playing.ts',
    'src/strings/ja/playing.ts',
  ].map((source) => page.waitForResponse(chunkOf(source)));
  await mia.enter(server.url, await host.code(), 'Mia');
  for (const response of await Promise.all(needed)) await response.finished();
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/assets/') && !request.url().endsWith('.woff2')) asked.push(request.url());
  });
  await host.press('Start');
  await inPhase(page, 'backward');
  await expect(page.locator('[data-stage="ready"]')).toBeVisible();
  expect(asked).toEqual([]);
  expectNoErrors(mia);
});
