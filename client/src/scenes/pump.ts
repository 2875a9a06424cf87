import type * as Phaser from 'phaser';

/** Frames a second while nothing but breathing moves. */
const IDLE_FPS = 12;
/** Nobody touched anything for so long: stand still. */
const QUIET_MS = 10_000;
/** After a longer sleep Phaser must not see one huge step. */
const LONG_GAP_MS = 200;

/**
 * Draws on demand. Phaser's own loop costs a whole core's second every second even when nothing moves, so it sleeps, and
 * frames are asked for: `once`, for as long as `busy` says so, or slowly while the characters breathe.
 */
export class Pump {
  readonly #game: Phaser.Game;
  readonly #still: () => boolean;
  /** Called before each frame; says whether another must follow at once. */
  readonly #advance: (now: number) => boolean;
  #frame = 0;
  #timer = 0;
  #touchedAt = performance.now();

  constructor(game: Phaser.Game, still: () => boolean, advance: (now: number) => boolean) {
    this.#game = game;
    this.#still = still;
    this.#advance = advance;
    game.loop.sleep();
    document.addEventListener('visibilitychange', this.#onVisibility);
    for (const type of ['pointerdown', 'keydown'] as const) addEventListener(type, this.touch, true);
    this.touch();
  }

  /** Draw soon. */
  readonly once = (): void => {
    if (this.#frame || document.hidden) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
    });
  };

  /** Somebody is here: breathe for a while. */
  readonly touch = (): void => {
    this.#touchedAt = performance.now();
    this.once();
    if (!this.#timer) this.#idle();
  };

  /** Whether the idle movement is running. */
  get breathing(): boolean {
    return !this.#still() && !document.hidden && performance.now() - this.#touchedAt < QUIET_MS;
  }

  destroy(): void {
    this.#pause();
    document.removeEventListener('visibilitychange', this.#onVisibility);
    for (const type of ['pointerdown', 'keydown'] as const) removeEventListener(type, this.touch, true);
  }

  readonly #onVisibility = (): void => {
    if (document.hidden) return this.#pause();
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
    if (more) this.once();
  }

  #idle(): void {
    this.#timer = 0;
    if (!this.breathing) return;
    this.once();
    this.#timer = window.setTimeout(() => this.#idle(), 1000 / IDLE_FPS);
  }

  #pause(): void {
    clearTimeout(this.#timer);
    cancelAnimationFrame(this.#frame);
    this.#timer = 0;
    this.#frame = 0;
  }
}
