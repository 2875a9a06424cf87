import { networkInterfaces } from 'node:os';
import type { Config } from '../config.ts';

/** Own addresses change when a laptop moves between networks; so often they are looked up again. */
const REFRESH_MS = 5_000;

export interface OriginHeaders {
  readonly origin: string | undefined;
  /** The host that was asked: `Host`, or what a trusted proxy says it was. */
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
 * Whether a request comes from a page that this server has served: the page's host is the one that was asked, and it
 * is the public address, this machine itself or one of its network interfaces. The second half keeps away a foreign
 * name that has been made to point here. Programs, which send no `Origin`, may come in.
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

/** The two headers from wherever they come, Node's or the web's. */
export function originHeaders(
  read: (name: string) => string | null | undefined,
  { TRUST_PROXY }: Pick<Config, 'TRUST_PROXY'>,
): OriginHeaders {
  const forwarded = TRUST_PROXY ? read('x-forwarded-host')?.split(',')[0]?.trim() : undefined;
  return { origin: read('origin') ?? undefined, host: forwarded ?? read('host') ?? undefined };
}
