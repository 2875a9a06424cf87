import { type Browser, expect, type Page } from '@playwright/test';
import { LANGUAGES } from '@relay/shared/strings/languages';
import type { Network } from '@relay/shared/maths/network';
import type { Press } from '@relay/shared/referee/press';
import { fill } from '@relay/shared/strings/fill';
import { TestClient } from '../../server/src/testing/TestClient';
import { expectNoViolations, expectNoViolationsInBoth } from './support/axe';
import { bareName } from './support/bareName';
import { expectNoErrors, Truth, written } from './support/classroom';
import { Host, inPhase, type Person, STILL, STILL_PHONE, Student } from './support/people';
import type { GameServer } from './support/server';
import { test } from './support/test';
import { WORDS } from './support/words';
import type { KeptHost } from '../src/table/tokenStore';
import { keptIn } from './support/storage';

let server: GameServer;
test.beforeAll(({ sharedServer }) => {
  server = sharedServer;
});

const { activities, play, mistakes } = WORDS.en;

/** Started class of three with a projector, and the host's direct connection to the room. */
async function classOf(browser: Browser, network: string) {
  const host = await Host.openWith(browser, server.url, { network });
  const code = await host.code();
  const { token } = await keptIn<KeptHost>(host.page, `relay/host/${code}`);
  const line = await TestClient.enter(server.url, code, token);
  const open = async (command: Press): Promise<void> =>
    expect(await line.say(command)).toMatchObject({ accepted: true });
  const projector = await host.openProjector();
  const students: Student[] = [];
  for (const [name, device] of [
    ['Mia', STILL_PHONE],
    ['Leo', STILL],
    ['Sam', STILL],
  ] as const)
    students.push(await Student.join(browser, server.url, code, name, device));
  await host.press('Start');
  for (const { page } of students) await inPhase(page, 'backward');
  return { host, projector, students: students as [Student, Student, Student], open, line };
}

/** Activity that the status bar announces. */
const isOn = (page: Page, what: keyof typeof activities.phase) =>
  expect(page.getByTestId('phase')).toHaveText(activities.phase[what]);

/** Checks the projector in both languages; its address sets the language. It is left in English. */
async function projectedInBoth({ page }: Person): Promise<void> {
  const address = new URL(page.url());
  for (const lang of LANGUAGES.toReversed()) {
    address.searchParams.set('lang', lang);
    await page.goto(address.href);
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await expect(page.getByTestId('phase')).toBeVisible();
    await expectNoViolations(page, `projector, ${lang}`);
  }
}

test('vote: all look for the slip, may change their minds, and see their votes without names', async ({
  browser,
}) => {
  const { host, projector, students, open, line } = await classOf(browser, 'mazur');
  const truth = new Truth('mazur');
  const [mia, leo, sam] = students;
  for (const [i, student] of students.entries()) {
    const { G, slope } = truth.of(await student.text('weight-in-question'));
    await student.line('Gradient').fill(written(i < 2 ? G / slope : -G));
    await student.line('Gradient').press('Enter');
    await expect(student.page.getByTestId('verdict')).toHaveAttribute('data-outcome', 'wrong');
  }
  await host.press('Next');
  await inPhase(mia.page, 'reveal');
  await open({ type: 'openVote' });

  const card = ({ page }: Student, term: keyof typeof play.term) =>
    page.getByRole('button', { name: new RegExp(play.term[term], 'u') });
  const says = (person: Person, text: string) =>
    expect(person.page.locator('main').getByText(text, { exact: false }).first()).toBeVisible();
  for (const { page } of [...students, projector]) {
    await isOn(page, 'vote');
    await expect(page.getByRole('heading', { name: activities.vote.heading })).toBeVisible();
  }
  await expect(mia.page.getByRole('status')).toContainText(activities.say.vote);
  await expectNoViolationsInBoth(mia.page);

  await card(mia, 'S').click();
  await expect(card(mia, 'S')).toHaveAttribute('aria-pressed', 'true');
  await says(mia, fill(activities.vote.voted, { term: play.term.S }));
  await card(mia, 'slope').click();
  await expect(card(mia, 'slope')).toHaveAttribute('aria-pressed', 'true');
  await expect(card(mia, 'S')).toHaveAttribute('aria-pressed', 'false');
  // By keyboard alone.
  await card(leo, 'slope').focus();
  await leo.page.keyboard.press('Enter');
  await expect(card(leo, 'slope')).toHaveAttribute('aria-pressed', 'true');
  await says(projector, fill(activities.progress.vote, { answered: 2, players: 3 }));
  await card(sam, 'input').click();
  await says(projector, fill(activities.progress.vote, { answered: 3, players: 3 }));
  // A reload keeps the vote, and a place shows its value.
  await sam.page.reload();
  await expect(card(sam, 'input')).toHaveAttribute('aria-pressed', 'true');
  await sam.place('Valve of y1').click();
  await expect(sam.place('Valve of y1')).toHaveAttribute('aria-pressed', 'true');
  for (const { page } of [...students, projector])
    await expect(page.locator('main')).not.toContainText(mistakes['slope-missing'].name);
  await projectedInBoth(projector);

  await host.press('Next');
  for (const person of [...students, projector]) {
    await says(person, fill(activities.vote.slipWas, { term: play.term.slope }));
    await says(person, mistakes['slope-missing'].name);
    await says(person, mistakes['slope-missing'].first);
    const bars = person.page.getByRole('region', { name: activities.vote.bars }).getByRole('listitem');
    await expect(bars).toHaveText([/arrives.*0$/u, /valve.*2$/u, /input.*1$/u, /product.*0$/u]);
  }
  await says(mia, activities.vote.found);
  await says(sam, fill(activities.vote.missed, { term: play.term.input }));
  for (const name of ['Mia', 'Leo', 'Sam'])
    await expect(projector.page.locator('main')).not.toContainText(name);
  await expectNoViolationsInBoth(sam.page);
  await projectedInBoth(projector);

  await host.press('Next');
  for (const { page } of students) await inPhase(page, 'update');
  await line.leave();
  expectNoErrors(host, projector, ...students);
});

