import { expect } from '@playwright/test';
import { meanLoss } from '@relay/shared/maths/update';
import { answerRightly, expectNoErrors, inTurn, Truth } from './support/classroom';
import { Host, inPhase, type Phase, STILL, STILL_PHONE, Student } from './support/people';
import type { GameServer } from './support/server';
import { test } from './support/test';

let server: GameServer;
test.beforeAll(({ sharedServer }) => {
  server = sharedServer;
});

const ROUNDS = 4;

/** Mean loss of Mazur's network after a number of true steps. */
function lossAfter(steps: number): number {
  const truth = new Truth('mazur');
  for (let i = 0; i < steps; i++) truth.nextRound();
  return meanLoss(truth.network, [truth.sample]);
}

/**
 * Points of a team whose members answered `rightRounds` rounds right at the first try and nothing in the others. The
 * first two rounds move the weights truly; later ones that nobody earned do not.
 */
function points(rightRounds: number): number {
  const learnt = (lossAfter(0) - lossAfter(2)) / (lossAfter(0) - lossAfter(ROUNDS));
  return Math.round((950 * (100 * rightRounds)) / ROUNDS / 100 + 50 * learnt);
}

test('competition: two teams of two play by the clock, up to the podium', async ({ browser }) => {
  const host = await Host.open(browser, server.url, 'Mazur', { kind: '10-minute game', teams: '2' });
  const projector = await host.openProjector();
  const code = await host.code();
  const students: Student[] = [];
  for (const [i, name] of ['Mia', 'Leo', 'はると', 'Sam'].entries()) {
    const size = i % 2 === 0 ? STILL_PHONE : STILL;
    students.push(await Student.join(browser, server.url, code, name, size));
  }
  const everyone = async (phase: Phase) => {
    for (const { page } of [host, projector, ...students]) await inPhase(page, phase);
  };
  // Players are dealt to teams like cards: the first and the third are one team.
  const [mia, leo, haruto, sam] = students as [Student, Student, Student, Student];
  const truth = new Truth('mazur');

  await host.press('Start');
  await everyone('backward');
  await expect(host.page.getByText('The clock leads.')).toBeVisible();
  const units = await Promise.all(students.map((student) => student.text('my-unit')));
  expect(units).toEqual(['h1', 'h1', 'y1', 'y1']);

  // All four are right, so the phase ends before its time.
  for (const student of await inTurn(students)) await answerRightly(student, truth);
  await inPhase(host.page, 'reveal');
  await expect(host.page.getByRole('timer')).toBeVisible();
  await host.press('Next');
  await inPhase(host.page, 'update');
  truth.nextRound();
  await host.press('Next');

  // In the second round only one team answers, from then on no player; the host continues.
  await everyone('backward');
  for (const student of await inTurn([mia, haruto])) await answerRightly(student, truth);
  await expect(host.page.getByText('2 of 4 ready')).toBeVisible();
  for (let round = 2; round <= ROUNDS; round++) {
    await inPhase(host.page, 'backward');
    await expect(host.page.getByTestId('round')).toHaveAttribute('data-value', String(round));
    await host.press('Next');
    await inPhase(host.page, 'reveal');
    // After half of the rounds all pages show the standings.
    await inPhase(mia.page, 'reveal');
    await expect(mia.page.getByRole('heading', { name: 'Around you' })).toBeVisible();
    await host.press('Next');
    await inPhase(host.page, 'update');
    if (round < ROUNDS) await host.press('Next');
  }

  // After the last update the clock itself leads to the podium.
  await expect(host.page.getByText('That was the last round.')).toBeVisible();
  await everyone('ended');
  const results = projector.page.getByRole('heading', { name: /Team [AB]/u });
  await expect(results).toHaveText([
    new RegExp(`1\\. Team A \\(${points(2)}\\)`, 'u'),
    new RegExp(`2\\. Team B \\(${points(1)}\\)`, 'u'),
  ]);
  // Nothing was earned from the third round on, so each team's curve is drawn beside that of its reference run.
  await expect(projector.page.getByTestId('loss-reference')).toHaveText([
    'Ghost: all right',
    'Ghost: all right',
  ]);
  await expect(mia.page.getByTestId('loss-reference')).toBeVisible();
  // Two rounds right at once, plus the streak bonus of the second and the speed bonuses.
  for (const student of [mia, haruto]) expect(await student.number('score')).toBeGreaterThanOrEqual(205);
  for (const student of [leo, sam]) {
    const score = await student.number('score');
    expect(score).toBeGreaterThanOrEqual(100);
    expect(score).toBeLessThanOrEqual(110);
  }
  expectNoErrors(host, projector, ...students);
});

