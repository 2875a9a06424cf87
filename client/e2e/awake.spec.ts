import { expect, type Page } from '@playwright/test';
import { Host, inPhase, Person, STILL } from './support/people';
import { test } from './support/test';

/** Screens stay awake in a session: the browser's own wake lock, watched as the page asks for it. */

interface Watched {
  readonly locks: WakeLockSentinel[];
}

/** Keeps every lock that the page is given, so that a test can look at it. */
async function watchLocks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const watched: Watched = { locks: [] };
    Object.assign(window, { watched });
    const request = navigator.wakeLock.request.bind(navigator.wakeLock);
    navigator.wakeLock.request = async (type) => {
      const lock = await request(type);
      watched.locks.push(lock);
      return lock;
    };
  });
  await page.reload();
}

/** Locks that the page was given, and those that it still holds. */
const locksOf = (page: Page) =>
  page.evaluate(() => {
    const { locks } = (window as unknown as { watched: Watched }).watched;
    return { given: locks.length, held: locks.filter(({ released }) => !released).length };
  });

test('host, projector and player stay awake until the session ends', async ({ browser, sharedServer }) => {
  const { url } = sharedServer;
  const host = await Host.open(browser, url, 'Swap', STILL);
  const code = await host.code();
  const projector = await host.openProjector();
  const player = await Person.openPage(browser, STILL);
  await player.goto(`${url}/join?code=${code}&lang=en`);
  await player.getByRole('button', { name: 'Join', exact: true }).click();
  await inPhase(player, 'lobby');
  const pages = [host.page, projector.page, player];
  for (const page of pages) {
    await watchLocks(page);
    await expect.poll(() => locksOf(page)).toEqual({ given: 1, held: 1 });
  }
  // The browser takes the lock of a hidden page; once the page is back, it asks again.
  for (const page of pages) {
    await page.evaluate(async () => {
      await (window as unknown as { watched: Watched }).watched.locks[0]!.release();
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await expect.poll(() => locksOf(page)).toEqual({ given: 2, held: 1 });
  }
  await host.press('Start');
  await inPhase(player, 'backward');
  for (const page of pages) expect(await locksOf(page)).toEqual({ given: 2, held: 1 });
  await host.press('End');
  await inPhase(player, 'ended');
  for (const page of pages) await expect.poll(() => locksOf(page)).toEqual({ given: 2, held: 0 });
});

test('a browser without wake locks shows the session all the same', async ({ browser, sharedServer }) => {
  const page = await Person.openPage(browser, STILL);
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.addInitScript(() => {
    // As over plain http.
    delete (Navigator.prototype as { wakeLock?: unknown }).wakeLock;
  });
  const host = await Host.open(browser, sharedServer.url, 'Swap', STILL);
  await page.goto(`${sharedServer.url}/join?code=${await host.code()}&lang=en`);
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await inPhase(page, 'lobby');
  expect(errors).toEqual([]);
});
