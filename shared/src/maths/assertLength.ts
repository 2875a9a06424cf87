/** Checks a vector's length. @throws {RangeError} the length differs: a programmer's error */
export function assertLength(vector: { readonly length: number }, length: number, what: string): void {
  if (vector.length !== length) throw new RangeError(`${what} has length ${vector.length}, not ${length}`);
}
