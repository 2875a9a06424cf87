import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Flags that Phaser's source reads; the slim entry is built from source, so they are set here. */
const PHASER_FLAGS = {
  global: 'globalThis',
  'typeof CANVAS_RENDERER': 'false',
  'typeof WEBGL_RENDERER': 'true',
  'typeof WEBGL_DEBUG': 'false',
  'typeof EXPERIMENTAL': 'false',
  'typeof PLUGIN_3D': 'false',
  'typeof PLUGIN_CAMERA3D': 'false',
  'typeof PLUGIN_FBINSTANT': 'false',
  'typeof FEATURE_SOUND': 'false',
};

const gameServer = `http://127.0.0.1:${process.env['PORT'] ?? 2567}`;

export default defineConfig({
  plugins: [preact()],
  define: PHASER_FLAGS,
  resolve: { alias: { phaser: here('./src/scenes/phaser.cjs') } },
  build: {
    target: 'es2022',
    outDir: 'dist',
    // A font in a data: address is against the pages' content security policy.
    assetsInlineLimit: (file) => (/\.woff2?$/.test(file) ? false : undefined),
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1500,
  },
  server: {
    port: 5173,
    proxy: {
      '/api': gameServer,
      '/healthz': gameServer,
      '/readyz': gameServer,
      '/matchmake': gameServer,
    },
  },
});
