import { networkInterfaces } from 'node:os';
import { renderUnicodeCompact } from 'uqr';
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

/** What the teacher reads in the terminal: where the game is, how to get in, and the code to open a session with. */
export function banner(
  { HOST, PUBLIC_URL }: Pick<Config, 'HOST' | 'PUBLIC_URL'>,
  port: number,
  hostCode: string,
): string {
  const links = addressesOf(HOST).map(
    (address) => `http://${address.includes(':') ? `[${address}]` : address}:${port}`,
  );
  const main = PUBLIC_URL ? PUBLIC_URL.href.replace(/\/$/, '') : links[0]!;
  const others = PUBLIC_URL ? links : links.slice(1);
  return [
    '',
    'Backprop Relay is running.',
    '',
    `  Players join at   ${main}/join`,
    `  You host at       ${main}/host`,
    `  Host code         ${hostCode}`,
    ...others.map((link, i) => `  ${i === 0 ? 'Also reachable at' : '                 '} ${link}`),
    '',
    renderUnicodeCompact(`${main}/join`),
    '',
    'Stop with Ctrl-C. Sessions are kept and go on at the next start.',
    '',
  ].join('\n');
}
