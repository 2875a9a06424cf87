import { type Browser, expect, type Locator, type Page } from '@playwright/test';
import { expectNoViolationsInBoth } from './support/axe';
import { Classmate } from './support/classmate';
import { expectNoErrors } from './support/classroom';
import { expectNothingCovered } from './support/covered';
import { Host, inPhase, Person, SIZES, STILL_PHONE } from './support/people';
import { GameServer } from './support/server';
import { test } from './support/test';
import { WORDS } from './support/words';

/** The console of a class of forty: bots, and one student who needs help. */

const STUDENTS = 40;
/** Lines in sight at once, and the most that one may be high, CSS px. */
const IN_SIGHT = 24;
const HIGHEST_ROW = 40;

let server: GameServer;
test.beforeAll(async () => {
  server = await GameServer.start('fast');
});
test.afterAll(() => server.stop());

const { people, hostConsole } = WORDS.en;

const rowsOf = (page: Page): Locator => page.getByTestId('player-row');
const namesOf = (page: Page): Promise<string[]> =>
  page.getByTestId('player-row').getByRole('rowheader').getByRole('button').allTextContents();

/** A class in its first round, led by the host. */
async function classOfForty(browser: Browser) {
  const host = await Host.open(browser, server.url, 'Swap, two slopes', { kind: 'Lesson', teams: '8' });
  await host.page.getByRole('spinbutton', { name: 'Bots' }).fill(String(STUDENTS - 1));
  await host.press('Rehearse');
  await expect(host.page.getByTestId('players')).toHaveAttribute('data-value', String(STUDENTS - 1));
  const last = await Classmate.join(server, await host.code(), 'Zz');
  await expect(rowsOf(host.page)).toHaveCount(STUDENTS);
  await host.press('Start');
  await inPhase(host.page, 'backward');
  // The clock of this server is fast: without it the round stays open.
  await host.press('Pause');
  return { host, last };
}

/** Boxes of the lines that are wholly in sight, and all heights. */
const linesIn = (page: Page) =>
  page.evaluate(() => {
    const rows = [...document.querySelectorAll('[data-testid="player-row"]')];
    const boxes = rows.map((row) => row.getBoundingClientRect());
    const isSeen = ({ left, right, top, bottom }: DOMRect, i: number): boolean => {
      if (top < 0 || bottom > innerHeight || left < 0 || right > innerWidth) return false;
      const name = rows[i]!.querySelector('th button')!.getBoundingClientRect();
      const middle = (name.top + name.bottom) / 2;
      return rows[i]!.contains(document.elementFromPoint(name.left + 2, middle));
    };
    return {
      seen: boxes.filter(isSeen).length,
      highest: Math.max(...boxes.map(({ height }) => height)),
      wide: document.documentElement.scrollWidth - innerWidth,
    };
  });

const leads = (page: Page): Locator[] => [
  page.getByTestId('next'),
  page.getByRole('button', { name: /^(Pause|Resume)$/u }),
];

async function expectLeadInSight(page: Page): Promise<void> {
  for (const button of leads(page)) await expect(button).toBeInViewport({ ratio: 1 });
}

test('a class of forty: 24 lines beside the buttons, the rest one screen below', async ({ browser }) => {
  const { host } = await classOfForty(browser);
  const { page } = host;
  const lines = await linesIn(page);
  expect(lines.seen).toBeGreaterThanOrEqual(IN_SIGHT);
  expect(lines.highest).toBeLessThanOrEqual(HIGHEST_ROW);
  expect(lines.wide).toBeLessThanOrEqual(0);
  await expectLeadInSight(page);
  await expectNothingCovered(page);
  await page.screenshot({ path: test.info().outputPath('console-40.png') });
  await expectNoViolationsInBoth(page);

  await rowsOf(page)
    .last()
    .evaluate((row) => row.scrollIntoView({ block: 'end' }));
  await expect(rowsOf(page).last()).toBeInViewport({ ratio: 1 });
  await expectLeadInSight(page);
  expect((await linesIn(page)).seen).toBeGreaterThanOrEqual(STUDENTS - IN_SIGHT);
  expectNoErrors(host);
});

