import { describe, expect, test } from 'vitest';
import { type Expression, num, product, sum } from '../../numbers/expression.ts';
import { readNumber } from '../../numbers/readNumber.ts';
import { isWorking } from './isWorking.ts';
import { halfUnit } from './typedProduct.ts';

/** What counts as typing a working, one rule at a time, in numbers that can be worked out in the head. */

function is(raw: string, working: Expression): boolean {
  const read = readNumber(raw);
  if (!read.ok) throw new RangeError(`unreadable: ${raw}`);
  return isWorking(read.typed, working);
}
const yes = (raw: string, working: Expression) => expect(is(raw, working), raw).toBe(true);
const no = (raw: string, working: Expression) => expect(is(raw, working), raw).toBe(false);
/** Numbers as they stand in the network. */
const times = (...of: number[]): Expression => product(...of.map((value) => num(value)));
const plus = (...of: number[]): Expression => sum(...of.map((value) => num(value)));

describe('rounding', () => {
  test('half a unit of the last figure is what a number can stand for; 0 stands for nothing else', () => {
    expect(halfUnit(2.34, 3)).toBeCloseTo(0.005, 12);
    expect(halfUnit(-234, 2)).toBeCloseTo(5, 12);
    expect(halfUnit(0.002, 1)).toBeCloseTo(0.0005, 12);
    expect(halfUnit(0, 3)).toBe(0);
  });

  test('of a number that is shown is that of its four figures, and of those typed', () => {
    yes('2.001*3', times(2, 3));
    no('2.006*3', times(2, 3));
    no('2.02*3', times(2, 3));
    // With five figures typed only the screen has rounded.
    no('2.0018*3', times(2, 3));
  });

  test('of a number that was worked out on the way is up to 1 %', () => {
    const worked = product(num(2, times(0.5, 4)), num(3));
    yes('2.02*3', worked);
    no('2.03*3', worked);
    yes('5.04*3', product(plus(2, 3), num(3)));
    no('5.06*3', product(plus(2, 3), num(3)));
    yes('6.05*4', times(2, 3, 4));
    no('6.07*4', times(2, 3, 4));
  });

  test('of large numbers is as large as they are', () => {
    yes('20.01*30', times(20, 30));
    yes('2001*3000', times(2000, 3000));
  });

  test('a 1 in the working takes none of it up', () => {
    yes('2*3', times(1, 2, 3));
    no('2.02*3', times(1, 2, 3));
  });
});

describe('factors', () => {
  test('have all to be there, also one near 1', () => {
    no('2*3', times(2, 3, 1.02));
    no('1.005*2*3', times(2, 3));
    yes('1*2*3', times(2, 3));
  });

  test('may be divided by: a fraction of two numbers is one number, else what is below is a factor', () => {
    yes('9/(-1)', times(-3, 3));
    yes('6*(1/4)', times(6, 0.25));
    yes('(2*3)/4', times(2, 3, 0.25));
    no('(2*3)/4', times(6.05, 0.25));
    no('6/(1+3)', times(6.05, 0.25));
    yes('6/(1+3)', times(6, 0.25));
    no('(2*3)/4', times(2, 3, 0.26));
  });

  test('of the other sign are others, also where a difference nearly cancels', () => {
    const nearly = product(plus(0.62, -0.6), num(0.7));
    yes('(0.62-0.6)*0.7', nearly);
    yes('-(0.6-0.62)*0.7', nearly);
    no('(0.6-0.62)*0.7', nearly);
    // Only where rounding itself turns it.
    yes('(0.6035-0.6036)*0.7', product(num(0.00009, plus(0.60361, -0.60352)), num(0.7)));
  });
});

describe('terms', () => {
  const paths = sum(times(2, 3), times(4, 5), times(1.75, 4));

  test('may be added up into one number, that stands for all that are left', () => {
    yes('2*3+27', paths);
    yes('27+2*3', paths);
    yes('2*3+27.2', paths);
    no('2*3+28', paths);
    no('2*3+27*1.005', paths);
    no('2*3+4*5', sum(times(2, 3), times(4, 5), num(0.5)));
    yes('2*3-2.7', sum(times(2, 3), times(-4, 0.5), times(-1.4, 0.5)));
  });

  test('have all to be there, and no more', () => {
    yes('2*3+4*5+1.75*4', paths);
    no('2*3+4*5', sum(times(2, 3), times(4, 5), times(0.5, 0.5)));
    no('2*3+4*5+0.5*0.5', sum(times(2, 3), times(4, 5)));
    no('2*3+4*5+0.001', sum(times(2, 3), times(4, 5)));
  });

  test('of the same value are told apart by what they are made of', () => {
    const twins = sum(times(2, 3), times(1.5, 4), num(5));
    yes('2*3+1.5*4+5', twins);
    yes('1.5*4+2*3+5', twins);
    no('2*3+2*3+5', twins);
    no('1.5*4+1.5*4+5', twins);
  });

  test('of 0 may be written or not', () => {
    yes('0*5+2*3+4*1.5', sum(times(2, 3), times(4, 1.5)));
    yes('2*3+4*1.5', sum(times(0, 5), times(2, 3), times(4, 1.5)));
    yes('0*5+2*3', sum(times(0, 5), times(2, 3)));
  });

  test('may be sums themselves, or numbers that can be written as one', () => {
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

  test('behind a minus are all turned', () => {
    yes('-(2*3+4)+9*5', sum(times(-2, 3), num(-4), times(9, 5)));
    yes('-(2*3)+9*5', sum(times(-2, 3), times(9, 5)));
    no('-(2*3-4)+9*5', sum(times(-2, 3), num(-4), times(9, 5)));
  });
});

describe('a sum that is multiplied', () => {
  test('may be multiplied out, term by term, of a negative sum too', () => {
    yes('2*0.2+3*0.2', product(plus(2, 3), num(0.2)));
    const falling = product(sum(times(0.5, 0.04), times(-0.4, 0.14)), num(0.2));
    yes('0.04*0.5*0.2-0.14*0.4*0.2', falling);
    no('0.14*0.4*0.2-0.04*0.5*0.2', falling);
  });

  test('is not multiplied out and multiplied again', () => {
    no('(2.04+3.06)*1.01', product(plus(2, 3), num(1.02)));
    yes('2.04+3.06', product(plus(2, 3), num(1.02)));
  });

  test('keeps its terms where the whole is negative, however deep they lie', () => {
    const negative = product(sum(plus(-2, -3), times(-1.5, 4), num(-7, times(-3.5, 2))), num(0.5));
    yes('-(2+3+1.5*4+7)*0.5', negative);
    yes('(-2-3-1.5*4-3.5*2)*0.5', negative);
    no('-(2+3+1.5*4-3.5*2)*0.5', negative);
    yes('(-3-4-2)*0.5', product(sum(num(-7, plus(-3, -4)), num(-2)), num(0.5)));
  });
});
