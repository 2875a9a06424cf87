import { expect, type Locator } from '@playwright/test';
import { ownPlaces, setOfThree } from '@relay/shared/question/places/place';
import { Classmate } from './support/classmate';
import { expectNoErrors, placeLabel, Truth, written } from './support/classroom';
import { focusIsSomewhere, focusOn, tabTo } from './support/keyboard';
import { Host, inPhase, STILL, Student } from './support/people';
import type { GameServer } from './support/server';
import { test } from './support/test';

let server: GameServer;
test.beforeAll(({ sharedServer }) => {
  server = sharedServer;
});

/** Time limit a little longer than the 30 seconds at which the page warns, so that a test can wait for it. */
const OWN_MS = 34_000;

test('relay round by keyboard alone: preparation, bet, extra question, own turn, hint, reveal', async ({
  browser,
}) => {
  const host = await Host.openWith(browser, server.url, {
    network: 'mazur',
    settings: { style: 'relay', outputMs: 600_000, hiddenMs: OWN_MS },
  });
  const code = await host.code();
  const mia = await Student.join(browser, server.url, code, 'Mia', STILL);
  const leo = await Classmate.join(server, code, 'Leo');
  const { page } = mia;
  const { keyboard } = page;
  const button = (name: string | RegExp): Locator =>
    page.getByRole('button', { name, exact: typeof name === 'string' });
  const heading = (name: string | RegExp): Locator => page.getByRole('heading', { name });
  const polite = page.getByRole('status').first();
  const urgent = page.getByRole('alert');
  const press = async (target: Locator, key = 'Enter'): Promise<void> => {
    await tabTo(page, target);
    await keyboard.press(key);
  };
  const take = async (place: string): Promise<void> => {
    await press(mia.place(place), 'Space');
    await expect(mia.place(place)).toHaveAttribute('aria-pressed', 'true');
    await focusIsSomewhere(page);
  };
  const expectVerdict = async (part: string): Promise<void> => {
    await expect(page.getByTestId('verdict')).toHaveAttribute('data-part', part);
    await expect(page.getByTestId('verdict')).toHaveAttribute('data-outcome', 'correct');
    await focusIsSomewhere(page);
  };
  const write = async (line: Parameters<Student['line']>[0], value: number): Promise<void> => {
    await tabTo(page, mia.line(line));
    await keyboard.press('ControlOrMeta+a');
    await keyboard.type(written(value));
    await keyboard.press('Enter');
  };

  await host.press('Start');
  await inPhase(page, 'backward');
  await focusIsSomewhere(page);
  await expect(page.getByTestId('my-unit')).toHaveText('h1');
  await expect(polite).toContainText('Your parcel is on its way');
  const truth = new Truth('mazur');
  const { edge, places, S, delta, G } = truth.of(await mia.text('weight-in-question'));
  const own = ownPlaces(setOfThree(truth.network, edge)).map(placeLabel);

  // Places that depend on the parcel cannot be taken yet, and the page says so.
  const later = places.find((place) => !own.includes(place))!;
  for (const place of own) await take(place);
  await press(button('Send my places'));
  await expectVerdict('own');
  await expect(heading('Ready for the parcel!')).toBeVisible();
  await press(mia.place(later));
  await expect(polite).toContainText(`${later}: that comes with the parcel.`);
  await expect(mia.place(later)).toHaveAttribute('aria-pressed', 'false');

  // The buttons of the bet disappear once it is placed.
  await press(button('▲ Up'));
  await expect(page.getByTestId('bet')).toContainText('▲ Up');
  await expect(polite).toContainText('Your bet: ▲ Up.');
  await focusIsSomewhere(page);

  // An extra question: put aside, taken up again, answered; then another one, which the own turn interrupts.
  const extra = heading(/^Extra ◆ /u);
  const gradientAsked = async (): Promise<number> =>
    truth.of(((await extra.textContent()) ?? '').trim().split(' ').at(-1)!).G;
  await press(button('Play an extra'));
  await expect(extra).toBeVisible();
  await focusIsSomewhere(page);
  await press(button('Later'));
  await expect(extra).toBeHidden();
  await focusIsSomewhere(page);
  await press(button('Back to the extra'));
  await expect(extra).toBeVisible();
  await focusIsSomewhere(page);
  await write('Extra', await gradientAsked());
  await expect(extra).toBeHidden();
  await expectVerdict('extra');
  await press(button('Another extra'));
  await expect(extra).toBeVisible();
  const second = await gradientAsked();
  await tabTo(page, mia.line('Extra'));
  await keyboard.type('0.');

  await leo.answer();
  await expect(heading('Where does the gradient of ◆ come from?')).toBeVisible();
  await expect(polite).toContainText('Your turn! What you wait for has arrived.');
  // The line that had the focus has been replaced.
  await expect.poll(() => focusOn(page)).toBe('there');
  await expect(page.getByRole('timer')).toHaveText(/^0:3\d$/u);
  await expect(urgent).toHaveText('30 seconds left.');
  await host.press('+30 s');
  await host.press('+30 s');

  for (const place of places) if (!own.includes(place)) await take(place);
  await press(button('Hint'));
  await press(button('Where to look for: Gradient'), 'Space');
  await press(button('Gradient: ½ points: show it'), 'Space');
  await expect(page.getByText(/^Gradient: look at /u)).toBeVisible();
  await focusIsSomewhere(page);
  await write('Error that arrives', S);
  await expect(mia.line('Parcel δ')).toBeFocused();
  await write('Parcel δ', delta);
  await expect(mia.line('Gradient')).toBeFocused();
  // Wrong once more: the card of the miss opens and closes.
  await write('Gradient', 3 * G + 1);
  await press(button('Try again'));
  await expect(mia.line('Gradient')).toBeFocused();
  await write('Gradient', G);
  await expectVerdict('G');
  await press(button('Send'));
  await expect(polite).toContainText('Places: right!');

  // All in: the interrupted extra question is back at once, and can be put aside.
  await expect(extra).toBeVisible();
  await focusIsSomewhere(page);
  await press(button('Later'));
  await expect(heading('All in!')).toBeVisible();
  await expect(button('Back to the extra')).toBeFocused();
  await keyboard.press('Enter');
  await expect(extra).toBeVisible();
  await focusIsSomewhere(page);
  await expect(mia.line('Extra')).toHaveValue('0.');
  await write('Extra', second);
  await expectVerdict('extra');
  await expect(heading('All in!')).toBeVisible();

  for (const phase of ['reveal', 'update'] as const) {
    await host.press('Next');
    await inPhase(page, phase);
    await focusIsSomewhere(page);
    if (phase === 'reveal') await expect(polite).toContainText(/The reveal\. You have \d+ points/u);
  }
  expectNoErrors(host, mia);
});
