import type * as Phaser from 'phaser';

/** Frames a second while only the idle movement runs. */
const IDLE_FPS = 12;
/** Time without input after which the idle movement stops. */
const QUIET_MS = 10_000;
/** Wait for a frame beyond which the machine counts as busy; usually a frame comes within 17 ms. */
const BUSY_MS = 40;
/** Frames a second on a busy machine: enough to see movements, with time left to answer a tap. */
const BUSY_FPS = 15;
/** Pause after which the clock of Phaser is reset, so that it makes no huge step. */
const LONG_GAP_MS = 200;

/**
 * Draws on demand. Phaser's own loop would keep one core busy even when nothing moves, so it sleeps and frames are
 * asked for: one by `once`, one after the other while something moves, or IDLE_FPS for the idle movement.
 */
export class RenderLoop {
  readonly #game: Phaser.Game;
  readonly #still: () => boolean;
  /** Called before each frame; returns true when another must follow at once. */
  readonly #advance: (now: number) => boolean;
  #frame = 0;
  #timer = 0;
  #pause = 0;
  /** Recent wait for a frame, averaged. */
  #waitMs = 0;
  #touchedAt = performance.now();
  /** true: the game is destroyed, and movements still running get no more frames. */
  #isOver = false;

  constructor(game: Phaser.Game, still: () => boolean, advance: (now: number) => boolean) {
    this.#game = game;
    this.#still = still;
    this.#advance = advance;
    game.loop.sleep();
    document.addEventListener('visibilitychange', this.#onVisibility);
    for (const type of ['pointerdown', 'keydown'] as const) addEventListener(type, this.touch, true);
    this.touch();
  }

  /** Asks for one frame. */
  readonly once = (): void => {
    if (this.#frame || this.#isOver || document.hidden) return;
    const askedAt = performance.now();
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#waitMs += (performance.now() - askedAt - this.#waitMs) / 5;
      this.#draw();
    });
  };

  /** Notes an input: the idle movement runs for QUIET_MS. */
  readonly touch = (): void => {
    this.#touchedAt = performance.now();
    this.once();
    if (!this.#timer) this.#idle();
  };

  /** true while the idle movement is running; never on a busy machine. */
  get isIdleRunning(): boolean {
    const isQuiet = performance.now() - this.#touchedAt >= QUIET_MS;
    return !this.#still() && !document.hidden && !isQuiet && !this.#isBusy;
  }

  get #isBusy(): boolean {
    return this.#waitMs > BUSY_MS;
  }

  destroy(): void {
    this.#isOver = true;
    this.#stop();
    document.removeEventListener('visibilitychange', this.#onVisibility);
    for (const type of ['pointerdown', 'keydown'] as const) removeEventListener(type, this.touch, true);
  }

  readonly #onVisibility = (): void => {
    if (document.hidden) return this.#stop();
    // Phaser resumes its own loop when the page comes back.
    this.#game.loop.sleep();
    this.touch();
  };

  #draw(): void {
    const now = performance.now();
    const more = this.#advance(now);
    const { loop } = this.#game;
    if (now - loop.lastTime > LONG_GAP_MS) loop.resetDelta();
    loop.step(now);
    if (!more) return;
    if (this.#isBusy) this.#pause = window.setTimeout(this.once, 1000 / BUSY_FPS);
    else this.once();
  }

  #idle(): void {
    this.#timer = 0;
    if (!this.isIdleRunning) return;
    this.once();
    this.#timer = window.setTimeout(() => this.#idle(), 1000 / IDLE_FPS);
  }

  #stop(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#pause);
    cancelAnimationFrame(this.#frame);
    this.#timer = 0;
    this.#frame = 0;
  }
}
