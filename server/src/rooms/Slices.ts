import type { Sliced } from '@relay/shared/slices';

/** Time for which sessions are worked on before sockets and timers get their turn, ms. */
const SLICE_MS = 10;

/**
 * Work of all sessions in pieces, done in the order in which they were added, a slice of time in each turn of the event
 * loop: when many classes start at the same moment, none holds up the heartbeats and answers of the others. A piece
 * begins after all sockets of the present turn have been read, so that commands that arrive together are found together.
 */
export class Slices {
  readonly #now: () => number;
  #pieces: (() => void)[] = [];
  #isScheduled = false;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Adds a piece, which must not throw. */
  add(piece: () => void): void {
    this.#pieces.push(piece);
    this.#schedule();
  }

  /**
   * Result of work that may be long: it is done in as many pieces as it takes, each of one slice.
   *
   * @param begin  called with the first piece
   */
  do<Result>(begin: () => Sliced<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      let work: Sliced<Result> | undefined;
      const goOn = (): void => {
        try {
          work ??= begin();
          const until = this.#now() + SLICE_MS;
          do {
            const step = work.next();
            if (step.done) return resolve(step.value);
          } while (this.#now() < until);
          this.add(goOn);
        } catch (error) {
          reject(error);
        }
      };
      this.add(goOn);
    });
  }

  #schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    setImmediate(() => this.#run());
  }

  #run(): void {
    this.#isScheduled = false;
    const until = this.#now() + SLICE_MS;
    const pieces = this.#pieces;
    this.#pieces = [];
    let done = 0;
    // Pieces that these add are left to the next turn, after what has arrived meanwhile.
    while (done < pieces.length && (done === 0 || this.#now() < until)) pieces[done++]!();
    if (done < pieces.length) this.#pieces = [...pieces.slice(done), ...this.#pieces];
    if (this.#pieces.length > 0) this.#schedule();
  }
}

/** Slices of this process, which has one event loop. */
export const slices = new Slices();
