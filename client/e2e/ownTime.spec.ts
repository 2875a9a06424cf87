import { expect, type Locator } from '@playwright/test';
import { fill } from '@relay/shared/strings/fill';
import { Classmate } from './support/classmate';
import { answerRightly, expectNoErrors, Truth } from './support/classroom';
import { Host, inPhase, type Person, STILL, Student } from './support/people';
import type { GameServer } from './support/server';
import { test } from './support/test';
import { WORDS } from './support/words';

let server: GameServer;
test.beforeAll(({ sharedServer }) => {
  server = sharedServer;
});

const { people, rules } = WORDS.en;
/** Time limit of the class: short, since it has to run out. */
const OUT_MS = 20_000;

/** Fields on a player's own time in messages to that player and the host, as msgpack encodes them. */
const OWN_TIME = ['untimed', 'timeFactor\u0002', 'finishing\u00c3'] as const;
const signsIn = ({ frames }: Person): string[] => {
  const all = Buffer.concat(frames).toString('latin1');
  return OWN_TIME.filter((sign) => all.includes(sign));
};

/** Public state as it stands now, the same for all clients. */
const publicState = ({ client }: Classmate): string => JSON.stringify(client.view);

test('untimed and doubled time: both finish alone for full points, known to the host only', async ({
  browser,
}) => {
  const host = await Host.openWith(browser, server.url, {
    network: 'mazur',
    settings: { outputMs: OUT_MS, hiddenMs: OUT_MS },
  });
  const projector = await host.openProjector();
  const code = await host.code();
  const join = (name: string) => Student.join(browser, server.url, code, name, STILL);
  const [mia, leo, sam] = [await join('Mia'), await join('Leo'), await join('Sam')];
  const zoe = await Classmate.join(server, code, 'Zoe');
  const row = (name: string): Locator => host.page.getByRole('row').filter({ hasText: name });
  const drawer = (name: string): Locator =>
    host.page.getByRole('group', { name: fill(people.menu, { name }), exact: true });
  const timeOf = (name: string): Locator => drawer(name).getByRole('combobox', { name: people.timeFor });
  for (const [name, time] of [
    ['Mia', rules.timeFactor.untimed],
    ['Leo', '×2'],
  ] as const) {
    await row(name).getByRole('button', { name }).click();
    await timeOf(name).selectOption(time);
    await expect(row(name).getByTestId('own-time')).toHaveText(time);
  }

  await host.press('Start');
  const truth = new Truth('mazur');
  for (const { page } of [mia, leo, sam]) await inPhase(page, 'backward');
  await expect(sam.page.getByRole('timer')).toHaveText(/^0:[12]\d$/u);
  await expect(leo.page.getByRole('timer')).toHaveText(/^0:[34]\d.*×2$/u);
  await expect(mia.page.getByTestId('weight-in-question')).toBeVisible();
  await expect(mia.page.getByRole('timer')).toHaveCount(0);

  // The time of the class runs out; that of these two does not.
  await expect(sam.page.getByText(/^Time is up/u)).toBeVisible({ timeout: OUT_MS + 10_000 });
  await expect(sam.page.getByRole('alert')).toHaveText('10 seconds left.');
  await host.press('Next');
  for (const { page } of [sam, projector]) await inPhase(page, 'reveal');
  for (const student of [mia, leo]) {
    await inPhase(student.page, 'backward');
    await expect(student.page.getByTestId('finishing')).toContainText('full points');
    await expect(student.page.getByText(/^Time is up/u)).toHaveCount(0);
  }
  for (const name of ['Mia', 'Leo'])
    await expect(row(name).getByRole('rowheader')).toContainText(people.finishing);
  await answerRightly(leo, truth);
  await inPhase(leo.page, 'reveal');
  await expect(leo.page.getByText('100 points for this question', { exact: true })).toBeVisible();
  await expect(row('Leo').getByRole('rowheader')).not.toContainText(people.finishing);

  // The others are in the next round already.
  for (const phase of ['update', 'backward'] as const) {
    await host.press('Next');
    for (const { page } of [leo, sam, projector]) await inPhase(page, phase);
  }
  await expect(sam.page.getByTestId('round')).toHaveAttribute('data-value', '2');
  await expect(mia.page.getByTestId('round')).toHaveAttribute('data-value', '1');
  await expect(mia.page.getByRole('timer')).toHaveCount(0);
  await expect(mia.page.getByRole('alert')).toHaveText('');
  await row('Mia').getByRole('button', { name: 'Mia' }).click();
  await expect(timeOf('Mia')).toHaveValue('untimed');

  // Her answers change nothing in the messages to other players.
  const before = publicState(zoe);
  expect(before).toContain('backward');
  const [framesOfSam, messages] = [sam.frames.length, zoe.client.received.filter((name) => name === 'mine')];
  await answerRightly(mia, truth);
  await expect(row('Mia').getByRole('rowheader')).not.toContainText(people.finishing);
  await expect(mia.page.getByTestId('score')).toHaveAttribute('data-value', '100');
  expect(publicState(zoe)).toBe(before);
  expect(zoe.client.received.filter((name) => name === 'mine')).toEqual(messages);
  const since = Buffer.concat(sam.frames.slice(framesOfSam)).toString('latin1');
  expect(since).not.toContain('players');
  expect(since).not.toContain('seats');

  // Their own messages contain these fields, so the search would find them.
  expect(signsIn(mia)).toEqual(expect.arrayContaining(['untimed', OWN_TIME[2]]));
  expect(signsIn(leo)).toEqual(expect.arrayContaining([OWN_TIME[1], OWN_TIME[2]]));
  expect(signsIn(sam)).toEqual([]);
  expect(signsIn(projector)).toEqual([]);
  expect(projector.frames.length).toBeGreaterThan(0);
  for (const { page } of [sam, projector])
    expect(await page.content()).not.toMatch(/finishing|×2|untimed|No clock|Take your time|full points/iu);
  expectNoErrors(host, projector, mia, leo, sam);
});
