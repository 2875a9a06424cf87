import { expect, type Page } from '@playwright/test';
import type { Event } from '@relay/shared/referee/event';
import { type Part, partKind, partUnit, type Question, type Truth } from '@relay/shared/question/question';
import { rightAnswer } from '@relay/shared/testing/answers';
import { LOCAL_PLAYER, LOG_KEY } from '../../src/table/localTable';
import { placeLabel, written } from './classroom';
import { inPhase, type Student } from './people';
import { filled, WORDS } from './words';
import { keptIn } from './storage';

interface Asked {
  readonly question: Question;
  readonly truth: Truth;
}

/** What is asked just now and what would be right, from the log that the browser keeps. */
export async function askedNow(page: Page): Promise<Asked> {
  const log = await keptIn<readonly Event[]>(page, LOG_KEY);
  const opened = log.findLast((event) => event.type === 'roundOpened');
  const { question, truth } = opened!.seats.find(({ player }) => player === LOCAL_PLAYER)!;
  return { question: question!, truth: truth! };
}

/** The line that a part is typed into. */
export function lineOf(page: Page, part: Part) {
  const name = filled(WORDS.en.play.part[partKind(part)], { unit: partUnit(part) ?? '' });
  return page.getByRole('textbox', { name, exact: true });
}

export const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

/** As a student writes a right answer. */
export const rightText = (truth: Truth, part: Part): string =>
  part === 'places' ? '' : written(Number(rightAnswer(truth, part)));

/** Everything that is asked, rightly, one part after the other. */
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
    // A line that is through may make room for the next one.
    await expect(page.getByTestId('verdict')).toHaveAttribute('data-part', part);
    await expect(page.getByTestId('verdict')).toHaveAttribute('data-outcome', 'correct');
  }
}

/** One part wrongly, so that its card opens; the card is closed again. */
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

/** From all parts right to the reveal. */
export async function compare(page: Page): Promise<void> {
  await press(page, 'Compare with the right working');
  await inPhase(page, 'reveal');
}
