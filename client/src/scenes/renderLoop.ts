import type * as Phaser from 'phaser';

/** Frames a second while only the idle movement runs. */
const IDLE_FPS = 12;
const IDLE_MS = 1000 / IDLE_FPS;
/** Time without a new picture after which the idle movement stops. */
const QUIET_MS = 10_000;
/** Time after a key or a press for which the idle movement rests: the player looks at what is being entered. */
const INPUT_MS = 2_000;
/** Wait for a frame beyond which the machine counts as busy; usually a frame comes within 17 ms. */
const BUSY_MS = 40;
/** Frames a second on a busy machine: enough to see movements, with time left to answer a tap. */
const BUSY_FPS = 15;
/** Pause after which the clock of Phaser is reset, so that it makes no huge step. */
const LONG_GAP_MS = 200;

/** Drawing that a loop keeps moving. */
interface Drawn {
  /** true: nothing moves by itself. */
  isStill(): boolean;
  /** Called before each frame. @returns true when another must follow at once */
  advance(now: number): boolean;
  /** Moves what moves while nothing happens. @param idleMs  time for which the idle movement has run */
  animateIdle(idleMs: number): void;
}

/**
 * Draws on demand. Phaser's own loop would keep one core busy even when nothing moves, so it sleeps and frames are
 * asked for: one by `once`, one after the other while something moves, or IDLE_FPS for the idle movement.
 */
export class RenderLoop {
  readonly #game: Phaser.Game;
  readonly #drawn: Drawn;
  #frame = 0;
  #timer = 0;
  #pause = 0;
  #askedAt = 0;
  /** Recent wait for a frame, averaged. */
  #waitMs = 0;
  #changedAt = performance.now();
  #inputAt = Number.NEGATIVE_INFINITY;
  /** true: the next frame takes a step of the idle movement. */
  #isIdleDue = false;
  #idleMs = 0;
  /** true: the game is destroyed, and movements still running get no more frames. */
  #isOver = false;

  constructor(game: Phaser.Game, drawn: Drawn) {
    this.#game = game;
    this.#drawn = drawn;
    game.loop.sleep();
    document.addEventListener('visibilitychange', this.#onVisibility);
    for (const type of ['pointerdown', 'keydown'] as const) addEventListener(type, this.#onInput, true);
    this.stir();
  }

  /** Asks for one frame. */
  readonly once = (): void => {
    if (this.#frame || this.#isOver || document.hidden) return;
    this.#askedAt = performance.now();
    this.#frame = requestAnimationFrame(this.#onFrame);
  };

  /** Asks for a frame because the picture has changed: the idle movement runs for QUIET_MS from now. */
  stir(): void {
    this.#changedAt = performance.now();
    this.once();
    if (!this.#timer) this.#idle();
  }

  destroy(): void {
    this.#isOver = true;
    this.#stop();
    document.removeEventListener('visibilitychange', this.#onVisibility);
    for (const type of ['pointerdown', 'keydown'] as const) removeEventListener(type, this.#onInput, true);
  }

  readonly #onVisibility = (): void => {
    if (document.hidden) return this.#stop();
    // Phaser resumes its own loop when the page comes back.
    this.#game.loop.sleep();
    this.stir();
  };

  /** The idle movement pauses, and a drawing that has come to rest stays so: an input alone changes no picture. */
  readonly #onInput = (): void => {
    this.#inputAt = performance.now();
  };

  readonly #onFrame = (): void => {
    this.#frame = 0;
    const now = performance.now();
    // A machine that slept is not busy.
    this.#waitMs += (Math.min(now - this.#askedAt, LONG_GAP_MS) - this.#waitMs) / 5;
    this.#draw(now);
  };

  #draw(now: number): void {
    if (this.#isIdleDue) {
      this.#isIdleDue = false;
      this.#idleMs += IDLE_MS;
      this.#drawn.animateIdle(this.#idleMs);
    }
    const more = this.#drawn.advance(now);
    const { loop } = this.#game;
    if (now - loop.lastTime > LONG_GAP_MS) loop.resetDelta();
    loop.step(now);
    if (!more) return;
    if (this.#isBusy) this.#pause = window.setTimeout(this.once, 1000 / BUSY_FPS);
    else this.once();
  }

  readonly #idle = (): void => {
    this.#timer = 0;
    const now = performance.now();
    const isQuiet = now - this.#changedAt >= QUIET_MS;
    if (isQuiet || this.#isOver || this.#isBusy || document.hidden || this.#drawn.isStill()) return;
    const rest = this.#inputAt + INPUT_MS - now;
    if (rest <= 0) {
      this.#isIdleDue = true;
      this.once();
    }
    this.#timer = window.setTimeout(this.#idle, Math.max(IDLE_MS, rest));
  };

  get #isBusy(): boolean {
    return this.#waitMs > BUSY_MS;
  }

  #stop(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#pause);
    cancelAnimationFrame(this.#frame);
    this.#timer = 0;
    this.#frame = 0;
  }
}
