/**
 * Replaces −0 by 0 in a value, as writing it as JSON does, so that a live session equals its replay. Returns the same
 * object where there is no −0 in it.
 */
export function normaliseNegativeZero<T>(value: T): T {
  if (value === 0) return 0 as T;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    const written = list.map(normaliseNegativeZero);
    return written.every((one, i) => Object.is(one, list[i])) ? value : (written as T);
  }
  const entries = Object.entries(value);
  const changed = entries
    .map(([key, one]) => [key, normaliseNegativeZero(one)] as const)
    .filter(([key, one]) => !Object.is(one, value[key as keyof T]));
  return changed.length === 0 ? value : { ...value, ...Object.fromEntries(changed) };
}
