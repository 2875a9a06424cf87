import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { saveProfile, startProfile } from './profile.ts';

/** Interval at which the loop is looked at, ms; a lag is what comes on top of it. */
const LOOK_EVERY_MS = 10;
const NS_PER_MS = 1e6;

const delay = monitorEventLoopDelay({ resolution: LOOK_EVERY_MS });

export interface Memory {
  readonly rss: number;
  readonly heapUsed: number;
}

/** Figures that every subject's process tells of itself. The loop is watched from the first `resetLag` on. */
export const METER = {
  /** CPU time of all threads so far, µs. */
  cpu(): number {
    const { user, system } = process.cpuUsage();
    return user + system;
  },
  /** CPU time of the main thread so far, µs. */
  mainThreadCpu(): number {
    const { user, system } = process.threadCpuUsage();
    return user + system;
  },
  resetLag(): void {
    delay.enable();
    delay.reset();
  },
  /** Longest time for which the loop was held up since `resetLag`, ms. */
  lag(): number {
    return Math.max(0, delay.max / NS_PER_MS - LOOK_EVERY_MS);
  },
  /** Memory after collecting garbage twice, which also gives back what the young generation grew to. */
  async memory(): Promise<Memory> {
    for (let i = 0; i < 2; i++) {
      globalThis.gc?.();
      await setTimeout(100);
    }
    const { rss, heapUsed } = process.memoryUsage();
    return { rss, heapUsed };
  },
  startProfile,
  saveProfile,
};
