import { SILENCE_MS } from '@relay/shared/protocol';
import type { TestClient } from './TestClient.ts';
import type { TestServer } from './testServer.ts';

/** Puts the server's clock forward. On the way the server hears these clients often enough to keep them. */
export async function passTime(
  { clock }: TestServer,
  ms: number,
  clients: readonly TestClient[],
): Promise<void> {
  for (let left = ms; left > 0; left -= SILENCE_MS / 2) {
    clock.at += Math.min(left, SILENCE_MS / 2);
    await Promise.all(clients.map(({ room }) => room.request('pong')));
  }
}
