import { expect } from '@playwright/test';
import { placeById, type PlaceId } from '@relay/shared/question/places/place';
import { closeCard, expectVerdict, open, truthOf } from './support/asked';
import { expectNoErrors, type Truth } from './support/classroom';
import { inPhase } from './support/people';
import type { GameServer } from './support/server';
import { test } from './support/test';

let server: GameServer;
test.beforeAll(({ sharedServer }) => {
  server = sharedServer;
});

/** Label of a place in a network without names. */
function barePlace(truth: Truth, id: PlaceId): string {
  const place = placeById(truth.network, id)!;
  if (place.kind === 'weight') {
    const { layer, from, to } = place.edge;
    return `Line from layer ${layer}, unit ${from + 1} to layer ${layer + 1}, unit ${to + 1}`;
  }
  const { layer, index } = place.unit;
  return layer === 0 ? `Input ${index + 1}` : `Layer ${layer + 1}, unit ${index + 1}: ${place.kind}`;
}

test('blank help level: places of a network without names or numbers', async ({ browser }) => {
  const klass = await open(browser, server.url, { asks: 'blank' });
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
