/**
 * Value of a record under a key that comes from outside, such as an id in a command; undefined where the record has no
 * such entry, also for `toString`, `__proto__` and the other names that every object inherits.
 */
export function own<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
