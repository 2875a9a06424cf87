import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';

const RESOLUTION_MS = 20;
const NS_PER_S = 1e9;

/** Lag of the event loop since the last look at it. It is measured from the first look on, so it costs nothing unasked. */
export class LoopLag {
  #delay: IntervalHistogram | null = null;

  /** Seconds by quantile; `1` is the longest. */
  sinceLastLook(): Readonly<Record<'0.5' | '0.99' | '1', number>> {
    if (!this.#delay) {
      this.#delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
      this.#delay.enable();
    }
    const delay = this.#delay;
    // A time between two measurements, of which RESOLUTION_MS are planned.
    const late = (ns: number): number =>
      delay.count === 0 ? 0 : Math.max(0, ns / NS_PER_S - RESOLUTION_MS / 1_000);
    const seconds = {
      '0.5': late(delay.percentile(50)),
      '0.99': late(delay.percentile(99)),
      '1': late(delay.max),
    };
    delay.reset();
    return seconds;
  }

  close(): void {
    this.#delay?.disable();
  }
}
