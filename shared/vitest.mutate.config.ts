import { defineConfig } from 'vitest/config';

const folder = process.env['MUTATED_FOLDER'] ?? 'maths';

/** The tests that have to notice a planted change: those beside the sources, but for two that take ten seconds each. */
export default defineConfig({
  test: {
    include: [`src/${folder}/**/*.test.ts`],
    exclude: ['src/question/diagnosis/students.test.ts', 'src/question/mistakes/equalValues.test.ts'],
    setupFiles: ['src/testing/firstFailure.ts'],
    testTimeout: 60_000,
  },
});
