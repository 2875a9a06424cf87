import { expect, type Page } from '@playwright/test';
import type { Event } from '@relay/shared/referee/event';
import { type Part, partKind, partUnit, type Question, type Truth } from '@relay/shared/question/question';
import { rightAnswer } from '@relay/shared/testing/answers';
import { fill } from '@relay/shared/strings/fill';
import { LOCAL_PLAYER, LOG_KEY } from '../../src/table/localTable';
import { placeLabel, written } from './classroom';
import { inPhase, type Student } from './people';
import { WORDS } from './words';
import { keptIn } from './storage';

interface Asked {
  readonly question: Question;
  readonly truth: Truth;
}

/** Current question with the right answers, from the log in the browser's storage. */
export async function askedNow(page: Page): Promise<Asked> {
  const log = await keptIn<readonly Event[]>(page, LOG_KEY);
  const opened = log.findLast((event) => event.type === 'roundOpened');
  const { question, truth } = opened!.seats.find(({ player }) => player === LOCAL_PLAYER)!;
  return { question: question!, truth: truth! };
}

/** Line into which a part is typed. */
export function lineOf(page: Page, part: Part) {
  const name = fill(WORDS.en.play.part[partKind(part)], { unit: partUnit(part) ?? '' });
  return page.getByRole('textbox', { name, exact: true });
}

export const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

/** Right answer as a student types it. */
export const rightText = (truth: Truth, part: Part): string =>
  part === 'places' ? '' : written(Number(rightAnswer(truth, part)));

/** Answers all parts rightly, one after the other. */
export async function answerAll(student: Student, asked?: Asked): Promise<void> {
  const { page } = student;
  const { question, truth } = asked ?? (await askedNow(page));
  for (const part of question.parts) {
    if (part === 'places') {
      const missing = truth.places!.map(placeLabel);
      for (const name of missing) {
        if ((await student.place(name).getAttribute('aria-pressed')) !== 'true') await student.take(name);
      }
      await student.send();
      continue;
    }
    await lineOf(page, part).fill(rightText(truth, part));
    await lineOf(page, part).press('Enter');
    // An answered line may be replaced by the next one.
    await expect(page.getByTestId('verdict')).toHaveAttribute('data-part', part);
    await expect(page.getByTestId('verdict')).toHaveAttribute('data-outcome', 'correct');
  }
}

/** Answers one part wrongly, so that its card opens, and closes the card. */
export async function missOnce(student: Student, asked?: Asked): Promise<void> {
  const { page } = student;
  const { question, truth } = asked ?? (await askedNow(page));
  const [part] = question.parts;
  if (part === 'places') {
    await student.take(placeLabel(truth.places![0]!));
    await student.send();
  } else {
    await lineOf(page, part!).fill(written(-3 * Number(rightAnswer(truth, part!)) - 1));
    await lineOf(page, part!).press('Enter');
  }
  await expect(page.getByTestId('verdict')).toHaveAttribute('data-outcome', 'wrong');
  await press(page, 'Try again');
}

/** Goes from all parts right to the reveal. */
export async function compare(page: Page): Promise<void> {
  await press(page, 'Compare with the right working');
  await inPhase(page, 'reveal');
}
