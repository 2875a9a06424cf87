import type { RandomSource } from '../randomSource.ts';
import type { Clock } from '../clock.ts';
import type { TokenOwner } from '../journal/Journal.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics/Metrics.ts';
import type { Joins } from './Joins.ts';
import type { LiveSession } from './LiveSession.ts';

/** Owner of the token for which a seat was reserved; `projectorToken` for the host only. */
export type Admission = TokenOwner & {
  readonly projectorToken: string | null;
  /** Hash of the token of a player whose join waits until the page connects. */
  readonly waiting?: string;
};

/** Services that the process provides to its rooms. */
export interface RoomServices {
  readonly clock: Clock;
  readonly randomSource: RandomSource;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly joins: Joins;
  /** Session for a key that only this process can have made. */
  takeSession(key: unknown): LiveSession | undefined;
  disposed(live: LiveSession): void;
}
