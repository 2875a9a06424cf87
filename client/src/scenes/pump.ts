import type * as Phaser from 'phaser';

/** Frames a second while nothing but breathing moves. */
const IDLE_FPS = 12;
/** Nobody touched anything for so long: stand still. */
const QUIET_MS = 10_000;
/** A frame that is asked for comes within 17 ms where drawing is easy. Waiting longer than this, the machine is busy. */
const BUSY_MS = 40;
/** What a busy machine gets: enough to see what moves, and time left to answer a tap. */
const BUSY_FPS = 15;
/** After a longer sleep Phaser must not see one huge step. */
const LONG_GAP_MS = 200;

/**
 * Draws on demand. Phaser's own loop costs a whole core's second every second even when nothing moves, so it sleeps, and
 * frames are asked for: `once`, for as long as `busy` says so, or slowly while the characters breathe.
 */
export class RenderLoop {
  readonly #game: Phaser.Game;
  readonly #still: () => boolean;
  /** Called before each frame; says whether another must follow at once. */
  readonly #advance: (now: number) => boolean;
  #frame = 0;
  #timer = 0;
  #pause = 0;
  /** How long frames have lately taken to come, averaged. */
  #waitMs = 0;
  #touchedAt = performance.now();
  /** A movement that outlives the game asks for no more frames. */
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

  /** Draw soon. */
  readonly once = (): void => {
    if (this.#frame || this.#isOver || document.hidden) return;
    const askedAt = performance.now();
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#waitMs += (performance.now() - askedAt - this.#waitMs) / 5;
      this.#draw();
    });
  };

  /** Somebody is here: breathe for a while. */
  readonly touch = (): void => {
    this.#touchedAt = performance.now();
    this.once();
    if (!this.#timer) this.#idle();
  };

  /** Whether the idle movement is running. A machine that is busy drawing has none. */
  get breathing(): boolean {
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
    if (!this.breathing) return;
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
