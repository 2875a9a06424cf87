import { test as base } from '@playwright/test';
import { GameServer } from './server';

/** Playwright's `test` with the fixtures that all specs share. */
export const test = base.extend<{ closedPages: void }, { sharedServer: GameServer }>({
  /** One server per worker, for specs that neither stop it nor need its clock to run differently. */
  sharedServer: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the pattern that the fixture needs nothing
    async ({}, use) => {
      const server = await GameServer.start();
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  /** Closes the pages of a test: open ones would go on drawing and call a server that is gone. */
  closedPages: [
    async ({ browser }, use) => {
      await use();
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    { auto: true },
  ],
});
