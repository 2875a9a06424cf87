import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { publicLink } from '../addresses.ts';
import type { Clock } from '../clock.ts';
import type { Requests } from '../cluster/Requests.ts';
import type { Config } from '../config.ts';
import type { Journal } from '../journal/Journal.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics/Metrics.ts';
import { Reports } from '../report/Reports.ts';
import type { Sessions } from '../rooms/Sessions.ts';
import { api } from './api.ts';
import { securityHeaders } from './headers.ts';
import { GuessLimits } from './guessing/GuessLimits.ts';
import { metricsPage } from './metricsPage.ts';
import { pages } from './pages.ts';
import { readiness } from './readiness.ts';

interface WebsiteDependencies {
  readonly config: Config;
  readonly sessions: Sessions;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly hostCode: string;
  readonly clientDirectory: string;
  readonly requests: Requests;
  readonly log: Log;
  readonly metrics: Metrics;
}

/** Express app for all HTTP requests except Colyseus' matchmaking. */
export function website(dependencies: WebsiteDependencies): Express {
  const { config, clock, clientDirectory, log } = dependencies;
  const app = express();
  // The nearest proxy alone says from where a request comes; what stands before that can be made up.
  app.set('trust proxy', config.TRUST_PROXY ? 1 : false);
  app.disable('x-powered-by');
  app.use(securityHeaders(config));

  app.get('/healthz', (_request, response) => void response.json({ ok: true }));
  app.get('/readyz', readiness(dependencies));

  app.get('/metrics', metricsPage(config, dependencies.metrics));

  // A host page opened at "localhost" needs an address that phones can reach.
  app.get('/api/address', (request, response) => {
    response.json({ address: publicLink(config, request.socket.localPort ?? config.PORT) });
  });
  app.use(
    '/api',
    api({ ...dependencies, guessLimits: new GuessLimits(clock), reports: new Reports(dependencies) }),
  );
  app.use(pages(clientDirectory));
  app.use(
    (_request, response) => void response.status(404).type('text').send('There is no such page here.\n'),
  );
  app.use((error: { status?: number }, _request: Request, response: Response, _next: NextFunction) => {
    const status = error.status ?? 500;
    if (status >= 500) log.error({ err: error }, 'a request failed');
    if (response.headersSent) return void response.end();
    response
      .status(status)
      .type('text')
      .send(status === 404 ? 'There is no such page here.\n' : 'That did not work.\n');
  });
  return app;
}
