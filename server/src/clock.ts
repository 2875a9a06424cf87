import { setTimeout } from 'node:timers/promises';

/** Source of the time: the system's in service, a controllable one in tests. */
export interface Clock {
  /**
   * Time of the sessions, ms since the epoch. Never runs backwards or jumps, whatever happens to the system's clock, and
   * stands still while the process does not run.
   */
  now(): number;
  /** Time that the process has run, ms: for connections and limits. */
  elapsed(): number;
  /** Resolves once this much time has passed. */
  wait(ms: number): Promise<void>;
}

/** Readings of the machine that a `ProcessClock` is made from. */
export interface TimeSources {
  /** Time since an arbitrary moment, ms, unaffected by changes of the system's clock. */
  readonly monotonic: () => number;
  /** Time of the system's clock, ms since the epoch. */
  readonly wall: () => number;
}

const MACHINE: TimeSources = { monotonic: () => performance.now(), wall: () => Date.now() };

const BEAT_MS = 500;
/** Gap between two beats above which the process did not run: asleep with its machine, stopped, or held up. */
const LONGEST_GAP_MS = 2_000;
/**
 * Rate at which session time approaches the system's clock after that has been changed, or the process was asleep: slow
 * enough to move the end of a 15 s question by no more than 150 ms.
 */
const SLEW = 0.01;

/** Clock of a process: counts the time that the process runs, in small steps. Call `beat` at least every BEAT_MS. */
export class ProcessClock implements Clock {
  readonly #sources: TimeSources;
  readonly #speed: number;
  #readAt: number;
  #elapsed = 0;
  #now: number;

  /** @param speed  ms of session time in 1 ms; other than 1 in tests */
  constructor(sources: TimeSources = MACHINE, speed = 1) {
    this.#sources = sources;
    this.#speed = speed;
    this.#readAt = sources.monotonic();
    this.#now = sources.wall();
  }

  now(): number {
    this.beat();
    return Math.round(this.#now);
  }

  elapsed(): number {
    this.beat();
    return this.#elapsed;
  }

  wait(ms: number): Promise<void> {
    return setTimeout(ms);
  }

  /** Adds the time since the last call. */
  beat(): void {
    const at = this.#sources.monotonic();
    const gap = at - this.#readAt;
    this.#readAt = at;
    const ran = gap > LONGEST_GAP_MS ? BEAT_MS : Math.max(0, gap);
    this.#elapsed += ran;
    this.#now += ran * this.#speed + (this.#speed === 1 ? this.#slew(ran) : 0);
  }

  /** Correction towards the system's clock in this time, ms: at most SLEW of it, so that time never runs backwards. */
  #slew(ran: number): number {
    const behind = this.#sources.wall() - (this.#now + ran);
    return Math.max(-SLEW * ran, Math.min(SLEW * ran, behind));
  }
}

/** Starts the clock of this process. */
export function startClock(speed = 1): Clock {
  const clock = new ProcessClock(MACHINE, speed);
  setInterval(() => clock.beat(), BEAT_MS).unref();
  return clock;
}
