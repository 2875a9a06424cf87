import { expect, type Page } from '@playwright/test';
import { forward } from '@relay/shared/maths/forward';
import { unitByName } from '@relay/shared/maths/unit';
import { firstHelp, NO_PROGRESS, type PracticeLesson } from '@relay/shared/lesson/practice';
import { helpAt } from '@relay/shared/question/help';
import { type Part, partUnit } from '@relay/shared/question/question';
import { readNumber } from '@relay/shared/question/numbers/readNumber';
import type { LessonAttempt } from '../src/screens/practise/lessonAttempt';
import { written as shown } from '../src/picture/numbers/written';
import { expectNoViolationsInBoth } from './support/axe';
import { expectNoErrors, Truth, written } from './support/classroom';
import { tabTo } from './support/keyboard';
import { Host, inPhase, Person, STILL, STILL_PHONE, Student } from './support/people';
import { askedNow } from './support/practising';
import type { GameServer } from './support/server';
import { test } from './support/test';

let server: GameServer;
test.beforeAll(({ sharedServer }) => {
  server = sharedServer;
});

const flows = (page: Page) => page.getByRole('list', { name: 'What flows in' }).getByRole('button');
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

/** Sum and output of a unit in three and in four figures, in the forms that a page might show. */
function secretsOf(truth: Truth, unit: string): string[] {
  const { layer, index } = unitByName(truth.network, unit)!;
  const pass = forward(truth.network, truth.sample.x);
  return [pass.sums, pass.outputs].flatMap((rows) => {
    const value = rows[layer - 1]![index]!;
    return [written(value), String(Number(value.toPrecision(4)))];
  });
}

/** Source of a page, including text that is only read out. */
const sourceOf = (page: Page): Promise<string> => page.evaluate(() => document.documentElement.outerHTML);

async function sendAndExpect(student: Student, outcome: 'wrong' | 'correct'): Promise<void> {
  await student.send();
  await expect(student.page.getByTestId('verdict')).toHaveAttribute('data-outcome', outcome);
}

