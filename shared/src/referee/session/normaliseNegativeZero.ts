/**
 * Replaces −0 by 0 in a value, as writing it as JSON does, so that a live session equals its replay. Returns the same
 * object where there is no −0 in it.
 */
export function normaliseNegativeZero<T>(value: T): T {
  // Looked for first, without a copy: a round of a large class has 50,000 values, and −0 is rare.
  return hasNegativeZero(value) ? replaced(value) : value;
}

function hasNegativeZero(value: unknown): boolean {
  if (typeof value === 'number') return Object.is(value, -0);
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(hasNegativeZero);
  const fields = value as Readonly<Record<string, unknown>>;
  for (const key of Object.keys(fields)) if (hasNegativeZero(fields[key])) return true;
  return false;
}

function replaced<T>(value: T): T {
  if (value === 0) return 0 as T;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(normaliseNegativeZero) as T;
  const entries = Object.entries(value).map(([key, one]) => [key, normaliseNegativeZero(one)]);
  return Object.fromEntries(entries) as T;
}
