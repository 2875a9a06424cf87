import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import { MAX_NETWORK_FILE_BYTES } from '@relay/shared/protocol';

/** Process behind the proxy. */
export interface Upstream {
  /** PROCESS_NAME of the process. */
  readonly name: string;
  readonly port: number;
}

const HOST = '127.0.0.1';
/** The largest request is a network file. */
const MAX_BODY_BYTES = 2 * MAX_NETWORK_FILE_BYTES;

/** @returns null for a body that is too large */
async function bodyOf(incoming: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of incoming) {
    bytes += (chunk as Buffer).length;
    if (bytes > MAX_BODY_BYTES) return null;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

/** Resolves with the answer of a process; undefined if none listens there. @throws {Error} the connection broke */
function answerOf(
  { method, url, headers, socket }: IncomingMessage,
  { port }: Upstream,
  body: Buffer,
): Promise<IncomingMessage | undefined> {
  return new Promise((resolve, reject) => {
    // Limits are counted by address, so that each process has to know the page's own.
    const forwarded = {
      'x-forwarded-for': socket.remoteAddress ?? '',
      'x-forwarded-host': headers.host ?? '',
    };
    const asked = request(
      { host: HOST, port, method, path: url, headers: { ...headers, ...forwarded } },
      resolve,
    );
    asked.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNREFUSED' ? resolve(undefined) : reject(error),
    );
    asked.end(body);
  });
}

/**
 * Proxy before several processes on one machine, for a try; a school uses nginx or Caddy (docs/for-a-school.md). Its two
 * rules are theirs: a WebSocket goes to the process that its address begins with, every other request to any that listens.
 */
export function clusterProxy(upstreams: readonly Upstream[]): Server {
  let next = 0;

  async function pass(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(incoming);
    if (!body) return void response.writeHead(413).end();
    const first = next++;
    for (const i of upstreams.keys()) {
      const answer = await answerOf(incoming, upstreams[(first + i) % upstreams.length]!, body);
      if (!answer) continue;
      response.writeHead(answer.statusCode!, answer.headers);
      answer.on('error', () => response.destroy());
      return void answer.pipe(response);
    }
    response.writeHead(503).end();
  }

  const proxy = createServer((incoming, response) => {
    pass(incoming, response).catch(() =>
      response.headersSent ? response.destroy() : response.writeHead(502).end(),
    );
  });
  proxy.on('upgrade', (incoming: IncomingMessage, page: Socket, head: Buffer) => {
    const [, name] = (incoming.url ?? '').split('/');
    const upstream = upstreams.find((one) => one.name === name);
    if (!upstream) return void page.end('HTTP/1.1 404 Not Found\r\n\r\n');
    const server = connect(upstream.port, HOST, () => {
      const { method, url, rawHeaders } = incoming;
      const lines = [`${method} ${url} HTTP/1.1`];
      for (let i = 0; i < rawHeaders.length; i += 2)
        if (!/^x-forwarded-/iu.test(rawHeaders[i]!)) lines.push(`${rawHeaders[i]}: ${rawHeaders[i + 1]}`);
      lines.push(`X-Forwarded-For: ${page.remoteAddress ?? ''}`);
      server.write(`${lines.join('\r\n')}\r\n\r\n`);
      server.write(head);
      page.pipe(server).pipe(page);
    });
    for (const socket of [page, server])
      socket
        .on('error', () => undefined)
        .on('close', () => {
          page.destroy();
          server.destroy();
        });
  });
  return proxy;
}
