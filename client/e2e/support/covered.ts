import { expect, type Page } from '@playwright/test';

/** Share of a line's box above its letters, and below them: there lines may come into one another. */
const SLACK = 0.22;

/**
 * Every text that can be seen now must lie beside every other one, and where the page does not scroll, on the screen.
 */
export async function expectNothingCovered(page: Page): Promise<void> {
  expect(await page.evaluate(coveredTexts, SLACK)).toEqual([]);
}

/** Runs in the page. */
function coveredTexts(slack: number): string[] {
  interface Seen {
    readonly text: string;
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  }
  const seen: Seen[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent!.trim();
    const parent = node.parentElement!;
    if (text === '' || parent.closest('.unseen, svg, option, details:not([open])')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const line of range.getClientRects()) {
      let { left, right, top, bottom } = line;
      // What a frame that scrolls hides is not seen.
      for (let frame: Element | null = parent; frame; frame = frame.parentElement) {
        if (!/auto|scroll/u.test(getComputedStyle(frame).overflowY)) continue;
        const box = frame.getBoundingClientRect();
        [left, right] = [Math.max(left, box.left), Math.min(right, box.right)];
        [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)];
      }
      const air = slack * line.height;
      [top, bottom] = [Math.max(top, line.top + air), Math.min(bottom, line.bottom - air)];
      if (right - left > 1 && bottom - top > 1) seen.push({ text, left, right, top, bottom });
    }
  }
  const found: string[] = [];
  const scrolls = document.documentElement.scrollHeight > innerHeight + 1;
  for (const [i, a] of seen.entries()) {
    if (a.left < -1 || a.right > innerWidth + 1 || (!scrolls && (a.top < -1 || a.bottom > innerHeight + 1)))
      found.push(`${a.text}: off the screen`);
    for (const b of seen.slice(i + 1)) {
      const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (width > 1 && height > 1) found.push(`${a.text} / ${b.text}`);
    }
  }
  return found;
}
