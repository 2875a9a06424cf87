import { expect } from '@playwright/test';
import { LANGUAGE_NAMES, LANGUAGES } from '@relay/shared/strings/languages';
import { fill } from '@relay/shared/strings/fill';
import { expectNoErrors, Truth, written } from './support/classroom';
import { Host, inPhase, Person, STILL, Student } from './support/people';
import { GameServer, HOST_CODE } from './support/server';
import { test } from './support/test';
import { WORDS } from './support/words';

let server: GameServer;
test.beforeAll(async () => {
  server = await GameServer.start();
});
test.afterAll(() => server.stop());

const LONG = 'a name of far too many letters';

test('join page: each wrong entry gets a sentence, and the typed text stays', async ({ browser }) => {
  const host = await Host.open(browser, server.url, 'Swap', STILL);
  const ended = await host.code();
  await host.press('End');
  await host.page.getByRole('link', { name: 'New session' }).click();
  await host.press('Create session');
  await expect(host.page.getByTestId('session-code').first()).not.toHaveText(ended);
  const open = await host.code();
  const unknown = open === '000000' ? '000001' : '000000';
  await Student.join(browser, server.url, open, 'Mia', STILL);
  const setLock = async (locked: boolean) => {
    await host.press('Lock');
    await expect(host.page.getByRole('button', { name: 'Lock' })).toHaveAttribute(
      'aria-pressed',
      `${locked}`,
    );
  };

  for (const [i, lang] of LANGUAGES.entries()) {
    const { join, rejection, play } = WORDS[lang];
    const page = await Person.openPage(browser, STILL);
    await page.goto(`${server.url}/join?lang=${lang}`);
    await page.evaluate(() => Object.assign(window, { isSamePage: true }));
    const code = page.getByRole('textbox', { name: join.code, exact: true });
    const name = page.getByRole('textbox', { name: join.nickname });
    const knock = async (typed: { code: string; name: string }, answer: string, wrong: typeof code) => {
      await code.fill(typed.code);
      await name.fill(typed.name);
      await page.getByRole('button', { name: join.join, exact: true }).click();
      await expect(page.getByRole('alert').filter({ hasText: answer })).toBeVisible();
      await expect(code).toHaveValue(typed.code);
      await expect(name).toHaveValue(typed.name);
      await expect(wrong).toHaveAccessibleDescription(answer);
      await expect(wrong).toBeFocused();
    };
    await knock({ code: '12345', name: 'Leo' }, join.codeShape, code);
    await knock({ code: unknown, name: 'Leo' }, rejection.unknownCode, code);
    await knock({ code: ended, name: 'Leo' }, rejection.endedCode, code);
    await setLock(true);
    await knock({ code: open, name: 'Leo' }, rejection.sessionLocked, code);
    await setLock(false);
    await knock({ code: open, name: '  ' }, rejection.nameEmpty, name);
    await knock({ code: open, name: LONG }, rejection.nameTooLong, name);
    // The sentence follows the language of the page, and the typed text stays.
    const other = LANGUAGES.find((one) => one !== lang)!;
    await page.getByRole('button', { name: LANGUAGE_NAMES[other] }).click();
    await expect(page.getByRole('alert').filter({ hasText: rejection.nameTooLong })).toHaveCount(0);
    await page.getByRole('button', { name: LANGUAGE_NAMES[lang] }).click();
    await expect(page.getByRole('alert').filter({ hasText: rejection.nameTooLong })).toBeVisible();
    await expect(name).toHaveValue(LONG);

    await name.fill('Mia');
    await page.getByRole('button', { name: join.join, exact: true }).click();
    await inPhase(page, 'lobby');
    const given = `Mia ${i + 2}`;
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      fill(play.lobby.heading, { name: given }),
    );
    await expect(page.getByRole('main')).toContainText(fill(play.lobby.renamed, { name: given }));
    expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true);
    await page.context().close();
  }
});

test('wrong host code: is refused in words; the right one then opens the chosen session', async ({
  browser,
}) => {
  for (const lang of LANGUAGES) {
    const { host, rejection } = WORDS[lang];
    const page = await Person.openPage(browser, STILL);
    await page.goto(`${server.url}/host?lang=${lang}`);
    const code = page.getByRole('textbox', { name: host.hostCode });
    const network = page.getByRole('combobox', { name: host.network, exact: true });
    await network.selectOption({ label: host.networks.softmax });
    await code.fill('let me in');
    await page.getByRole('button', { name: host.create }).click();
    await expect(page.getByRole('alert').filter({ hasText: rejection.wrongHostCode })).toBeVisible();
    await expect(code).toHaveValue('let me in');
    await expect(code).toHaveAccessibleDescription(rejection.wrongHostCode);
    await expect(network.locator('option:checked')).toHaveText(host.networks.softmax);
    await code.fill(HOST_CODE);
    await page.getByRole('button', { name: host.create }).click();
    await inPhase(page, 'lobby');
    await page.context().close();
  }
});

test('a number that cannot be read: says so and costs no try', async ({ browser }) => {
  const host = await Host.open(browser, server.url, 'Swap', STILL);
  const student = await Student.join(browser, server.url, await host.code(), 'Mia', STILL);
  await host.press('Start');
  await inPhase(student.page, 'backward');
  const { delta } = new Truth('swap').of(await student.text('weight-in-question'));
  const line = student.line('Parcel δ');
  const verdict = student.page.getByTestId('verdict');
  for (const unreadable of ['about two', '1.2.3', '2 ×']) {
    await line.fill(unreadable);
    await line.press('Enter');
    await expect(verdict).toHaveAttribute('data-outcome', 'unreadable');
    await expect(verdict).toContainText('no number I can read');
    await expect(line).toHaveValue(unreadable);
    await expect(line).toHaveAttribute('aria-invalid', 'false');
    await line.fill('');
  }
  await student.page.getByRole('button', { name: '日本語' }).click();
  await expect(verdict).toContainText(WORDS.ja.play.verdict.unreadable.replace(/^\{\{part\}\}/u, ''));
  await student.page.getByRole('button', { name: 'English' }).click();
  await line.fill(written(delta));
  await line.press('Enter');
  await expect(verdict).toHaveAttribute('data-outcome', 'correct');
  expectNoErrors(host, student);
});