test('a phone: leads and pauses, and shows who is stuck', async ({ browser }) => {
  const { host, last } = await classOfForty(browser);
  await host.press('Resume');
  await last.answer('98765');
  const context = await browser.newContext({
    ...STILL_PHONE,
    storageState: await host.page.context().storageState(),
  });
  const phone = new Person(await context.newPage());
  const { page } = phone;
  await page.goto(host.page.url());
  await expect(rowsOf(page)).toHaveCount(STUDENTS);
  await expectLeadInSight(page);
  await page.getByRole('button', { name: 'Pause', exact: true }).tap();
  const lines = await linesIn(page);
  expect(lines.highest).toBeLessThanOrEqual(HIGHEST_ROW);
  expect(lines.wide).toBeLessThanOrEqual(0);
  const stuck = rowsOf(page).filter({ hasText: 'Zz' });
  await expect(stuck).toContainText(people.stuck);
  await expect(stuck).toBeInViewport({ ratio: 1 });
  await page.screenshot({ path: test.info().outputPath('console-phone.png') });
  await expectNoViolationsInBoth(page);

  await stuck.tap();
  await expect(page.getByRole('dialog', { name: 'Zz' })).toBeInViewport();
  await page.screenshot({ path: test.info().outputPath('console-phone-drawer.png') });
  await page.getByRole('button', { name: hostConsole.drawer.close }).tap();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expectNoErrors(host, phone);
});

test('the list stands still under the pointer, and the drawer gives the focus back', async ({ browser }) => {
  const { host, last } = await classOfForty(browser);
  const { page } = host;
  await page.getByRole('combobox', { name: hostConsole.sort.label }).selectOption(hostConsole.sort.need);
  await rowsOf(page).nth(3).hover();
  const before = await namesOf(page);
  expect(before.indexOf('Zz')).toBeGreaterThan(0);
  await host.press('Resume');
  await rowsOf(page).nth(3).hover();
  const held = await namesOf(page);
  await last.answer('98765');
  const stuck = rowsOf(page).filter({ hasText: 'Zz' });
  await expect(stuck).toContainText(people.stuck);
  expect(await namesOf(page)).toEqual(held);
  await page.mouse.move(SIZES.chromebook.viewport.width - 5, SIZES.chromebook.viewport.height - 5);
  await host.press('Pause');
  const firstCalm = rowsOf(page)
    .filter({ hasNotText: new RegExp(`${people.stuck}|silent`, 'u') })
    .first();
  const calm = (await firstCalm.getByRole('button').textContent())!;
  await expect
    .poll(async () => {
      const names = await namesOf(page);
      return names.indexOf('Zz') < names.indexOf(calm);
    })
    .toBe(true);

  const opener = stuck.getByRole('button');
  await opener.focus();
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('dialog', { name: 'Zz' });
  await expect(drawer.getByRole('heading', { name: 'Zz' })).toBeFocused();
  await expectNothingCovered(page);
  await page.screenshot({ path: test.info().outputPath('console-drawer.png') });
  await expectNoViolationsInBoth(page);
  await drawer.getByRole('combobox', { name: people.timeFor }).press('Escape');
  await expect(drawer).toHaveCount(0);
  await expect(opener).toBeFocused();
  expectNoErrors(host);
});

test('a press shows a mistake or a part on the projector, without a name', async ({ browser }) => {
  const { host, last } = await classOfForty(browser);
  const { page } = host;
  const projector = await host.openProjector();
  await inPhase(projector.page, 'backward');
  await host.press('Resume');
  await last.answer('98765');
  await host.press('Pause');
  const glance = page.getByRole('region', { name: hostConsole.glance.heading });
  const shows = (what: string): Locator =>
    glance.getByRole('button', { name: hostConsole.glance.show.replace('{{what}}', what), exact: true });
  await shows(WORDS.en.play.part.delta).press('Enter');
  const example = projector.page.getByTestId('example');
  await expect(example.getByRole('heading', { level: 1 })).toHaveText(hostConsole.example.part.delta);
  await expectNothingCovered(projector.page);
  await projector.page.screenshot({ path: test.info().outputPath('example-part.png') });

  // The class makes mistakes of many kinds; any of them will do.
  const mistake = glance.getByRole('rowheader').getByRole('button').first();
  await expect(mistake).toBeVisible();
  await mistake.click();
  await expect(example.getByRole('heading', { level: 1 })).not.toHaveText(hostConsole.example.part.delta);
  await expect(page.getByTestId('shown-example')).toHaveText(
    (await example.getByRole('heading', { level: 1 }).textContent())!,
  );
  await expectNothingCovered(projector.page);
  await projector.page.screenshot({ path: test.info().outputPath('example-mistake.png') });
  await page.screenshot({ path: test.info().outputPath('console-glance.png') });
  const said = await projector.page.locator('body').textContent();
  for (const name of await namesOf(page)) expect(said).not.toContain(name);
  await expectNoViolationsInBoth(page);

  await page.getByRole('button', { name: hostConsole.projector.takeOff }).click();
  await expect(example).toHaveCount(0);
  expectNoErrors(host, projector);
});
