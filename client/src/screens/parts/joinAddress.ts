import { signal } from '@preact/signals';

/** Names under which a machine reaches only itself. */
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);
export const isLoopback = (origin: string): boolean => LOOPBACK.has(new URL(origin).hostname);

/**
 * Where players reach the game. On the server's own machine the address bar says "localhost", which means nothing to a
 * phone; there the server is asked for the address that it has on the network.
 */
export const joinOrigin = signal(location.origin);

export const joinAddress = (code: string): string => `${joinOrigin.value}/join?code=${code}`;
/** As people read and type it. */
export const joinHost = (): string => new URL(joinOrigin.value).host;

/** Asks once, for the pages that invite. */
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
