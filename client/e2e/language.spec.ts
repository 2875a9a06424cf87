import { expect, type Page } from '@playwright/test';
import { expectNoErrors, Truth, written } from './support/classroom';
import { Host, inPhase, Person, type Phase, STILL, Student } from './support/people';
import type { GameServer } from './support/server';
import { test } from './support/test';
import { WORDS } from './support/words';

let server: GameServer;
test.beforeAll(({ sharedServer }) => {
  server = sharedServer;
});

const { host: hostWords, play, sessionControl } = WORDS.ja;

/** Names, words that Japanese writes in Latin letters too, and the address to join at. */
const ALLOWED =
  /\b(?:Mia|English|Mazur|Han|Kamber|JSON|softmax|sigmoid|tanh|ReLU|AND|OR|XOR|localhost|http)\b|\/join\b/gu;

/** Texts with an English word that a page shows or reads out, but for words of no language. */
async function englishOn(page: Page): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const found = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ALL);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Text && !node.parentElement?.closest('script, style, noscript, [translate=no]'))
        found.push(node.data);
      if (!(node instanceof Element)) continue;
      for (const name of ['aria-label', 'aria-description', 'title', 'placeholder', 'alt']) {
        found.push(node.getAttribute(name) ?? '');
      }
    }
    return found;
  });
  return texts.filter((text) => /[A-Za-z]{3,}/u.test(text.replaceAll(ALLOWED, '')));
}

test('a round in Japanese: no English on any page', async ({ browser }) => {
  const start = await Person.openPage(browser, STILL);
  for (const path of ['/', '/join', '/practise', '/host', '/projector']) {
    await start.goto(`${server.url}${path}?lang=ja`);
    await expect(start.getByRole('main')).toBeVisible();
    expect(await englishOn(start), path).toEqual([]);
  }
  await start.context().close();

  const host = await Host.open(browser, server.url, hostWords.networks.swap, { ...STILL, lang: 'ja' });
  const code = await host.code();
  const student = await Student.join(browser, server.url, code, 'Mia', { ...STILL, lang: 'ja' });
  const projector = await host.openProjector();
  const pages = { host: host.page, student: student.page, projector: projector.page };
  const noEnglish = async (phase: Phase) => {
    for (const [who, page] of Object.entries(pages)) {
      await inPhase(page, phase);
      await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
      expect(await englishOn(page), `${who}, ${phase}`).toEqual([]);
    }
  };
  await noEnglish('lobby');
  await host.press(hostWords.start);
  await inPhase(student.page, 'backward');

  const truth = new Truth('swap').of(await student.text('weight-in-question'));
  const parcel = student.page.getByRole('textbox', { name: play.part.delta });
  const verdict = student.page.getByTestId('verdict');
  const say = async (text: string, outcome: string) => {
    await parcel.fill(text);
    await parcel.press('Enter');
    await expect(verdict).toHaveAttribute('data-outcome', outcome);
    await noEnglish('backward');
  };
  await say('?', 'unreadable');
  await say(written(42), 'wrong');
  await say(written(truth.delta), 'correct');
  await student.page.locator('button[data-place]').first().click();
  await student.page.getByRole('button', { name: play.send, exact: true }).click();
  await expect(verdict).toHaveAttribute('data-part', 'places');
  await noEnglish('backward');
  await host.press(hostWords.pause);
  await expect(host.page.getByText(hostWords.hint.paused)).toBeVisible();
  await noEnglish('backward');
  await host.press(hostWords.resume);

  for (const phase of ['reveal', 'update'] as const) {
    await host.press('Next');
    await noEnglish(phase);
  }
  await host.press(hostWords.end);
  await host.press(sessionControl.end.yes);
  await noEnglish('ended');
  expectNoErrors(host, student, projector);
});
