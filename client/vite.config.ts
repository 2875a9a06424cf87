import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { createLogger, defineConfig, type Logger, type Plugin } from 'vite';
import { compressedFiles } from './build/compressedFiles.ts';
import { fontCharacters, fonts } from './build/fonts.ts';
import { layerOrder } from './build/layerOrder.ts';

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

/** Address of the game server that `npm run dev` has started. */
const GAME_SERVER = process.env['GAME_SERVER'] ?? 'http://127.0.0.1:2567';
/** Proxy to the game server. It compares Origin with Host, so the Host header must stay unchanged. */
const gameServer = { target: GAME_SERVER, changeOrigin: false };

/** Screens that can be reloaded when the pages come from a file server. */
const SCREENS = ['join', 'host', 'practise'];

/** Copies the page into a folder named for each screen, so that a file server finds it without rewrite rules. */
const screenFolders = (): Plugin => ({
  name: 'screen-folders',
  enforce: 'post',
  generateBundle(_options, bundle) {
    const page = bundle['index.html'];
    if (page?.type !== 'asset') throw new Error('the page comes first');
    const source = String(page.source).replaceAll(/(href|src)="\.\//gu, '$1="../');
    for (const screen of SCREENS) this.emitFile({ type: 'asset', fileName: `${screen}/index.html`, source });
  },
});

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
  plugins: [fonts(), preact(), screenFolders(), layerOrder(), compressedFiles()],
  define: { ...PHASER_FLAGS, FONT_CHARACTERS: JSON.stringify(fontCharacters()) },
  // Development uses all of Phaser as published: only a build reads CommonJS outside of packages.
  resolve: { alias: command === 'build' ? { phaser: here('./src/scenes/phaser.cjs') } : {} },
  optimizeDeps: { include: ['phaser'] },
  build: {
    target: 'es2022',
    outDir: 'dist',
    manifest: true,
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
      // WebSocket of a room: /PROCESS/ROOM?sessionId=…
      '^/[\\w-]+/[\\w-]+\\?(.*&)?sessionId=': { ...gameServer, ws: true },
    },
  },
}));
