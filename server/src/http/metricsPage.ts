import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { BlockList, isIPv6 } from 'node:net';
import type { RequestHandler } from 'express';
import type { Config } from '../config.ts';
import type { Metrics } from '../metrics/Metrics.ts';

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

/** Headers that a proxy adds: a request with one of them comes from elsewhere, whatever its address is. */
const OF_PROXIES = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];
const LOCAL_HOST = /^(?:localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?$/u;

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Tells whether a program on this machine asks this server itself, not through a proxy that runs here, too. */
function isFromThisMachine({ socket, headers }: IncomingMessage): boolean {
  const address = socket.remoteAddress ?? '';
  return (
    LOOPBACK.check(address, isIPv6(address) ? 'ipv6' : 'ipv4') &&
    LOCAL_HOST.test(headers.host ?? '') &&
    OF_PROXIES.every((name) => headers[name] === undefined)
  );
}

function hasToken({ headers }: IncomingMessage, token: string): boolean {
  return timingSafeEqual(digest(headers.authorization ?? ''), digest(`Bearer ${token}`));
}

/** `GET /metrics`: for this machine alone, or, where METRICS_TOKEN is set, for everybody who sends it. */
export function metricsPage(
  { METRICS_TOKEN }: Pick<Config, 'METRICS_TOKEN'>,
  metrics: Metrics,
): RequestHandler {
  return async (request, response) => {
    const mayRead =
      METRICS_TOKEN === undefined ? isFromThisMachine(request) : hasToken(request, METRICS_TOKEN);
    if (!mayRead) {
      const wanted =
        METRICS_TOKEN === undefined
          ? 'Metrics are shown to programs on the same machine only. Set METRICS_TOKEN to read them from elsewhere.\n'
          : 'Metrics need the header "Authorization: Bearer" with METRICS_TOKEN behind it.\n';
      return void response.status(403).type('text').send(wanted);
    }
    const { type, body } = await metrics.text();
    response.set('Content-Type', type).set('Cache-Control', 'no-store').send(body);
  };
}
