import { isObject, keep, recall } from '../../../table/tokenStore';

/** Time taken for the last blank network, kept on this device for comparison with the player's next one. */
const KEY = 'relay/blank-time';

interface Kept {
  /** Session or practice question in which the time was measured. */
  readonly code: string;
  readonly ms: number;
  /** Time of the question before, ms. */
  readonly before: number | null;
}

const isTime = (value: unknown): value is number => typeof value === 'number' && value > 0;
const isKept = (value: unknown): value is Kept =>
  isObject(value) &&
  typeof value['code'] === 'string' &&
  isTime(value['ms']) &&
  (value['before'] === null || isTime(value['before']));

/** Time of the question before this one, ms; null where there is none. */
export function lastBlankTime(code: string): number | null {
  const kept = recall(KEY, isKept);
  return kept?.code === code ? kept.before : (kept?.ms ?? null);
}

export function keepBlankTime(code: string, ms: number): void {
  // After a reload, a question must not be compared with itself.
  if (recall(KEY, isKept)?.code === code) return;
  keep(KEY, { code, ms: Math.max(1, ms), before: recall(KEY, isKept)?.ms ?? null } satisfies Kept);
}
