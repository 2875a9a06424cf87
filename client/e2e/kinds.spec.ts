import { type Browser, expect, type Locator, test } from '@playwright/test';
import { forward } from '@relay/shared/maths/forward';
import { lossOf } from '@relay/shared/maths/loss';
import { withEdge } from '@relay/shared/maths/update';
import { valueOfEdge } from '@relay/shared/maths/unit';
import { placeById, type PlaceId } from '@relay/shared/question/place';
import type { HelpLevel, QuestionKind } from '@relay/shared/question/question';
import { expectNoViolations } from './support/axe';
import { expectNoErrors, placeLabel, Truth, written } from './support/classroom';
import { focusIsSomewhere, tabTo } from './support/keyboard';
import { Host, inPhase, STILL, Student } from './support/people';
import { GameServer } from './support/server';

let server: GameServer;
test.beforeAll(async () => {
  server = await GameServer.start();
});
test.afterAll(() => server.stop());

interface Class {
  readonly host: Host;
  readonly quick: Student;
  readonly slow: Student;
  readonly truth: Truth;
}

/** A hosted session that asks this, with two students in its first round. */
async function open(
  browser: Browser,
  session: { readonly asks: QuestionKind; readonly help?: HelpLevel },
): Promise<Class> {
  const host = await Host.openWith(browser, server.url, { network: 'article', ...session });
  const code = await host.code();
  const quick = await Student.join(browser, server.url, code, 'Mia', STILL);
  const slow = await Student.join(browser, server.url, code, 'Leo', {
    viewport: { width: 390, height: 844 },
    reducedMotion: 'reduce',
  });
  await expect(host.page.getByTestId('players')).toHaveAttribute('data-value', '2');
  await host.press('Start');
  for (const { page } of [quick, slow]) {
    await inPhase(page, 'backward');
    await expectNoViolations(page, `${session.asks}, asked`);
  }
  return { host, quick, slow, truth: new Truth('article') };
}

const truthOf = async (student: Student, truth: Truth) => truth.of(await student.text('weight-in-question'));
const line = (student: Student, name: string): Locator => student.page.getByRole('textbox', { name });
const choice = (student: Student, value: string): Locator => student.page.locator(`[data-choice="${value}"]`);

async function expectVerdict(student: Student, outcome: 'correct' | 'wrong', part: string): Promise<void> {
  const verdict = student.page.getByTestId('verdict');
  await expect(verdict).toHaveAttribute('data-part', part);
  await expect(verdict).toHaveAttribute('data-outcome', outcome);
}

/** The card of a miss is there, is clean, and goes. */
async function closeCard({ page }: Student, screen: string): Promise<void> {
  await expectNoViolations(page, `${screen}, a miss`);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('button', { name: 'Try again' })).toBeHidden();
}

/** Both have all in; the reveal, the step, and the next round come as in any other. */
async function goesOn({ host, quick, slow }: Class): Promise<void> {
  await expect(host.page.getByText('2 of 2 ready')).toBeVisible();
  expect(await quick.number('score')).toBeGreaterThan(await slow.number('score'));
  expect(await slow.number('score')).toBeGreaterThan(0);
  for (const phase of ['reveal', 'update', 'backward'] as const) {
    await host.press('Next');
    for (const { page } of [quick, slow]) await inPhase(page, phase);
    if (phase === 'reveal') {
      for (const { page } of [quick, slow]) await expectNoViolations(page, 'reveal');
    }
  }
  expectNoErrors(host, quick, slow);
}

test('update: first which way, then how far', async ({ browser }) => {
  const klass = await open(browser, { asks: 'update' });
  const { quick, slow, truth } = klass;
  for (const student of [quick, slow]) {
    const { G, edge } = await truthOf(student, truth);
    const [right, wrong] = G < 0 ? ['up', 'down'] : ['down', 'up'];
    const ball = student.page.locator('.hill');
    await expect(ball).toContainText('Which way is down?');
    if (student === slow) {
      await choice(student, wrong).click();
      await expectVerdict(student, 'wrong', 'direction');
      await expect(student.page.getByTestId('verdict')).toContainText('uphill');
      // The picture gives nothing away before it is right.
      await expect(ball).toContainText('Which way is down?');
      await closeCard(student, 'update');
    }
    await choice(student, right).click();
    await expectVerdict(student, 'correct', 'direction');
    await expect(ball).toContainText(G < 0 ? '◆ grows' : '◆ shrinks');
    // w, η and G are put in by tapping; the operators come from the keys.
    const { learningRate } = truth.network;
    await line(student, 'New weight').fill(
      `${valueOfEdge(truth.network, edge)} − ${learningRate} × (${written(G)})`,
    );
    await student.send();
    await expectVerdict(student, 'correct', 'next');
  }
  await goesOn(klass);
});

