import { expect } from '@playwright/test';
import { forward } from '@relay/shared/maths/forward';
import { lossOf } from '@relay/shared/maths/loss';
import { valueOfEdge } from '@relay/shared/maths/unit';
import { withEdge } from '@relay/shared/maths/update';
import { choice, closeCard, expectVerdict, goesOn, line, open, truthOf } from './support/asked';
import { expectNoViolations } from './support/axe';
import { expectNoErrors, type Truth, written } from './support/classroom';
import { focusIsSomewhere, tabTo } from './support/keyboard';
import { inPhase, type Student } from './support/people';
import type { GameServer } from './support/server';
import { test } from './support/test';

/** Question kinds on a weight besides its gradient: its update, the slip in a working, the slope by a nudge. */

let server: GameServer;
test.beforeAll(({ sharedServer }) => {
  server = sharedServer;
});

test('update: direction first, then size of the step', async ({ browser }) => {
  const klass = await open(browser, server.url, { asks: 'update' });
  const { quick, slow, truth } = klass;
  for (const student of [quick, slow]) {
    const { G, edge } = await truthOf(student, truth);
    const [right, wrong] = G < 0 ? ['up', 'down'] : ['down', 'up'];
    const ball = student.page.getByTestId('hill');
    await expect(ball).toContainText('Which way is down?');
    if (student === slow) {
      await choice(student, wrong).click();
      await expectVerdict(student, 'wrong', 'direction');
      await expect(student.page.getByTestId('verdict')).toContainText('uphill');
      // The picture shows the direction only once the answer is right.
      await expect(ball).toContainText('Which way is down?');
      await closeCard(student, 'update');
    }
    await choice(student, right).click();
    await expectVerdict(student, 'correct', 'direction');
    await expect(ball).toContainText(G < 0 ? '◆ grows' : '◆ shrinks');
    // w, η and G are inserted by tapping; the operators come from the keys.
    const { learningRate } = truth.network;
    await line(student, 'New weight').fill(
      `${valueOfEdge(truth.network, edge)} − ${learningRate} × (${written(G)})`,
    );
    await student.send();
    await expectVerdict(student, 'correct', 'next');
  }
  await goesOn(klass);
});

/** Term of the shown working that differs from the true one. */
async function wrongTerm(student: Student, truth: Truth): Promise<string> {
  const { S, slope, delta, G } = await truthOf(student, truth);
  const right = { S, slope, input: G / delta };
  for (const [term, value] of Object.entries(right)) {
    const text = await choice(student, term).getByTestId('card-number').textContent();
    const shown = Number(text!.replace('−', '-'));
    if (!(Math.abs(shown - value) <= 1e-3 * Math.abs(value))) return term;
  }
  return 'product';
}

test('debug by keyboard alone: the card with the slip is chosen', async ({ browser }) => {
  const klass = await open(browser, server.url, { asks: 'debug' });
  const { quick, slow, truth } = klass;
  for (const student of [quick, slow]) {
    const { page } = student;
    const right = await wrongTerm(student, truth);
    const place = page.locator('button[data-place]').first();
    await tabTo(page, place);
    await page.keyboard.press('Enter');
    await expect(place).toHaveAttribute('aria-pressed', 'true');
    await expect(place.getByTestId('place-value')).toHaveText(/\d/u);
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
    // Nothing is typed in this question.
    await expect(page.getByRole('group', { name: 'Number keys' })).toHaveCount(0);
  }
  await klass.host.press('Next');
  await inPhase(slow.page, 'reveal');
  await expect(slow.page.locator('[data-mistaken]')).toContainText('here was the slip');
  expectNoErrors(klass.host, quick, slow);
});

test('nudge by keyboard alone: the lever announces its slope', async ({ browser }) => {
  const klass = await open(browser, server.url, { asks: 'nudge' });
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
