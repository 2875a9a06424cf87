import { describe, expect, test } from 'vitest';
import { type Expression, num, product, sum } from '../../numbers/expression.ts';
import { readNumber } from '../../numbers/readNumber.ts';
import { isWorking } from './isWorking.ts';
import { halfUnit } from '../../numbers/decimals.ts';

/** Rules by which typed text matches a working, one at a time, with numbers that are easy to compute by hand. */

function is(raw: string, working: Expression): boolean {
  const read = readNumber(raw);
  if (!read.ok) throw new RangeError(`unreadable: ${raw}`);
  return isWorking(read.typed, working);
}
const yes = (raw: string, working: Expression) => expect(is(raw, working), raw).toBe(true);
const no = (raw: string, working: Expression) => expect(is(raw, working), raw).toBe(false);
/** A product of numbers of the network. */
const times = (...of: number[]): Expression => product(...of.map((value) => num(value)));
const plus = (...of: number[]): Expression => sum(...of.map((value) => num(value)));

describe('matching, rounding', () => {
  test('a number stands for values within half a unit of its last figure; 0 stands for 0 only', () => {
    expect(halfUnit(2.34, 3)).toBeCloseTo(0.005, 12);
    expect(halfUnit(-234, 2)).toBeCloseTo(5, 12);
    expect(halfUnit(0.002, 1)).toBeCloseTo(0.0005, 12);
    expect(halfUnit(0, 3)).toBe(0);
  });

  test('of a displayed number: that of its four figures and of those typed', () => {
    yes('2.001*3', times(2, 3));
    no('2.006*3', times(2, 3));
    no('2.02*3', times(2, 3));
    // With five figures typed only the display has rounded.
    no('2.0018*3', times(2, 3));
  });

  test('of an intermediate result: up to 1 %', () => {
    const worked = product(num(2, times(0.5, 4)), num(3));
    yes('2.02*3', worked);
    no('2.03*3', worked);
    yes('5.04*3', product(plus(2, 3), num(3)));
    no('5.06*3', product(plus(2, 3), num(3)));
    yes('6.05*4', times(2, 3, 4));
    no('6.07*4', times(2, 3, 4));
  });

  test('of large numbers: in proportion to their size', () => {
    yes('20.01*30', times(20, 30));
    yes('2001*3000', times(2000, 3000));
  });

  test('a factor of 1 in the working adds no tolerance', () => {
    yes('2*3', times(1, 2, 3));
    no('2.02*3', times(1, 2, 3));
  });
});

describe('matching, factors', () => {
  test('all have to be present, also one near 1', () => {
    no('2*3', times(2, 3, 1.02));
    no('1.005*2*3', times(2, 3));
    yes('1*2*3', times(2, 3));
  });

  test('may be divisors: a fraction of two numbers is one number, otherwise the divisor is a factor', () => {
    yes('9/(-1)', times(-3, 3));
    yes('6*(1/4)', times(6, 0.25));
    yes('(2*3)/4', times(2, 3, 0.25));
    no('(2*3)/4', times(6.05, 0.25));
    no('6/(1+3)', times(6.05, 0.25));
    yes('6/(1+3)', times(6, 0.25));
    no('(2*3)/4', times(2, 3, 0.26));
  });

  test('of the other sign do not match, also where a difference nearly cancels', () => {
    const nearly = product(plus(0.62, -0.6), num(0.7));
    yes('(0.62-0.6)*0.7', nearly);
    yes('-(0.6-0.62)*0.7', nearly);
    no('(0.6-0.62)*0.7', nearly);
    // Accepted only where rounding itself changes the sign.
    yes('(0.6035-0.6036)*0.7', product(num(0.00009, plus(0.60361, -0.60352)), num(0.7)));
  });
});