/** The term that differs from the true one in the working that is shown. */
async function wrongTerm(student: Student, truth: Truth): Promise<string> {
  const { S, slope, delta, G } = await truthOf(student, truth);
  const right = { S, slope, input: G / delta };
  for (const [term, value] of Object.entries(right)) {
    const text = await choice(student, term).locator('.card-number').textContent();
    const shown = Number(text!.replace('−', '-'));
    if (!(Math.abs(shown - value) <= 1e-3 * Math.abs(value))) return term;
  }
  return 'product';
}

test('debug by keyboard alone: the card with the slip', async ({ browser }) => {
  const klass = await open(browser, { asks: 'debug' });
  const { quick, slow, truth } = klass;
  for (const student of [quick, slow]) {
    const { page } = student;
    const right = await wrongTerm(student, truth);
    const place = page.locator('button.place').first();
    await tabTo(page, place);
    await page.keyboard.press('Enter');
    await expect(place).toHaveAttribute('aria-pressed', 'true');
    await expect(place.locator('.place-value')).toHaveText(/\d/u);
    if (student === slow) {
      const wrong = right === 'S' ? 'input' : 'S';
      await tabTo(page, choice(student, wrong));
      await page.keyboard.press('Enter');
      await expectVerdict(student, 'wrong', 'term');
      await expect(page.getByTestId('verdict')).toContainText('You:');
      await expect(page.getByTestId('verdict')).not.toContainText('read as');
      await expectNoViolations(page, 'debug, a miss');
      await tabTo(page, page.getByRole('button', { name: 'Try again' }));
      await page.keyboard.press('Enter');
      await focusIsSomewhere(page);
    }
    await tabTo(page, choice(student, right));
    await page.keyboard.press('Enter');
    await expectVerdict(student, 'correct', 'term');
    await focusIsSomewhere(page);
    // Nothing is typed here.
    await expect(page.getByRole('group', { name: 'Number keys' })).toHaveCount(0);
  }
  await klass.host.press('Next');
  await inPhase(slow.page, 'reveal');
  await expect(slow.page.locator('.is-slip')).toContainText('here was the slip');
  expectNoErrors(klass.host, quick, slow);
});

test('nudge by keyboard alone: the lever says how steep it is', async ({ browser }) => {
  const klass = await open(browser, { asks: 'nudge' });
  const { quick, slow, truth } = klass;
  for (const student of [quick, slow]) {
    const { page } = student;
    const { edge } = await truthOf(student, truth);
    const w = valueOfEdge(truth.network, edge);
    const errorAt = (weight: number): number => {
      const moved = withEdge(truth.network, edge, weight);
      return lossOf(moved.loss, forward(moved, truth.sample.x).outputs.at(-1)!, truth.sample.t);
    };
    if (student === slow) {
      await line(student, 'Estimate').fill('77.7');
      await line(student, 'Estimate').press('Enter');
      await expectVerdict(student, 'wrong', 'estimate');
      await closeCard(student, 'nudge');
      await line(student, 'Estimate').fill('');
    }
    const lever = page.getByRole('slider', { name: 'Lever on ◆' });
    const firstDelta = page.getByRole('button', { name: /^Insert ΔE/u });
    await expect(firstDelta).toBeDisabled();
    await tabTo(page, lever);
    await page.keyboard.press('ArrowRight');
    const shown = (await lever.getAttribute('aria-valuetext'))!;
    const [, weight, error] = /^weight (\S+), error (\S+)$/u.exec(shown)!;
    expect(Number(weight!.replace('−', '-'))).toBeCloseTo(w + 0.1, 9);
    expect(Number(error)).toBeCloseTo(errorAt(w + 0.1), 3);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await expect(page.getByTestId('readings')).toHaveAttribute('data-notch', '-1');
    await expect(page.getByRole('img', { name: 'E over w: 3 points visited' })).toBeVisible();
    await tabTo(page, firstDelta);
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('button', { name: /^Insert ÷ Δw/u }));
    await page.keyboard.press('Enter');
    await expect(line(student, 'Estimate')).toHaveValue(/ ÷ \(−0\.1\)$/u);
    await page.keyboard.press('Enter');
    await expectVerdict(student, 'correct', 'estimate');
  }
  await klass.host.press('Next');
  await inPhase(quick.page, 'reveal');
  await expect(quick.page.getByText('The green line is the true slope')).toBeVisible();
  expectNoErrors(klass.host, quick, slow);
});

/** A place as it is called where nothing has a name. */
function barePlace(truth: Truth, id: PlaceId): string {
  const place = placeById(truth.network, id)!;
  if (place.kind === 'weight') {
    const { layer, from, to } = place.edge;
    return `Line from layer ${layer}, unit ${from + 1} to layer ${layer + 1}, unit ${to + 1}`;
  }
  const { layer, index } = place.unit;
  return layer === 0 ? `Input ${index + 1}` : `Layer ${layer + 1}, unit ${index + 1}: ${place.kind}`;
}

