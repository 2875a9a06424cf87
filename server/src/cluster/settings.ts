import type { Config } from '../config.ts';
import { StartFailure } from '../startFailure.ts';

/**
 * Checks the settings with which several processes work together.
 *
 * @throws {StartFailure} they do not fit together
 */
export function checkClusterSettings({
  DATABASE_URL,
  REDIS_URL,
  HOST_CODE,
}: Pick<Config, 'DATABASE_URL' | 'REDIS_URL' | 'HOST_CODE'>): void {
  if (REDIS_URL === undefined) return;
  if (DATABASE_URL === undefined)
    throw new StartFailure(
      'REDIS_URL is for several processes on one database: set DATABASE_URL, too, or leave REDIS_URL out.',
    );
  if (HOST_CODE === undefined)
    throw new StartFailure(
      'Several processes need one host code: set HOST_CODE, the same for all, when you set REDIS_URL.',
    );
}
