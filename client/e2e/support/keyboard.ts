import { expect, type Locator, type Page } from '@playwright/test';

const MOST_TABS = 150;

/** State of the focus: `lost` on the body, `covered` by something, `there` on the target, or `seen` elsewhere. */
export function focusOn(page: Page, target: Locator = page.locator('main')): Promise<string> {
  return target.evaluate((element) => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return 'lost';
    const { left, top, width, height } = focused.getBoundingClientRect();
    const seen = document.elementFromPoint(left + width / 2, top + height / 2);
    const isSeen = focused.matches('main') || (seen && (focused.contains(seen) || seen.contains(focused)));
    if (!isSeen) return `covered: ${focused.outerHTML}`;
    return focused === element ? 'there' : 'seen';
  });
}

export const focusIsSomewhere = (page: Page) => expect.poll(() => focusOn(page)).toMatch(/^(there|seen)$/u);

export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let tabs = 0; tabs < MOST_TABS; tabs++) {
    const focus = await focusOn(page, target);
    if (focus === 'there') return;
    expect(focus).not.toContain('covered');
    await page.keyboard.press('Tab');
  }
  throw new Error('the focus never got there');
}

/** Presses Enter at a button once it takes presses: one that has just changed its meaning ignores them. */
export async function pressEnter(button: Locator): Promise<void> {
  await expect(button).toBeEnabled();
  await button.press('Enter');
}
