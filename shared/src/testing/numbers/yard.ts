import { holdable } from './atoms.ts';
import { calculate, decimal, type Fraction } from './fraction.ts';

const STRENGTH: Readonly<Record<string, number>> = { '+': 1, '-': 1, '*': 2, '/': 2, 'u+': 3, 'u-': 3 };
const isOpening = (sign: string | undefined): boolean => sign === '(' || sign === '{';

/** Two stacks: values, and the operators and brackets that wait for them. `u-` is the sign of a number. */
export class Yard {
  readonly #values: Fraction[] = [];
  readonly #waiting: string[] = [];
  isBad = false;

  value(value: Fraction): void {
    this.#values.push(value);
  }

  open(bracket: string): void {
    this.#waiting.push(bracket);
  }

  push(sign: string): void {
    const strength = STRENGTH[sign]!;
    while (!sign.startsWith('u') && strength <= (STRENGTH[this.#waiting.at(-1) ?? ''] ?? 0)) this.#apply();
    this.#waiting.push(sign);
  }

  close(bracket: string): void {
    while (this.#waiting.length > 0 && !isOpening(this.#waiting.at(-1))) this.#apply();
    if (this.#waiting.pop() !== (bracket === ')' ? '(' : '{')) this.isBad = true;
  }

  /** Raises the newest value to a power. */
  raise(exponent: number, isTen: boolean): void {
    const base = this.#values.pop()!;
    const isNegated = this.#waiting.at(-1) === 'u-' && exponent % 2 === 0;
    const isSmall = exponent === 2 || exponent === 3;
    const square = calculate('*', base, base)!;
    const power = exponent === 2 ? square : calculate('*', square, base)!;
    const raised = isTen ? holdable(decimal('1', exponent)) : isSmall && !isNegated ? power : undefined;
    if (raised) this.#values.push(raised);
    else this.isBad = true;
  }

  finish(): Fraction | undefined {
    while (this.#waiting.length > 0 && !this.isBad) {
      if (isOpening(this.#waiting.at(-1))) return undefined;
      this.#apply();
    }
    return this.isBad || this.#values.length !== 1 ? undefined : this.#values[0];
  }

  #apply(): void {
    const sign = this.#waiting.pop()!;
    const right = this.#values.pop();
    if (right && sign.startsWith('u')) {
      this.#values.push(sign === 'u-' ? { ...right, top: -right.top } : right);
      return;
    }
    const left = this.#values.pop();
    const result = left && right && calculate(sign, left, right);
    if (result) this.#values.push(result);
    else this.isBad = true;
  }
}
