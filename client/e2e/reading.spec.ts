import { expect, type Locator, type Page } from '@playwright/test';
import { LANGUAGES } from '@relay/shared/strings/languages';
import { expectNoErrors } from './support/classroom';
import { inPhase, Person, STILL, STILL_PHONE, Student } from './support/people';
import type { GameServer } from './support/server';
import { test } from './support/test';
import { WORDS } from './support/words';

let server: GameServer;
test.beforeAll(({ sharedServer }) => {
  server = sharedServer;
});

/** Positions and sizes of everything that can be pressed or filled. */
const layoutOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('input, button')].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [x, y, width, height].map(Math.round).join(' ');
    }),
  );

/** Right end of the room that a field has for its text. */
async function textEnd(field: Locator): Promise<number> {
  return field.evaluate((element: HTMLInputElement) => {
    const { paddingRight } = getComputedStyle(element);
    return element.getBoundingClientRect().right - Number.parseFloat(paddingRight);
  });
}

for (const lang of LANGUAGES) {
  for (const [size, options] of [
    ['phone', STILL_PHONE],
    ['chromebook', STILL],
  ] as const) {
    test(`${lang}, ${size}: what was read is shown and said before it is sent, and nothing moves`, async ({
      browser,
    }) => {
      const { play, practise } = WORDS[lang];
      const student = new Student(await Person.openPage(browser, options));
      const { page } = student;
      await page.goto(`${server.url}/practise?lang=${lang}`);
      await page.getByRole('link', { name: practise.lessons.hidden.text }).first().click();
      await inPhase(page, 'backward');
      const field = page.getByRole('textbox', { name: play.part.G, exact: true });
      const reading = page.getByTestId('reading').last();
      const before = await layoutOf(page);
      const { unreadable, ambiguous, said } = play.reading;
      for (const [text, shown, sentence] of [
        ['0.5', '', ''],
        ['0.7414 × 0.1868 × 0.4 × (−0.2171)', '= −0.01203', said.replace('{{value}}', '−0.01203')],
        ['1 1/2', '= 1.5', said.replace('{{value}}', '1.5')],
        ['1,234', ambiguous.shown, ambiguous.said],
        ['5 3', unreadable.shown, unreadable.said],
      ] as const) {
        await field.fill(text);
        await expect(reading).toHaveText(shown);
        expect(await layoutOf(page)).toEqual(before);
        if (shown === '') continue;
        const box = (await reading.boundingBox())!;
        expect(box.x).toBeGreaterThanOrEqual(await textEnd(field));
        await expect(page.locator('[aria-live="polite"]').filter({ hasText: sentence })).toHaveCount(1);
      }
      await field.fill('1,234');
      await field.press('Enter');
      await expect(page.getByTestId('verdict')).toHaveAttribute('data-outcome', 'unreadable');
      await expect(page.getByTestId('verdict')).toContainText(
        play.verdict.ambiguous.replace('{{part}}', play.part.G),
      );
      expectNoErrors(student);
    });
  }
}
