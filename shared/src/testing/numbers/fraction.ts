/** Exact fraction with its size: its value if nothing in it had cancelled. */
export interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
  readonly size: number;
}

const abs = (value: bigint): bigint => (value < 0n ? -value : value);

/** Nearest double, near enough for comparisons: quotients of any length, without their overflow. */
export function toNumber({ top, bottom }: Fraction): number {
  if (top === 0n) return 0;
  const digits = abs(top).toString().length - abs(bottom).toString().length;
  const shift = 20 - digits;
  const scaled = shift >= 0 ? (top * 10n ** BigInt(shift)) / bottom : top / (bottom * 10n ** BigInt(-shift));
  return Number(`${scaled}e${-shift}`);
}

function made(top: bigint, bottom: bigint, size: (value: number) => number): Fraction {
  const fraction = { top, bottom, size: 0 };
  return { ...fraction, size: size(Math.abs(toNumber(fraction))) };
}

export const fraction = (top: bigint, bottom: bigint): Fraction => made(top, bottom, (value) => value);

/** Result of an operator; undefined for a division by zero. */
export function calculate(sign: string, a: Fraction, b: Fraction): Fraction | undefined {
  switch (sign) {
    case '+':
      return made(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom, () => a.size + b.size);
    case '-':
      return made(a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom, () => a.size + b.size);
    case '*':
      return made(a.top * b.top, a.bottom * b.bottom, () => a.size * b.size);
    default: {
      const value = Math.abs(toNumber(b));
      if (b.top === 0n) return undefined;
      return made(a.top * b.bottom, a.bottom * b.top, () => (a.size / value) * (b.size / value));
    }
  }
}

/** Value of decimal digits with a point, and of a power of ten. */
export function decimal(digits: string, exponent: number): Fraction {
  const [before = '', after = ''] = digits.split('.');
  const top = BigInt(before + after);
  const shift = exponent - after.length;
  return shift >= 0 ? fraction(top * 10n ** BigInt(shift), 1n) : fraction(top, 10n ** BigInt(-shift));
}
