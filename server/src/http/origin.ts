import { networkInterfaces } from 'node:os';
import type { Config } from '../config.ts';

/** Interval at which own addresses are looked up again: they change when a laptop moves between networks. */
const REFRESH_MS = 5_000;

export interface OriginHeaders {
  readonly origin: string | undefined;
  /** Host that the request was sent to: the `Host` header, or `X-Forwarded-Host` of a trusted proxy. */
  readonly host: string | undefined;
}

function addressesOfThisMachine(): ReadonlySet<string> {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return new Set(
    addresses.map(({ address, family }) =>
      family === 'IPv6' ? `[${address.replace(/%.*$/, '')}]` : address,
    ),
  );
}

function parse(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

/**
 * Predicate that a request comes from a page of this server: the page's host equals the requested host and is the
 * public address, localhost or an address of one of this machine's interfaces. The second condition stops DNS
 * rebinding. Programs send no `Origin` and are allowed.
 */
export function originCheck(
  { PUBLIC_URL }: Pick<Config, 'PUBLIC_URL'>,
  now: () => number = Date.now,
): (headers: OriginHeaders) => boolean {
  let own = addressesOfThisMachine();
  let lookedUpAt = now();
  return ({ origin, host }) => {
    if (origin === undefined) return true;
    const page = parse(origin);
    if (!page || host === undefined || !/^https?:$/.test(page.protocol)) return false;
    if (parse(`${page.protocol}//${host}`)?.host !== page.host) return false;
    if (now() - lookedUpAt > REFRESH_MS) {
      own = addressesOfThisMachine();
      lookedUpAt = now();
    }
    const { hostname } = page;
    const isLocal = hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
    return isLocal || own.has(hostname) || PUBLIC_URL?.host === page.host;
  };
}

/** Reads the two headers from a Node or a Fetch request. */
export function originHeaders(
  read: (name: string) => string | null | undefined,
  { TRUST_PROXY }: Pick<Config, 'TRUST_PROXY'>,
): OriginHeaders {
  const forwarded = TRUST_PROXY ? read('x-forwarded-host')?.split(',')[0]?.trim() : undefined;
  return { origin: read('origin') ?? undefined, host: forwarded ?? read('host') ?? undefined };
}
