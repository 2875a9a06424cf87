import { signal } from '@preact/signals';

/** Host names under which a machine reaches only itself. */
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);
export const isLoopback = (origin: string): boolean => LOOPBACK.has(new URL(origin).hostname);

/**
 * Origin under which players reach the game. On the server's own machine the address bar says "localhost", which other
 * devices cannot use; there the server is asked for its address on the network.
 */
export const joinOrigin = signal(location.origin);

export const joinAddress = (code: string): string => `${joinOrigin.value}/join?code=${code}`;
/** Join address without its protocol, as people read and type it. */
export const joinHost = (): string => new URL(joinOrigin.value).host;

/** The server is asked once, by the first page that invites players. */
let asked = false;
export function learnJoinOrigin(): void {
  if (asked || !isLoopback(location.origin)) return;
  asked = true;
  void fetch('/api/address')
    .then((response) => response.json() as Promise<{ address: string }>)
    .then(({ address }) => {
      joinOrigin.value = address;
    })
    .catch(() => undefined);
}
