import { defineConfig } from 'rolldown';

/** Bundle of the server for the package (`bin/bundle.mjs`): its entry points, and the files of its threads beside them. */
export default defineConfig({
  input: { main: 'src/main.ts', backup: 'src/backup.ts', worker: 'src/journal/worker.ts' },
  platform: 'node',
  external: [
    // Holds machine code for each kind of machine.
    'better-sqlite3',
    // Optional parts of libraries, which do without.
    /^(?:@pm2\/io|bufferutil|utf-8-validate|pg-native)$/,
  ],
  output: { dir: 'dist', format: 'esm', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
});
