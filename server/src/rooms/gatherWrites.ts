import type { Socket } from 'node:net';

/**
 * Lets everything that is sent to a client in the present turn of the event loop leave in one write at its end: a write
 * is a system call, which costs about as much as deciding an answer.
 */
export function gatherWrites({ ref }: { readonly ref: object }): void {
  // The stream below the WebSocket, as `ws` and Node's `Duplex` name it.
  const { _socket: stream } = ref as { readonly _socket?: Socket | null };
  if (!stream || stream.writableCorked > 0) return;
  stream.cork();
  setImmediate(() => stream.uncork());
}
