import { expect } from '@playwright/test';
import { expectNoViolationsInBoth } from './support/axe';
import { pressEnter } from './support/keyboard';
import { Host, STILL, Student } from './support/people';
import type { GameServer } from './support/server';
import { test } from './support/test';
import { WORDS } from './support/words';

let server: GameServer;
test.beforeAll(({ sharedServer }) => {
  server = sharedServer;
});

test('erasing a session after its end, by keyboard: it is gone from the server and from both browsers', async ({
  browser,
}) => {
  const { erase } = WORDS.en.sessionControl;
  const host = await Host.open(browser, server.url, 'Swap', STILL);
  const code = await host.code();
  const student = await Student.join(browser, server.url, code, 'Mia', STILL);
  await host.press('Start');
  await host.press('End');
  expect((await server.log(code)).length).toBeGreaterThan(2);

  const open = host.page.getByRole('button', { name: erase.open });
  await pressEnter(open);
  // A second press of Enter keeps the session.
  await expect(host.page.getByRole('button', { name: erase.no })).toBeFocused();
  await expectNoViolationsInBoth(host.page);
  await pressEnter(host.page.getByRole('button', { name: erase.no }));
  await expect(open).toBeFocused();
  await pressEnter(open);
  await pressEnter(host.page.getByRole('button', { name: erase.yes }));
  await expect(host.page.getByRole('heading', { level: 1 })).toHaveText(erase.done);
  await expectNoViolationsInBoth(host.page);
  expect(await server.log(code)).toEqual([]);

  for (const { page } of [host, student]) {
    const kept = () => page.evaluate(() => Object.keys(localStorage));
    await expect
      .poll(kept)
      .not.toContainEqual(expect.stringMatching(new RegExp(`^relay/(?:host|player)/${code}$`, 'u')));
  }
  await student.page.goto(`${server.url}/join?lang=en&code=${code}`);
  await student.page.getByRole('button', { name: WORDS.en.join.join, exact: true }).click();
  await expect(
    student.page.getByRole('alert').filter({ hasText: WORDS.en.rejection.endedCode }),
  ).toBeVisible();
  // Browsers log every refused request.
  expect(student.errors.filter((error) => !error.includes('410'))).toEqual([]);
});
