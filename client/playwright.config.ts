import { defineConfig } from '@playwright/test';

/** Browser tests against the real server. The environment variable CHROMIUM is the path of the system's Chromium. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  // Six pages that draw in software on two cores are slow; tests wait for events, not for this time.
  timeout: 600_000,
  expect: { timeout: 30_000 },
  retries: process.env['CI'] ? 1 : 0,
  // One test often waits for a clock or a page while the other one draws.
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
    // Recording every page costs as much as the tests; `npm run test:browser -- NAME --trace on` records when needed.
    trace: 'on-first-retry',
  },
});
