import { expect } from '@playwright/test';
import { answerRightly, expectNoErrors, gather, Truth } from './support/classroom';
import { inPhase } from './support/people';
import type { GameServer } from './support/server';
import { test } from './support/test';

let server: GameServer;
test.beforeAll(({ sharedServer }) => {
  server = sharedServer;
});

test('swap network: four students teach it to swap its inputs in six rounds', async ({ browser }) => {
  const truth = new Truth('swap');
  const { host, projector, students } = await gather(browser, server.url, 'Swap', [
    'Mia',
    'Leo',
    'はると',
    'Sam',
  ]);
  await host.press('Start');
  const lossIs = async (loss: number) => {
    for (const { page } of [host, projector, ...students]) {
      await expect
        .poll(async () => Number(await page.getByTestId('loss').getAttribute('data-value')))
        .toBeCloseTo(loss, 3);
    }
  };
  await lossIs(7.297);
  for (const loss of [2.624, 1.178, 0.621, 0.302, 0.086, 0.029]) {
    for (const student of students) {
      await inPhase(student.page, 'backward');
      await answerRightly(student, truth);
    }
    await expect(host.page.getByText('4 of 4 ready')).toBeVisible();
    await host.press('Next');
    await inPhase(projector.page, 'reveal');
    await host.press('Next');
    await inPhase(projector.page, 'update');
    await lossIs(loss);
    truth.nextRound();
    if (loss > 0.03) await host.press('Next');
  }
  // The network was never trained on (0, 1), and still swaps it.
  await host.page.getByRole('textbox', { name: 'Try x1' }).fill('0');
  await host.page.getByRole('textbox', { name: 'Try x2' }).fill('1');
  await expect(host.page.getByTestId('tried')).toHaveText('y1 1.02 · y2 0.00');
  expectNoErrors(host, projector, ...students);
});
