import { renderUnicodeCompact } from 'uqr';
import { linksTo, publicLink } from './addresses.ts';
import type { Config } from './config.ts';

/** Text that a teacher reads in the terminal: addresses to join and host at, and the host code. */
export function banner(
  config: Pick<Config, 'HOST' | 'PUBLIC_URL' | 'DATA_DIR'>,
  port: number,
  hostCode: string,
): string {
  const links = linksTo(config, port);
  const main = publicLink(config, port);
  const others = links.filter((link) => link !== main);
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
    `Sessions are kept in ${config.DATA_DIR}`,
    'Stop with Ctrl-C. They go on at the next start.',
    '',
  ].join('\n');
}
