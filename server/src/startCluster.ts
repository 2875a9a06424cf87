import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { publicLink } from './addresses.ts';
import { banner } from './banner.ts';
import { freePort } from './cluster/freePort.ts';
import { clusterProxy } from './cluster/proxy.ts';
import { ServerChild } from './cluster/ServerChild.ts';
import { readConfig } from './config.ts';
import { hostCodeOf } from './http/hostCode.ts';
import { openDataDirectory } from './journal/dataDirectory.ts';
import { ensurePortIsFree } from './portCheck.ts';
import { StartFailure } from './startFailure.ts';

/** `npm run start:cluster`: two server processes behind a proxy on this machine, for a try. */

const NAMES = ['relay-1', 'relay-2'];

async function start(): Promise<void> {
  const config = readConfig(process.env);
  if (config.DATABASE_URL === undefined || config.REDIS_URL === undefined)
    throw new StartFailure(
      'Several processes need PostgreSQL and Redis: set DATABASE_URL and REDIS_URL (docs/several-processes.md shows how).',
    );
  await ensurePortIsFree(config);
  openDataDirectory(config.DATA_DIR);
  const hostCode = hostCodeOf(config);
  const children: ServerChild[] = [];
  const proxy = clusterProxy(children);
  proxy.listen(config.PORT, config.HOST);
  await once(proxy, 'listening');
  const { port } = proxy.address() as AddressInfo;
  const shared = { HOST_CODE: hostCode, PUBLIC_URL: publicLink(config, port), TRUST_PROXY: 'true' };
  for (const name of NAMES) {
    const DATA_DIR = join(config.DATA_DIR, name);
    mkdirSync(DATA_DIR, { recursive: true, mode: 0o700 });
    children.push(new ServerChild(name, await freePort(), { ...process.env, ...shared, DATA_DIR }));
  }
  let stopping: Promise<void> | null = null;
  const stop = (code: number): void => {
    stopping ??= Promise.all(children.map((child) => child.stop())).then(() => process.exit(code));
  };
  for (const event of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.on(event, () => stop(0));
  const areUp = await Promise.all(children.map((child) => child.up()));
  // One that could not start has said why.
  if (areUp.includes(false)) return stop(1);
  console.log(banner(config, port, hostCode));
}

try {
  await start();
} catch (error) {
  console.error(error instanceof StartFailure ? error.message : error);
  process.exit(1);
}
