import { expect } from '@playwright/test';
import { fold } from '@relay/shared/referee/evolve';
import { expectNoViolationsInBoth } from './support/axe';
import { bareName } from './support/bareName';
import { expectNoErrors } from './support/classroom';
import { Host, inPhase, SIZES, STILL, Student } from './support/people';
import type { GameServer } from './support/server';
import { test } from './support/test';
import { WORDS } from './support/words';

/** Exit ticket of a player with extra time, which stays open after the class has gone on to the podium. */

let server: GameServer;
test.beforeAll(({ sharedServer }) => {
  server = sharedServer;
});

const { exitTicket, questions } = WORDS.en;

test('exit ticket with extra time: is filled in after the end, and its player hears how long it took', async ({
  browser,
}) => {
  const host = await Host.openWith(browser, server.url, { network: 'mazur', settings: { rounds: 1 } });
  const code = await host.code();
  const mia = await Student.join(browser, server.url, code, 'Mia', {
    ...SIZES.phone,
    reducedMotion: 'reduce',
  });
  const leo = await Student.join(browser, server.url, code, 'Leo', STILL);
  await host.press('Start');
  for (const phase of ['backward', 'reveal', 'update'] as const) {
    await inPhase(mia.page, phase);
    if (phase !== 'update') await host.press('Next');
  }
  const { players } = fold(await server.log(code));
  const { id } = Object.values(players).find(({ arrival }) => arrival === 0)!;
  await host.say({ type: 'giveTime', player: id, factor: 10 });
  await host.say({ type: 'openExitTicket' });
  await inPhase(mia.page, 'backward');
  await host.say({ type: 'next' });
  await inPhase(leo.page, 'reveal');
  await host.say({ type: 'next' });
  await inPhase(leo.page, 'ended');

  await expect(mia.page.getByText(exitTicket.finishing)).toBeVisible();
  await mia.page.screenshot({ path: test.info().outputPath('finishing.png') });
  await expectNoViolationsInBoth(mia.page);
  const { runs } = fold(await server.log(code));
  const run = runs['1']!;
  const { truth } = run.seats.find(({ player }) => player === id)!;
  for (const place of truth!.places!) await mia.place(bareName(run.network, place)).click();
  await mia.page.getByRole('button', { name: questions.sendPlaces }).click();
  await expect(mia.page.getByTestId('took')).toHaveText(/^Found in \d+ seconds\.$/u);
  await mia.page.screenshot({ path: test.info().outputPath('took.png') });
  await mia.page.getByRole('button', { name: exitTicket.leave }).click();
  await inPhase(mia.page, 'ended');
  expectNoErrors(host, mia, leo);
});
