/**
 * Long work in slices: a generator that stops at short intervals, so that a server can let other work go on in between.
 * It computes the same whoever drives it and however often it stops.
 */
export type Sliced<Result> = Generator<void, Result, void>;

/** Does all of the work at once. */
export function atOnce<Result>(work: Sliced<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
