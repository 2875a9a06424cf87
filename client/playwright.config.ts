import { defineConfig } from '@playwright/test';

/** Rounds in real browsers against the real server. Chromium is the system's own: CHROMIUM names it. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  // Six pages that draw in software on two cores take their time; nothing here waits longer than it must.
  timeout: 600_000,
  expect: { timeout: 30_000 },
  retries: process.env['CI'] ? 1 : 0,
  // One waits for a clock or a page while the other one draws.
  workers: 2,
  forbidOnly: true,
  reporter: [['list']],
  use: {
    locale: 'en-GB',
    launchOptions: {
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
    // Recording every page costs as much as the tests: `npm run test:browser -- NAME --trace on` does it when needed.
    trace: 'on-first-retry',
  },
});
