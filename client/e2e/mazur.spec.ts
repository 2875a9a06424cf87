import { expect } from '@playwright/test';
import type { PlaceId } from '@relay/shared/question/places/place';
import {
  answerRightly,
  canvasOf,
  expectNoErrors,
  gather,
  placeLabel,
  Truth,
  written,
} from './support/classroom';
import { fingerOn } from './support/drawing';
import { Host, inPhase, STILL, Student } from './support/people';
import type { GameServer } from './support/server';
import { test } from './support/test';

let server: GameServer;
test.beforeAll(({ sharedServer }) => {
  server = sharedServer;
});

test('Mazur’s network: host, projector and four students play three rounds', async ({ browser }) => {
  const truth = new Truth('mazur');
  const names = ['Mia', 'Leo', 'はると', 'Sam'];
  // This game alone runs with animations.
  const { host, projector, students } = await gather(browser, server.url, 'Mazur', names, 'no-preference');
  const pages = [host.page, projector.page, ...students.map(({ page }) => page)];
  const everyone = async (phase: 'backward' | 'reveal' | 'update' | 'ended') => {
    for (const page of pages) await inPhase(page, phase);
  };
  const showLoss = async (text: string) => {
    for (const page of pages) {
      await expect(page.getByTestId('loss')).toContainText(text);
      expect(Number(await page.getByTestId('loss').getAttribute('data-value'))).toBeCloseTo(Number(text), 4);
    }
  };

  await host.press('Start');
  await everyone('backward');
  await showLoss('0.2984');
  const units = await Promise.all(students.map((student) => student.text('my-unit')));
  expect([...units].sort()).toEqual(['h1', 'h2', 'y1', 'y2']);

  // One student forgets f′ and is told so, without the value; the others are right at once.
  const [forgetful, ...others] = students as [Student, ...Student[]];
  const { places, S, delta, G, isHidden, slope } = truth.of(await forgetful.text('weight-in-question'));
  await forgetful.take(...places);
  if (isHidden) await forgetful.line('Error that arrives').fill(written(S));
  await forgetful.line('Parcel δ').fill(written(S));
  await forgetful.send();
  await expect(forgetful.page.getByTestId('verdict')).toContainText(/f′|valve/u);
  const told = await forgetful.text('verdict');
  for (const secret of [delta, slope]) expect(told).not.toContain(written(secret));
  await forgetful.line('Parcel δ').fill(written(delta));
  await forgetful.line('Parcel δ').press('Enter');
  await expect(forgetful.line('Parcel δ')).not.toBeEditable();

  // One page reloads in mid-round: same seat, same score, the draft still there; nothing to type.
  await forgetful.line('Gradient').fill(written(G));
  const before = {
    unit: await forgetful.text('my-unit'),
    weight: await forgetful.text('weight-in-question'),
    score: await forgetful.number('score'),
  };
  expect(before.score).toBeGreaterThan(0);
  await forgetful.page.reload();
  await inPhase(forgetful.page, 'backward');
  await expect(forgetful.line('Gradient')).toHaveValue(written(G));
  expect({
    unit: await forgetful.text('my-unit'),
    weight: await forgetful.text('weight-in-question'),
    score: await forgetful.number('score'),
  }).toEqual(before);
  await forgetful.send();

  for (const student of others) await answerRightly(student, truth);
  for (const student of students) await expect(student.line('Gradient')).not.toBeEditable();
  for (const student of others) expect(await student.number('score')).toBe(100);

  for (const loss of ['0.2910', '0.2835', '0.2759']) {
    const answering = await canvasOf(projector.page);
    await host.press('Next');
    await everyone('reveal');
    await expect.poll(async () => (await canvasOf(projector.page)).equals(answering)).toBe(false);
    const revealed = await canvasOf(projector.page);
    await host.press('Next');
    await everyone('update');
    await showLoss(loss);
    await expect.poll(async () => (await canvasOf(projector.page)).equals(revealed)).toBe(false);
    truth.nextRound();
    if (loss === '0.2759') break;
    await host.press('Next');
    await everyone('backward');
    for (const student of students) await answerRightly(student, truth);
    await expect(host.page.getByText('4 of 4 ready')).toBeVisible();
  }
  await host.press('End');
  await everyone('ended');
  expectNoErrors(host, projector, ...students);
});

test('a tap on the canvas: takes the place, which turns yellow, and its button says so', async ({
  browser,
}) => {
  const host = await Host.open(browser, server.url, 'Mazur', STILL);
  const student = await Student.join(browser, server.url, await host.code(), 'Mia', STILL);
  await host.press('Start');
  await inPhase(student.page, 'backward');
  await student.page.locator('[data-stage="ready"]').waitFor();
  const truth = new Truth('mazur');
  const weight = await student.text('weight-in-question');
  const canvas = student.page.locator('canvas').first();
  const taken: PlaceId[] = [];
  for (const place of truth.of(weight).ids) {
    const before = await canvasOf(student.page);
    await canvas.click({ position: await fingerOn(place, { truth, weight, taken, canvas }) });
    taken.push(place);
    await expect(student.page.locator('button[data-place][aria-pressed="true"]')).toHaveCount(taken.length);
    await expect(student.place(placeLabel(place))).toHaveAttribute('aria-pressed', 'true');
    await expect.poll(async () => (await canvasOf(student.page)).equals(before)).toBe(false);
  }
  // A second tap releases it.
  const [first] = taken as [PlaceId];
  await canvas.click({ position: await fingerOn(first, { truth, weight, taken, canvas }) });
  await expect(student.place(placeLabel(first))).toHaveAttribute('aria-pressed', 'false');
  expectNoErrors(host, student);
});
