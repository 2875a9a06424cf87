import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { MAX_MESSAGE_BYTES, type Refusal } from '@relay/shared/protocol';
import type { Config } from '../config.ts';
import { type OriginHeaders, originHeaders } from './origin.ts';

const MATCHMAKING = '/matchmake/';
const READ_ONLY: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

interface GuardOptions {
  readonly config: Config;
  readonly isAllowed: (headers: OriginHeaders) => boolean;
  readonly website: RequestListener;
}

function refuse(response: ServerResponse, status: number, rejection: Refusal['rejection']): void {
  response.writeHead(status, { 'Content-Type': 'application/json', Connection: 'close' });
  response.end(JSON.stringify({ rejection } satisfies Refusal));
}

/**
 * Filters every request: one that changes something must come from a page of this server. Only small matchmaking
 * requests reach the game server, which would read a body of any size and answer at every address.
 */
export function guardRequests(server: Server, { config, isAllowed, website }: GuardOptions): void {
  const gameServer = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const { method = 'GET', url = '/', headers } = request;
    const read = (name: string): string | undefined => [headers[name]].flat()[0];
    if (!READ_ONLY.has(method) && !isAllowed(originHeaders(read, config))) {
      return refuse(response, 403, 'notAllowed');
    }
    if (method !== 'POST' || !url.startsWith(MATCHMAKING)) return website(request, response);
    const length = Number(headers['content-length'] ?? Number.NaN);
    if (!(length <= MAX_MESSAGE_BYTES)) return refuse(response, 413, 'tooLarge');
    for (const listener of gameServer) listener.call(server, request, response);
  });
}
