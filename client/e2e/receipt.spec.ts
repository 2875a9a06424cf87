import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import type { Event } from '@relay/shared/referee/event';
import { setOf } from '@relay/shared/testing/answers';
import { computeSheet } from '@relay/shared/testing/spreadsheet';
import { LOCAL_PLAYER, LOG_KEY } from '../src/table/localTable';
import { expectNoViolations } from './support/axe';
import { expectNoErrors } from './support/classroom';
import { Host, inPhase, Person, STILL, Student } from './support/people';
import type { GameServer } from './support/server';
import { keptIn } from './support/storage';
import { test } from './support/test';

let server: GameServer;
test.beforeAll(({ sharedServer }) => {
  server = sharedServer;
});

test('a graded answer: opens as its working, and is copied as a spreadsheet that computes it', async ({
  browser,
}) => {
  const student = new Student(await Person.openPage(browser, STILL));
  const { page } = student;
  await page.goto(`${server.url}/practise?lang=en#hidden`);
  await inPhase(page, 'backward');
  const log = await keptIn<readonly Event[]>(page, LOG_KEY);
  const opened = log.findLast((event) => event.type === 'roundOpened')!;
  const truth = setOf(opened.seats.find(({ player }) => player === LOCAL_PLAYER)!.truth!);
  await student.line('Gradient').fill('12.5');
  await student.send();
  await expect(page.getByTestId('verdict')).toBeVisible();
  await page.getByRole('button', { name: 'Show me', exact: true }).click();
  await inPhase(page, 'reveal');

  await page.getByText('Receipt: the working, line by line').click();
  await expect(page.getByRole('row', { name: /gradient of .+, G/u })).toBeVisible();
  await expectNoViolations(page, 'receipt');

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a file' }).click();
  const text = readFileSync(await (await download).path(), 'utf8');
  const lines = computeSheet(text.replace(/^\uFEFF/u, ''));
  const value = (label: RegExp): number => lines.find((line) => label.test(line.label))!.value;
  expect(value(/^error that arrives/u)).toBeCloseTo(truth.S!, 12);
  expect(value(/^gradient of/u)).toBeCloseTo(truth.G, 12);
  expect(value(/^Your answer: Gradient/u)).toBe(12.5);
  expect(value(/^how far off: Gradient/u)).toBeCloseTo(12.5 - truth.G, 12);

  await page.context().grantPermissions(['clipboard-read']);
  await page.getByRole('button', { name: 'Copy for a spreadsheet' }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split(/\r?\n/u)[1]).toMatch(/^error at y1\t-?\d/u);
  expectNoErrors(student);
});

test('a student’s answer on the console: opens with the right working beside it', async ({ browser }) => {
  const host = await Host.open(browser, server.url, 'Mazur', STILL);
  const mia = await Student.join(browser, server.url, await host.code(), 'Mia', STILL);
  await host.press('Start');
  await inPhase(mia.page, 'backward');
  await mia.line('Gradient').fill('12.5');
  await mia.send();
  await expect(mia.page.getByTestId('verdict')).toHaveAttribute('data-outcome', 'wrong');

  const opener = host.page.getByRole('button', { name: 'Mia', exact: true });
  await opener.press('Enter');
  await expect(opener).toHaveAttribute('aria-expanded', 'true');
  await host.page.getByText('Receipt: the working, line by line').click();
  const weight = await mia.text('weight-in-question');
  await expect(
    host.page.getByRole('row', { name: new RegExp(`gradient of ${weight}, G`, 'u') }),
  ).toBeVisible();
  await expect(host.page.getByRole('row', { name: /Your answer: Gradient 12.5/u })).toBeVisible();
  await expectNoViolations(host.page, 'console with a working');
  await host.page.keyboard.press('Escape');
  await expect(host.page.getByText('Receipt: the working, line by line')).toHaveCount(0);
  await expect(opener).toBeFocused();
  expectNoErrors(host, mia);
});
