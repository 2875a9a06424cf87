// How `npm run mutate` plants its changes. A report, not a gate: it never fails because a change was not noticed.
const folder = process.env.MUTATED_FOLDER ?? 'maths';
const start = process.env.MUTATED_START ?? folder;

export default {
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutate.config.ts' },
  mutate: [start === folder ? `src/${folder}/**/*.ts` : `src/${start}*.ts`, '!src/**/*.test.ts'],
  // Not copied: they extend a file outside of this folder, and TypeScript 7 has no API to rewrite them with.
  ignorePatterns: ['tsconfig*.json'],
  // A change in a constant of a module would run every test; TypeScript and the other tests see most of those.
  ignoreStatic: folder === 'question',
  concurrency: 2,
  incremental: true,
  incrementalFile: `.stryker/${folder}.json`,
  tempDirName: '.stryker/copy',
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: { allowColor: false, reportTests: false },
};
