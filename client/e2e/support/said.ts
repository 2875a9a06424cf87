import type { Page } from '@playwright/test';

/** Attributes that are read out, shown on hovering, or stand in a field. */
const SPOKEN = ['aria-label', 'aria-description', 'aria-valuetext', 'title', 'alt', 'placeholder', 'value'];

/** Text that a page shows or reads out, with its title and without earlier announcements. */
export function saidOn(page: Page): Promise<string> {
  return page.evaluate((spoken) => {
    const said = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      // The live region keeps its last sentences, which were true when announced.
      if (!node.parentElement!.closest('script, style, [aria-live], .visually-hidden[role="alert"]'))
        said.push(node.textContent!.trim());
    }
    for (const element of document.body.querySelectorAll('*'))
      said.push(...spoken.flatMap((name) => element.getAttribute(name) ?? []));
    return said.filter((text) => text !== '').join('\n');
  }, SPOKEN);
}
