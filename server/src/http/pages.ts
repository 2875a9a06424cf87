import { join } from 'node:path';
import express, { Router } from 'express';
import { PROJECT_ROOT } from '../config.ts';

export const CLIENT_DIRECTORY = join(PROJECT_ROOT, 'client', 'dist');

/** Paths that the client renders as screens. */
const SCREENS = ['/', '/join', '/host', '/projector', '/practise', '/check'];

/** Serves the built client. Files with a hash in their name never change; index.html must be revalidated. */
export function pages(directory: string): Router {
  const router = Router({ strict: true });
  router.use(
    '/assets',
    express.static(join(directory, 'assets'), { immutable: true, maxAge: '1y', index: false }),
  );
  // The page loads its files by relative paths, which a slash at the end would break.
  router.get(
    SCREENS.slice(1).map((screen) => `${screen}/`),
    ({ originalUrl }, response) => {
      response.redirect(308, originalUrl.replace(/\/+(?=$|\?)/u, ''));
    },
  );
  router.get(SCREENS, (_request, response, next) => {
    response.sendFile(
      join(directory, 'index.html'),
      { headers: { 'Cache-Control': 'no-cache' } },
      (error) => {
        if (error) next(error);
      },
    );
  });
  router.use(express.static(directory, { index: false, maxAge: '1h' }));
  return router;
}
