import { expect } from '@playwright/test';
import { answerRightly, expectNoErrors, gather, Truth } from './support/classroom';
import { inPhase } from './support/people';
import type { GameServer } from './support/server';
import { test } from './support/test';
import { WORDS } from './support/words';

let server: GameServer;
test.beforeAll(({ sharedServer }) => {
  server = sharedServer;
});

/** Networks that swap their inputs: mean losses before and after each of six rounds, and outputs for (0, 1). */
const SWAPS = [
  {
    id: 'swap-two-slopes',
    losses: [10.633, 6.828, 4.458, 3.287, 2.47, 1.878, 1.062],
    tried: 'y1 0.89 · y2 −0.01',
  },
  { id: 'swap', losses: [7.297, 2.624, 1.178, 0.621, 0.302, 0.086, 0.029], tried: 'y1 1.02 · y2 0.00' },
] as const;

for (const { id, losses, tried } of SWAPS) {
  test(`${id}: four students teach it to swap its inputs in six rounds`, async ({ browser }) => {
    const truth = new Truth(id);
    const names = ['Mia', 'Leo', 'はると', 'Sam'];
    const { host, projector, students } = await gather(
      browser,
      server.url,
      WORDS.en.host.networks[id],
      names,
    );
    await host.press('Start');
    const lossIs = async (loss: number) => {
      for (const { page } of [host, projector, ...students]) {
        await expect
          .poll(async () => Number(await page.getByTestId('loss').getAttribute('data-value')))
          .toBeCloseTo(loss, 3);
      }
    };
    await lossIs(losses[0]);
    for (const loss of losses.slice(1)) {
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
      if (loss !== losses.at(-1)) await host.press('Next');
    }
    // The network was never trained on (0, 1), and still swaps it, or nearly.
    await host.page.getByRole('textbox', { name: 'Try x1' }).fill('0');
    await host.page.getByRole('textbox', { name: 'Try x2' }).fill('1');
    await expect(host.page.getByTestId('tried')).toHaveText(tried);
    expectNoErrors(host, projector, ...students);
  });
}
