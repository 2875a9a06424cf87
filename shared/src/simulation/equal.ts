/**
 * First difference between two values of plain data, as a path; undefined where there is none. −0 and 0 differ, as for
 * a replay that has to be the same bit for bit.
 */
export function firstDifference(a: unknown, b: unknown, path = ''): string | undefined {
  if (Object.is(a, b)) return undefined;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return path || 'all of it';
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length) return path || 'all of it';
  for (const key of keys) {
    if (!(key in right)) return `${path}/${key}`;
    const difference = firstDifference(left[key], right[key], `${path}/${key}`);
    if (difference !== undefined) return difference;
  }
  return undefined;
}
