import { expect, type Page } from '@playwright/test';
import { LANGUAGES } from '@relay/shared/strings/languages';
import { expectNoViolations } from './support/axe';
import { answerRightly, expectNoErrors, Truth, written } from './support/classroom';
import { Host, inPhase, Person, type Phase, SIZES, STILL, Student } from './support/people';
import type { GameServer } from './support/server';
import { test } from './support/test';
import { WORDS } from './support/words';

let server: GameServer;
test.beforeAll(({ sharedServer }) => {
  server = sharedServer;
});

const PROJECTED: ReadonlySet<Phase> = new Set(['lobby', 'backward', 'reveal']);
/** Checks a page as it stands in both languages, by means of its language switch. */
async function inBothLanguages(page: Page, screen: string): Promise<void> {
  for (const name of ['日本語', 'English']) {
    await page.getByRole('button', { name, exact: true }).click();
    await expectNoViolations(page, `${screen}, ${name}`);
  }
}

test('pages outside a round: no accessibility violation in either language', async ({ browser }) => {
  const page = await Person.openPage(browser, { ...STILL, ...SIZES.phone });
  for (const path of ['/', '/join', '/practise', '/host', '/sheets', '/guide']) {
    await page.goto(`${server.url}${path}?lang=en`);
    // Each sheet to be printed has a heading of its own.
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    await inBothLanguages(page, path);
  }
  // With an error message under a field.
  await page.goto(`${server.url}/join?lang=en`);
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(page.getByText(WORDS.en.join.codeShape)).toBeVisible();
  await inBothLanguages(page, 'join, refused');
});

test('pages of a round: no accessibility violation, and playable with reduced motion', async ({
  browser,
}) => {
  const host = await Host.open(browser, server.url, 'Swap', STILL);
  const still = { ...SIZES.phone, reducedMotion: 'reduce' } as const;
  const student = await Student.join(browser, server.url, await host.code(), 'Mia', still);
  const projector = await host.openProjector();
  const pages = { host: host.page, student: student.page };
  const address = new URL(projector.page.url());
  const everyoneIsFine = async (phase: Phase) => {
    for (const [who, page] of Object.entries(pages)) {
      await inPhase(page, phase);
      await inBothLanguages(page, `${who}, ${phase}`);
    }
    if (!PROJECTED.has(phase)) return;
    // The projector takes its language from its address; a different address each time makes it load again.
    for (const lang of LANGUAGES.toReversed()) {
      await projector.page.goto(`${address.origin}${address.pathname}?lang=${lang}${address.hash}`);
      await inPhase(projector.page, phase);
      await expect(projector.page.locator('html')).toHaveAttribute('lang', lang);
      await expectNoViolations(projector.page, `projector, ${phase}, ${lang}`);
    }
  };
  await everyoneIsFine('lobby');

  await host.press('Start');
  await inPhase(student.page, 'backward');
  const truth = new Truth('swap');
  const { places } = truth.of(await student.text('weight-in-question'));
  await student.take(places[0]!);
  await student.line('Parcel δ').fill(written(42));
  await student.line('Parcel δ').press('Enter');
  await expect(student.page.getByRole('button', { name: 'Try again' })).toBeVisible();
  await everyoneIsFine('backward');

  await student.page.getByRole('button', { name: 'Try again' }).click();
  await student.place(places[0]!).click();
  await answerRightly(student, truth);
  await expect(student.page.getByText('All in!')).toBeVisible();
  await inBothLanguages(student.page, 'all in');
  for (const phase of ['reveal', 'update'] as const) {
    await host.press('Next');
    await everyoneIsFine(phase);
  }
  await host.press('End');
  await everyoneIsFine('ended');
  expectNoErrors(host, student, projector);
});
