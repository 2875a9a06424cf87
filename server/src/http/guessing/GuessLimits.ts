import type { Clock } from '../../clock.ts';
import { Budget } from './Budget.ts';

const STEP_MS = 250;
const MAX_MS = 2_000;
/** Time without a wrong code after which the delay of its answer starts again from STEP_MS. */
export const FORGET_MS = 60_000;
/** Wrong codes that are free of a hold: at most so many at once, refilled at so many a second. */
export const FREE = {
  address: { most: 30, perSecond: 0.5 },
  all: { most: 600, perSecond: 10 },
} as const;
/** Hold before a code is looked at, from an address that has sent too many wrong ones. */
export const HOLD_MS = 250;
/** Codes of one such address that are looked at in a second, at most. */
export const LOOKED_AT_PER_SECOND = 500;
/** Held requests of an address, and of all; further ones are refused. */
const MAX_HELD = 2_000;
const MAX_HELD_BY_ALL = 10_000;
/** Codes of one address that are looked at at the same time without a hold: more than a school sends in a moment. */
const MAX_LOOKING = 250;
/** Answers to wrong codes that are delayed at the same time, at most. */
const MAX_DELAYED = 2_000;
/** Addresses that are looked through for forgetting at each attempt: two, so that more are forgotten than come. */
const FORGOTTEN_AT_ONCE = 2;
/** Limit on remembered addresses; the one that is silent longest is forgotten first. */
const MAX_REMEMBERED = 20_000;

/** Wrong codes and requests of one address. */
interface Guesser {
  readonly free: Budget;
  /** Wrong codes since FORGET_MS without one. */
  wrong: number;
  lastWrongAt: number;
  held: number;
  /** Codes that are being looked at. */
  looking: number;
  /** Time from which the next held code may be looked at. */
  nextAt: number;
}

/** Request with a code or token that somebody could be guessing. */
export interface Attempt<Reply> {
  /** Key of the address it comes from (`addressKeys`). */
  readonly address: string;
  /** Tells whether its connection has been closed. */
  readonly isGone: () => boolean;
  /** Tells whether it has a token that nobody can have guessed: such a one is never held. */
  readonly isKnown: () => Promise<boolean>;
  readonly look: () => Promise<Reply>;
  readonly isWrong: (reply: Reply) => boolean;
}

/**
 * Limits on guessing codes and tokens. The answer to a wrong one is later than the one before. An address that has sent
 * too many is slowed whatever it does with its connections: each further code, right or wrong, is looked at after a
 * hold, if its connection is still open then, and only so many are in a second. Otherwise a right code is answered at
 * once, however many come, so that a school behind one address notices nothing.
 */
export class GuessLimits {
  readonly #clock: Clock;
  readonly #all: Budget;
  /** In the order in which addresses were heard of last. */
  readonly #guessers = new Map<string, Guesser>();
  #held = 0;
  #delayed = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#all = new Budget(FREE.all, clock.elapsed());
  }

  /** Addresses of which something is remembered. */
  get remembered(): number {
    return this.#guessers.size;
  }

  /** Reply to an attempt; `gone` if it was closed before, `refused` if too many wait already. */
  async reply<Reply>(attempt: Attempt<Reply>): Promise<Reply | 'gone' | 'refused'> {
    const guesser = this.#guesserAt(attempt.address);
    if (this.#isSlowed(guesser) && !(await attempt.isKnown())) {
      const held = await this.#hold(guesser, attempt.isGone);
      if (held !== 'look') return held;
    }
    guesser.looking += 1;
    const reply = await attempt.look().finally(() => {
      guesser.looking -= 1;
    });
    if (!attempt.isWrong(reply)) return reply;
    return (await this.#delayWrong(guesser)) ? reply : 'refused';
  }

  #isSlowed({ free, looking }: Guesser): boolean {
    const at = this.#clock.elapsed();
    return free.isSpent(at) || this.#all.isSpent(at) || looking >= MAX_LOOKING;
  }

  async #hold(guesser: Guesser, isGone: () => boolean): Promise<'look' | 'gone' | 'refused'> {
    if (guesser.held >= MAX_HELD || this.#held >= MAX_HELD_BY_ALL) return 'refused';
    guesser.held += 1;
    this.#held += 1;
    await this.#clock.wait(HOLD_MS);
    // One that has closed early has learned nothing, and takes no turn of those who wait.
    if (!isGone()) await this.#takeTurn(guesser);
    guesser.held -= 1;
    this.#held -= 1;
    if (!isGone()) return 'look';
    // Counted as wrong: it was not worth waiting for.
    this.#take(guesser);
    return 'gone';
  }

  async #takeTurn(guesser: Guesser): Promise<void> {
    const at = this.#clock.elapsed();
    const turn = Math.max(at, guesser.nextAt);
    guesser.nextAt = turn + 1_000 / LOOKED_AT_PER_SECOND;
    if (turn > at) await this.#clock.wait(turn - at);
  }

  /** @returns false when MAX_DELAYED answers are delayed already and this one must be refused */
  async #delayWrong(guesser: Guesser): Promise<boolean> {
    const at = this.#take(guesser);
    guesser.wrong = at - guesser.lastWrongAt > FORGET_MS ? 1 : guesser.wrong + 1;
    guesser.lastWrongAt = at;
    if (this.#delayed >= MAX_DELAYED) return false;
    this.#delayed += 1;
    await this.#clock.wait(Math.min(MAX_MS, STEP_MS * guesser.wrong));
    this.#delayed -= 1;
    return true;
  }

  #take({ free }: Guesser): number {
    const at = this.#clock.elapsed();
    // One address that guesses slows only itself; many, each with a budget of its own, slow all.
    if (!free.isSpent(at)) this.#all.take(at);
    free.take(at);
    return at;
  }

  #guesserAt(address: string): Guesser {
    this.#forgetSome();
    const guesser: Guesser = this.#guessers.get(address) ?? {
      free: new Budget(FREE.address, this.#clock.elapsed()),
      wrong: 0,
      lastWrongAt: Number.NEGATIVE_INFINITY,
      held: 0,
      looking: 0,
      nextAt: 0,
    };
    this.#guessers.delete(address);
    this.#guessers.set(address, guesser);
    return guesser;
  }

  /** Forgets the addresses silent longest that no longer count for anything, or are too many. */
  #forgetSome(): void {
    const at = this.#clock.elapsed();
    let seen = 0;
    for (const [address, { free, lastWrongAt, held, looking }] of this.#guessers) {
      const isOver = at - lastWrongAt > FORGET_MS && free.isFull(at) && held + looking === 0;
      if (isOver || this.#guessers.size >= MAX_REMEMBERED) this.#guessers.delete(address);
      if (++seen === FORGOTTEN_AT_ONCE) return;
    }
  }
}
