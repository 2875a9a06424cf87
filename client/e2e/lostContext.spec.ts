import { expect, type Page } from '@playwright/test';
import { openSession, SESSIONS } from './support/everyForm';
import { canvasOf } from './support/classroom';
import { Host, inPhase, Person, SIZES } from './support/people';
import { test } from './support/test';

/** A browser takes the drawing context away, as when a graphics driver restarts, and gives it back. */

/** Loses or restores the context of the page's drawing. */
async function context(page: Page, way: 'lose' | 'restore'): Promise<void> {
  await page.evaluate((lose) => {
    const canvas = document.querySelector('canvas')!;
    const gl = canvas.getContext('webgl2') ?? canvas.getContext('webgl')!;
    const kept = window as unknown as { lostContext?: WEBGL_lose_context };
    kept.lostContext ??= gl.getExtension('WEBGL_lose_context')!;
    if (lose) kept.lostContext.loseContext();
    else kept.lostContext.restoreContext();
  }, way === 'lose');
}

/** Number of colours in the drawing: of a blank one, very few. */
async function coloursOf(page: Page): Promise<number> {
  const picture = (await canvasOf(page)).toString('base64');
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.codePointAt(0)!);
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const pen = canvas.getContext('2d')!;
    pen.drawImage(image, 0, 0);
    const { data } = pen.getImageData(0, 0, image.width, image.height);
    const seen = new Set<number>();
    for (let i = 0; i < data.length; i += 4) seen.add((data[i]! << 16) | (data[i + 1]! << 8) | data[i + 2]!);
    return seen.size;
  }, picture);
}

/** Checks that a drawing is there again, without a press, once its context has come back. */
async function expectComesBack(page: Page, motion: 'reduce' | 'no-preference'): Promise<void> {
  await page.locator('[data-stage="ready"]').waitFor();
  await expect.poll(() => coloursOf(page)).toBeGreaterThan(200);
  const before = await canvasOf(page);
  await context(page, 'lose');
  // A browser draws a small sign in place of what is lost.
  await expect.poll(() => coloursOf(page)).toBeLessThan(100);
  await context(page, 'restore');
  await expect.poll(() => coloursOf(page)).toBeGreaterThan(200);
  if (motion === 'reduce') await expect.poll(async () => (await canvasOf(page)).equals(before)).toBe(true);
}

for (const reducedMotion of ['reduce', 'no-preference'] as const) {
  test(`player, projector and practice draw again, motion: ${reducedMotion}`, async ({
    browser,
    sharedServer,
  }) => {
    const { url } = sharedServer;
    const [session] = SESSIONS;
    const { page, open } = await openSession(browser, url, session!, {
      ...{ ...SIZES.chromebook, lang: 'en', reducedMotion },
    });
    await open(session!.rounds[0]!);
    await expectComesBack(page, reducedMotion);
    await page.goto(`${url}/practise?lang=en#hidden`);
    await inPhase(page, 'backward');
    await expectComesBack(page, reducedMotion);
    await page.context().close();

    const host = await Host.open(browser, url, 'Mazur', { reducedMotion });
    const projector = await host.openProjector();
    const player = await Person.openPage(browser, { ...SIZES.chromebook, reducedMotion });
    await player.goto(`${url}/join?code=${await host.code()}&lang=en`);
    await player.getByRole('button', { name: 'Join', exact: true }).click();
    await expect(host.page.getByTestId('players')).toHaveAttribute('data-value', '1');
    await host.press('Start');
    await inPhase(projector.page, 'backward');
    await expectComesBack(projector.page, reducedMotion);
    await host.page.context().close();
    await player.context().close();
  });
}
