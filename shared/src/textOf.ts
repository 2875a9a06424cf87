const texts = new WeakMap<object, string>();

/** JSON of a value that is never changed, made once: a key by which equal values are found. */
export function textOf(value: object): string {
  const known = texts.get(value);
  if (known !== undefined) return known;
  const text = JSON.stringify(value);
  texts.set(value, text);
  return text;
}
