import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Checks that the page as it stands has no accessibility violation. */
export async function expectNoViolations(page: Page, screen: string): Promise<void> {
  // The pages have no frames, so axe needs no extra page to join their results.
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).setLegacyMode(true).analyze();
  const found = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary ?? ''}`).join(' ')}`,
  );
  expect(found, screen).toEqual([]);
}

/** Checks the page in both languages; it is left in English. */
export async function expectNoViolationsInBoth(page: Page): Promise<void> {
  for (const name of ['日本語', 'English']) {
    await page.getByRole('button', { name, exact: true }).click();
    await expectNoViolations(page, name);
  }
}
