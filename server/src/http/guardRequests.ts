import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { Refusal } from '@relay/shared/protocol';
import type { Config } from '../config.ts';
import type { Metrics } from '../metrics/Metrics.ts';
import { type OriginHeaders, originHeaders } from './origin.ts';

const READ_ONLY: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

interface GuardOptions {
  readonly config: Config;
  readonly isAllowed: (headers: OriginHeaders) => boolean;
  readonly website: RequestListener;
  readonly metrics: Metrics;
}

function refuse(response: ServerResponse, status: number, rejection: Refusal['rejection']): void {
  response.writeHead(status, { 'Content-Type': 'application/json', Connection: 'close' });
  response.end(JSON.stringify({ rejection } satisfies Refusal));
}

/**
 * Filters every request: one that changes something must come from a page of this server. Colyseus' own addresses for
 * matchmaking are closed; the room's WebSocket is all that reaches it.
 */
export function guardRequests(server: Server, { config, isAllowed, website, metrics }: GuardOptions): void {
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const { method = 'GET', headers } = request;
    const read = (name: string): string | undefined => [headers[name]].flat()[0];
    if (READ_ONLY.has(method) || isAllowed(originHeaders(read, config))) return website(request, response);
    metrics.rejections.inc({ reason: 'notAllowed', way: 'http' });
    refuse(response, 403, 'notAllowed');
  });
}
