import { expect, type Page } from '@playwright/test';
import { LANGUAGES } from '@relay/shared/strings/languages';
import { type Box, overlap } from './support/boxes';
import { openSession, SESSIONS } from './support/everyForm';
import { SIZES } from './support/people';
import { test } from './support/test';

/** Every form of every kind of question, in both languages: its place on the screen, and what is said beside a number. */

const ON_ITS_SIDE = { width: 844, height: 390 };
const SCREENS = [ON_ITS_SIDE, SIZES.phone.viewport, SIZES.chromebook.viewport];
/** Side of the smallest target for a finger, CSS px. */
const FINGER = 44;

/** Boxes of the drawing, the fields, the keys and Send. Runs in the page. */
function boxesOnPage(): { boxes: Box[]; scrolled: number; panel: number } {
  const boxOf = (name: string, element: Element): Box => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return { name, left, right, top, bottom };
  };
  const all = (selector: string) => [...document.querySelectorAll(selector)];
  const boxes = [
    ...all('canvas').map((canvas) => boxOf('drawing', canvas)),
    ...all('[data-keys] input[type="text"]').map((field) => boxOf(`field ${field.id}`, field)),
    ...all('[data-keys] [data-choice]').map((choice) => boxOf(`choice ${choice.textContent}`, choice)),
    ...all('[data-keys] [data-keypad] button, [data-keys] [data-send]').map((key) =>
      boxOf(`key ${key.textContent}`, key),
    ),
  ];
  const scrolled = document.documentElement.scrollWidth - innerWidth;
  return {
    boxes,
    scrolled,
    panel: document.querySelector('[data-testid="panel"]')!.getBoundingClientRect().bottom,
  };
}

/** Labels with their figures that are wider than the field below them. Runs in the page. */
function labelsTooLong(): string[] {
  return [...document.querySelectorAll('[data-keys] input[type="text"]')].flatMap((field) => {
    const top = document.querySelector(`label[for="${field.id}"]`)!.parentElement!;
    return top.getBoundingClientRect().right <= field.getBoundingClientRect().right - 6
      ? []
      : [top.innerText];
  });
}

/** Checks that drawing, fields, keys and Send are on the screen without scrolling, apart, and large enough. */
async function expectInSight(page: Page, where: string, size: typeof ON_ITS_SIDE): Promise<void> {
  const { boxes, scrolled, panel } = await page.evaluate(boxesOnPage);
  expect(scrolled, `${where}: no scrolling sideways`).toBe(0);
  for (const [i, box] of boxes.entries()) {
    const what = `${where}: ${box.name}`;
    expect(box.top, what).toBeGreaterThanOrEqual(0);
    expect(box.bottom, what).toBeLessThanOrEqual(size.height);
    if (/^(?:field|choice)/u.test(box.name))
      expect(box.bottom, `${what}, not cut off`).toBeLessThanOrEqual(panel);
    expect(box.left, what).toBeGreaterThanOrEqual(-0.5);
    expect(box.right, what).toBeLessThanOrEqual(size.width + 0.5);
    expect(box.bottom - box.top, what).toBeGreaterThanOrEqual(FINGER);
    for (const other of boxes.slice(i + 1))
      expect(overlap(box, other), `${what} over ${other.name}`).toBe(false);
  }
  const drawing = boxes.find(({ name }) => name === 'drawing')!;
  expect(drawing.bottom - drawing.top, `${where}: height of the drawing`).toBeGreaterThan(180);
}

const FIGURES = {
  en: /^(?:3 significant figures: (?:\d+ decimals?|a whole number) here|\d+ decimals?, so that the step shows)$/u,
  ja: /^(?:有効数字3けた（(?:小数第\d+位まで|整数で)）|小数第\d+位まで（動いた分が見えるように）)$/u,
} as const;

for (const lang of LANGUAGES) {
  test(`every form, ${lang}: fits a phone both ways and a laptop, and says which figures count`, async ({
    browser,
    sharedServer,
  }) => {
    for (const session of SESSIONS) {
      const { page, open } = await openSession(browser, sharedServer.url, session, {
        ...{ viewport: ON_ITS_SIDE, hasTouch: true, lang },
      });
      for (const round of session.rounds) {
        await page.setViewportSize(ON_ITS_SIDE);
        await open(round);
        for (const size of SCREENS) {
          const where = `${round.name}, ${lang}, ${size.width} × ${size.height}`;
          await page.setViewportSize(size);
          await expect
            .poll(() => page.evaluate(() => document.querySelector('canvas')!.getBoundingClientRect().right))
            .toBeLessThanOrEqual(size.width);
          if (process.env['SHOTS'])
            await page.screenshot({
              path: `${process.env['SHOTS']}/${size.width}-${lang}-${round.name.replaceAll(/\W+/gu, '_')}.png`,
            });
          // A page whose window has just changed is still being laid out.
          if (size !== SIZES.chromebook.viewport)
            await expect(() => expectInSight(page, where, size)).toPass({ timeout: 30_000 });
          expect(await page.evaluate(labelsTooLong), where).toEqual([]);
          for (const field of await page.locator('[data-keys] input[type="text"]').all())
            await expect(field, where).toHaveAccessibleDescription(FIGURES[lang]);
        }
      }
      await page.context().close();
    }
  });
}
