import css from './tokens.css?raw';

const TOKENS: ReadonlyMap<string, string> = new Map(
  [...css.matchAll(/--([\w-]+):\s*([^;]+);/gu)].map(([, name, value]) => [name!, value!.trim()]),
);

/** The value of a custom property of tokens.css, for what is drawn without a style sheet. */
export function token(name: string): string {
  const value = TOKENS.get(name);
  if (value === undefined) throw new Error(`tokens.css has no --${name}`);
  return value;
}

/** Red, green and blue of a colour token, each 0 to 255. */
export function channels(name: string): readonly [number, number, number] {
  const bits = Number.parseInt(token(name).slice(1), 16);
  return [bits >> 16, (bits >> 8) & 0xff, bits & 0xff];
}
