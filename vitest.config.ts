import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** The long form tries as much as ten times as many cases. */
const LONGER = process.env['TEST_EFFORT'] === 'long' ? 10 : 1;

/** Ends what hangs. A busy machine may take many times as long as a quiet one, and no test asserts how long it takes. */
const NET = { testTimeout: 300_000 * LONGER, hookTimeout: 300_000 * LONGER };

const PATIENCE = join(import.meta.dirname, 'server', 'src', 'testing', 'patience.ts');

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
          ...NET,
        },
      },
      {
        test: {
          name: 'server',
          root: 'server',
          include: ['src/**/*.test.ts', 'bin/**/*.test.ts', 'bench/**/*.test.ts'],
          setupFiles: [PATIENCE],
          ...NET,
        },
      },
      {
        test: {
          name: 'client',
          root: 'client',
          include: ['{src,build}/**/*.test.{ts,tsx}'],
          setupFiles: [PATIENCE],
          ...NET,
        },
      },
    ],
  },
});