test('next session of a host: takes two presses, and bots fill it', async ({ browser }) => {
  const host = await Host.open(browser, server.url, 'Mazur', { kind: 'One question now' });
  await host.page.goto(`${server.url}/host?lang=en`);
  await expect(host.page.getByRole('radio', { name: 'One question now' })).toBeChecked();
  await expect(host.page.getByRole('combobox', { name: 'Network' })).toHaveValue('mazur');
  await host.press('Create session');
  await inPhase(host.page, 'lobby');

  await host.page.getByRole('spinbutton', { name: 'Bots' }).fill('3');
  await host.press('Rehearse');
  await expect(host.page.getByTestId('players')).toHaveAttribute('data-value', '3');
  await expect(host.page.getByRole('rowheader', { name: /^Bot / })).toHaveCount(3);
  await host.press('Start');
  await inPhase(host.page, 'backward');
  await expect(host.page.getByRole('button', { name: 'Rehearse' })).toHaveCount(0);
  // Nothing is typed; the first bot has found an answer after 25 seconds at the latest.
  await expect(host.page.locator('[data-state="right"], [data-state="wrong"]').first()).toBeVisible({
    timeout: 30_000,
  });
  await host.press('End');
  await inPhase(host.page, 'ended');
  expectNoErrors(host);
});

test('a network of the host’s own: is checked, described and played', async ({ browser }) => {
  const host = new Host(await Host.openPage(browser, STILL));
  const { page } = host;
  await page.goto(`${server.url}/host?lang=en`);
  const open = (name: string, content: string) =>
    page.getByLabel('Network file').setInputFiles({
      name,
      mimeType: 'application/json',
      buffer: Buffer.from(content),
    });
  const file = {
    format: 'backprop-relay/network@1',
    name: 'Of our class',
    layers: [{ units: 2 }, { units: 3, activation: 'sigmoid' }, { units: 2, activation: 'sigmoid' }],
    loss: 'half-squared-error',
    weights: [
      [
        [0.8, -0.6, 1.1],
        [0.4, 1.2, -0.7],
      ],
      [
        [1, -0.7],
        [0.5, 1.4],
        [-0.9, 0.3],
      ],
    ],
    data: [{ x: [0.7, 0.7], t: [0, 1] }],
  };

  await open('notes.json', 'weights = 3');
  await expect(page.getByText('“notes.json”, line 1, column 1: a network file begins with {')).toBeVisible();
  await open('curly.json', JSON.stringify(file, null, 2).replace('"loss"', '“loss”'));
  await expect(page.getByText('“curly.json”, line 17, column 3: “ is not the quotation mark')).toBeVisible();
  await page.getByRole('button', { name: '日本語' }).click();
  await expect(page.getByText('「curly.json」の17行目3文字目：')).toBeVisible();
  await page.getByRole('button', { name: 'English' }).click();
  await open('short.json', JSON.stringify({ ...file, loss: 'none', data: [{ x: [1], t: [0, 1] }] }));
  await expect(page.getByText('“short.json” has 2 mistakes.')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'data[0].x' })).toContainText(
    'expected 2 entries, found 1',
  );
  await page.getByRole('button', { name: '日本語' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'data[0].x' })).toContainText(
    '2 個必要ですが、1 個あります',
  );
  await page.getByRole('button', { name: 'English' }).click();

  // A sigmoid that saturates: its loss would be infinite, and a session could not start.
  const one = { units: 1, activation: 'sigmoid' };
  const saturating = { layers: [{ units: 1 }, one], weights: [[[0.5]]], data: [{ x: [120], t: [0] }] };
  await open('wild.json', JSON.stringify({ ...file, loss: 'binary-cross-entropy', ...saturating }));
  await expect(page.getByRole('listitem').filter({ hasText: 'data[0]' })).toContainText(
    'the loss E (loss) is no finite number here',
  );

  await open('class.json', JSON.stringify(file));
  await expect(page.getByText('2-3-2, sigmoid')).toBeVisible();
  await expect(
    page.getByText(/In \d+ of 12 questions “.+” cannot be told from the right answer\./u),
  ).toBeVisible();
  await host.createSession();
  const student = await Student.join(browser, server.url, await host.code(), 'Mia', STILL_PHONE);
  await host.press('Start');
  await inPhase(student.page, 'backward');
  expect(await student.text('my-unit')).toBe('h1');
  expectNoErrors(host, student);
});
