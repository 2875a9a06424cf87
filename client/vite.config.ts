import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { createLogger, defineConfig, type Logger, type Plugin } from 'vite';

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

/** Where `npm run dev` has put the game server. */
const GAME_SERVER = process.env['GAME_SERVER'] ?? 'http://127.0.0.1:2567';
/** The game server compares a page's address with the one that was asked, so that one must stay as it is. */
const gameServer = { target: GAME_SERVER, changeOrigin: false };

/** Screens that a person can reload or come back to where only files are served. */
const SCREENS = ['join', 'host', 'practise'];

/** The page once more in a folder of each screen's name: a file server finds it there, without any rule of its own. */
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

/** Says nothing while the game server starts again: the pages wait for it. */
function developmentLogger(): Logger {
  const logger = createLogger('warn');
  const error = logger.error.bind(logger);
  logger.error = (message, options) => {
    if (!/proxy error/u.test(message)) error(message, options);
  };
  return logger;
}

export default defineConfig(({ command }) => ({
  // Relative, so that the built client works from any folder of any server.
  base: './',
  plugins: [preact(), screenFolders()],
  define: PHASER_FLAGS,
  // While developing, all of Phaser as it is published: only a build reads CommonJS outside of packages.
  resolve: { alias: command === 'build' ? { phaser: here('./src/scenes/phaser.cjs') } : {} },
  optimizeDeps: { include: ['phaser'] },
  build: {
    target: 'es2022',
    outDir: 'dist',
    // A font in a data: address is against the pages' content security policy.
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
      // A room's socket: /PROCESS/ROOM?sessionId=…
      '^/[\\w-]+/[\\w-]+\\?(.*&)?sessionId=': { ...gameServer, ws: true },
    },
  },
}));
