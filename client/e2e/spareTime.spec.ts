import { expect } from '@playwright/test';
import { fold } from '@relay/shared/referee/evolve';
import { lastExtraQuestion } from '@relay/shared/referee/round/progress';
import { rightAnswer } from '@relay/shared/testing/answers';
import { expectNoErrors } from './support/classroom';
import { Host, inPhase, STILL, Student } from './support/people';
import type { GameServer } from './support/server';
import { test } from './support/test';

/** Extra questions for players who would wait while a clock runs. */

let server: GameServer;
test.beforeAll(({ sharedServer }) => {
  server = sharedServer;
});

/** Takes the offered extra question and answers it rightly. */
async function answerExtraQuestion(student: Student, code: string, unit: string): Promise<void> {
  const { page } = student;
  await page.getByRole('button', { name: /extra$/u }).click();
  const line = page.getByRole('textbox', { name: /^Extra/u });
  await expect(line).toBeVisible();
  const { runs } = fold(await server.log(code));
  const { player } = runs['A']!.seats.find(
    (seat) => seat.player && seat.unit.layer === (unit[0] === 'h' ? 1 : 2),
  )!;
  const { question, truth } = lastExtraQuestion(runs['A']!, player!)!;
  await line.fill(rightAnswer(truth, question.parts[0]!).replace('-', '−'));
  await line.press('Enter');
  await expect(page.getByTestId('verdict')).toHaveAttribute('data-outcome', 'correct');
  await page.screenshot({ path: test.info().outputPath(`extra-${unit}.png`) });
}

test('extra questions: for a player whose time is up first, and before a turn in the forward phase', async ({
  browser,
}) => {
  const host = await Host.openWith(browser, server.url, {
    network: 'mazur',
    settings: { outputMs: 8_000, hiddenMs: 600_000, asksFor: 'both', forwardMs: 600_000 },
  });
  const code = await host.code();
  const students = [
    await Student.join(browser, server.url, code, 'Mia', STILL),
    await Student.join(browser, server.url, code, 'Leo', STILL),
  ];
  await host.press('Start');
  for (const { page } of students) await inPhase(page, 'forward');
  const units = await Promise.all(students.map((student) => student.text('my-unit')));
  const output = students[units.findIndex((unit) => unit.startsWith('y'))]!;
  await answerExtraQuestion(output, code, 'y1');

  await host.press('Next');
  await inPhase(output.page, 'backward');
  await expect(output.page.getByText(/Time is up/u).first()).toBeVisible({ timeout: 15_000 });
  await answerExtraQuestion(output, code, 'y1');
  expectNoErrors(host, ...students);
});

test('extra questions after a vote or guess: offered until the others are done, with current weights', async ({
  browser,
}) => {
  const host = await Host.openWith(browser, server.url, { network: 'mazur' });
  const code = await host.code();
  const mia = await Student.join(browser, server.url, code, 'Mia', STILL);
  await host.press('Start');
  await inPhase(mia.page, 'backward');
  await mia.line('Gradient').fill('0.5');
  await mia.line('Gradient').press('Enter');
  await expect(mia.page.getByTestId('verdict')).toHaveAttribute('data-outcome', 'wrong');
  await host.press('Next');
  await inPhase(mia.page, 'reveal');
  await host.press('Next');
  await inPhase(mia.page, 'update');

  await host.say({ type: 'openTrial', x: [0, 1] });
  const { page } = mia;
  const ask = page.getByRole('button', { name: /extra$/u });
  await expect(page.getByRole('textbox', { name: 'y1' })).toBeVisible();
  await expect(ask).toBeHidden();
  for (const output of ['y1', 'y2']) await page.getByRole('textbox', { name: output }).fill('0.5');
  await page.getByRole('textbox', { name: 'y2' }).press('Enter');
  for (let i = 0; i < 2; i++) {
    await ask.click();
    const line = page.getByRole('textbox', { name: /^Extra/u });
    await expect(line).toBeVisible();
    await expect(line).toHaveValue('');
    const { runs } = fold(await server.log(code));
    const { question, truth } = Object.values(runs['A']!.extraQuestions)[0]!.at(-1)!;
    await line.fill(rightAnswer(truth, question.parts[0]!).replace('-', '−'));
    await line.press('Enter');
    // Back at the guess, with its result.
    await expect(page.getByRole('main').getByText('Extra: right!')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'y1' })).toHaveValue('0.5');
  }
  await page.screenshot({ path: test.info().outputPath('after-an-extra.png') });
  // An extra question that is put aside stays available.
  await ask.click();
  await page.getByRole('button', { name: 'Later' }).click();
  await expect(page.getByRole('textbox', { name: 'y1' })).toBeVisible();
  await page.getByRole('button', { name: 'Back to the extra' }).click();
  await expect(page.getByRole('textbox', { name: /^Extra/u })).toBeVisible();
  await host.press('Next');
  await expect(page.getByRole('textbox', { name: /^Extra/u })).toBeHidden();
  expectNoErrors(host, mia);
});
