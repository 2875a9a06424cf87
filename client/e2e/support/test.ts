import { test as base } from '@playwright/test';
import { GameServer } from './server';

/** Playwright's `test` with what every spec shares. */
export const test = base.extend<{ closedPages: void }, { sharedServer: GameServer }>({
  /** One server for every spec of a worker that neither stops it nor needs its clock to run differently. */
  sharedServer: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the pattern that nothing is needed
    async ({}, use) => {
      const server = await GameServer.start();
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  /** Closes what a test has opened: pages that stay would go on drawing, and call for a server that is gone. */
  closedPages: [
    async ({ browser }, use) => {
      await use();
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    { auto: true },
  ],
});
