import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Config } from './config.ts';
import { StartFailure } from './startFailure.ts';

const SENTENCES: Readonly<Record<string, (config: Pick<Config, 'PORT' | 'HOST'>) => string>> = {
  EADDRINUSE: ({ PORT }) =>
    `Port ${PORT} is in use by another program. Stop it, or choose another port with the setting PORT: PORT=${(PORT % 65_535) + 1}`,
  EACCES: ({ PORT }) =>
    `Port ${PORT} is reserved for the system. Choose one above 1023 with the setting PORT.`,
  EADDRNOTAVAIL: ({ HOST }) => `This machine has no address ${HOST}. Change the setting HOST.`,
  ENOTFOUND: ({ HOST }) => `There is no machine called ${HOST}. Change the setting HOST.`,
};

/** Checks that the port is free before the journal is opened, so that a second start leaves the first alone. */
export async function ensurePortIsFree(config: Pick<Config, 'PORT' | 'HOST'>): Promise<void> {
  const probe = createServer();
  probe.listen(config.PORT, config.HOST);
  try {
    await once(probe, 'listening');
  } catch (error) {
    const sentence = SENTENCES[(error as NodeJS.ErrnoException).code ?? ''];
    throw sentence ? new StartFailure(sentence(config)) : error;
  }
  probe.close();
  await once(probe, 'close');
}
