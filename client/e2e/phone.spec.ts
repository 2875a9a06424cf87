import { expect, type Locator } from '@playwright/test';
import { unitPlaceId } from '@relay/shared/question/places/placeId';
import type { PlaceId } from '@relay/shared/question/places/place';
import { type Box, overlap } from './support/boxes';
import { expectNoErrors, placeLabel, Truth, written } from './support/classroom';
import { fingerOn, layoutOn } from './support/drawing';
import { Host, inPhase, SIZES, STILL, STILL_PHONE, Student } from './support/people';
import type { GameServer } from './support/server';
import { test } from './support/test';

let server: GameServer;
test.beforeAll(({ sharedServer }) => {
  server = sharedServer;
});

const HEIGHT = SIZES.phone.viewport.height;
const KEY_NAMES: Readonly<Record<string, string>> = { '−': 'minus', '.': 'point' };

async function boxOf(name: string, locator: Locator): Promise<Box> {
  const { x, y, width, height } = (await locator.boundingBox())!;
  return { name, left: x, right: x + width, top: y, bottom: y + height };
}

/** Checks that all boxes are on the first screen and do not overlap. */
function expectApart(boxes: readonly Box[]): void {
  for (const [i, box] of boxes.entries()) {
    expect(box.top, box.name).toBeGreaterThanOrEqual(0);
    expect(box.bottom, box.name).toBeLessThanOrEqual(HEIGHT);
    for (const other of boxes.slice(i + 1)) {
      expect(overlap(box, other), `${box.name} over ${other.name}`).toBe(false);
    }
  }
}

async function fieldsOf(student: Student): Promise<Box[]> {
  const boxes = [await boxOf('the network', student.page.locator('canvas').first())];
  for (const field of await student.page.getByRole('textbox').all()) {
    boxes.push(await boxOf((await field.getAttribute('id'))!, field));
  }
  return boxes;
}

async function keysOf(student: Student): Promise<Box[]> {
  const keys = await student.page.getByRole('group', { name: 'Number keys' }).getByRole('button').all();
  return Promise.all(keys.map(async (key, i) => boxOf(`key ${i}`, key)));
}

/** Types by the keys on the page. */
async function typeByKeys(
  student: Student,
  line: Parameters<Student['line']>[0],
  value: string,
): Promise<void> {
  await student.line(line).tap();
  for (const sign of value) {
    await student.page.getByRole('button', { name: KEY_NAMES[sign] ?? sign, exact: true }).tap();
  }
  await expect(student.line(line)).toHaveValue(value);
}

test('a whole round by thumb on a phone: every control in sight', async ({ browser }) => {
  const host = await Host.open(browser, server.url, 'Mazur', STILL);
  const code = await host.code();
  // Units are assigned in turn, hidden and output: one of two players has a hidden unit.
  const students = [
    await Student.join(browser, server.url, code, 'Mia', SIZES.phone),
    await Student.join(browser, server.url, code, 'Leo', SIZES.phone),
  ];
  await host.press('Start');
  const truth = new Truth('mazur');
  const weights: string[] = [];
  for (const student of students) {
    await inPhase(student.page, 'backward');
    await expect(student.page.getByTestId('my-unit')).not.toHaveText('');
    weights.push(await student.text('weight-in-question'));
  }
  const hidden = weights.findIndex((weight) => truth.of(weight).isHidden);
  const [student, weight] = [students[hidden]!, weights[hidden]!];
  const { page } = student;
  await page.locator('[data-stage="ready"]').waitFor();
  const canvas = page.locator('canvas').first();
  const { ids, S, delta, G } = truth.of(weight);
  const inSight = async () => expectApart([...(await fieldsOf(student)), ...(await keysOf(student))]);

  await expect(page.getByRole('textbox')).toHaveCount(3);
  await inSight();
  const taken: PlaceId[] = [];
  for (const place of ids) {
    const position = await fingerOn(place, { truth, weight, taken, canvas });
    await canvas.tap({ position });
    taken.push(place);
    await expect(student.place(placeLabel(place))).toHaveAttribute('aria-pressed', 'true');
  }
  await expect(page.locator('button[data-place][aria-pressed="true"]')).toHaveCount(ids.length);
  await inSight();

  await typeByKeys(student, 'Error that arrives', written(S));
  await typeByKeys(student, 'Parcel δ', written(S));
  await page.getByRole('button', { name: 'Send', exact: true }).tap();
  const card = page.getByTestId('verdict').locator('[data-cover]');
  await expect(card).toBeVisible();
  expectApart([...(await fieldsOf(student)), await boxOf('the card', card)]);
  // The forgotten valve pulses, and nothing covers it.
  const pulsing: PlaceId = unitPlaceId('valve', await student.text('my-unit'));
  const [pulse] = (await layoutOn({ truth, weight, taken, pulsing, canvas })).pulses;
  const box = (await canvas.boundingBox())!;
  const [x, y] = [box.x + pulse!.x, box.y + pulse!.y];
  expect(y + pulse!.h / 2).toBeLessThan((await card.boundingBox())!.y);
  expect(await page.evaluate(([px, py]) => document.elementFromPoint(px!, py!)?.tagName, [x, y])).toBe(
    'CANVAS',
  );

  await page.getByRole('button', { name: 'Try again' }).tap();
  for (const _ of written(S)) await page.getByRole('button', { name: 'Delete a character' }).tap();
  await expect(student.line('Parcel δ')).toHaveValue('');
  await typeByKeys(student, 'Parcel δ', written(delta));
  await typeByKeys(student, 'Gradient', written(G));
  await page.getByRole('button', { name: 'Send', exact: true }).tap();
  await expect(page.getByText('All in!')).toBeVisible();
  expect(await page.evaluate(() => scrollY)).toBe(0);
  for (const phase of ['reveal', 'update'] as const) {
    await host.press('Next');
    await inPhase(page, phase);
  }
  expectNoErrors(host, ...students);
});

test('hint on a phone: lies over the keys, and Send stays in sight', async ({ browser }) => {
  const host = await Host.open(browser, server.url, 'Mazur', STILL);
  const code = await host.code();
  const students = [
    await Student.join(browser, server.url, code, 'Mia', STILL_PHONE),
    await Student.join(browser, server.url, code, 'Leo', STILL_PHONE),
  ];
  await host.press('Start');
  for (const student of students) {
    const { page } = student;
    await inPhase(page, 'backward');
    const send = page.getByRole('button', { name: 'Send', exact: true });
    const inSight = async () => {
      expectApart([...(await fieldsOf(student)), await boxOf('Send', send)]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    };
    const parts = ['Places', 'Gradient'];
    for (const part of parts) {
      await page.getByRole('button', { name: 'Hint', exact: true }).tap();
      const ask = page.getByRole('button', { name: `Where to look for: ${part}` });
      await inSight();
      const row = page.getByRole('group', { name: 'Where to look? Costs half the points.' });
      expectApart([...(await fieldsOf(student)), await boxOf('what opened', row), await boxOf('Send', send)]);
      await expect(page.getByRole('button', { name: '7', exact: true })).toBeHidden();
      await ask.tap();
      await page.getByRole('button', { name: new RegExp(`^${part}: `, 'u') }).tap();
      await expect(page.getByText(new RegExp(`^${part}: look at `, 'u'))).toBeVisible();
      await inSight();
    }
  }
  expectNoErrors(host, ...students);
});
