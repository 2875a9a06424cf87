import { setTimeout } from 'node:timers/promises';

/** Source of the time: the system clock in service, a controllable one in tests. */
export interface Clock {
  /** Current time, ms since the epoch. */
  now(): number;
  /** Resolves once this much time has passed. */
  wait(ms: number): Promise<void>;
}

export const systemClock: Clock = { now: Date.now, wait: (ms) => setTimeout(ms) };
