import { expect } from '@playwright/test';
import { expectNoViolationsInBoth } from './support/axe';
import { expectNoErrors } from './support/classroom';
import { expectNothingCovered } from './support/covered';
import { Host, inPhase, SIZES, STILL, Student } from './support/people';
import { answerAll, missOnce, press } from './support/practising';
import type { GameServer } from './support/server';
import type { KeptPlayer } from '../src/table/keptPlayers';
import { keptIn } from './support/storage';
import { test } from './support/test';

/** Homework: each player alone at an own pace, without a host and without waiting. */

const ROUNDS = 3;

let server: GameServer;
test.beforeAll(({ sharedServer }) => {
  server = sharedServer;
});

/** Current question of a student, from the server's log. */
async function askedOf(code: string, student: Student) {
  const round = await student.number('round');
  const { player } = await keptIn<KeptPlayer>(student.page, `relay/player/${code}`);
  const log = await server.log(code);
  const seats = log.flatMap((event) =>
    event.type === 'roundOpened' && event.round === round ? event.seats : [],
  );
  const { question, truth } = seats.find((seat) => seat.player === player)!;
  return { question: question!, truth: truth! };
}

const atQuestion = (student: Student, round: number) =>
  expect(student.page.getByTestId('round')).toHaveText(`Question ${round} of ${ROUNDS}`);

/** Goes from all parts right to the next question or to the results. */
async function goOn({ page }: Student, to: 'Next question' | 'See my results'): Promise<void> {
  await inPhase(page, 'reveal');
  await press(page, 'See the step');
  await inPhase(page, 'update');
  await press(page, to);
}

test('homework: two students finish at their own speeds, one with a miss and a break; a third comes late', async ({
  browser,
}) => {
  const dueAt = Date.now() + 2 * 86_400_000;
  const host = await Host.openWith(browser, server.url, {
    network: 'swap',
    kind: 'homework',
    settings: { rounds: ROUNDS, dueAt },
  });
  const code = await host.code();
  const look = async (student: Student, name: string): Promise<void> => {
    await student.page.screenshot({ path: test.info().outputPath(`${name}.png`), fullPage: true });
    // On a phone the button to continue lies over the scrolling page.
    if (name.startsWith('chromebook')) await expectNothingCovered(student.page);
  };
  const right = async (student: Student): Promise<void> => {
    await answerAll(student, await askedOf(code, student));
    await press(student.page, 'Compare with the right working');
  };

  // No start is needed.
  const mia = await Student.join(browser, server.url, code, 'Mia', {
    ...SIZES.phone,
    reducedMotion: 'reduce',
  });
  const leo = await Student.join(browser, server.url, code, 'Leo', STILL);
  for (const student of [mia, leo]) {
    await inPhase(student.page, 'backward');
    await atQuestion(student, 1);
    await expect(student.page.getByTestId('due')).toBeVisible();
  }
  await look(mia, 'phone-question');
  await look(leo, 'chromebook-question');

  await right(mia);
  await inPhase(mia.page, 'reveal');
  await look(mia, 'phone-reveal');
  await press(mia.page, 'See the step');
  await inPhase(mia.page, 'update');
  await look(mia, 'phone-update');
  await press(mia.page, 'Next question');
  await atQuestion(mia, 2);
  await atQuestion(leo, 1);

  // After a miss; a reload keeps the question, and so does leaving for a while.
  await missOnce(mia, await askedOf(code, mia));
  await mia.page.reload();
  await atQuestion(mia, 2);
  await mia.page.getByRole('link', { name: 'Leave for now' }).click();
  await expect(mia.page).toHaveURL(`${server.url}/`);
  await mia.page.goto(`${server.url}/join?code=${code}`);
  await press(mia.page, 'Continue as Mia');
  await atQuestion(mia, 2);
  await right(mia);
  await goOn(mia, 'Next question');
  await atQuestion(mia, 3);
  await right(mia);
  await goOn(mia, 'See my results');
  await inPhase(mia.page, 'ended');
  await expect(mia.page.getByTestId('own-rounds')).toHaveText('3 questions, 2 without a miss.');
  await expect(mia.page.getByTestId('own-mistakes').getByRole('listitem')).toHaveCount(1);
  await expect(mia.page.getByTestId('strengths')).toContainText('Gradient: 3 of 3');
  await look(mia, 'phone-results');
  await expectNoViolationsInBoth(mia.page);

  // Two presses in a row advance by one phase only; a stuck player may look at the answer and continue.
  for (let round = 1; round <= ROUNDS; round++) {
    await atQuestion(leo, round);
    if (round === 2) {
      await missOnce(leo, await askedOf(code, leo));
      await leo.page.getByRole('button', { name: 'Show me' }).dblclick();
    } else await right(leo);
    await goOn(leo, round === ROUNDS ? 'See my results' : 'Next question');
  }
  await expect(leo.page.getByTestId('own-rounds')).toHaveText('3 questions, 2 without a miss.');
  await look(leo, 'chromebook-results');

  const zoe = await Student.join(browser, server.url, code, 'Zoe', STILL);
  await atQuestion(zoe, 1);
  await right(zoe);
  await inPhase(zoe.page, 'reveal');

  const row = (name: string) => host.page.getByRole('row').filter({ hasText: name });
  await expect(row('Mia')).toContainText(/[1-9]\d\d/u);
  await expect(row('Leo')).toContainText(/[1-9]\d\d/u);
  await expect(row('Zoe')).toContainText('100');
  await host.page.screenshot({ path: test.info().outputPath('console.png') });
  const ended = (await server.log(code)).filter(({ type }) => type === 'runEnded');
  expect(ended).toHaveLength(2);
  expectNoErrors(host, mia, leo, zoe);
});

test('homework: closes at its due time, with the work done until then', async ({ browser }) => {
  const host = await Host.openWith(browser, server.url, {
    network: 'swap',
    kind: 'homework',
    settings: { rounds: ROUNDS, dueAt: Date.now() + 30_000 },
  });
  const ada = await Student.join(browser, server.url, await host.code(), 'Ada', STILL);
  await atQuestion(ada, 1);
  await expect(ada.page.getByRole('heading', { name: 'Time is up' })).toBeVisible({ timeout: 60_000 });
  expectNoErrors(host, ada);
});
