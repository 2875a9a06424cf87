import { readFileSync } from 'node:fs';
import { type Browser, expect, type Page } from '@playwright/test';
import { readCsv, readSheets } from '@relay/shared/testing/readFiles';
import { reportSums } from '@relay/shared/testing/reportSums';
import { expectNoViolationsInBoth } from './support/axe';
import { expectNoErrors } from './support/classroom';
import { pressEnter } from './support/keyboard';
import { Host, Person, STILL } from './support/people';
import { GameServer, HOST_CODE } from './support/server';
import { test } from './support/test';
import { WORDS } from './support/words';

/** Report of a class of bots, on a server whose clock runs ten times as fast. */

const BOTS = 6;
const { report } = WORDS.en;

let server: GameServer;
test.beforeAll(async () => {
  server = await GameServer.start('fast');
});
test.afterAll(() => server.stop());

/** Plays two rounds with bots and ends the session. */
async function played(browser: Browser): Promise<{ host: Host; code: string }> {
  const host = await Host.open(browser, server.url, 'Swap', { ...STILL, kind: 'Lesson', teams: '2' });
  await host.page.getByRole('spinbutton', { name: 'Bots' }).fill(String(BOTS));
  await host.press('Rehearse');
  await expect(host.page.getByTestId('players')).toHaveAttribute('data-value', String(BOTS));
  const code = await host.code();
  await host.press('Start');
  for (let round = 1; round <= 2; round++) {
    const everyoneIn = host.page.getByText(`${BOTS} of ${BOTS} ready`);
    await expect(
      everyoneIn.or(host.page.getByRole('timer').filter({ hasText: '0:00' })).first(),
    ).toBeVisible();
    for (let press = 0; press < (round === 1 ? 3 : 2); press++) await host.press('Next');
  }
  await host.press('End');
  return { host, code };
}

/** Bytes of the file that a press saves. */
async function saved(page: Page, button: string): Promise<Buffer> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).first().click();
  return readFileSync(await (await download).path());
}

/** Width that A4 in landscape leaves between its margins, CSS px. */
const PAPER_PX = 1_032;

/** Checks that no table of the printed page is cut at the right, and keeps the print for those who want to look at it. */
async function expectFitsPaper(page: Page): Promise<void> {
  const size = page.viewportSize()!;
  await page.pdf({ path: test.info().outputPath('report.pdf'), preferCSSPageSize: true });
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: PAPER_PX, height: 700 });
  const cut = await page
    .locator('table:visible')
    .evaluateAll((tables) =>
      tables
        .filter((table) => table.getBoundingClientRect().right > innerWidth + 1)
        .map((table) => table.closest('[data-table]')?.getAttribute('data-table')),
    );
  expect(cut).toEqual([]);
  await page.emulateMedia({ media: 'screen' });
  await page.setViewportSize(size);
}

test('report of a class: opened by the host, its files hold what the log adds up to', async ({ browser }) => {
  const { host, code } = await played(browser);
  const sums = reportSums(await server.log(code));
  expect(sums.asked).toBeGreaterThan(BOTS);
  const { page } = host;
  await page.getByRole('link', { name: WORDS.en.host.report }).press('Enter');
  await expect(page.getByTestId('summary')).toContainText(`${sums.first} of ${sums.asked} parts`);
  await expectNoViolationsInBoth(page);

  const sheets = await readSheets(await saved(page, report.files.xlsx));
  const cells = (sheet: string, column: string) => {
    const [head, ...rows] = sheets.find((one) => one.sheet === sheet)!.data;
    return rows.map((row) => row[head!.indexOf(column)]);
  };
  const sum = (sheet: string, column: string): number =>
    cells(sheet, column).reduce<number>((total, cell) => total + Number(cell), 0);
  expect(sum('Rounds', 'Asked')).toBe(sums.asked);
  expect(sum('Students', 'Right at the first try')).toBe(sums.first);
  expect(cells('Answers', 'Event no.')).toHaveLength(sums.answers);
  const scores = Object.values(sums.scores).reduce((total, one) => total + one, 0);
  expect(sum('Students', 'Score in the game')).toBeCloseTo(scores, 6);

  const csv = (await saved(page, report.files.gradebook)).toString('utf8');
  expect(csv.charCodeAt(0)).toBe(0xfeff);
  const grades = readCsv(csv);
  expect(grades).toHaveLength(1 + BOTS);
  expect(grades[0]).toEqual(['Name', 'Number', 'Points', 'Share of points']);

  await expectFitsPaper(page);

  // A heading sorts by its column, by keyboard as well.
  const students = page.locator('[data-table="students"]');
  await students.getByRole('button', { name: 'Points', exact: true }).press('Enter');
  await expect(students.getByRole('columnheader', { name: 'Points', exact: true })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  // A filter shows one student alone.
  await page.getByRole('combobox', { name: report.filter.student }).selectOption({ index: 1 });
  await expect(students.locator('tbody tr')).toHaveCount(1);
  expectNoErrors(host);
});

test('past sessions: stand on the host’s page, and are erased there by one confirmed press', async ({
  browser,
}) => {
  const { past } = WORDS.en.host;
  const { erase } = WORDS.en.sessionControl;
  const { host, code } = await played(browser);
  const { page } = host;
  await page.goto(`${server.url}/host?lang=en`);
  await page.getByText(past.heading).click();
  const card = page.locator(`[data-code="${code}"]`);
  await expect(card).toContainText(`players: ${BOTS} · ${past.status.ended}`);
  await expect(card).toContainText('Swap');
  await expectNoViolationsInBoth(page);
  await card.getByText(past.erase).click();
  await pressEnter(card.getByRole('button', { name: erase.open }));
  await pressEnter(card.getByRole('button', { name: erase.yes }));
  await expect(card).toHaveCount(0);
  expect(await server.log(code)).toEqual([]);
  await page.goto(`${server.url}/report?lang=en&code=${code}`);
  await page.getByLabel(report.open.hostCode).fill(HOST_CODE);
  await page.getByRole('button', { name: report.open.go, exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: WORDS.en.rejection.erasedSession })).toBeVisible();
});

test('report of a closed session: with its code and the host code, in another browser', async ({
  browser,
}) => {
  const { host, code } = await played(browser);
  await host.page.context().close();
  const person = new Person(await Person.openPage(browser, STILL));
  const { page } = person;
  await page.goto(`${server.url}/report?lang=en&code=${code}`);
  await page.getByLabel(report.open.hostCode).fill('wrong');
  await page.getByRole('button', { name: report.open.go, exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: WORDS.en.rejection.wrongHostCode })).toBeVisible();
  await expectNoViolationsInBoth(page);
  await page.getByLabel(report.open.hostCode).fill(HOST_CODE);
  await page.getByRole('button', { name: report.open.go, exact: true }).press('Enter');
  await expect(page.locator('[data-table="students"] tbody tr')).toHaveCount(BOTS);
  // A browser that saves no files says what to do instead.
  await page.evaluate(() => {
    URL.createObjectURL = () => {
      throw new Error('no files here');
    };
  });
  await page.getByRole('button', { name: report.files.gradebook }).click();
  await expect(page.getByText(report.files.failed)).toBeVisible();
});
