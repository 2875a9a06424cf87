import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { createLogger, defineConfig, type Logger } from 'vite';
import { CHECK_PATH } from '../shared/src/protocol/limits.ts';
import { compressedFiles } from './build/compressedFiles.ts';
import { fontCharacters, fonts } from './build/fonts.ts';
import { layerOrder } from './build/layerOrder.ts';
import { leftOut } from './build/leftOut.ts';
import { screenPages } from './build/screenPages.ts';

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

/**
 * Modules of the frame around all screens, and of joining. One chunk of them in place of a dozen small ones: over HTTP/1.1
 * a phone asks for six files at a time.
 */
const FRAME =
  /\/node_modules\/(?:@?preact|i18next)\/|\/vite\/preload-helper|\/client\/src\/(?:styles\/(?:cx|nameFaces|token)\.|input\/heldKeys|strings\/(?:language|load|missingPart)\.|table\/(?:tokenStore|keptPlayers|requestId|httpClient|replies|reservation|versionMismatch|ownKey)\.|screens\/\w+\.ts$|screens\/(?:lazyPart|NotFound|player\/seldom)\.|screens\/parts\/(?:Announcer|icons|LanguageSwitch|Link|Loading|notices\/\w+|pages|shared|Shell)\.)/u;

/** Address of the game server that `npm run dev` has started. */
const GAME_SERVER = process.env['GAME_SERVER'] ?? 'http://127.0.0.1:2567';
/** Proxy to the game server. It compares Origin with Host, so the Host header must stay unchanged. */
const gameServer = { target: GAME_SERVER, changeOrigin: false };

/** Logger that leaves out proxy errors while the game server restarts: the pages wait for it. */
function developmentLogger(): Logger {
  const logger = createLogger('warn');
  const error = logger.error.bind(logger);
  logger.error = (message, options) => {
    if (!/proxy error/u.test(message)) error(message, options);
  };
  return logger;
}

export default defineConfig(({ command }) => ({
  // Relative URLs, so that the built client works from any folder of any server.
  base: './',
  plugins: [fonts(), leftOut(), preact(), screenPages(), layerOrder(), compressedFiles()],
  define: { ...PHASER_FLAGS, FONT_CHARACTERS: JSON.stringify(fontCharacters()) },
  // Development uses all of Phaser as published: only a build reads CommonJS outside of packages.
  resolve: { alias: command === 'build' ? { phaser: here('./src/scenes/phaser.cjs') } : {} },
  optimizeDeps: { include: ['phaser'] },
  build: {
    target: 'es2022',
    outDir: 'dist',
    manifest: true,
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'frame', test: FRAME }] } } },
    // The pages' content security policy forbids fonts in data: URLs.
    assetsInlineLimit: (file) => (/\.woff2?$/.test(file) ? false : undefined),
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1700,
  },
  ...(command === 'serve' ? { customLogger: developmentLogger() } : {}),
  server: {
    port: 5173,
    proxy: {
      '/api': gameServer,
      '/healthz': gameServer,
      '/readyz': gameServer,
      '/matchmake': gameServer,
      [CHECK_PATH]: { ...gameServer, ws: true },
      // WebSocket of a room: /PROCESS/ROOM?sessionId=…
      '^/[\\w-]+/[\\w-]+\\?(.*&)?sessionId=': { ...gameServer, ws: true },
    },
  },
}));
