/**
 * A value as JSON will have it back: −0 is written as 0, and the sign of a zero must not be what tells a live session
 * from its replay. What has no −0 in it is given back as it is.
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
