import { expect, type Page } from '@playwright/test';
import { PRESETS } from '@relay/shared/network/presets';
import { expectNoErrors, placeLabel, written } from './support/classroom';
import { written as shown } from '../src/picture/numbers/written';
import { expectNoViolationsInBoth } from './support/axe';
import { tabTo as tabToOn } from './support/keyboard';
import { inPhase, Person, STILL, STILL_PHONE, Student } from './support/people';
import { answerAll, askedNow, compare, lineOf, missOnce, press, rightText } from './support/practising';
import { GameServer } from './support/server';
import { test } from './support/test';
import { WORDS } from './support/words';

const { lessons } = WORDS.en.practise;

let server: GameServer;
test.beforeEach(async () => {
  server = await GameServer.start();
});
test.afterEach(() => server.stop());

/** First lessons of the path, with the kind of unit of each and the number of clean questions to play. */
const FIRST_SIX = [
  ['belly', /^[hy][12]$/u, 3],
  ['activation', /^[hy][12]$/u, 1],
  ['forward', /^y1$/u, 1],
  ['valve', /^[hy][12]$/u, 1],
  ['error', /^y[12]$/u, 1],
  ['output', /^y[12]$/u, 3],
] as const;

/** Waits until the page has loaded, in idle moments, all that its lessons need. */
async function isLoadedForGood(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const names = new Set(performance.getEntriesByType('resource').map(({ name }) => name));
    const count = (part: string): number => [...names].filter((name) => name.includes(`/${part}`)).length;
    return (
      ['stage-', 'phaseSentence-', 'plot-', 'spreadsheetText-'].every((part) => count(part) > 0) &&
      // Words come last: each of their parts in both languages, or in none.
      count('first-') === 2 &&
      ['playing-', 'hosting-'].every((part) => count(part) !== 1)
    );
  });
  await page.waitForLoadState('networkidle');
}

test('first six lessons: each with a miss, two up to their stars, without a server; the stars stay', async ({
  browser,
}) => {
  const student = new Student(await Person.openPage(browser, STILL));
  const { page } = student;
  await page.goto(`${server.url}/?lang=en`);
  await page.getByRole('link', { name: 'Practise' }).click();
  await expect(page.getByRole('link', { name: lessons.belly.name })).toBeVisible();

  // Once the page has loaded, the server is stopped; no request reaches it from here on.
  await isLoadedForGood(page);
  await page.evaluate(async () => void (await document.fonts.ready));
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await server.kill();

  for (const [lesson, units, all] of FIRST_SIX) {
    await page.getByRole('link', { name: lessons[lesson].name }).click();
    await inPhase(page, 'backward');
    await expect(page.getByRole('timer')).toHaveCount(0);
    await missOnce(student);
    const seen = new Set<string>();
    // The first question has a miss; further questions of the same skill follow until three are clean.
    for (let clean = 0; clean <= all; clean++) {
      await expect(page.getByTestId('my-unit')).toHaveText(units);
      const { question, truth } = await askedNow(page);
      seen.add(JSON.stringify([question, truth]));
      await answerAll(student);
      await compare(page);
      await expect(page.getByTestId('clean')).toHaveAttribute('data-value', String(clean));
      await press(
        page,
        clean === 0 ? 'Same skill, new numbers' : clean < 3 ? 'Next question' : 'See my stars',
      );
      if (clean < 3) await inPhase(page, 'backward');
    }
    expect(seen.size, `${lesson}: new questions`).toBe(all + 1);
    if (all === 3) {
      await expect(page.getByRole('heading', { name: 'Lesson done!' })).toBeVisible();
      await expect(page.getByTestId('stars')).toHaveAttribute('data-value', '2');
    }
    await page.getByRole('link', { name: 'Lessons', exact: true }).click();
  }
  // The browser requests the icon of the tab on its own at every change of the address.
  const ours = asked.filter((url) => url.startsWith('http') && !url.endsWith('/favicon.svg'));
  expect(ours).toEqual([]);
  expectNoErrors(student);

  await server.start();
  await page.goto(`${server.url}/practise?lang=en`);
  for (const [lesson, , all] of FIRST_SIX) {
    const card = page.getByRole('link', { name: lessons[lesson].name });
    await expect(card.getByTestId('stars')).toHaveAttribute('data-value', all === 3 ? '2' : '0');
  }
  const untouched = page.getByRole('link', { name: new RegExp(`^${lessons.hidden.name}(?!,)`, 'u') });
  await expect(untouched.getByTestId('stars')).toHaveAttribute('data-value', '0');
});

