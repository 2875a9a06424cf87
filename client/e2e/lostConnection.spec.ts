import { type Browser, expect, type Page } from '@playwright/test';
import type { Press } from '@relay/shared/referee/press';
import { type Language, LANGUAGES } from '@relay/shared/strings/languages';
import { isLong } from '@relay/shared/testing/effort';
import { expectNothingCovered } from './support/covered';
import { Host, inPhase, type Phase, SIZES, STILL, STILL_PHONE, Student } from './support/people';
import { GameServer } from './support/server';
import { test } from './support/test';
import { WORDS } from './support/words';

/** Pages that have lost their connection: say so, and cover nothing with it. */

let server: GameServer;
test.beforeAll(async () => {
  server = await GameServer.start();
});
test.afterAll(() => server.stop());

/** Lowest screen that a projector may have. */
const LOW = { width: 1280, height: 640 };
const { phone: PHONE, chromebook: CHROMEBOOK, projector: WALL } = SIZES;
const EVERY = [PHONE.viewport, CHROMEBOOK.viewport, LOW, WALL.viewport];
/** Screens on which a page is looked at: the narrowest and the lowest, or all. */
const SCREENS = isLong ? EVERY : [PHONE.viewport, LOW];
const WALLS = isLong ? EVERY.slice(1) : [LOW, WALL.viewport];

interface Looked {
  readonly page: Page;
  readonly lang: Language;
  readonly sizes: readonly { readonly width: number; readonly height: number }[];
}

const notice = (page: Page) => page.getByTestId('lost-connection');

/** Looks at a page without its connection, on screens of several sizes. */
async function look({ page, lang, sizes }: Looked, phase: string): Promise<void> {
  await expect(notice(page)).toHaveText(WORDS[lang].connection.lost);
  const own = page.viewportSize()!;
  for (const size of sizes) {
    await page.setViewportSize(size);
    await expect.poll(() => page.evaluate(() => innerHeight)).toBe(size.height);
    await test.step(`${phase}, ${new URL(page.url()).pathname}, ${lang}, ${size.width} × ${size.height}`, () =>
      expectNothingCovered(page));
    const { top, bottom } = await notice(page).evaluate((element) => element.getBoundingClientRect());
    expect([top >= 0, bottom < size.height]).toEqual([true, true]);
  }
  await page.setViewportSize(own);
}

/** Opens console and projector a second time, in another language. */
async function openAgain(page: Page, lang: Language): Promise<Page> {
  const again = await page.context().newPage();
  await again.setViewportSize(page.viewportSize()!);
  const address = new URL(page.url());
  address.searchParams.set('lang', lang);
  await again.goto(address.href);
  await expect(again.getByTestId('phase')).toBeVisible();
  return again;
}

async function classOf(browser: Browser) {
  const host = await Host.openWith(browser, server.url, {
    network: 'mazur',
    settings: { asksFor: 'both', style: 'parallel' },
  });
  const code = await host.code();
  const projector = await host.openProjector();
  const phone = await Student.join(browser, server.url, code, 'Mia', { ...STILL_PHONE, lang: 'ja' });
  const laptop = await Student.join(browser, server.url, code, 'Leo', { ...STILL, lang: 'en' });
  const pages: Looked[] = [
    { page: host.page, lang: 'en', sizes: SCREENS },
    { page: await openAgain(host.page, 'ja'), lang: 'ja', sizes: SCREENS },
    { page: projector.page, lang: 'en', sizes: WALLS },
    { page: await openAgain(projector.page, 'ja'), lang: 'ja', sizes: WALLS },
    { page: phone.page, lang: 'ja', sizes: SCREENS },
    { page: laptop.page, lang: 'en', sizes: SCREENS },
  ];
  return { host, pages };
}

/** Commands of the host in their order, each with the phase that it leads to. */
const STEPS: readonly (readonly [Press | null, Phase])[] = [
  [null, 'lobby'],
  [{ type: 'start' }, 'forward'],
  [{ type: 'next' }, 'backward'],
  [{ type: 'next' }, 'reveal'],
  [{ type: 'next' }, 'update'],
  [{ type: 'openTrial', x: [0.3, 0.7] }, 'update'],
  [{ type: 'end' }, 'ended'],
];

test('a lost connection: is said above the page in every phase, and covers nothing', async ({ browser }) => {
  const { host, pages } = await classOf(browser);
  for (const [command, phase] of STEPS) {
    if (command) await host.say(command);
    for (const { page } of pages) await inPhase(page, phase);
    await server.kill();
    await Promise.all(pages.map((one) => look(one, command?.type ?? phase)));
    await server.start();
    for (const { page } of pages) {
      // Asks for a new try at once, as a device does that finds its network again.
      await page.evaluate(() => dispatchEvent(new Event('online')));
      await expect(notice(page)).toBeHidden();
    }
  }
});

test('a lost connection: covers nothing where a full class is shown', async ({ browser }) => {
  const host = await Host.openWith(browser, server.url, { network: 'swap', settings: { teams: 8 } });
  const projector = await host.openProjector();
  await host.say({ type: 'rehearse', bots: 32, language: 'ja' } as unknown as Press);
  await expect(host.page.getByTestId('players')).toHaveAttribute('data-value', '32');
  await host.say({ type: 'start' });
  await inPhase(projector.page, 'backward');
  await host.say({ type: 'next' });
  await inPhase(projector.page, 'reveal');
  const other = await openAgain(projector.page, 'ja');
  await inPhase(other, 'reveal');
  await server.kill();
  await look({ page: projector.page, lang: 'en', sizes: WALLS }, 'reveal');
  await look({ page: other, lang: 'ja', sizes: WALLS }, 'reveal');
  await server.start();
});

test('a page that was opened while nothing answers: says so and what to do, and gets in later', async ({
  browser,
}) => {
  const host = await Host.openWith(browser, server.url, { network: 'swap' });
  const code = await host.code();
  for (const lang of LANGUAGES) {
    const { page } = await Student.join(browser, server.url, code, 'Mia', { ...STILL_PHONE, lang });
    // The page itself is there already, as one is that a phone has kept.
    await page.route('**/api/resume', (route) => route.abort('connectionrefused'));
    await page.reload();
    await expect(notice(page)).toHaveText(WORDS[lang].connection.noAnswer);
    await expectNothingCovered(page);
    await page.unroute('**/api/resume');
    await inPhase(page, 'lobby');
    await expect(notice(page)).toBeHidden();
  }
});
