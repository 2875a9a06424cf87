/** Source of the time: the system clock in service, a controllable one in tests. */
export interface Clock {
  /** Current time, ms since the epoch. */
  now(): number;
}

export const systemClock: Clock = { now: Date.now };
