import { expect } from '@playwright/test';
import { expectNoViolationsInBoth } from './support/axe';
import { expectNoErrors } from './support/classroom';
import { Host, Person, SIZES, STILL, STILL_PHONE, Student } from './support/people';
import { HOST_CODE } from './support/server';
import { test } from './support/test';

test('a lost console: a phone opens it by the recovery word, and both browsers lead', async ({
  browser,
  sharedServer: server,
}) => {
  const host = await Host.open(browser, server.url, 'Swap');
  const code = await host.code();
  const word = await host.text('recovery-word');
  expect(word).toMatch(/^[a-z]{4}(?:-[a-z]{4}){3}$/u);
  const mia = await Student.join(browser, server.url, code, 'Mia', STILL_PHONE);

  const second = new Host(await Person.openPage(browser, { ...STILL, ...SIZES.phone }));
  const { page } = second;
  await page.goto(`${server.url}/host?lang=en`);
  await page.getByText('Open a session of mine again').click();
  const form = page.locator('form').filter({ has: page.getByLabel('Recovery word') });
  await form.getByLabel('Code of the session').fill(`${code.slice(0, 3)} ${code.slice(3)}`);
  await form.getByLabel('Host code of the server').fill(HOST_CODE);
  await form.getByLabel('Recovery word').fill('kuro-kuro-kuro-kuro');
  await form.getByLabel('Recovery word').press('Enter');
  await expect(form.getByRole('alert')).toHaveText(/not the recovery word/u);
  await expect(form.getByLabel('Recovery word')).toHaveAttribute('aria-invalid', 'true');
  await expectNoViolationsInBoth(page);
  await form.getByLabel('Recovery word').fill(word.toUpperCase());
  await form.getByRole('button', { name: 'Open the console' }).click();
  await expect(page.getByTestId('players')).toHaveAttribute('data-value', '1');

  await page.getByTestId('next').click();
  await expect(mia.page.getByTestId('phase')).toHaveAttribute('data-phase', 'backward');
  await expect(host.page.getByTestId('phase')).toHaveAttribute('data-phase', 'backward');
  await host.press('Pause');
  await expect(page.getByRole('button', { name: 'Resume' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Resume' })).toBeVisible();
  // The one refused request is in the browser's console.
  second.errors.splice(0, second.errors.filter((error) => error.includes('403')).length);
  expectNoErrors(host, mia, second);
});
