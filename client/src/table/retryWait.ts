const FIRST_WAIT_MS = 300;
/**
 * Longest wait, by the reason for which the try before came to nothing. While nothing answers a try costs nobody anything,
 * and the server may be there again at any moment. Each try at a session or page that the server does not know costs its
 * address a wrong guess.
 */
const LONGEST_WAIT_MS = { noAnswer: 2_000, refused: 5_000, unknown: 60_000 } as const;

/** Number of tries from which waits of unknown pages are counted, so that a class is not taken for somebody who guesses. */
const UNKNOWN_ATTEMPT = 6;

export type RetryReason = keyof typeof LONGEST_WAIT_MS;

/**
 * Wait before the n-th try to connect again, ms: longer each time, and random, so that clients do not come all at once.
 *
 * @param attempt  tries so far
 * @param random   from 0 to 1
 */
export function retryWait(attempt: number, reason: RetryReason, random: number): number {
  const tries = reason === 'unknown' ? Math.max(attempt, UNKNOWN_ATTEMPT) : attempt;
  const longest = Math.min(LONGEST_WAIT_MS[reason], FIRST_WAIT_MS * 2 ** tries);
  return longest * (0.5 + 0.5 * random);
}
