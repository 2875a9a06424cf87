import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { setOf } from '@relay/shared/testing/answers';
import type { Event } from '@relay/shared/referee/event';
import { LOCAL_PLAYER, LOG_KEY } from '../src/table/localTable';
import { expectNoErrors, placeLabel, written } from './support/classroom';
import { inPhase, Person, SIZES, STILL, Student } from './support/people';
import { GameServer } from './support/server';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

let server: GameServer;
test.beforeEach(async () => {
  server = await GameServer.start();
});
test.afterEach(() => server.stop());

/** What the question under way asks for, from the log that the browser keeps. */
async function truthOf(page: Page) {
  const kept = await page.evaluate((key) => localStorage.getItem(key), LOG_KEY);
  const opened = (JSON.parse(kept!) as Event[]).findLast((event) => event.type === 'roundOpened');
  return setOf(opened!.seats.find(({ player }) => player === LOCAL_PLAYER)!.truth!);
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

async function takeAll(student: Student, { places }: ReturnType<typeof setOf>): Promise<void> {
  await student.take(...places.map(placeLabel));
}

/** Everything that is asked, rightly, up to the reveal. */
async function answerRightly(student: Student): Promise<void> {
  const truth = await truthOf(student.page);
  await takeAll(student, truth);
  if (truth.S !== null) await student.line('Error that arrives').fill(written(truth.S));
  await student.line('Parcel δ').fill(written(truth.delta));
  await student.line('Gradient').fill(written(truth.G));
  await student.send();
  await press(student.page, 'Compare with the right working');
  await inPhase(student.page, 'reveal');
}

test('a lesson is played alone, also while the server is gone, and the stars stay', async ({ browser }) => {
  const student = new Student(await Person.openPage(browser, STILL));
  const { page } = student;
  await page.goto(`${server.url}/?lang=en`);
  await page.getByRole('link', { name: 'Practise' }).click();
  await page.getByRole('link', { name: /An output unit/u }).click();
  await inPhase(page, 'backward');
  await expect(page.getByTestId('my-unit')).toHaveText(/^y[12]$/u);
  await expect(page.getByRole('timer')).toHaveCount(0);

  // The first question with a miss that is named (for most numbers: the sign).
  const first = await truthOf(page);
  await takeAll(student, first);
  await student.line('Parcel δ').fill(written(-first.delta));
  await student.send();
  await expect(page.getByTestId('verdict')).toContainText(/Parcel δ: .+\?/u);
  await press(page, 'Try again');

  // The server goes; nothing is asked of it from here on.
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await server.kill();
  await student.line('Parcel δ').fill(written(first.delta));
  await student.line('Gradient').fill(written(first.G));
  await student.send();
  await press(page, 'Compare with the right working');
  await inPhase(page, 'reveal');
  await expect(page.getByTestId('clean')).toHaveAttribute('data-value', '0');

  // Another question of the same skill each time, until three are clean.
  const seen = new Set([JSON.stringify(first)]);
  for (let clean = 1; clean <= 3; clean++) {
    await press(page, 'Next question');
    await inPhase(page, 'backward');
    await expect(page.getByTestId('my-unit')).toHaveText(/^y[12]$/u);
    seen.add(JSON.stringify(await truthOf(page)));
    await answerRightly(student);
    await expect(page.getByTestId('clean')).toHaveAttribute('data-value', String(clean));
  }
  expect(seen.size).toBe(4);
  await press(page, 'See my stars');
  await expect(page.getByRole('heading', { name: 'Lesson done!' })).toBeVisible();
  await expect(page.getByTestId('stars')).toHaveAttribute('data-value', '2');
  expect(asked.filter((url) => url.startsWith('http'))).toEqual([]);
  expectNoErrors(student);

  await server.start();
  await page.goto(`${server.url}/practise?lang=en`);
  const card = page.getByRole('link', { name: /An output unit/u });
  await expect(card.getByTestId('stars')).toHaveAttribute('data-value', '2');
  await expect(page.getByRole('link', { name: /A hidden unit/u }).getByTestId('stars')).toHaveAttribute(
    'data-value',
    '0',
  );
});

test('a hidden unit on a phone: a reload goes on, giving up shows the working and counts as a miss', async ({
  browser,
}) => {
  const student = new Student(await Person.openPage(browser, SIZES.phone));
  const { page } = student;
  await page.goto(`${server.url}/practise?lang=en#hidden`);
  await inPhase(page, 'backward');
  await expect(page.getByTestId('my-unit')).toHaveText(/^h[12]$/u);
  const truth = await truthOf(page);
  await takeAll(student, truth);
  await student.line('Error that arrives').fill(written(truth.S!));
  await student.send();
  await expect(student.line('Error that arrives')).not.toBeEditable();
  await page.reload();
  await inPhase(page, 'backward');
  await expect(student.line('Error that arrives')).not.toBeEditable();
  expect(await truthOf(page)).toEqual(truth);

  await press(page, 'Show me');
  await inPhase(page, 'reveal');
  await press(page, 'Next question');
  await inPhase(page, 'backward');
  await expect(page.getByTestId('clean')).toHaveAttribute('data-value', '0');
  expect(await truthOf(page)).not.toEqual(truth);
  await answerRightly(student);
  await expect(page.getByTestId('clean')).toHaveAttribute('data-value', '1');
  expectNoErrors(student);
});

test('by keyboard alone; no screen of a lesson has an accessibility violation in either language', async ({
  browser,
}) => {
  const student = new Student(await Person.openPage(browser, STILL));
  const { page } = student;
  const { keyboard } = page;
  const tabTo = async (name: string | RegExp) => {
    const target = page.getByRole('button', { name }).or(page.getByRole('link', { name }));
    for (let presses = 0; presses < 60; presses++) {
      if (await target.first().evaluate((element) => element === document.activeElement)) return;
      await keyboard.press('Tab');
    }
    throw new Error(`${name} cannot be tabbed to`);
  };
  const expectFocusSomewhere = () => expect(page.locator('body')).not.toBeFocused();
  const expectAccessible = async () => {
    for (const name of ['日本語', 'English']) {
      await page.getByRole('button', { name, exact: true }).click();
      const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    }
  };

  await page.goto(`${server.url}/practise?lang=en`);
  await tabTo(/An output unit/u);
  await keyboard.press('Enter');
  for (let question = 1; question <= 3; question++) {
    await inPhase(page, 'backward');
    await expectFocusSomewhere();
    const truth = await truthOf(page);
    if (question === 1) await expectAccessible();
    for (const place of truth.places.map(placeLabel)) {
      await tabTo(place);
      await keyboard.press('Enter');
      await expect(student.place(place)).toHaveAttribute('aria-pressed', 'true');
    }
    await tabTo('Send');
    await keyboard.press('Enter');
    await student.line('Parcel δ').focus();
    await keyboard.type(written(truth.delta));
    await keyboard.press('Enter');
    // The cursor goes on by itself, and at last to the only way on.
    await expect(student.line('Gradient')).toBeFocused();
    await keyboard.type(written(truth.G));
    await keyboard.press('Enter');
    await expect(student.place('Compare with the right working')).toBeFocused();
    if (question === 1) {
      await expectAccessible();
      await tabTo('Compare with the right working');
    }
    await keyboard.press('Enter');
    await inPhase(page, 'reveal');
    await expectFocusSomewhere();
    if (question === 1) await expectAccessible();
    await tabTo(question < 3 ? 'Next question' : 'See my stars');
    await keyboard.press('Enter');
  }
  await expect(page.getByTestId('stars')).toHaveAttribute('data-value', '3');
  await expectFocusSomewhere();
  await expectAccessible();
  expectNoErrors(student);
});
