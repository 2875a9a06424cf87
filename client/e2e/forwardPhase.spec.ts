import { expect, type Page } from '@playwright/test';
import { forward } from '@relay/shared/maths/forward';
import { unitByName } from '@relay/shared/maths/unit';
import { expectNoViolationsInBoth } from './support/axe';
import { answerRightly, expectNoErrors, inTurn, Truth, written } from './support/classroom';
import { Host, inPhase, STILL, STILL_PHONE, Student } from './support/people';
import type { GameServer } from './support/server';
import { test } from './support/test';

let server: GameServer;
test.beforeAll(({ sharedServer }) => {
  server = sharedServer;
});

/** Sum and output of a unit. */
function numbersOf(truth: Truth, unit: string): { sum: string; output: string } {
  const { layer, index } = unitByName(truth.network, unit)!;
  const { sums, outputs } = forward(truth.network, truth.sample.x);
  return { sum: written(sums[layer - 1]![index]!), output: written(outputs[layer - 1]![index]!) };
}

async function fill(student: Student, truth: Truth): Promise<void> {
  const unit = await student.text('my-unit');
  const { sum, output } = numbersOf(truth, unit);
  await student.line(`Belly of ${unit}`).fill(sum);
  await student.line(`Output of ${unit}`).fill(output);
  await student.send();
}

const sourceOf = (page: Page): Promise<string> => page.evaluate(() => document.documentElement.outerHTML);
const strip = (student: Student) => student.page.getByTestId('turn-strip');

test('forward and backward phases: seated players answer layer by layer, both ways', async ({ browser }) => {
  const host = await Host.openWith(browser, server.url, {
    network: 'mazur',
    settings: { asksFor: 'both', style: 'relay' },
  });
  const projector = await host.openProjector();
  const code = await host.code();
  const mia = await Student.join(browser, server.url, code, 'Mia', STILL_PHONE);
  const leo = await Student.join(browser, server.url, code, 'Leo', STILL);
  const truth = new Truth('mazur');
  await host.press('Start');
  for (const { page } of [host, projector, mia, leo]) await inPhase(page, 'forward');
  expect(await Promise.all([mia, leo].map((one) => one.text('my-unit')))).toEqual(['h1', 'y1']);

  // The output waits for the hidden unit, and no page shows that unit's output yet.
  await expect(strip(leo)).toContainText('At work: hidden layer');
  await expect(leo.page.getByRole('textbox')).toHaveCount(0);
  await expect(leo.page.getByRole('timer')).toBeVisible();
  const { sum, output } = numbersOf(truth, 'h1');
  for (const { page } of [leo, projector]) {
    const source = await sourceOf(page);
    for (const secret of [sum, output]) expect(source).not.toContain(secret);
  }
  await expect(projector.page.getByText('Where the numbers are')).toBeVisible();
  await expectNoViolationsInBoth(leo.page);

  // Meanwhile the output's player answers a sum for inputs outside the data.
  await leo.page.getByRole('button', { name: 'Play an extra' }).click();
  await expect(
    leo.page.getByRole('heading', { name: /^Extra: how much would be in the belly of h\d\?$/u }),
  ).toBeVisible();
  const flows = leo.page.getByRole('list', { name: 'What flows in' }).getByRole('button');
  for (let i = 0; i < (await flows.count()); i++) await flows.nth(i).click();
  await leo.send();
  await expect(leo.page.getByTestId('verdict')).toHaveAttribute('data-outcome', 'correct');

  await fill(mia, truth);
  await expect(mia.page.getByRole('heading', { name: 'All in!' })).toBeVisible();
  await expect(strip(leo)).toHaveCount(0);
  await fill(leo, truth);
  // With pacing by the host, the forward phase waits at its end.
  await host.press('Next');
  for (const { page } of [host, projector, mia, leo]) await inPhase(page, 'backward');
  for (const student of await inTurn([mia, leo])) await answerRightly(student, truth);
  await host.press('Next');
  for (const { page } of [mia, leo]) await inPhase(page, 'reveal');
  await expect(mia.page.getByTestId('clean')).toBeVisible();
  await expect(projector.page.getByTestId('clean-lanes')).toContainText('Lane 1');
  expectNoErrors(host, projector, mia, leo);
});
