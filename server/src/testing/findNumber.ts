const LEAST_DIGITS = 5;

/** Forms in which a number can be sent: bytes of either order and width, and decimal text, rounded or truncated. */
function shapesOf(value: number): readonly Buffer[] {
  const bytes = Buffer.alloc(24);
  bytes.writeDoubleLE(value, 0);
  bytes.writeDoubleBE(value, 8);
  bytes.writeFloatLE(value, 16);
  bytes.writeFloatBE(value, 20);
  const size = Math.abs(value);
  const leading = Math.max(0, Math.floor(-Math.log10(size)));
  const decimals = LEAST_DIGITS + leading;
  const written = size.toFixed(20);
  const cut = written.slice(0, written.indexOf('.') + 1 + decimals);
  return [
    bytes.subarray(0, 8),
    bytes.subarray(8, 16),
    bytes.subarray(16, 20),
    bytes.subarray(20, 24),
    ...new Set([cut, size.toFixed(decimals), size.toPrecision(LEAST_DIGITS)]),
  ].map((shape) => Buffer.from(shape));
}

export function contains(haystacks: readonly Buffer[], value: number): boolean {
  const shapes = shapesOf(value);
  return haystacks.some((haystack) => shapes.some((shape) => haystack.includes(shape)));
}
