import { type Browser, expect, type Locator, type Page } from '@playwright/test';
import { fill } from '@relay/shared/strings/fill';
import { expectNoViolationsInBoth } from './support/axe';
import { expectNoErrors, Truth, written } from './support/classroom';
import { Host, inPhase, STILL, Student } from './support/people';
import type { GameServer } from './support/server';
import { test } from './support/test';
import { WORDS } from './support/words';

let server: GameServer;
test.beforeAll(({ sharedServer }) => {
  server = sharedServer;
});

const { hostActivities, sessionControl, people, rules } = WORDS.en;

async function classOf(
  browser: Browser,
  session: Parameters<typeof Host.openWith>[2],
  names: readonly string[],
) {
  const host = await Host.openWith(browser, server.url, session);
  const code = await host.code();
  const students: Student[] = [];
  for (const name of names) students.push(await Student.join(browser, server.url, code, name, STILL));
  await expect(host.page.getByTestId('players')).toHaveAttribute('data-value', String(names.length));
  return { host, code, students };
}

const rowOf = (page: Page, name: string): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${name}`, 'u') }) });

/** Opens the drawer of a player, and finds the commands in it. */
async function menuOf(page: Page, name: string): Promise<Locator> {
  await page.getByRole('button', { name, exact: true }).click();
  return page.getByRole('group', { name: fill(people.menu, { name }), exact: true });
}

const next = ({ page }: Host): Locator => page.getByTestId('next');

test('host’s buttons: Next says its step, a round can be skipped, rules change between rounds', async ({
  browser,
}) => {
  const { host, students } = await classOf(browser, { network: 'swap', settings: { rounds: 2 } }, ['Mia']);
  const { page } = host;
  await host.press('Start');
  await inPhase(page, 'backward');
  await expect(next(host)).toHaveText('Next: the reveal');
  await page.getByRole('button', { name: sessionControl.skip.round }).click();
  await inPhase(page, 'update');
  await expect(page.getByTestId('loss')).toHaveAttribute('data-value', /^7\.29/u);

  await page.getByText(rules.heading, { exact: true }).click();
  await page.getByText(rules.groups.asked, { exact: true }).click();
  await page.getByRole('combobox', { name: rules.asksFor.label }).selectOption(rules.asksFor.options.both);
  await page.getByText(rules.groups.time, { exact: true }).click();
  await page.getByRole('combobox', { name: rules.forwardMs.label }).selectOption('120 s');
  await expectNoViolationsInBoth(page);
  await expect(next(host)).toHaveText('Next: round 2');
  await host.press('Next');
  await inPhase(page, 'forward');
  await expect(page.getByRole('timer')).toHaveText(/^(2:00|1:5\d)$/u);
  await expect(next(host)).toHaveText('Next: the way back');
  for (const phase of ['backward', 'reveal', 'update', 'ended'] as const) {
    await host.press('Next');
    await inPhase(page, phase);
  }
  expectNoErrors(host, ...students);
});

test('player menu: new name, another team, more time, removal and ban', async ({ browser }) => {
  const { host, code, students } = await classOf(browser, { network: 'swap', settings: { teams: 2 } }, [
    'Mia',
    'Leo',
    'Sam',
  ]);
  const { page } = host;
  const [mia, leo, sam] = students as [Student, Student, Student];
  await host.press('Start');
  await inPhase(page, 'backward');

  // By keyboard alone.
  await page.getByRole('button', { name: 'Mia', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Mia' })).toBeFocused();
  const newName = page.getByRole('textbox', { name: people.rename });
  while (!(await newName.evaluate((field) => field === document.activeElement)))
    await page.keyboard.press('Tab');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Maria');
  await page.keyboard.press('Enter');
  await expect(rowOf(page, 'Maria')).toBeVisible();
  const menu = page.getByRole('group', { name: fill(people.menu, { name: 'Maria' }) });
  await menu.getByRole('combobox', { name: people.timeFor }).selectOption('×2');
  await expect(rowOf(page, 'Maria')).toContainText('×2');
  await menu.getByRole('combobox', { name: people.team }).selectOption('B');
  await menu.getByRole('combobox', { name: people.unit }).selectOption('y1');
  await menu.getByRole('button', { name: people.move, exact: true }).click();
  await expect(menu.getByText(people.done.move)).toBeVisible();
  await expect(rowOf(page, 'Maria').getByRole('cell').first()).toHaveText('B');
  await expectNoViolationsInBoth(page);
  await menu.getByRole('combobox', { name: people.unit }).press('Escape');
  await expect(page.getByRole('button', { name: 'Maria', exact: true })).toBeFocused();

  const leos = await menuOf(page, 'Leo');
  await leos.getByRole('button', { name: people.remove, exact: true }).click();
  await expect(rowOf(page, 'Leo')).toHaveCount(0);
  await expect(leo.page.getByRole('heading', { name: WORDS.en.learning.gone.heading })).toBeVisible();

  const sams = await menuOf(page, 'Sam');
  await sams.getByRole('button', { name: people.ban }).click();
  await expect(sams.getByRole('button', { name: people.cancel })).toBeFocused();
  await sams.getByRole('button', { name: people.banYes }).click();
  await expect(rowOf(page, 'Sam')).toHaveCount(0);
  await expect(page.getByTestId('players')).toHaveAttribute('data-value', '1');

  // A removed player can come back; a banned one cannot, under any name.
  const joins = async ({ page: own }: Student, name: string) => {
    await own.goto(`${server.url}/join?code=${code}&lang=en`);
    await own.getByRole('textbox', { name: WORDS.en.join.nickname }).fill(name);
    await own.getByRole('button', { name: WORDS.en.join.join, exact: true }).click();
  };
  await joins(leo, 'Leo');
  await expect(rowOf(page, 'Leo')).toBeVisible();
  await joins(sam, 'Nobody');
  await expect(sam.page.getByText(WORDS.en.rejection.banned)).toBeVisible();
  await expect(page.getByTestId('players')).toHaveAttribute('data-value', '2');

  for (let i = 0; i < 3; i++) await host.press('Next');
  await inPhase(mia.page, 'backward');
  await expect(mia.page.getByTestId('my-unit')).toHaveText('y1');
  expectNoErrors(host, mia);
});

test('activities: vote, trial, machine steps and exit ticket each open, close and continue', async ({
  browser,
}) => {
  const { host, students } = await classOf(browser, { network: 'swap' }, ['Mia', 'Leo']);
  const { page } = host;
  const activity = page.getByTestId('activity');
  const closeAndGoOn = async (type: 'vote' | 'trial' | 'exitTicket', outcome: RegExp) => {
    await expect(next(host)).toHaveText(fill(sessionControl.next, { what: sessionControl.close[type] }));
    await activity.getByRole('button', { name: hostActivities.close[type] }).click();
    await expect(activity).toContainText(outcome);
    await expectNoViolationsInBoth(page);
    await activity.getByRole('button', { name: hostActivities.goOn }).click();
    await expect(activity).toHaveCount(0);
  };
  await host.press('Start');
  await inPhase(page, 'backward');
  await expect(page.getByRole('heading', { name: hostActivities.heading })).toHaveCount(0);
  await host.press('Next');
  await inPhase(page, 'reveal');
  await page.getByRole('button', { name: hostActivities.vote.open }).click();
  await expect(page.getByText(WORDS.en.rejection.noMistake)).toBeVisible();
  await host.press('Next');
  await host.press('Next');

  // One student forgets the minus sign.
  const [mia] = students as [Student, Student];
  await inPhase(mia.page, 'backward');
  const truth = new Truth('swap');
  truth.nextRound();
  const { G } = truth.of(await mia.text('weight-in-question'));
  await mia.line('Gradient').fill(written(-G));
  await mia.line('Gradient').press('Enter');
  await expect(mia.page.getByRole('button', { name: 'Try again' })).toBeVisible();
  await host.press('Next');
  await page.getByRole('button', { name: hostActivities.vote.open }).click();
  await expect(activity).toContainText('0 of 2 have voted');
  await closeAndGoOn('vote', /The slip is in/u);

  // Closing a vote leads back to the weights.
  await inPhase(page, 'update');
  const machine = page.getByRole('group', { name: hostActivities.machine.heading });
  await expect(machine).toContainText('does not round the weights to steps of 0.1');
  await machine.getByRole('button', { name: '10 steps', exact: true }).click();
  await expect(page.getByTestId('machine-done')).toHaveText(
    /^10 steps in \d+ ms\. The loss is now 0\.\d+\. The weights are no longer rounded\.$/u,
  );
  await expect(machine).not.toContainText('does not round');
  await machine.getByRole('button', { name: '1000 steps', exact: true }).click();
  await expect(page.getByTestId('machine-done')).toHaveText(
    /^1000 steps in \d+ ms\. The loss is now 0\.00000\.$/u,
  );

  await page.getByRole('textbox', { name: 'Try x1' }).fill('0');
  await page.getByRole('textbox', { name: 'Try x2' }).fill('1');
  await page.getByRole('button', { name: hostActivities.trial.open }).click();
  await expect(activity.getByRole('heading')).toHaveText(
    fill(hostActivities.open.trial, { x: '0.00 · 1.00' }),
  );
  await closeAndGoOn('trial', /The network says 1\.\d\d · \S+/u);

  await inPhase(page, 'backward');
  await host.press('Next');
  await page.getByRole('button', { name: hostActivities.exitTicket.open }).click();
  await expect(activity).toContainText('0 of 2 sheets are done');
  await closeAndGoOn('exitTicket', /0 of 2 are right/u);
  expectNoErrors(host, ...students);
});

test('display options, and after the end: begin again or continue with the same weights', async ({
  browser,
}) => {
  const { host, students } = await classOf(browser, { network: 'swap' }, ['Mia']);
  const { page } = host;
  const [mia] = students as [Student];
  await expect(mia.page.getByTestId('phase')).toBeVisible();
  await page.getByRole('checkbox', { name: sessionControl.shown.scores }).uncheck();
  await expect(page.getByRole('checkbox', { name: sessionControl.shown.scores })).not.toBeChecked();
  await host.press('Start');
  await inPhase(mia.page, 'backward');
  const asked = await mia.text('weight-in-question');
  for (const phase of ['backward', 'reveal', 'update'] as const) {
    await inPhase(page, phase);
    if (phase !== 'update') await host.press('Next');
  }
  const learnt = await host.number('loss');
  expect(learnt).toBeLessThan(7);
  await host.press('End');
  await inPhase(page, 'ended');
  await expectNoViolationsInBoth(page);

  // An absent student catches up alone, with the questions that Mia had.
  await page.getByRole('button', { name: sessionControl.catchUp.open }).click();
  const said = page.getByTestId('catch-up-code');
  await expect(said).toHaveText(/\d{6}/u);
  const absent = await Student.join(
    browser,
    server.url,
    (await said.innerText()).replace(/\D/gu, ''),
    'Zoe',
    STILL,
  );
  await inPhase(absent.page, 'backward');
  expect(await absent.text('weight-in-question')).toBe(asked);

  await page.getByRole('button', { name: sessionControl.again.go }).click();
  await inPhase(page, 'backward');
  await expect(page.getByTestId('round')).toHaveAttribute('data-value', '2');
  expect(await host.number('loss')).toBe(learnt);
  await inPhase(mia.page, 'backward');

  await host.press('End');
  await page.getByRole('button', { name: sessionControl.again.play }).click();
  await page.getByRole('button', { name: sessionControl.again.yes }).click();
  await inPhase(page, 'lobby');
  await expect(rowOf(page, 'Mia')).toBeVisible();
  await host.press('Start');
  await inPhase(mia.page, 'backward');
  await expect(page.getByTestId('round')).toHaveAttribute('data-value', '1');
  await expect(page.getByTestId('loss')).toHaveAttribute('data-value', /^7\.29/u);
  expectNoErrors(host, mia);
});

test('50-minute lesson: its place in the plan, words for the host, steps to leave out', async ({
  browser,
}) => {
  const { host, students } = await classOf(browser, { network: 'swap', kind: 'lesson' }, ['Mia', 'Leo']);
  const { page } = host;
  const { plan } = WORDS.en;
  const now = page.getByTestId('plan-now');
  await expect(now).toContainText(plan.join.say);
  await host.press('Start');
  await inPhase(page, 'forward');
  await expect(now).toContainText(plan.steps.forward.say);
  await expect(now).toContainText(plan.steps.forward.short);
  await expect(page.getByTestId('plan-clock')).toHaveText('On time: minute 4');
  await expect(page.locator('[aria-current="step"]')).toContainText(plan.steps.forward.name);
  await expectNoViolationsInBoth(page);
  await host.press('Next');
  await inPhase(page, 'reveal');
  await expect(next(host)).toHaveText(fill(sessionControl.next, { what: plan.steps.outputs.name }));
  await expect(
    page.getByText(fill(sessionControl.skipText.step, { step: plan.steps.outputs.name })),
  ).toBeVisible();
  await page.getByRole('button', { name: sessionControl.skip.step }).click();
  await expect(next(host)).toHaveText(fill(sessionControl.next, { what: plan.steps.hidden.name }));
  await host.press('Next');
  await inPhase(page, 'backward');
  await expect(now).toContainText(plan.steps.hidden.say);
  await expect(page.getByTestId('plan-clock')).toHaveText(/\d+ min ahead: minute 4/u);
  for (const { page: own } of students) await expect(own.getByTestId('my-unit')).toHaveText(/^h/u);
  expectNoErrors(host, ...students);
});

test('homework console: due time, progress of each student, late students', async ({ browser }) => {
  const dueAt = Date.now() + 3 * 86_400_000;
  const settings = { rounds: 1, dueAt };
  const { host, code, students } = await classOf(browser, { network: 'swap', kind: 'homework', settings }, [
    'Mia',
  ]);
  const { page } = host;
  const [mia] = students as [Student];
  await expect(page.getByTestId('homework')).toContainText(String(new Date(dueAt).getFullYear()));
  // No start is needed.
  await inPhase(mia.page, 'backward');
  const late = await Student.join(browser, server.url, code, 'Zoe', STILL);
  await inPhase(late.page, 'backward');
  await mia.line('Gradient').fill('98765');
  await mia.line('Gradient').press('Enter');
  await expect(rowOf(page, 'Mia')).toContainText(fill(people.slips, { count: 1 }));
  await expect(rowOf(page, 'Zoe')).toContainText(fill(people.progress.round, { round: 1, rounds: 1 }));
  await expect(page.getByTestId('homework')).toContainText('0 of 2 are through');
  await expectNoViolationsInBoth(page);
  expectNoErrors(host, mia, late);
});
