import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type RequestHandler, Router } from 'express';
import staticFiles from 'express-static-gzip';
import { PROJECT_ROOT } from '../config.ts';

export const CLIENT_DIRECTORY = join(PROJECT_ROOT, 'client', 'dist');

/** Paths that the client renders as screens. */
const SCREENS = ['/', '/join', '/host', '/projector', '/practise', '/check', '/report', '/sheets', '/guide'];

interface Caching {
  readonly immutable?: boolean;
  readonly maxAge: string;
}

/**
 * Files of a folder, each as the build has compressed it for browsers that say so. Over plain http browsers say gzip
 * only; brotli needs https or localhost.
 */
const filesOf = (directory: string, caching: Caching): RequestHandler[] => [
  staticFiles(directory, {
    enableBrotli: true,
    orderPreference: ['br', 'gzip'],
    index: false,
    serveStatic: {
      ...caching,
      setHeaders: (response, path) => {
        if (/\.html(?:\.br|\.gz)?$/u.test(path)) response.setHeader('Cache-Control', 'no-cache');
      },
    },
  }),
  // A file that has gone since the server was started: what is sent in its place is not compressed.
  (_request, response, next) => {
    response.removeHeader('Content-Encoding');
    response.removeHeader('Content-Type');
    next();
  },
];

/** Serves the built client. Files with a hash in their name never change; a page must be revalidated. */
export function pages(directory: string): Router {
  const router = Router({ strict: true });
  router.use('/assets', filesOf(join(directory, 'assets'), { immutable: true, maxAge: '1y' }));
  // The page loads its files by relative paths, which a slash at the end would break.
  router.get(
    SCREENS.slice(1).map((screen) => `${screen}/`),
    ({ originalUrl }, response) => {
      response.redirect(308, originalUrl.replace(/\/+(?=$|\?)/u, ''));
    },
  );
  const pageOf = new Map(
    SCREENS.map((screen) => {
      // A screen's own page names the files that it needs; every page can show every screen.
      const own = `${screen}.html`;
      return [screen, existsSync(join(directory, own)) ? own : '/index.html'];
    }),
  );
  router.get(SCREENS, (request, _response, next) => {
    request.url = pageOf.get(request.path)!;
    next();
  });
  router.use(filesOf(directory, { maxAge: '1h' }));
  return router;
}
