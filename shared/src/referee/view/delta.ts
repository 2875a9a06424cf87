/**
 * Change of a value of plain objects, arrays and primitives. Only objects are compared by field; an array is replaced
 * as a whole. A field whose value is undefined counts as absent.
 */
export interface Delta {
  /** Fields that are new, or whose value is replaced. */
  readonly set?: Readonly<Record<string, unknown>>;
  /** Names of fields that are gone. */
  readonly gone?: readonly string[];
  /** Fields that are objects before and after, and have changed inside. */
  readonly in?: Readonly<Record<string, Delta>>;
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Tells whether two values are equal, down to their numbers. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((value, i) => isSame(value, b[i]));
  }
  return isFields(a) && isFields(b) && deltaOf(a, b) === null;
}

/** Change that makes `after` of `before`; null when they are equal. `applyDelta` is its inverse. */
export function deltaOf(before: Fields, after: Fields): Delta | null {
  const set: Record<string, unknown> = {};
  const inside: Record<string, Delta> = {};
  let hasSet = false;
  let hasInside = false;
  for (const name of Object.keys(after)) {
    const [was, is] = [before[name], after[name]];
    if (was === is || is === undefined) continue;
    if (isFields(was) && isFields(is)) {
      const delta = deltaOf(was, is);
      if (delta) {
        inside[name] = delta;
        hasInside = true;
      }
    } else if (!isSame(was, is)) {
      set[name] = is;
      hasSet = true;
    }
  }
  const gone = Object.keys(before).filter((name) => before[name] !== undefined && after[name] === undefined);
  if (!hasSet && !hasInside && gone.length === 0) return null;
  return {
    ...(hasSet && { set }),
    ...(gone.length > 0 && { gone }),
    ...(hasInside && { in: inside }),
  };
}

/** The value after a change. Parts that have not changed are shared with `before`, which stays as it is. */
export function applyDelta<T extends object>(before: T, { set, gone, in: inside }: Delta): T {
  const after: Record<string, unknown> = { ...(before as Fields), ...set };
  for (const [name, delta] of Object.entries(inside ?? {})) {
    const was = after[name];
    after[name] = applyDelta(isFields(was) ? was : {}, delta);
  }
  for (const name of gone ?? []) delete after[name];
  return after as T;
}
