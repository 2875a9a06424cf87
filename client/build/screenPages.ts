import { dirname } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

/** Root of the game's pages. */
const GAME = dirname(import.meta.dirname);

/** Sources of the screens, by the name of their page; the start page's is `index`. */
const SCREENS: Readonly<Record<string, string>> = {
  index: 'src/screens/Home.tsx',
  join: 'src/screens/Join.tsx',
  host: 'src/screens/host/Host.tsx',
  practise: 'src/screens/practise/Practise.tsx',
  check: 'src/screens/check/Check.tsx',
  report: 'src/screens/report/ReportScreen.tsx',
  sheets: 'src/screens/sheets/Sheets.tsx',
  guide: 'src/screens/guide/Guide.tsx',
  projector: 'src/screens/projector/Projector.tsx',
};
/** Screens that can be reloaded when the pages come from a file server. */
const IN_FOLDERS: readonly string[] = ['join', 'host', 'practise'];

const links = (files: Iterable<string>): string =>
  [...files]
    .map((file) =>
      file.endsWith('.css')
        ? `<link rel="stylesheet" crossorigin href="./${file}">`
        : `<link rel="modulepreload" crossorigin href="./${file}">`,
    )
    .join('\n    ');

/** Scripts and style sheets of a chunk and of all that it imports. */
function filesOf(bundle: Rolldown.OutputBundle, start: string): Set<string> {
  const files = new Set<string>();
  const visit = (name: string): void => {
    const chunk = bundle[name];
    if (files.has(name) || chunk?.type !== 'chunk') return;
    files.add(name);
    for (const sheet of chunk.viteMetadata?.importedCss ?? []) files.add(sheet);
    chunk.imports.forEach(visit);
  };
  visit(start);
  return files;
}

/**
 * Writes a page for each screen that names the files of its screen, so that a browser asks for them together with the
 * first script and not after it: `join.html` for our server, `join/index.html` for a file server without rewrite rules.
 */
export const screenPages = (): Plugin => {
  let isGame = true;
  return {
    name: 'screen-pages',
    enforce: 'post',
    configResolved({ root }) {
      // The drawing alone, which a benchmark builds, has none of the screens.
      isGame = root === GAME;
    },
    generateBundle(_options, bundle) {
      if (!isGame) return;
      const page = bundle['index.html'];
      if (page?.type !== 'asset') throw new Error('the page comes first');
      const source = String(page.source);
      const emit = (fileName: string, html: string): void => {
        this.emitFile({ type: 'asset', fileName, source: html });
      };
      for (const [screen, module] of Object.entries(SCREENS)) {
        const chunk = Object.values(bundle).find(
          (one) => one.type === 'chunk' && one.facadeModuleId?.endsWith(`/${module}`),
        );
        if (!chunk) throw new Error(`no chunk of ${module}`);
        const missing = [...filesOf(bundle, chunk.fileName)].filter((file) => !source.includes(file));
        const html = source.replace('</head>', `  ${links(missing)}\n  </head>`);
        if (screen === 'index') page.source = html;
        else emit(`${screen}.html`, html);
        if (IN_FOLDERS.includes(screen))
          emit(`${screen}/index.html`, html.replaceAll(/(href|src)="\.\//gu, '$1="../'));
      }
    },
  };
};
