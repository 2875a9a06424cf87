import { expect } from '@playwright/test';
import { ownPlaces, setOfThree } from '@relay/shared/question/places/place';
import { expectNoViolationsInBoth } from './support/axe';
import { expectNoErrors, placeLabel, Truth, written } from './support/classroom';
import { Host, inPhase, STILL, STILL_PHONE, Student } from './support/people';
import type { GameServer } from './support/server';
import type { KeptPlayer } from '../src/table/keptPlayers';
import { keptIn } from './support/storage';
import { test } from './support/test';

let server: GameServer;
test.beforeAll(({ sharedServer }) => {
  server = sharedServer;
});

const press = (student: Student, name: string | RegExp) =>
  student.page.getByRole('button', { name, exact: typeof name === 'string' }).click();
const verdict = (student: Student) => student.page.getByTestId('verdict');
const strip = (student: Student) => student.page.getByTestId('turn-strip');

async function sendAndExpect(student: Student, outcome: 'wrong' | 'correct'): Promise<void> {
  await student.send();
  await expect(verdict(student)).toHaveAttribute('data-outcome', outcome);
}

/** Labels of a unit's own places: its valve and the input. */
async function ownOf(student: Student, truth: Truth): Promise<string[]> {
  const { edge } = truth.of(await student.text('weight-in-question'));
  return ownPlaces(setOfThree(truth.network, edge)).map(placeLabel);
}

/** Answers valve and input before the parcel arrives. */
async function prepare(student: Student, truth: Truth): Promise<void> {
  await student.take(...(await ownOf(student, truth)));
  await sendAndExpect(student, 'correct');
}

/** Answers the arriving error and all parts that depend on it. */
async function answerTheRest(student: Student, truth: Truth): Promise<void> {
  const { places, S, delta, G } = truth.of(await student.text('weight-in-question'));
  const own = await ownOf(student, truth);
  await student.take(...places.filter((place) => !own.includes(place)));
  await student.line('Error that arrives').fill(written(S));
  await student.line('Parcel δ').fill(written(delta));
  await student.line('Gradient').fill(written(G));
  await student.send();
}

async function answerOutput(student: Student, truth: Truth, gradients: readonly string[]): Promise<void> {
  const { places, delta } = truth.of(await student.text('weight-in-question'));
  await student.take(...places);
  await student.line('Parcel δ').fill(written(delta));
  for (const gradient of gradients) {
    await student.line('Gradient').fill(gradient);
    await student.send();
    const retry = student.page.getByRole('button', { name: 'Try again' });
    if (gradient !== gradients.at(-1)) await retry.click();
  }
}

test('relay of two teams: preparing, a nameless correction, a clean run, and extra time', async ({
  browser,
}) => {
  const host = await Host.openWith(browser, server.url, {
    network: 'mazur',
    teams: 2,
    settings: { style: 'relay' },
  });
  const projector = await host.openProjector();
  const code = await host.code();
  const students: Student[] = [];
  for (const [i, name] of ['Mia', 'Leo', 'はると', 'Sam'].entries())
    students.push(await Student.join(browser, server.url, code, name, i === 0 ? STILL_PHONE : STILL));
  // Players are dealt to teams like cards: the first and the third are one team.
  const [mia, leo, haruto, sam] = students as [Student, Student, Student, Student];
  const truth = new Truth('mazur');
  await host.press('Start');
  for (const student of students) await inPhase(student.page, 'backward');
  expect(await Promise.all(students.map((one) => one.text('my-unit')))).toEqual(['h1', 'h1', 'y1', 'y1']);

  // A waiting player is told whom the lane waits for, and can prepare.
  await expect(strip(mia)).toContainText('At work: output layer');
  await expect(strip(mia)).toContainText('0 of 1 are in');
  await expect(mia.page.getByRole('textbox')).toHaveCount(0);
  await expectNoViolationsInBoth(mia.page);
  await prepare(mia, truth);
  await expect(mia.page.getByRole('heading', { name: 'Ready for the parcel!' })).toBeVisible();
  await press(mia, '▲ Up');
  await expect(mia.page.getByTestId('bet')).toContainText('▲ Up');
  await expect(mia.page.getByRole('button', { name: '▼ Down' })).toHaveCount(0);

  // An extra question, first put aside, then answered.
  await press(mia, 'Play an extra');
  const heading = mia.page.getByRole('heading', { name: /^Extra ◆ / });
  await expect(heading).toBeVisible();
  await expectNoViolationsInBoth(mia.page);
  await press(mia, 'Later');
  await press(mia, 'Back to the extra');
  const edge = ((await heading.textContent()) ?? '').trim().split(' ').at(-1)!;
  await mia.line('Extra').fill(written(truth.of(edge).G));
  await sendAndExpect(mia, 'correct');
  await expect(mia.page.getByRole('button', { name: 'Another extra' })).toBeVisible();

  // One team's output player is wrong five times: the true parcel travels on, without a name.
  await answerOutput(haruto, truth, ['1', '2', '3', '4', '5']);
  await expect(mia.page.getByText('1 parcel was corrected')).toBeVisible();
  const panel = mia.page.getByTestId('panel');
  await expect(panel).not.toContainText('はると');
  // A hint is asked for twice, and says where to look.
  await press(sam, 'Hint');
  await expectNoViolationsInBoth(sam.page);
  await press(sam, 'Where to look for: Parcel δ');
  await press(sam, 'Parcel δ: ½ points: show it');
  await expect(sam.page.getByText('Parcel δ: look at Error at y1 · Valve of y1')).toBeVisible();
  // The other team's output player is right, and so is the receiver of that parcel.
  await answerOutput(sam, truth, [written(truth.of(await sam.text('weight-in-question')).G)]);
  await expect(
    leo.page.getByRole('heading', { name: 'Where does the gradient of ◆ come from?' }),
  ).toBeVisible();
  await leo.take(...(await ownOf(leo, truth)));
  await answerTheRest(leo, truth);
  await expect(leo.page.getByRole('heading', { name: 'All in!' })).toBeVisible();

  // All but one are done, and the host continues: that player has twice the time and is sent nothing of the reveal.
  await host.say({ type: 'giveTime', player: await playerOf(mia), factor: 2 });
  await expect(mia.page.getByRole('timer')).toContainText('×2');
  await host.press('Next');
  for (const { page } of [projector, leo, haruto, sam]) await inPhase(page, 'reveal');
  await expect(mia.page.getByTestId('finishing')).toContainText('full points');
  await inPhase(mia.page, 'backward');
  await expectNoViolationsInBoth(mia.page);
  await expect(mia.page.getByRole('heading', { name: 'What it is made of' })).toHaveCount(0);
  for (const one of [leo, sam]) await expect(one.page.getByTestId('clean')).toContainText('Not one miss!');
  await expect(haruto.page.getByTestId('clean')).toHaveCount(0);
  for (const { page } of [projector, leo, haruto, sam])
    await expect(page.locator('body')).not.toContainText(/finishing|×2|Take your time/u);
  await answerTheRest(mia, truth);
  await inPhase(mia.page, 'reveal');
  await expect(mia.page.getByText('100 points for this question', { exact: true })).toBeVisible();
  await expect(mia.page.getByText(/^Your bet ▲ Up was right|^Your bet was ▲ Up/u)).toBeVisible();
  expectNoErrors(host, projector, ...students);
});

async function playerOf({ page }: Student): Promise<string> {
  const key = await page.evaluate(() =>
    Object.keys(localStorage).find((one) => one.startsWith('relay/player/')),
  );
  return (await keptIn<KeptPlayer>(page, key!)).player;
}
