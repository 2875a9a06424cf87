/** Time within which presses of Enter belong together, ms. */
const BURST_MS = 700;

/**
 * Presses of Enter in quick succession. They mean the line of the first one: when that is right, the cursor passes on to
 * the next line by itself, and the rest of the presses must not send what stands there.
 */
export class EnterBurst<Line> {
  #last: { readonly line: Line; readonly at: number } | null = null;

  /** Tells whether a press in a line was meant for it. @param at  time of the press, ms */
  isMeantFor(line: Line, at: number): boolean {
    const isBurst = this.#last !== null && at - this.#last.at < BURST_MS;
    const meant = isBurst ? this.#last!.line : line;
    this.#last = { line: meant, at };
    return meant === line;
  }

  /** Ends the burst: something was entered since. */
  end(): void {
    this.#last = null;
  }
}
