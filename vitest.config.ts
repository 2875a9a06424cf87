import { defineConfig } from 'vitest/config';

/** The long form tries as much as ten times as many cases. */
const LONGER = process.env['TEST_EFFORT'] === 'long' ? 10 : 1;

/** Each room's tests, and the commands' tests beside them. Browser rounds are Playwright's: client/playwright.config.ts. */
export default defineConfig({
  test: {
    maxWorkers: '100%',
    // A file that takes longer than a second begins with `@module-tag slow`: `npm run test:unit` leaves it out.
    tags: [{ name: 'slow', description: 'left out by npm run test:unit' }],
    projects: [
      {
        test: {
          name: 'shared',
          root: 'shared',
          include: ['src/**/*.test.ts'],
          // Pure functions: nothing is left behind by one file that another could find.
          isolate: false,
          // Properties of thousands of networks take their time on a busy machine.
          testTimeout: 60_000 * LONGER,
        },
      },
      {
        test: {
          name: 'server',
          root: 'server',
          include: ['src/**/*.test.ts', 'bin/**/*.test.ts', 'bench/**/*.test.ts'],
          // Whole servers and commands in processes of their own take their time on a busy machine.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'client',
          root: 'client',
          include: ['src/**/*.test.{ts,tsx}'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
