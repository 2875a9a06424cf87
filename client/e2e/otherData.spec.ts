import { expect, type Page } from '@playwright/test';
import { Host, STILL_PHONE, Student } from './support/people';
import { GameServer } from './support/server';
import { test } from './support/test';
import { WORDS } from './support/words';

/** A server that is started without the data it had: pages say so, keep everything, and are back once it has the data again. */

let server: GameServer;
test.beforeAll(async () => {
  server = await GameServer.start();
});
test.afterAll(() => server.stop());

const kept = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => Object.keys(localStorage).toSorted());

test('missing data: player and host erase nothing, and are back with the data', async ({ browser }) => {
  const host = await Host.openWith(browser, server.url, { network: 'swap' });
  const code = await host.code();
  const mia = await Student.join(browser, server.url, code, 'Mia', { ...STILL_PHONE, lang: 'en' });
  const pages = [host.page, mia.page];
  const before = await Promise.all(pages.map(kept));
  await server.kill();
  server.hideData();
  await server.start();
  const said = [WORDS.en, WORDS.ja].map(({ connection }) => connection.unknownCode);
  for (const page of pages)
    await expect
      .poll(async () => said.includes((await page.getByTestId('lost-connection').textContent()) ?? ''))
      .toBe(true);
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