test('hidden unit on a phone: a reload continues; giving up shows the working and counts as a miss', async ({
  browser,
}) => {
  const student = new Student(await Person.openPage(browser, STILL_PHONE));
  const { page } = student;
  await page.goto(`${server.url}/practise?lang=en#hidden`);
  await inPhase(page, 'backward');
  await expect(page.getByTestId('my-unit')).toHaveText(/^h[12]$/u);
  const { truth } = await askedNow(page);
  // Giving up is offered only after a try.
  await expect(page.getByRole('button', { name: 'Show me' })).toHaveCount(0);
  await student.take(...truth.places!.map(placeLabel));
  await student.line('Error that arrives').fill(written(truth.S!));
  await student.send();
  await expect(student.line('Error that arrives')).not.toBeEditable();
  await page.reload();
  await inPhase(page, 'backward');
  await expect(student.line('Error that arrives')).not.toBeEditable();
  expect((await askedNow(page)).truth).toEqual(truth);

  await press(page, 'Show me');
  await inPhase(page, 'reveal');
  await press(page, 'Same skill, new numbers');
  await inPhase(page, 'backward');
  await expect(page.getByTestId('clean')).toHaveAttribute('data-value', '0');
  expect((await askedNow(page)).truth).not.toEqual(truth);
  await answerAll(student);
  await compare(page);
  await expect(page.getByTestId('clean')).toHaveAttribute('data-value', '1');
  expectNoErrors(student);
});

test('three misses at one part: its right working is shown on demand, and none of the other parts’', async ({
  browser,
}) => {
  const student = new Student(await Person.openPage(browser, STILL_PHONE));
  const { page } = student;
  await page.goto(`${server.url}/practise?lang=en#hiddenOne`);
  await inPhase(page, 'backward');
  const { truth } = await askedNow(page);
  const howTo = page.getByRole('button', { name: 'Show me how' });
  for (let misses = 1; misses <= 3; misses++) {
    // Far from the truth, whatever it is.
    await student.line('Error that arrives').fill(written(truth.S! + 3.7 * misses));
    await student.line('Error that arrives').press('Enter');
    await expect(page.getByTestId('verdict')).toHaveAttribute('data-outcome', 'wrong');
    await expect(howTo).toHaveCount(misses < 3 ? 0 : 1);
    if (misses < 3) await press(page, 'Try again');
  }
  await howTo.click();
  await expect(page.getByTestId('show-how')).toBeFocused();
  await expect(page.getByTestId('show-how')).toContainText(`= ${shown(truth.S!)}`);
  await press(page, 'Try again');
  await answerAll(student);
  await compare(page);
  await expect(page.getByRole('button', { name: 'Same skill, new numbers' })).toBeVisible();
  expectNoErrors(student);
});

test('own network: problems of a file are named; a good one is practised on without a server', async ({
  browser,
}) => {
  const student = new Student(await Person.openPage(browser, STILL));
  const { page } = student;
  await page.goto(`${server.url}/practise?lang=en`);
  await expect(page.getByRole('heading', { name: 'Your own network' })).toBeVisible();
  await isLoadedForGood(page);
  await server.kill();
  const { file } = PRESETS[0]!;
  const open = (value: unknown) =>
    page.getByLabel('Network file').setInputFiles({
      name: 'mine.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(value)),
    });
  await open({ ...file, learningRate: 'fast' });
  await expect(page.getByText('learningRate')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Practise on it' })).toHaveCount(0);
  await open({ ...file, name: 'Homework 3' });
  await expect(page.getByText('Homework 3')).toBeVisible();
  await page.getByRole('link', { name: 'Practise on it' }).click();
  const units = new Set<string | null>();
  for (let question = 0; question < 2; question++) {
    await inPhase(page, 'backward');
    units.add(await page.getByTestId('my-unit').textContent());
    await answerAll(student);
    await compare(page);
    await press(page, 'Next question');
  }
  expect(units.size).toBe(2);
  expectNoErrors(student);
});

test('practice by keyboard alone: no accessibility violation on any screen in either language', async ({
  browser,
}) => {
  const student = new Student(await Person.openPage(browser, STILL));
  const { page } = student;
  const { keyboard } = page;
  const tabTo = (name: string | RegExp) => {
    const exact = typeof name === 'string';
    const target = page.getByRole('button', { name, exact }).or(page.getByRole('link', { name, exact }));
    return tabToOn(page, target.first());
  };
  const expectFocusSomewhere = () => expect(page.locator('body')).not.toBeFocused();
  const expectAccessible = () => expectNoViolationsInBoth(page);

  await page.goto(`${server.url}/practise?lang=en`);
  await tabTo(new RegExp(`^${lessons.hiddenOne.name}`, 'u'));
  await keyboard.press('Enter');
  for (let question = 1; question <= 3; question++) {
    await inPhase(page, 'backward');
    await expectFocusSomewhere();
    const { question: put, truth } = await askedNow(page);
    // After two questions without a miss, the help level has dropped.
    expect(put.parts).toEqual(question < 3 ? ['places', 'S', 'delta', 'G'] : ['G']);
    if (question === 1) await expectAccessible();
    if (put.parts.includes('places')) {
      for (const place of truth.places!.map(placeLabel)) {
        await tabTo(place);
        await keyboard.press('Enter');
        await expect(student.place(place)).toHaveAttribute('aria-pressed', 'true');
      }
      await tabTo('Send');
      await keyboard.press('Enter');
    }
    const lines = put.parts.filter((part) => part !== 'places');
    await lineOf(page, lines[0]!).focus();
    for (const part of lines) {
      // The focus moves on by itself, at the end to the only button that continues.
      await expect(lineOf(page, part)).toBeFocused();
      await keyboard.type(rightText(truth, part));
      await keyboard.press('Enter');
    }
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
