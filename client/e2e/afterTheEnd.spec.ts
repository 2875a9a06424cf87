import { expect } from '@playwright/test';
import { fill } from '@relay/shared/strings/fill';
import { expectNoViolationsInBoth } from './support/axe';
import { answerRightly, expectNoErrors, Truth } from './support/classroom';
import { Host, inPhase, STILL_PHONE, Student } from './support/people';
import type { GameServer } from './support/server';
import { test } from './support/test';
import { WORDS } from './support/words';

/** One's own result after the end: over a reload, and later on the same device, until it is forgotten. */

let server: GameServer;
test.beforeAll(({ sharedServer }) => {
  server = sharedServer;
});

const { result } = WORDS.en;

test('a result: stays over reloads, is kept on the device, and can be forgotten', async ({ browser }) => {
  const host = await Host.openWith(browser, server.url, { network: 'swap' });
  const code = await host.code();
  const mia = await Student.join(browser, server.url, code, 'Mia', { ...STILL_PHONE, lang: 'en' });
  await host.press('Start');
  await inPhase(mia.page, 'backward');
  await answerRightly(mia, new Truth('swap'));
  await host.say({ type: 'next' });
  await host.say({ type: 'next' });
  await inPhase(mia.page, 'update');
  await host.say({ type: 'end' });
  await inPhase(mia.page, 'ended');
  const shown = mia.page.getByRole('main').locator('b.digits');
  const points = await shown.textContent();
  expect(Number(points!.replace(/\D/gu, ''))).toBeGreaterThan(0);

  // The session is still on the server, since its host looks at it.
  await mia.page.reload();
  await inPhase(mia.page, 'ended');
  await expect(shown).toHaveText(points!);
  const kept = mia.page.getByTestId('kept-result');
  await expect(kept).toHaveCount(0);
  expect(
    await mia.page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('relay/player/'))),
  ).toEqual([]);

  // All pages are gone, and with them the session's room.
  await host.page.close();
  await mia.page.goto('about:blank');
  await expect
    .poll(async () => {
      const asked = {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ code, token: '0'.repeat(32) }),
      };
      return (await fetch(`${server.url}/api/resume`, asked)).status;
    })
    .toBe(410);
  await mia.page.goto(`${server.url}/join?code=${code}&lang=en#play`);
  await expect(kept).toContainText(fill(result.of, { name: 'Mia', code }));
  await expect(shown).toHaveText(points!);
  await expectNoViolationsInBoth(mia.page);

  // A page that is opened later finds it by the join page.
  const later = await mia.page.context().newPage();
  await later.goto(`${server.url}/join?lang=en`);
  await later.getByRole('link', { name: fill(result.of, { name: 'Mia', code }) }).click();
  const button = later.getByRole('button', { name: result.forget });
  await button.click();
  await expect(later.getByRole('heading', { level: 1 })).toHaveText(WORDS.en.home.heading);
  await later.goto(`${server.url}/join?lang=en`);
  await expect(later.getByRole('textbox', { name: WORDS.en.join.nickname })).toBeVisible();
  await expect(later.getByRole('heading', { name: result.heading })).toHaveCount(0);
  expectNoErrors(host);
});