/** Answers sum and output of a unit rightly, the sum on request first without its bias. */
async function answerSumAndOutput(student: Student, unit: string, forgetsBias: boolean): Promise<void> {
  const { page } = student;
  const all = await flows(page).count();
  for (let i = 0; i < all - (forgetsBias ? 1 : 0); i++) await flows(page).nth(i).click();
  if (forgetsBias) {
    await sendAndExpect(student, 'wrong');
    await expect(page.getByTestId('verdict')).toContainText(/bias/iu);
    await press(page, 'Try again');
    await flows(page).last().click();
  }
  await sendAndExpect(student, 'correct');
  await expect(student.line(`Belly of ${unit}`)).not.toBeEditable();
  await press(page, /^f\(/u);
  await sendAndExpect(student, 'correct');
  await expect(student.line(`Output of ${unit}`)).not.toBeEditable();
}

test('forward round: hidden units answer in one round, outputs in the next', async ({ browser }) => {
  const truth = new Truth('mazur');
  const host = await Host.openWith(browser, server.url, { network: 'mazur', asks: 'forward' });
  const projector = await host.openProjector();
  const code = await host.code();
  const students = [
    await Student.join(browser, server.url, code, 'Mia', STILL_PHONE),
    await Student.join(browser, server.url, code, 'Leo', STILL),
  ] as const;
  const pages = [host, projector, ...students].map(({ page }) => page);
  await host.press('Start');

  for (const layer of ['h', 'y']) {
    for (const page of pages) {
      await inPhase(page, 'backward');
      await expect(page.getByTestId('phase')).toHaveText('Forward');
    }
    await expect(projector.page.getByText(/what do you hand on\?/u)).toBeVisible();
    const units = await Promise.all(students.map((student) => student.text('my-unit')));
    expect([...units].sort()).toEqual([`${layer}1`, `${layer}2`]);

    // The sum that is asked for is on no page, and stays off the others' pages once it is found.
    const secrets = units.map((unit) => secretsOf(truth, unit));
    for (const page of pages)
      for (const secret of secrets.flat()) expect(await sourceOf(page)).not.toContain(secret);
    const [first, second] = students;
    await answerSumAndOutput(first, units[0]!, true);
    for (const page of [second.page, projector.page])
      for (const secret of secrets[0]!) expect(await sourceOf(page)).not.toContain(secret);
    await answerSumAndOutput(second, units[1]!, false);
    await expect(host.page.getByText('2 of 2 ready')).toBeVisible();

    await host.press('Next');
    for (const [i, { page }] of students.entries()) {
      await inPhase(page, 'reveal');
      const [, sum] = secrets[i]!;
      await expect(page.getByText(new RegExp(`× .* = ${sum!.replace('-', '−')}$`, 'u'))).toBeVisible();
    }
    await host.press('Next');
    for (const page of pages) await inPhase(page, 'update');
    await expect(projector.page.getByTestId('loss')).toContainText(layer === 'h' ? '0.2910' : '0.2835');
    truth.nextRound();
    if (layer === 'h') await host.press('Next');
  }
  expectNoErrors(host, projector, ...students);
});

const fieldOf = (page: Page, part: Part) => page.locator(`#line-${part.replaceAll(/[:.]/gu, '-')}`);

/** Starts a lesson whose first question is fixed by the seed. */
async function startLesson(page: Page, lesson: PracticeLesson, seed: number): Promise<void> {
  const course: LessonAttempt = {
    lesson,
    seed,
    progress: NO_PROGRESS,
    help: helpAt(firstHelp(lesson)),
    helpBefore: null,
    turn: 0,
    redraws: 0,
  };
  await page.addInitScript(
    ([key, kept]) => localStorage.getItem(key!) ?? localStorage.setItem(key!, kept!),
    [`relay/practise/course/${lesson}`, JSON.stringify(course)],
  );
}

/** Answers a question of a lesson with its own miss, then rightly, up to the reveal. */
async function playQuestion(page: Page, lesson: PracticeLesson, miss: (page: Page) => Promise<void>) {
  // With a target of 0 the output equals its own error, so that there is only one miss.
  await startLesson(page, lesson, 7);
  await page.goto(`${server.url}/practise?lang=en#${lesson}`);
  await inPhase(page, 'backward');
  await expectNoViolationsInBoth(page);
  await miss(page);
  await press(page, 'Send');
  await expect(page.getByTestId('verdict')).toHaveAttribute('data-outcome', 'wrong');
  await expectNoViolationsInBoth(page);
  const { question, truth } = await askedNow(page);
  const [part] = question.parts as [`u:${string}`];
  const told = await page.getByTestId('verdict').textContent();
  expect(told).not.toContain(written(truth[part]!));
  await press(page, 'Try again');
  for (const each of question.parts as `u:${string}`[]) {
    await fieldOf(page, each).fill(written(truth[each]!));
    await fieldOf(page, each).press('Enter');
    // In a whole network the answered line is replaced by the next one.
    await expect(page.getByTestId('verdict')).toHaveAttribute('data-part', each);
  }
  await press(page, 'Compare with the right working');
  await inPhase(page, 'reveal');
  await expect(page.getByTestId('truth').first()).toContainText(/[×(−].* = /u);
  await expectNoViolationsInBoth(page);
}

const LESSONS: readonly [PracticeLesson, (page: Page) => Promise<void>][] = [
  // One of the inputs is left out.
  ['belly', (page) => flows(page).first().click()],
  // The sum itself, without f.
  ['activation', (page) => page.getByRole('button', { name: /^Belly of .*Insert/u }).click()],
  ['forward', (page) => flows(page).first().click()],
  // f instead of f′.
  [
    'valve',
    async (page) => {
      await page.getByRole('button', { name: /^Belly of .*Insert/u }).click();
      await press(page, /^f\(/u);
    },
  ],
  // The output alone, from the list.
  [
    'error',
    (page) =>
      page
        .locator('[data-places]')
        .getByRole('button', { name: /^Output of y1/u })
        .click(),
  ],
];

for (const [lesson, miss] of LESSONS) {
  test(`${lesson}: a miss by the form’s own means, its card, the right answer, the working`, async ({
    browser,
  }) => {
    const person = new Person(await Person.openPage(browser, lesson === 'valve' ? STILL_PHONE : STILL));
    await playQuestion(person.page, lesson, miss);
    expectNoErrors(person);
  });
}

test('sum by keyboard alone: is filled in, and a term can be taken out again', async ({ browser }) => {
  const person = new Person(await Person.openPage(browser, STILL));
  const { page } = person;
  // The shown figures add up to an accepted answer that differs from the true sum in four figures.
  await startLesson(page, 'belly', 5);
  await page.goto(`${server.url}/practise?lang=en#belly`);
  await inPhase(page, 'backward');
  const { question, truth } = await askedNow(page);
  const part = question.parts[0] as `u:${string}`;
  const field = fieldOf(page, part);
  const last = flows(page).last();
  const all = await flows(page).count();
  expect(all).toBeGreaterThan(1);
  for (let i = 0; i < all; i++) {
    await tabTo(page, flows(page).nth(i));
    await page.keyboard.press('Enter');
    await expect(flows(page).nth(i)).toHaveAttribute('aria-pressed', 'true');
  }
  for (const isIn of ['false', 'true']) {
    await page.keyboard.press('Enter');
    await expect(last).toHaveAttribute('aria-pressed', isIn);
  }
  await tabTo(page, field);
  await page.keyboard.press('Enter');
  await expect(field).not.toBeEditable();
  // The found value stands in the list of all values, as the student's own right number.
  const own = readNumber(await field.inputValue());
  const [mine, true4] = [shown(own.ok ? own.value : Number.NaN), shown(truth[part]!)];
  expect(mine).not.toBe(true4);
  const found = page.locator('[data-places]').getByRole('button', { name: `Belly of ${partUnit(part)}` });
  await expect(found.getByTestId('place-value')).toHaveText(mine);
  expectNoErrors(person);
});
