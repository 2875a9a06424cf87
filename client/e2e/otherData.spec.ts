import { expect, type Page } from '@playwright/test';
import { expectNoViolations } from './support/axe';
import { Host, STILL_PHONE, Student } from './support/people';
import { GameServer } from './support/server';
import { test } from './support/test';
import { WORDS } from './support/words';

/** A server that is started without the data it had, or with older data: pages say so, and erase nothing unasked. */

let server: GameServer;
test.beforeAll(async () => {
  server = await GameServer.start();
});
test.afterAll(() => server.stop());

const kept = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => Object.keys(localStorage).toSorted());

async function expectSaid(page: Page, trouble: 'unknownCode' | 'unknownToken'): Promise<void> {
  const said = [WORDS.en, WORDS.ja].map(({ connection }) => connection[trouble]);
  await expect
    .poll(async () => said.includes((await page.getByTestId('lost-connection').textContent()) ?? ''))
    .toBe(true);
}

test('missing data: player and host erase nothing, and are back with the data', async ({ browser }) => {
  const host = await Host.openWith(browser, server.url, { network: 'swap' });
  const code = await host.code();
  const mia = await Student.join(browser, server.url, code, 'Mia', { ...STILL_PHONE, lang: 'en' });
  const pages = [host.page, mia.page];
  const before = await Promise.all(pages.map(kept));
  await server.kill();
  server.hideData();
  await server.start();
  for (const page of pages) await expectSaid(page, 'unknownCode');
  expect(await Promise.all(pages.map(kept))).toEqual(before);
  await server.kill();
  server.bringDataBack();
  await server.start();
  for (const page of pages) {
    // As a device that was asleep does: the next try would come within a minute.
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await expect(page.getByTestId('lost-connection')).toHaveCount(0);
  }
  expect(await Promise.all(pages.map(kept))).toEqual(before);
});

test('older data: a player whose join is lost keeps all, and joins again or is forgotten', async ({
  browser,
}) => {
  const host = await Host.openWith(browser, server.url, { network: 'swap' });
  const code = await host.code();
  await server.kill();
  server.keepData();
  await server.start();
  const inEnglish = { ...STILL_PHONE, lang: 'en' } as const;
  const mia = await Student.join(browser, server.url, code, 'Mia', inEnglish);
  const ben = await Student.join(browser, server.url, code, 'Ben', inEnglish);
  const before = await kept(mia.page);
  const player = await playerIn(mia.page, code);
  await server.kill();
  server.putOlderData();
  await server.start();
  for (const { page } of [mia, ben]) {
    await expectSaid(page, 'unknownToken');
    await expect(page.getByTestId('unknown-here')).toBeVisible();
  }
  // A reload changes nothing.
  await mia.page.reload();
  await expect(mia.page.getByTestId('unknown-here')).toBeVisible();
  expect(await kept(mia.page)).toEqual(before);
  await expectNoViolations(mia.page, 'a player whom the server has lost');

  const words = WORDS.en.unknownHere;
  const joinAgain = words.joinAgainAs.replace('{{name}}', 'Mia');
  await mia.page.getByRole('button', { name: joinAgain }).click();
  await expect(mia.page.getByTestId('phase')).toBeVisible();
  await expect(mia.page.getByTestId('lost-connection')).toHaveCount(0);
  expect(await kept(mia.page)).toEqual(before);
  expect(await playerIn(mia.page, code)).toEqual(player);
  await mia.page.reload();
  await expect(mia.page.getByTestId('phase')).toBeVisible();

  await ben.page.getByRole('button', { name: words.forget }).click();
  await expect(ben.page.getByRole('textbox', { name: WORDS.en.join.nickname })).toBeVisible();
  expect((await kept(ben.page)).filter((key) => key.startsWith(`relay/player/${code}`))).toEqual([]);
});

/** The player that a browser has stored, with its token. */
const playerIn = (page: Page, code: string): Promise<string | null> =>
  page.evaluate((key) => localStorage.getItem(key), `relay/player/${code}`);
