import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, type Page } from '@playwright/test';
import { LANGUAGES } from '@relay/shared/strings/languages';
import { SHEET_WORDS } from '@relay/shared/strings/sheet';
import { expectNoViolationsInBoth } from './support/axe';
import { Person, SIZES, STILL } from './support/people';
import type { GameServer } from './support/server';
import { test } from './support/test';
import { WORDS } from './support/words';

/** Sheets on paper: chosen on a page, printed as PDF by the browser, and drawings saved as files. */

let server: GameServer;
test.beforeAll(({ sharedServer }) => {
  server = sharedServer;
});

const folder = mkdtempSync(join(tmpdir(), 'sheets-'));
test.afterAll(() => rmSync(folder, { recursive: true }));

const LARGE = largeFile([8, 12, 12, 4]);

function largeFile(units: readonly number[]): object {
  const row = (count: number, at: number): number[] =>
    Array.from({ length: count }, (_, j) => Math.round(Math.sin(at * 3 + j * 7 + 1) * 15) / 10);
  return {
    format: 'backprop-relay/network@1',
    name: 'Large',
    layers: units.map((count, l) => (l === 0 ? { units: count } : { units: count, activation: 'sigmoid' })),
    loss: 'half-squared-error',
    weights: units.slice(1).map((to, l) => Array.from({ length: units[l]! }, (_, i) => row(to, l + i))),
    data: [{ x: row(units[0]!, 1), t: row(units.at(-1)!, 2) }],
  };
}

async function openSheets(page: Page, lang: (typeof LANGUAGES)[number]): Promise<void> {
  await page.goto(`${server.url}/sheets?lang=${lang}`);
  await expect(page.getByRole('heading', { level: 1 }).first()).toHaveText(WORDS[lang].sheets.heading);
  await page.evaluate(() => document.fonts.ready);
}

/** Heights and widths of what must not be cut, on paper: each fits a page with its margins. */
async function expectNothingCut(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  const [widest, tallest] = await page.evaluate(() => {
    const boxes = [...document.querySelectorAll('article table, article svg')].map((one) =>
      one.getBoundingClientRect(),
    );
    return [Math.max(...boxes.map(({ right }) => right)), Math.max(...boxes.map(({ height }) => height))];
  });
  // 182 × 273 mm.
  expect(widest).toBeLessThanOrEqual(688);
  expect(tallest).toBeLessThanOrEqual(1031);
  await page.emulateMedia({ media: null });
}

/** Text of every page of a PDF, by poppler; null where it is not installed. */
async function pagesOf(pdf: Buffer): Promise<readonly string[]> {
  const file = join(folder, 'sheet.pdf');
  writeFileSync(file, pdf);
  const { stdout } = await promisify(execFile)('pdftotext', ['-layout', file, '-']);
  return stdout.split('\f').slice(0, -1);
}

for (const lang of LANGUAGES)
  test(`sheets, ${lang}: questions and solutions on pages of their own, nothing cut`, async ({ browser }) => {
    const page = await Person.openPage(browser, { ...STILL, viewport: { width: 688, height: 1031 } });
    await openSheets(page, lang);
    const { sheets } = WORDS[lang];
    const words = SHEET_WORDS[lang];
    await page.getByLabel(sheets.gradients).selectOption('2');
    for (const [network, most] of [
      ['swap', 6],
      ['vanishing', 10],
    ] as const) {
      await page.locator('#network').selectOption(network);
      await expectNothingCut(page);
      const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
      expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/gu)!.length).toBeLessThanOrEqual(most);
    }
    await page.getByLabel(WORDS[lang].host.networkFile).setInputFiles({
      name: 'large.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(LARGE)),
    });
    await expect(page.getByText(words.weightsText)).toHaveCount(1);
    await expectNothingCut(page);
    const pages = await pagesOf(await page.pdf({ preferCSSPageSize: true }));
    expect(pages.length).toBeLessThanOrEqual(14);
    // The choices are not printed, the solutions begin a page.
    expect(pages.join('')).not.toContain(sheets.print);
    const first = pages.findIndex((text) => text.includes(words.solutions.replace('{{name}}', 'Large')));
    expect(first).toBeGreaterThan(0);
    expect(pages[first]!.trimStart().startsWith(words.solutions.replace('{{name}}', 'Large'))).toBe(true);
  });

test('a broken file: its problems with their places, the sheet stays', async ({ browser }) => {
  const page = await Person.openPage(browser, { ...STILL, ...SIZES.phone });
  await openSheets(page, 'en');
  const before = await page.getByTestId('slide-drawing').innerHTML();
  await page.getByLabel(WORDS.en.host.networkFile).setInputFiles({
    name: 'broken.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify({ ...LARGE, loss: 'none' })),
  });
  await expect(page.getByRole('listitem').filter({ hasText: 'loss' })).toHaveCount(1);
  expect(await page.getByTestId('slide-drawing').innerHTML()).toBe(before);
  await expectNoViolationsInBoth(page);
});

test('a drawing of any gradient is saved as SVG and PNG, by keyboard', async ({ browser }) => {
  const page = await Person.openPage(browser, { ...STILL, ...SIZES.phone });
  await openSheets(page, 'ja');
  const { drawing } = WORDS.ja.sheets;
  await page.getByLabel(drawing.subject).selectOption({ label: '◆ x1→h2' });
  const saved = async (name: string): Promise<Buffer> => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name }).press('Enter');
    const file = await (await download).path();
    return readFileSync(file);
  };
  const svg = (await saved(drawing.svg)).toString();
  expect(svg).toContain('data-place="o:x1"');
  expect(svg).toContain('data:font/woff2');
  const png = await saved(drawing.png);
  expect([...png.subarray(1, 4)].map((byte) => String.fromCharCode(byte)).join('')).toBe('PNG');
  // Width of the picture: three pixels for one of the drawing.
  expect(png.readUInt32BE(16)).toBe(3 * 560);
  writeFileSync(join(folder, 'drawing.png'), png);
});
