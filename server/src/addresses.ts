import { networkInterfaces } from 'node:os';
import type { Config } from './config.ts';

const isEverywhere = (host: string): boolean => host === '0.0.0.0' || host === '::';

function addressesOf(host: string): string[] {
  if (!isEverywhere(host)) return [host];
  const all = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  const ipv4 = all
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);
  const ipv6 = all
    .filter(({ family, internal, scopeid }) => family === 'IPv6' && !internal && scopeid === 0)
    .map(({ address }) => address);
  return [...ipv4, ...(host === '::' ? ipv6 : []), 'localhost'];
}

/** Addresses under which the game can be reached, best first; the last one is this machine's own. */
export function linksTo({ HOST }: Pick<Config, 'HOST'>, port: number): string[] {
  return addressesOf(HOST).map(
    (address) => `http://${address.includes(':') ? `[${address}]` : address}:${port}`,
  );
}

/** Address at which players join: PUBLIC_URL if set, else the first address that other machines can reach. */
export function publicLink(config: Pick<Config, 'HOST' | 'PUBLIC_URL'>, port: number): string {
  return config.PUBLIC_URL ? config.PUBLIC_URL.href.replace(/\/$/, '') : linksTo(config, port)[0]!;
}
