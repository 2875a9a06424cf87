import { type Browser, expect } from '@playwright/test';
import { Classmate } from './support/classmate';
import { answerRightly, expectNoErrors, Truth } from './support/classroom';
import { Host, inPhase, type Person, type Phase, STILL, Student } from './support/people';
import { saidOn } from './support/said';
import type { GameServer } from './support/server';
import { test } from './support/test';
import { WORDS } from './support/words';

/** Display options: hidden points, ranks and names are on no page of a class, and return at a press. */

let server: GameServer;
test.beforeAll(({ sharedServer }) => {
  server = sharedServer;
});

const { shown } = WORDS.en.sessionControl;
/** Points in any wording: counted, added, or mentioned. */
const POINTS = /\d points?\b|points\b|score|\+\d/iu;
const RANKS = /Around you|Top five|^\d\. Team|ranks?\b/imu;
const NAMES = /Leo|Zoe|Max/u;

/** Teams of two, two players with pages and two without: Mia and Zoe, Leo and Max. */
async function classOf(browser: Browser, rounds: number) {
  const settings = { rounds, teams: 2 };
  const host = await Host.openWith(browser, server.url, { network: 'mazur', settings });
  const projector = await host.openProjector();
  const code = await host.code();
  const mia = await Student.join(browser, server.url, code, 'Mia', STILL);
  const leo = await Classmate.join(server, code, 'Leo');
  const zoe = await Classmate.join(server, code, 'Zoe');
  const max = await Classmate.join(server, code, 'Max');
  const pages: readonly Person[] = [mia, projector];
  return {
    host,
    projector,
    mia,
    mates: [leo, zoe, max],
    pages,
    everyone: async (phase: Phase) => {
      for (const { page } of pages) await inPhase(page, phase);
    },
    show: async (name: keyof typeof shown, isShown: boolean) => {
      const box = host.page.getByRole('checkbox', { name: shown[name], exact: true });
      // The switch follows the session, which may answer a moment later.
      if ((await box.isChecked()) !== isShown) await box.click();
      await expect(box).toBeChecked({ checked: isShown });
    },
  };
}

const says = ({ page }: Person, what: RegExp): Promise<void> => expect.poll(() => saidOn(page)).toMatch(what);

/** Checks over a while that the text stays absent, not only that it has not appeared yet. */
async function keepsQuiet(people: readonly Person[], what: RegExp): Promise<void> {
  for (const { page } of people) await expect.poll(() => saidOn(page)).not.toMatch(what);
}

test('hidden points: no page mentions any, from the question to the podium', async ({ browser }) => {
  const { host, projector, mia, mates, pages, everyone, show } = await classOf(browser, 1);
  await says(mia, POINTS);
  await show('scores', false);
  await host.press('Start');
  await everyone('backward');
  await mia.page.getByRole('button', { name: 'Hint' }).click();
  await mia.page
    .getByRole('button', { name: /^Where to look for/u })
    .first()
    .click();
  await keepsQuiet(pages, POINTS);
  for (const mate of mates) await mate.answer();
  await answerRightly(mia, new Truth('mazur'));
  await expect(mia.page.getByRole('heading', { name: 'All in!' })).toBeVisible();
  await keepsQuiet(pages, POINTS);
  const heard = mia.page.getByRole('status').first();
  await expect(heard).not.toContainText(POINTS);
  for (const phase of ['reveal', 'update', 'ended'] as const) {
    await host.press('Next');
    await everyone(phase);
    await keepsQuiet(pages, POINTS);
    await expect(heard).not.toContainText(POINTS);
    if (phase !== 'reveal') continue;
    await show('scores', true);
    await says(mia, /^100 points for this question$/mu);
    await show('scores', false);
    await keepsQuiet(pages, POINTS);
  }
  await show('scores', true);
  await says(mia, /points/u);
  await says(projector, /1\. Team A \(\d+\)/u);
  await says(projector, /\d+ points/u);
  expectNoErrors(host, projector, mia);
});

test('hidden ranks and names: no page shows standings, from half of the rounds to the podium', async ({
  browser,
}) => {
  const { host, projector, mia, mates, pages, everyone, show } = await classOf(browser, 2);
  await host.press('Start');
  await everyone('backward');
  for (const mate of mates) await mate.answer();
  await host.press('Next');
  await everyone('reveal');
  // Half of the rounds are over.
  await says(mia, /Around you[^]*Zoe/u);
  await show('ranks', false);
  await keepsQuiet(pages, RANKS);
  await show('ranks', true);
  await says(mia, RANKS);
  await show('names', false);
  await keepsQuiet(pages, NAMES);
  await says(mia, /Around you[^]*Mia/u);

  await host.press('Next');
  await everyone('update');
  await host.press('End');
  await everyone('ended');
  await keepsQuiet(pages, NAMES);
  await says(projector, /1\. Team [AB]/u);
  await show('names', true);
  await says(projector, NAMES);
  await says(mia, NAMES);
  await show('ranks', false);
  await keepsQuiet(pages, RANKS);
  await expect(projector.page.locator('li[data-rank]')).toHaveCount(0);
  await says(projector, /Team A \(\d+\)/u);
  await show('ranks', true);
  await says(projector, /1\. Team [AB]/u);
  await expect(projector.page.locator('li[data-rank]')).toHaveCount(2);
  await says(mia, RANKS);
  expectNoErrors(host, projector, mia);
});