describe('matching, terms', () => {
  const paths = sum(times(2, 3), times(4, 5), times(1.75, 4));

  test('may be combined into one number, which stands for all the rest', () => {
    yes('2*3+27', paths);
    yes('27+2*3', paths);
    yes('2*3+27.2', paths);
    no('2*3+28', paths);
    no('2*3+27*1.005', paths);
    no('2*3+4*5', sum(times(2, 3), times(4, 5), num(0.5)));
    yes('2*3-2.7', sum(times(2, 3), times(-4, 0.5), times(-1.4, 0.5)));
  });

  test('all have to be present, and no others', () => {
    yes('2*3+4*5+1.75*4', paths);
    no('2*3+4*5', sum(times(2, 3), times(4, 5), times(0.5, 0.5)));
    no('2*3+4*5+0.5*0.5', sum(times(2, 3), times(4, 5)));
    no('2*3+4*5+0.001', sum(times(2, 3), times(4, 5)));
  });

  test('of the same value are distinguished by their operands', () => {
    const twins = sum(times(2, 3), times(1.5, 4), num(5));
    yes('2*3+1.5*4+5', twins);
    yes('1.5*4+2*3+5', twins);
    no('2*3+2*3+5', twins);
    no('1.5*4+1.5*4+5', twins);
  });

  test('of 0 may be written or left out', () => {
    yes('0*5+2*3+4*1.5', sum(times(2, 3), times(4, 1.5)));
    yes('2*3+4*1.5', sum(times(0, 5), times(2, 3), times(4, 1.5)));
    yes('0*5+2*3', sum(times(0, 5), times(2, 3)));
  });

  test('may be sums, or numbers that can be written as sums', () => {
    const nested = sum(plus(0.9, -0.4), times(0.5, 0.4));
    yes('0.9-0.4+0.5*0.4', nested);
    yes('0.5*0.4+(0.9-0.4)', nested);
    yes('0.5+0.5*0.4', nested);
    yes('0.5+0.6+2*3', sum(plus(0.9, -0.4), plus(0.7, -0.1), times(2, 3)));
    const number = sum(num(0.5, plus(0.9, -0.4)), times(0.5, 0.4));
    yes('0.9-0.4+0.5*0.4', number);
    yes('0.5+0.5*0.4', number);
    no('0.9-0.3+0.5*0.4', number);
    yes('3*2+0.5*0.4', sum(num(6, times(3, 2)), times(0.5, 0.4)));
  });

  test('behind a minus all change their sign', () => {
    yes('-(2*3+4)+9*5', sum(times(-2, 3), num(-4), times(9, 5)));
    yes('-(2*3)+9*5', sum(times(-2, 3), times(9, 5)));
    no('-(2*3-4)+9*5', sum(times(-2, 3), num(-4), times(9, 5)));
  });
});

describe('matching, a multiplied sum', () => {
  test('may be multiplied out, term by term, also a negative sum', () => {
    yes('2*0.2+3*0.2', product(plus(2, 3), num(0.2)));
    const falling = product(sum(times(0.5, 0.04), times(-0.4, 0.14)), num(0.2));
    yes('0.04*0.5*0.2-0.14*0.4*0.2', falling);
    no('0.14*0.4*0.2-0.04*0.5*0.2', falling);
  });

  test('is not multiplied out and multiplied again', () => {
    no('(2.04+3.06)*1.01', product(plus(2, 3), num(1.02)));
    yes('2.04+3.06', product(plus(2, 3), num(1.02)));
  });

  test('keeps its terms where the whole is negative, at any depth', () => {
    const negative = product(sum(plus(-2, -3), times(-1.5, 4), num(-7, times(-3.5, 2))), num(0.5));
    yes('-(2+3+1.5*4+7)*0.5', negative);
    yes('(-2-3-1.5*4-3.5*2)*0.5', negative);
    no('-(2+3+1.5*4-3.5*2)*0.5', negative);
    yes('(-3-4-2)*0.5', product(sum(num(-7, plus(-3, -4)), num(-2)), num(0.5)));
  });
});
