import { expect } from '@playwright/test';
import { expectNoErrors, Truth, written } from './support/classroom';
import { focusIsSomewhere, tabTo } from './support/keyboard';
import { Host, inPhase, Person, STILL, Student } from './support/people';
import type { GameServer } from './support/server';
import { test } from './support/test';

let server: GameServer;
test.beforeAll(({ sharedServer }) => {
  server = sharedServer;
});

async function write(student: Student, line: Parameters<Student['line']>[0], text: string): Promise<void> {
  await tabTo(student.page, student.line(line));
  await student.page.keyboard.press('ControlOrMeta+a');
  await student.page.keyboard.type(text);
  await student.page.keyboard.press('Enter');
}

test('a whole round by keyboard alone: from the join page to “All in!”', async ({ browser }) => {
  const host = await Host.open(browser, server.url, 'Mazur', STILL);
  const student = new Student(await Person.openPage(browser, STILL));
  const { page } = student;
  const { keyboard } = page;
  await page.goto(`${server.url}/join?code=${await host.code()}&lang=en`);
  await tabTo(page, page.getByRole('textbox', { name: 'Nickname' }));
  await keyboard.press('ControlOrMeta+a');
  await keyboard.press('Delete');
  await keyboard.press('Enter');
  await expect(page.getByText('A nickname, please.')).toBeVisible();
  await focusIsSomewhere(page);
  await keyboard.type('Mia');
  await tabTo(page, page.getByRole('button', { name: 'Join', exact: true }));
  await keyboard.press('Space');
  await inPhase(page, 'lobby');
  await focusIsSomewhere(page);

  await host.press('Start');
  await inPhase(page, 'backward');
  await focusIsSomewhere(page);
  const truth = new Truth('mazur').of(await student.text('weight-in-question'));
  for (const [i, place] of truth.places.entries()) {
    await tabTo(page, student.place(place));
    await keyboard.press(i % 2 === 0 ? 'Enter' : 'Space');
    await expect(student.place(place)).toHaveAttribute('aria-pressed', 'true');
    await focusIsSomewhere(page);
  }

  // Enter sends the line it is pressed in and nothing else.
  if (truth.isHidden) {
    await write(student, 'Error that arrives', written(truth.S));
    await expect(student.line('Error that arrives')).not.toBeEditable();
    await expect(student.line('Parcel δ')).toBeFocused();
  }
  const verdict = page.getByTestId('verdict');
  await write(student, 'Parcel δ', written(truth.S));
  await expect(verdict).toHaveAttribute('data-outcome', 'wrong');
  await expect(verdict).toHaveAttribute('data-part', 'delta');
  await expect(student.line('Parcel δ')).toBeFocused();
  // The card covers keys, and Tab skips all of those.
  await tabTo(page, page.getByRole('button', { name: 'Send', exact: true }));
  await tabTo(page, page.getByRole('button', { name: 'Try again' }));
  await keyboard.press('Enter');
  await expect(student.line('Parcel δ')).toBeFocused();
  await write(student, 'Parcel δ', written(truth.delta));
  await expect(student.line('Gradient')).toBeFocused();
  await write(student, 'Gradient', written(truth.G));
  await expect(student.line('Gradient')).not.toBeEditable();
  await focusIsSomewhere(page);
  await expect(page.getByText('All in!')).toBeHidden();

  await tabTo(page, page.getByRole('button', { name: 'Send', exact: true }));
  await keyboard.press('Enter');
  await expect(page.getByText('All in!')).toBeVisible();
  await focusIsSomewhere(page);

  for (const phase of ['reveal', 'update', 'backward'] as const) {
    await host.press('Next');
    await inPhase(page, phase);
    await focusIsSomewhere(page);
  }
  await host.press('End');
  await inPhase(page, 'ended');
  await focusIsSomewhere(page);
  await tabTo(page, page.getByRole('link', { name: 'To the start page' }));
  await keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'Practise' })).toBeVisible();
  await focusIsSomewhere(page);
  expectNoErrors(host, student);
});
