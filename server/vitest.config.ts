import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'server',
    include: ['src/**/*.test.ts', 'bin/**/*.test.ts'],
    maxWorkers: 2,
    testTimeout: 15_000,
  },
});