test('trial, machine steps, exit ticket: guessed, trained, and filled in by each player alone', async ({
  browser,
}) => {
  const { host, projector, students, open, line } = await classOf(browser, 'swap');
  const [mia, leo, sam] = students;
  const everyone = [...students, projector];
  const { trial, exitTicket } = activities;
  await host.press('Next');
  await host.press('Next');
  for (const { page } of everyone) await inPhase(page, 'update');

  await open({ type: 'trainMachine', steps: 1000 });
  for (const { page } of everyone)
    await expect(
      page
        .locator('main')
        .getByText(
          /^The machine took 1,000 steps: loss 2\.624 → 0\.0.*\. The weights are no longer rounded\.$/u,
        ),
    ).toBeVisible();
  await expect(mia.page.getByRole('status')).toContainText('The machine took 1,000 steps');
  // After a reload the guess is still announced and stands in the table.
  await leo.page.reload();
  await expect(leo.page.locator('main').getByText(/^The machine took 1,000 steps/u)).toBeVisible();
  await expect(leo.page.getByRole('region', { name: WORDS.en.loss.table }).getByRole('rowheader')).toHaveText(
    ['1,000 steps of the machine', '1', 'Start'],
  );
  await leo.page.screenshot({ path: test.info().outputPath('machine-student.png'), fullPage: true });
  await projector.page.screenshot({ path: test.info().outputPath('machine-projector.png') });
  await expectNoViolationsInBoth(mia.page);
  await projectedInBoth(projector);

  await open({ type: 'openTrial', x: [0, 1] });
  for (const { page } of everyone) {
    await isOn(page, 'trial');
    await expect(page.getByRole('heading', { name: fill(trial.heading, { inputs: '0, 1' }) })).toBeVisible();
  }
  // The projector shows the trained inputs and where in between the question lies, but no output there yet.
  const { boundary } = WORDS.en.learning;
  const square = (label: string, output: string) =>
    projector.page.getByRole('img', { name: fill(label, { output }) });
  await projector.page.getByRole('button', { name: 'y2', exact: true }).click();
  await expect(square(boundary.taught, 'y2')).toBeVisible();
  await expect(square(boundary.label, 'y2')).toHaveCount(0);
  await projector.page.screenshot({ path: test.info().outputPath('trial-open.png') });
  const field = ({ page }: Student, output: string) =>
    page.getByRole('textbox', { name: fill(trial.output, { output }) });
  const guess = async (student: Student, y1: string, y2: string): Promise<void> => {
    await field(student, 'y1').fill(y1);
    await field(student, 'y2').fill(y2);
    await field(student, 'y2').press('Enter');
  };
  const hasGuessed = (student: Student, outputs: string) =>
    expect(student.page.locator('main')).toContainText(fill(trial.guessed, { outputs }));
  // By the on-screen keys, as on a phone.
  for (const [output, key] of [
    ['y1', '1'],
    ['y2', '0'],
  ] as const) {
    await field(mia, output).focus();
    await mia.page.getByRole('button', { name: key, exact: true }).click();
  }
  await mia.page.getByRole('button', { name: play.send, exact: true }).click();
  await hasGuessed(mia, '1, 0');
  // Full-width digits and a comma; then a changed guess.
  await guess(leo, '１．５', '0,25');
  await hasGuessed(leo, '1.5, 0.25');
  await guess(leo, '1', 'zwei');
  await expect(
    leo.page.getByRole('alert').filter({ hasText: fill(trial.unreadable, { output: 'y2' }) }),
  ).toBeVisible();
  await expect(field(leo, 'y2')).toBeFocused();
  await guess(leo, '1', '−1');
  await hasGuessed(leo, '1, −1');
  await expect(projector.page.locator('main')).toContainText(
    fill(activities.progress.trial, { answered: 2, players: 3 }),
  );
  const secret = /\d\.\d\d, −?\d\.\d\d/u;
  for (const { page } of everyone) await expect(page.locator('main')).not.toContainText(secret);
  await expectNoViolationsInBoth(mia.page);
  await projectedInBoth(projector);
  await host.press('Next');
  for (const { page } of everyone) {
    await expect(page.locator('main')).toContainText(trial.neverTaught);
    await expect(page.locator('main')).toContainText(/Guesses: .*\. The network: −?\d\.\d\d\./u);
  }
  await expect(mia.page.getByRole('row', { name: /^y1 1 /u })).toBeVisible();
  await expect(sam.page.getByRole('row', { name: /^y1 – /u })).toBeVisible();
  for (const name of ['Mia', 'Leo', 'Sam'])
    await expect(projector.page.locator('main')).not.toContainText(name);
  await expectNoViolationsInBoth(mia.page);
  await projectedInBoth(projector);
  await host.press('Next');

  for (const { page } of everyone) await inPhase(page, 'backward');
  await host.press('Next');
  await host.press('Next');
  // The ticket is opened by another connection, which could overtake the second press.
  for (const { page } of everyone) await inPhase(page, 'update');
  await open({ type: 'openExitTicket' });
  for (const { page } of everyone) await isOn(page, 'exitTicket');
  for (const { page } of students) {
    await inPhase(page, 'backward');
    await expect(page.getByRole('timer', { name: WORDS.en.bar.time })).toHaveText(/^1:[123]\d$/u);
    await expect(page.getByRole('heading', { name: play.asks.blank })).toBeVisible();
  }
  await expect(projector.page.locator('main')).toContainText(
    fill(activities.progress.exitTicket, { answered: 0, players: 3 }),
  );
  const code = (await mia.text('session-code')).replace(/\D/gu, '');
  const opened = (await server.log(code)).filter((event) => event.type === 'roundOpened').slice(-3);
  const places = opened[0]!.seats.find(({ player }) => player !== null)!.truth!.places!;
  const sheetOpened = (await server.log(code)).findLast((event) => event.type === 'activityOpened')!;
  const { network } = sheetOpened.activity as { readonly network: Network };
  const names = places.map((place) => bareName(network, place));
  const take = async (student: Student, some: readonly string[]): Promise<void> => {
    await student.take(...some);
    await student.send();
  };
  await take(leo, names.slice(0, 1));
  await expect(leo.page.getByTestId('verdict')).toHaveAttribute('data-outcome', 'wrong');
  await expectNoViolationsInBoth(sam.page);
  await take(mia, names);
  await expect(mia.page.getByText(exitTicket.done)).toBeVisible();
  await expect(mia.page.locator('main')).not.toContainText(/\bpoints?\b/u);
  await expect(projector.page.locator('main')).toContainText(
    fill(activities.progress.exitTicket, { answered: 1, players: 3 }),
  );
  await projectedInBoth(projector);
  await host.press('Next');
  for (const { page } of students) {
    await inPhase(page, 'reveal');
    await expect(page.locator('main')).not.toContainText(/\bpoints?\b/u);
  }
  await expect(mia.page.locator('[data-right="true"]')).toHaveCount(1);
  await expect(leo.page.locator('[data-right="false"]')).toHaveCount(1);
  await expect(projector.page.locator('main')).toContainText(fill(exitTicket.of, { count: 1, asked: 3 }));
  await expectNoViolationsInBoth(leo.page);
  await projectedInBoth(projector);
  await host.press('Next');
  for (const { page } of everyone) await inPhase(page, 'backward');
  await line.leave();
  expectNoErrors(host, projector, ...students);
});
