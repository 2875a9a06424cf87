/** @throws {RangeError} when a vector is not of the length that its neighbours demand: a programmer's error */
export function assertLength(vector: { readonly length: number }, length: number, what: string): void {
  if (vector.length !== length) throw new RangeError(`${what} has length ${vector.length}, not ${length}`);
}
