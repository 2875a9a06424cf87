import { isObject, keep, recall } from '../../../table/keptTokens';

/** How long the last blank network took, kept on this device: you race nobody but yourself. */
const KEY = 'relay/blank-time';

interface Kept {
  /** The session or practice question that it was measured in. */
  readonly code: string;
  readonly ms: number;
  /** The time before that one. */
  readonly before: number | null;
}

const isTime = (value: unknown): value is number => typeof value === 'number' && value > 0;
const isKept = (value: unknown): value is Kept =>
  isObject(value) &&
  typeof value['code'] === 'string' &&
  isTime(value['ms']) &&
  (value['before'] === null || isTime(value['before']));

/** The time of the question before this one, ms; null where there is none. */
export function lastBlankTime(code: string): number | null {
  const kept = recall(KEY, isKept);
  return kept?.code === code ? kept.before : (kept?.ms ?? null);
}

export function keepBlankTime(code: string, ms: number): void {
  // A reload in the middle of the same question must not race against itself.
  if (recall(KEY, isKept)?.code === code) return;
  keep(KEY, { code, ms: Math.max(1, ms), before: recall(KEY, isKept)?.ms ?? null } satisfies Kept);
}
