/** Easing functions from time to progress, both [0, 1]. */
export const ease = {
  linear: (t: number): number => t,
  out: (t: number): number => 1 - (1 - t) ** 3,
  inOut: (t: number): number => (t < 0.5 ? 4 * t ** 3 : 1 - (2 - 2 * t) ** 3 / 2),
  /** Overshoots the end a little and settles. */
  pop: (t: number): number => 1 + 2.7 * (t - 1) ** 3 + 1.7 * (t - 1) ** 2,
} as const;

/** Animation durations, ms. */
export const MS = { press: 80, pop: 160, edge: 400, stagger: 100, update: 1500 } as const;

export interface MotionOptions {
  readonly delayMs?: number;
  readonly ease?: (t: number) => number;
}

interface Motion {
  readonly startAt: number;
  readonly ms: number;
  readonly ease: (t: number) => number;
  readonly step: (share: number) => void;
  readonly done: () => void;
}

/** All running motions, each a progress from 0 to 1. Independent of frames: the time is passed in. */
export class Motions {
  readonly #running = new Set<Motion>();
  readonly #wake: () => void;

  constructor(wake: () => void) {
    this.#wake = wake;
  }

  /** Calls `step` with the progress, finally with 1. Resolves after that. */
  run(ms: number, step: (share: number) => void, options: MotionOptions = {}): Promise<void> {
    return this.start(ms, step, options).done;
  }

  start(ms: number, step: (share: number) => void, options: MotionOptions = {}) {
    const { promise: done, resolve } = withResolvers();
    const startAt = performance.now() + (options.delayMs ?? 0);
    const motion: Motion = { startAt, ms, ease: options.ease ?? ease.inOut, step, done: resolve };
    this.#running.add(motion);
    if (!options.delayMs) step(0);
    this.#wake();
    return { done, finish: () => this.#finish(motion) };
  }

  /** Advances all motions to a time. @returns true while any is still moving */
  advance(now: number): boolean {
    for (const motion of this.#running) {
      const t = (now - motion.startAt) / motion.ms;
      if (t >= 1) this.#finish(motion);
      else if (t >= 0) motion.step(motion.ease(t));
    }
    return this.#running.size > 0;
  }

  #finish(motion: Motion): void {
    if (!this.#running.delete(motion)) return;
    motion.step(1);
    motion.done();
  }
}

/** Motions of one cue. Once ended, all its motions, later ones too, finish at once. */
export class Movement {
  readonly #motions: Motions;
  readonly #own = new Set<() => void>();
  #live = true;

  constructor(motions: Motions) {
    this.#motions = motions;
  }

  get live(): boolean {
    return this.#live;
  }

  async run(ms: number, step: (share: number) => void, options: MotionOptions = {}): Promise<void> {
    if (!this.#live) return step(1);
    const { done, finish } = this.#motions.start(ms, step, options);
    this.#own.add(finish);
    await done;
    this.#own.delete(finish);
  }

  /** Waits without moving anything. */
  pause(ms: number): Promise<void> {
    return this.run(ms, () => undefined);
  }

  end(): void {
    this.#live = false;
    for (const finish of [...this.#own]) finish();
  }
}

function withResolvers(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((ok) => {
    resolve = ok;
  });
  return { promise, resolve };
}
