import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface RecordingProxy {
  readonly url: string;
  /** Bytes sent by the server through the proxy, one buffer per connection. */
  recorded(): readonly Buffer[];
  close(): Promise<void>;
}

/** Proxy between one page and the server that records all bytes sent to the page: HTTP answers and frames alike. */
export async function recordingProxy(port: number): Promise<RecordingProxy> {
  const recordings: Buffer[][] = [];
  const sockets = new Set<Socket>();
  const server = createServer((page) => {
    const chunks: Buffer[] = [];
    recordings.push(chunks);
    const upstream = connect(port, '127.0.0.1');
    for (const socket of [page, upstream]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        page.destroy();
        upstream.destroy();
      });
    }
    upstream.on('data', (chunk) => chunks.push(chunk));
    page.pipe(upstream).pipe(page);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    recorded: () => recordings.map((chunks) => Buffer.concat(chunks)),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
