import { expect, type Page } from '@playwright/test';
import type { JoinReply } from '@relay/shared/protocol';
import { expectNoErrors } from './support/classroom';
import { Host, inPhase, type Person, STILL, Student } from './support/people';
import type { GameServer } from './support/server';
import { test } from './support/test';
import { WORDS } from './support/words';

/** Names that would be code, styles, addresses or templates where text is taken for any of these. */

let server: GameServer;
test.beforeAll(({ sharedServer }) => {
  server = sharedServer;
});

/** Code that a browser would run if it took a name for it: it marks the page. */
const CODE = ['pwned=1', 'pwned()', 'top.pwned=1', 'self.pwned=1'];
const SHAPES: readonly ((code: string) => string)[] = [
  (code) => `<img/onerror=${code}`,
  (code) => `<svg/onload=${code}>`,
  (code) => `<script>${code}`,
  (code) => `</script>${code}`,
  (code) => `"onload="${code}`,
  (code) => `'onload='${code}`,
  (code) => `javascript:${code}`,
  (code) => `{{${code}}}`,
  (code) => `\${${code}}`,
  (code) => `<a href=${code}>`,
  (code) => `<b>${code}</b>`,
  (code) => `<!--${code}`,
  (code) => `&lt;b&gt;${code}`,
  (code) => `&#60;b>${code}`,
  (code) => `%3Cb%3E${code}`,
  (code) => `\\x3cb>${code}`,
  (code) => `<style>*{${code}}`,
  (code) => `url(${code})`,
  (code) => `=${code}|' /C`,
  (code) => `@import'${code}'`,
  (code) => `<base href=${code}`,
  (code) => `<iframe src=${code}`,
  (code) => `<math>${code}`,
  (code) => `]]>${code}`,
  (code) => `\`${code}\``,
  (code) => `$t(${code})`,
  (code) => `\u{1f469}\u200d\u{1f52c}${code}`,
  (code) => `עברית${code}`,
  (code) => `e\u0301\u0301${code}`,
  (code) => `__proto__${code}`,
  (code) => `constructor${code}`,
  (code) => `[object ${code}]`,
  (code) => `;${code}//`,
  (code) => `'+${code}+'`,
  (code) => `"+${code}+"`,
  (code) => `<p style=${code}>`,
  (code) => `<link rel=${code}`,
  (code) => `<meta a=${code}`,
  (code) => `<form id=${code}`,
  (code) => `<input name=${code}`,
  (code) => `<object data=${code}`,
  (code) => `<embed src=${code}`,
  (code) => `<video src=${code}`,
  (code) => `data:text,${code}`,
  (code) => `vbscript:${code}`,
  (code) => `//${code}`,
  (code) => `{"a":"${code}"}`,
  (code) => `__html${code}`,
  (code) => `%s%n${code}`,
  (code) => `NaN${code}`,
];
const NAMES = SHAPES.flatMap((shape) => CODE.map((code) => [...shape(code)].slice(0, 20).join('')));

async function join(code: string, nickname: string): Promise<JoinReply | null> {
  const response = await fetch(`${server.url}/api/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code, nickname }),
  });
  // Some are refused, which is well; the others have to be shown as they are.
  return response.ok ? ((await response.json()) as JoinReply) : null;
}

async function expectOnlyText({ page }: Person): Promise<void> {
  const found = await page.evaluate(() => ({
    pwned: 'pwned' in window,
    elements: document.querySelectorAll(
      'main img[onerror], svg[onload], [href*=pwned], [src*=pwned], iframe, object, embed, base, body style, body script:not([src])',
    ).length,
  }));
  expect(found).toEqual({ pwned: false, elements: 0 });
}

/** Names in the console's list of players, on one page of it after the other. */
async function namesOnAllPages(page: Page): Promise<string[]> {
  const after = page.getByRole('button', { name: WORDS.en.hostConsole.page.after });
  const names: string[] = [];
  for (;;) {
    names.push(...(await page.getByRole('rowheader').allInnerTexts()));
    if (await after.isDisabled()) return names;
    await after.click();
  }
}

test('200 hostile names: are text on every screen, and nothing of them runs', async ({ browser }) => {
  const host = await Host.openWith(browser, server.url, { network: 'swap', teams: 8 });
  const code = await host.code();
  const joined: string[] = [];
  for (const name of NAMES) {
    const reply = await join(code, name);
    if (reply) joined.push(reply.nickname);
  }
  expect(NAMES).toHaveLength(200);
  expect(joined.length).toBeGreaterThan(120);
  const projector = await host.openProjector();
  const mia = await Student.join(browser, server.url, code, 'Mia', STILL);
  const everybody = [host, projector, mia];
  for (const person of everybody) {
    person.page.on('dialog', (dialog) => {
      person.errors.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
  }
  await expect(host.page.getByTestId('players')).toHaveAttribute('data-value', String(joined.length + 1));
  const shown = await namesOnAllPages(host.page);
  expect(shown).toHaveLength(joined.length + 1);
  for (const name of joined) expect(shown.some((text) => text.includes(name))).toBe(true);
  for (const person of everybody) await expectOnlyText(person);

  await host.press('Start');
  await inPhase(mia.page, 'backward');
  for (const person of everybody) await expectOnlyText(person);
  await host.press('Next');
  await inPhase(projector.page, 'reveal');
  for (const person of everybody) await expectOnlyText(person);
  await host.say({ type: 'end' });
  for (const person of everybody) {
    await inPhase(person.page, 'ended');
    await expectOnlyText(person);
  }
  // Reports of the content policy and exceptions are among the errors.
  expectNoErrors(...everybody);
});