test('blank: the places of a network without names or numbers', async ({ browser }) => {
  const klass = await open(browser, { asks: 'blank' });
  const { quick, slow, truth } = klass;
  for (const student of [quick, slow]) {
    const { page } = student;
    const { ids } = await truthOf(student, truth);
    const names = ids.map((id) => barePlace(truth, id));
    await expect(page.getByTestId('my-unit')).toBeHidden();
    await expect(page.locator('main')).not.toContainText(/\b[xhy]\d\b/u);
    await expect(page.locator('main')).not.toContainText(/\d\.\d/u);
    const send = page.getByRole('button', { name: 'Send my places' });
    if (student === slow) {
      await student.take(...names.slice(1));
      await send.click();
      await expectVerdict(student, 'wrong', 'places');
      await expect(page.getByTestId('verdict')).not.toContainText(/\b[xhy]\d\b/u);
      await closeCard(student, 'blank');
      await student.take(names[0]!);
    } else await student.take(...names);
    await send.click();
    await expectVerdict(student, 'correct', 'places');
    await expect(page.getByRole('timer', { name: 'Your time' })).toBeVisible();
  }
  await klass.host.press('Next');
  for (const student of [quick, slow]) {
    await inPhase(student.page, 'reveal');
    await expect(student.page.getByTestId('my-unit')).toBeVisible();
    await expect(student.page.getByText('The whole working')).toBeVisible();
  }
  expectNoErrors(klass.host, quick, slow);
});

test('see: only the places are asked, what they come to is computed meanwhile', async ({ browser }) => {
  const klass = await open(browser, { asks: 'contribution', help: 'see' });
  const { quick, slow, truth } = klass;
  for (const student of [quick, slow]) {
    const { page } = student;
    const { ids, G } = await truthOf(student, truth);
    await expect(page.getByRole('textbox')).toHaveCount(0);
    const result = page.locator('.see-line .result').last();
    await expect(result).toContainText('…');
    if (student === slow) {
      await student.take(...ids.slice(0, -1).map(placeLabel));
      await page.getByRole('button', { name: 'Send my places' }).click();
      await expectVerdict(student, 'wrong', 'places');
      await closeCard(student, 'see');
      await student.take(placeLabel(ids.at(-1)!));
    } else await student.take(...ids.map(placeLabel));
    await expect(result).toContainText(String(Number(G.toPrecision(4))).replace('-', '−'));
    await page.getByRole('button', { name: 'Send my places' }).click();
    await expectVerdict(student, 'correct', 'places');
  }
  await goesOn(klass);
});

test('blank level: one line and nothing else; a tap puts a value into it', async ({ browser }) => {
  const klass = await open(browser, { asks: 'contribution', help: 'blank' });
  const { quick, slow, truth } = klass;
  for (const student of [quick, slow]) {
    const { page } = student;
    const { G } = await truthOf(student, truth);
    await expect(page.getByRole('textbox')).toHaveCount(1);
    await expect(page.locator('.slot')).toHaveCount(0);
    if (student === slow) {
      await page.getByRole('button', { name: /^Valve of y1/u }).click();
      await expect(line(student, 'Gradient')).toHaveValue(/^0\.\d+$/u);
      await line(student, 'Gradient').press('Enter');
      await expectVerdict(student, 'wrong', 'G');
      await closeCard(student, 'blank level');
    }
    await line(student, 'Gradient').fill(written(G));
    await line(student, 'Gradient').press('Enter');
    await expectVerdict(student, 'correct', 'G');
  }
  await goesOn(klass);
});

test('help falls away after two questions without a miss, and its player is told', async ({ browser }) => {
  const host = await Host.openWith(browser, server.url, { network: 'article', help: 'see' });
  const student = await Student.join(browser, server.url, await host.code(), 'Mia', STILL);
  const truth = new Truth('article');
  await host.press('Start');
  const told = student.page.locator('.help-change');
  for (let round = 1; round <= 2; round++) {
    await inPhase(student.page, 'backward');
    await expect(student.page.getByTestId('round')).toHaveAttribute('data-value', String(round));
    await expect(told).toBeHidden();
    const { ids } = await truthOf(student, truth);
    await student.take(...ids.map(placeLabel));
    await student.page.getByRole('button', { name: 'Send my places' }).click();
    await expectVerdict(student, 'correct', 'places');
    for (let i = 0; i < 3; i++) await host.press('Next');
    truth.nextRound();
  }
  await expect(student.page.getByTestId('round')).toHaveAttribute('data-value', '3');
  await expect(told).toContainText('Two without a miss! From now on you do the sums yourself.');
  await expect(line(student, 'Gradient')).toBeVisible();
  await student.page.reload();
  await expect(told).toContainText('Two without a miss!');
  // Nobody else is told.
  await expect(host.page.locator('body')).not.toContainText('Two without a miss');
  expectNoErrors(host, student);
});
