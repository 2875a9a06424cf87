import { expect, type Page } from '@playwright/test';
import { expectNoErrors } from './support/classroom';
import { inPhase, Person, SIZES, Student } from './support/people';
import { test } from './support/test';

/** Frames that the drawing takes, by a clock that only the test moves: none when nothing moves, few when creatures only breathe. */

/** Time after which all movements and the breathing are over. */
const LONG_MS = 30_000;
/** Time for which an input stops the breathing, and that of a chip that pops up. */
const INPUT_MS = 2_000;
const AT_MOST_A_SECOND = 12;

interface Counting {
  drawnFrames: number;
}

/** Counts the animation frames in which WebGL draws. */
function countFrames(): void {
  const counting = globalThis as unknown as Counting;
  counting.drawnFrames = 0;
  let drawnAt = -1;
  for (const kind of [WebGLRenderingContext, WebGL2RenderingContext]) {
    const own = kind.prototype as unknown as Record<'clear', (mask: number) => void>;
    const draw = own['clear'];
    own['clear'] = function counted(mask): void {
      // Within one frame the test's clock stands still.
      if (drawnAt !== performance.now()) counting.drawnFrames++;
      drawnAt = performance.now();
      draw.call(this, mask);
    };
  }
}

async function framesIn(page: Page, ms: number): Promise<number> {
  const count = (): Promise<number> => page.evaluate(() => (globalThis as unknown as Counting).drawnFrames);
  const before = await count();
  await page.clock.runFor(ms);
  return (await count()) - before;
}

async function openPractice(page: Page, url: string): Promise<void> {
  await page.clock.install();
  await page.addInitScript(countFrames);
  await page.goto(`${url}/practise?lang=en#hidden`);
  await inPhase(page, 'backward');
  await page.locator('[data-stage="ready"]').waitFor();
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 10_000);
  await page.clock.runFor(LONG_MS);
}

test('a drawing at rest takes no frames, a breathing one twelve a second, none while typing', async ({
  browser,
  sharedServer,
}) => {
  const student = new Student(
    await Person.openPage(browser, { ...SIZES.chromebook, reducedMotion: 'no-preference' }),
  );
  const { page } = student;
  await openPractice(page, sharedServer.url);
  expect(await framesIn(page, 5_000), 'at rest').toBe(0);

  const line = page.getByRole('textbox').first();
  await line.focus();
  for (const key of ['0', '.', '4']) {
    await page.keyboard.press(key);
    expect(await framesIn(page, 1_000), `after the key ${key}, at rest`).toBe(0);
  }

  const place = page.locator('button[data-place]').first();
  const tap = (): Promise<void> => place.dispatchEvent('click');
  // A page that has waited long for its frames, while it was loaded, does not breathe; here it gets them in time.
  for (let taps = 0; taps < 6; taps++) {
    await tap();
    await page.clock.runFor(1_000);
  }
  await tap();
  expect(await framesIn(page, INPUT_MS), 'a picture that has changed').toBeGreaterThan(0);
  const breathing = await framesIn(page, 3_000);
  expect(breathing).toBeLessThanOrEqual(3 * AT_MOST_A_SECOND);
  expect(breathing).toBeGreaterThan(2 * AT_MOST_A_SECOND);

  for (const key of ['4', 'Backspace']) {
    await page.keyboard.press(key);
    expect(await framesIn(page, INPUT_MS - 500), `after the key ${key}, while breathing`).toBe(0);
  }
  await framesIn(page, LONG_MS);
  expect(await framesIn(page, 5_000), 'at rest again').toBe(0);
  expectNoErrors(student);
});

test('with reduced motion a change takes its frames, and nothing breathes', async ({
  browser,
  sharedServer,
}) => {
  const student = new Student(
    await Person.openPage(browser, { ...SIZES.chromebook, reducedMotion: 'reduce' }),
  );
  const { page } = student;
  await openPractice(page, sharedServer.url);
  expect(await framesIn(page, 5_000), 'at rest').toBe(0);
  await page.getByRole('textbox').first().focus();
  await page.keyboard.press('4');
  expect(await framesIn(page, 5_000), 'after a key').toBe(0);
  await page.locator('button[data-place]').first().dispatchEvent('click');
  expect(await framesIn(page, INPUT_MS), 'a picture that has changed').toBeGreaterThan(0);
  expect(await framesIn(page, 5_000), 'at rest again').toBe(0);
  expectNoErrors(student);
});
