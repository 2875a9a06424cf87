import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { expectNoViolationsInBoth } from './support/axe';
import { expectNoErrors } from './support/classroom';
import { Host, inPhase, SIZES, STILL, STILL_PHONE, Student } from './support/people';
import { HOST_CODE } from './support/server';
import { test } from './support/test';

/** A teacher makes a plan, saves and opens it as a file, and changes it during the lesson. */

const rows = (page: Page) => page.getByRole('list', { name: 'Steps of the plan' }).getByRole('listitem');
const names = (page: Page) => rows(page).getByRole('button', { expanded: false });

async function openForm(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/host?lang=en`);
  await page.getByRole('radio', { name: '50-minute lesson', exact: true }).check();
}

test('a plan of one’s own: made from the keyboard, kept as a file, played, and changed on the way', async ({
  browser,
  sharedServer: server,
}, info) => {
  const host = new Host(await (await browser.newContext({ ...STILL, acceptDownloads: true })).newPage());
  const { page } = host;
  await openForm(page, server.url);
  await page.getByLabel('Plan', { exact: true }).selectOption({ label: '20 minutes' });
  await page.getByText('Change the plan').click();
  await expect(names(page)).toHaveText([
    'Everyone joins',
    'Everyone is an output',
    'Hidden units: only the places',
    'Relay',
    '1,000 steps of the machine',
    'Blank sheet',
    'Podium and memory ticket',
  ]);
  await expect(page.getByTestId('plan-total')).toHaveText('20 minutes: it fits.');
  await expectNoViolationsInBoth(page);

  await page.getByLabel('Another step').selectOption({ label: 'Talk' });
  await page.getByRole('button', { name: 'Add it' }).click();
  await expect(page.getByTestId('plan-total')).toHaveText('23 minutes: it fits.');
  await page.getByLabel('Bell after minute').fill('20');
  await expect(page.getByTestId('plan-total')).toHaveText('23 minutes, 3 more than until the bell.');
  await expect(page.getByText('To leave out: Talk.')).toBeVisible();

  // The talk goes to the front, by keyboard; the focus goes with it.
  await page.getByRole('button', { name: 'Earlier: Talk' }).focus();
  for (let i = 0; i < 5; i++) await page.keyboard.press('Enter');
  await expect(names(page).nth(1)).toHaveText('Talk');
  await expect(page.getByRole('button', { name: 'Later: Talk' })).toBeFocused();
  await names(page).nth(1).click();
  await page.getByLabel('Name of the step').fill('Good morning');
  await page.getByLabel('To say').fill('Today we learn to swap.');
  await page.getByRole('textbox', { name: 'Minutes: Good morning' }).fill('1');
  await page.getByRole('button', { name: 'Everyone is an output', exact: true }).click();
  await page.getByLabel('Name of the step').fill('First question');
  await page.getByRole('button', { name: 'Take out: 1,000 steps of the machine' }).click();
  await expect(page.getByTestId('plan-total')).toHaveText('20 minutes: it fits.');
  await page.getByLabel('Name of the plan').fill('Tuesday');
  await page.setViewportSize(SIZES.phone.viewport);
  const isWide = () => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(await isWide(), 'no sideways scroll on a phone').toBe(false);
  await page.setViewportSize(SIZES.chromebook.viewport);

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a file' }).click();
  const file = info.outputPath('plan.json');
  await (await download).saveAs(file);
  const saved = JSON.parse(await readFile(file, 'utf8')) as { name: string; steps: { say?: string }[] };
  expect(saved).toMatchObject({ format: 'backprop-relay/plan@1', name: 'Tuesday', bell: 20 });
  expect(saved.steps[1]).toEqual({
    type: 'talk',
    minutes: 1,
    name: 'Good morning',
    say: 'Today we learn to swap.',
  });

  // A file with mistakes says where, and changes nothing; the good one is taken.
  const open = page.getByLabel('Open a plan file');
  const bad = { ...saved, steps: [{ type: 'dance', minutes: 1 }] };
  await open.setInputFiles({
    name: 'bad.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(bad)),
  });
  await expect(page.getByRole('alert').filter({ hasText: 'bad.json' })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'steps[0].type' })).toBeVisible();
  await expect(names(page)).toHaveCount(7);
  await open.setInputFiles(file);

  await page.getByRole('textbox', { name: 'Host code' }).fill(HOST_CODE);
  await page.getByRole('button', { name: 'Create session' }).click();
  await expect(page.getByTestId('session-code')).toBeVisible();
  const code = await host.code();
  const projector = await host.openProjector();
  const mia = await Student.join(browser, server.url, code, 'Mia', STILL_PHONE);
  await expect(page.getByTestId('players')).toHaveAttribute('data-value', '1');
  await page.getByTestId('next').click();
  await expect(page.getByTestId('plan-now')).toContainText('Today we learn to swap.');
  await expect(page.getByTestId('next')).toHaveText('Next: First question');
  await expect(mia.page.getByRole('heading', { name: 'Eyes up' })).toBeVisible();
  await expect(projector.page.getByRole('heading', { name: 'Eyes up, please' })).toBeVisible();

  // The relay is taken out during the lesson; what has begun cannot be.
  await page.getByRole('button', { name: 'Change the plan' }).click();
  await expect(page.getByRole('button', { name: 'Take out: Good morning' })).toBeDisabled();
  await page.getByRole('button', { name: 'Take out: Relay', exact: true }).click();
  await page.getByRole('button', { name: 'Use this plan' }).click();
  await expect(page.getByRole('button', { name: 'Change the plan' })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Relay' })).toHaveCount(0);
  await page.getByTestId('next').click();
  await inPhase(mia.page, 'backward');
  expectNoErrors(host, mia, projector);
});
