import { type Browser, expect, type Locator } from '@playwright/test';
import type { HelpLevel, QuestionKind } from '@relay/shared/question/question';
import { expectNoViolations } from './axe';
import { expectNoErrors, Truth } from './classroom';
import { Host, inPhase, STILL, Student } from './people';

/** Two students with one kind of question: the steps that all question kinds share. */

export interface Class {
  readonly host: Host;
  readonly quick: Student;
  readonly slow: Student;
  readonly truth: Truth;
}

/** Opens a hosted session that asks this kind, with two students in its first round. */
export async function open(
  browser: Browser,
  url: string,
  session: { readonly asks: QuestionKind; readonly help?: HelpLevel },
): Promise<Class> {
  const host = await Host.openWith(browser, url, { network: 'article', ...session });
  const code = await host.code();
  const quick = await Student.join(browser, url, code, 'Mia', STILL);
  const slow = await Student.join(browser, url, code, 'Leo', {
    viewport: { width: 390, height: 844 },
    reducedMotion: 'reduce',
  });
  await expect(host.page.getByTestId('players')).toHaveAttribute('data-value', '2');
  await host.press('Start');
  for (const { page } of [quick, slow]) {
    await inPhase(page, 'backward');
    await expectNoViolations(page, `${session.asks}, asked`);
  }
  return { host, quick, slow, truth: new Truth('article') };
}

export const truthOf = async (student: Student, truth: Truth) =>
  truth.of(await student.text('weight-in-question'));
export const line = (student: Student, name: string): Locator => student.page.getByRole('textbox', { name });
export const choice = (student: Student, value: string): Locator =>
  student.page.locator(`[data-choice="${value}"]`);

export async function expectVerdict(
  student: Student,
  outcome: 'correct' | 'wrong',
  part: string,
): Promise<void> {
  const verdict = student.page.getByTestId('verdict');
  await expect(verdict).toHaveAttribute('data-part', part);
  await expect(verdict).toHaveAttribute('data-outcome', outcome);
}

/** Checks the card of a miss for accessibility and closes it. */
export async function closeCard({ page }: Student, screen: string): Promise<void> {
  await expectNoViolations(page, `${screen}, a miss`);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('button', { name: 'Try again' })).toBeHidden();
}

/** Checks that all answers are in, and that reveal, update and the next round follow. */
export async function goesOn({ host, quick, slow }: Class): Promise<void> {
  await expect(host.page.getByText('2 of 2 ready')).toBeVisible();
  expect(await quick.number('score')).toBeGreaterThan(await slow.number('score'));
  expect(await slow.number('score')).toBeGreaterThan(0);
  for (const phase of ['reveal', 'update', 'backward'] as const) {
    await host.press('Next');
    for (const { page } of [quick, slow]) await inPhase(page, phase);
    if (phase === 'reveal') {
      for (const { page } of [quick, slow]) await expectNoViolations(page, 'reveal');
    }
  }
  expectNoErrors(host, quick, slow);
}
