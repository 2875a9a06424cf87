import { describe, expect, test } from 'vitest';
import { type Expression, num, product } from '../numbers/expression.ts';
import { explainNumber, explainOperands, inseparableMistakes, separableMistakes } from './explainNumber.ts';
import type { AcceptedValues, Candidate, CandidatePair, NumberPart } from '../gradedPart.ts';
import { exactly } from '../numbers/interval.ts';
import type { MistakeId } from '../question.ts';
import type { PlaceId } from '../places/place.ts';
import { readNumber } from '../numbers/readNumber.ts';

/** Builds a candidate: a mistake with its value, its place and its working. */
const one = (
  id: MistakeId,
  value: number,
  place: PlaceId = 'o:h1',
  working: Expression = num(value),
): Candidate => ({ id, value, place: () => place, working });

/** Builds a part whose truth is 1, with the given candidates, those of own values, and those of two mistakes. */
function partOf(
  known: readonly Candidate[],
  ofOwn: readonly Candidate[] = [],
  pairs?: readonly CandidatePair[],
): NumberPart {
  return {
    type: 'number',
    truth: 1,
    reach: () => exactly(1),
    honest: [1, 1],
    accepted: [0.98, 1.02],
    decimals: 2,
    carried: () => [],
    candidates: (own?: AcceptedValues) => (own ? ofOwn : known),
    ...(pairs ? { pairs: () => pairs } : {}),
  };
}
function typed(raw: string) {
  const read = readNumber(raw);
  if (!read.ok) throw new RangeError(`unreadable: ${raw}`);
  return read;
}
const explained = (part: NumberPart, raw: string, own?: AcceptedValues) =>
  explainNumber(part, typed(raw), own).map(
    ({ id, place, same, also }) => `${id} ${place}${same ? ' same' : ''}${also ? ' also' : ''}`,
  );
const named = (part: NumberPart, raw: string) => explainNumber(part, typed(raw)).map(({ id }) => id);

describe('explainNumber, of a plain number', () => {
  test('names only the first place of one mistake', () => {
    expect(explained(partOf([one('sign', 5, 'o:h1'), one('sign', 5, 'o:h2')]), '5.00')).toEqual([
      'sign o:h1',
    ]);
  });

  test('ranks a value that rounds to the answer before a value merely near the answer', () => {
    const part = partOf([one('sign', 5.04), one('slip', 5.001)]);
    expect(named(part, '5.00')).toEqual(['slip', 'sign']);
  });

  test('ranks by the order of all mistakes from three figures on, below by distance', () => {
    const part = partOf([one('sign', 5.004), one('slip', 5.001)]);
    expect(named(part, '5.00')).toEqual(['sign', 'slip']);
    expect(named(part, '5.0')).toEqual(['slip', 'sign']);
    expect(named(part, '5')).toEqual(['slip', 'sign']);
  });

  test('accepts a rounded value within half a unit of its last figure, and no further off', () => {
    // Half a unit of three figures is less than 1 % only above 5.
    expect(named(partOf([one('sign', 0.1005)]), '0.100')).toEqual(['sign']);
    expect(named(partOf([one('sign', 0.1011)]), '0.100')).toEqual([]);
  });

  test('of one or two figures accepts no value further off than 1 %, however far half a unit is', () => {
    expect(named(partOf([one('sign', 2.02)]), '2')).toEqual(['sign']);
    expect(named(partOf([one('sign', 2.03)]), '2')).toEqual([]);
    expect(named(partOf([one('sign', 2.03)]), '2.0')).toEqual([]);
    expect(named(partOf([one('sign', 0.2)]), '0.2')).toEqual(['sign']);
  });

  test('accepts a value within 1 % of a mistake’s value, and no further off', () => {
    expect(named(partOf([one('sign', 100)]), '101')).toEqual(['sign']);
    expect(named(partOf([one('sign', 100)]), '101.1')).toEqual([]);
    expect(named(partOf([one('sign', -100)]), '-101')).toEqual(['sign']);
  });

  test('counts a number in many figures as no more than five', () => {
    const part = partOf([one('sign', 0.6667), one('slip', 0.666669), one('added', 0.9)]);
    expect(named(part, '0.66667')).toEqual(['slip', 'sign']);
  });

  test('counts no more figures than a double holds', () => {
    const part = partOf([one('sign', 5.02), one('slip', 5.000000001)]);
    expect(named(part, '5.0000000000000')).toEqual(['slip', 'sign']);
  });

  test('matches 0 only with 0', () => {
    expect(named(partOf([one('sign', 5), one('slip', 0)]), '0')).toEqual(['slip']);
  });

  test('never names a mistake whose value is accepted as right', () => {
    expect(named(partOf([one('sign', 1.02), one('slip', 1.021)]), '1.021')).toEqual(['slip']);
  });
});

describe('explainNumber, of mistakes that lead to one number', () => {
  test('marks those of the first one’s value as the same, and no others', () => {
    const known = [one('sign', 5), one('added', 5.01), one('slip', 5)];
    expect(explained(partOf(known), '5')).toEqual(['sign o:h1', 'slip o:h1 same', 'added o:h1']);
  });

  test('marks a mistake of which one working has the value, though another comes nearer', () => {
    const known = [one('sign', 5.001), one('slip', 5.0005), one('slip', 5.001, 'o:h2')];
    expect(explained(partOf(known), '5.00')).toEqual(['sign o:h1', 'slip o:h1 same']);
  });

  test('tolerates rounding differences of summation order, also for large numbers and 0', () => {
    const large = partOf([one('sign', 1e6), one('slip', 1e6 + 1e-4)]);
    expect(explained(large, '1000000')).toEqual(['sign o:h1', 'slip o:h1 same']);
    const apart = partOf([one('sign', 1e6), one('slip', 1e6 + 2e-3)]);
    expect(explained(apart, '1000000')).toEqual(['sign o:h1', 'slip o:h1']);
    expect(explained(partOf([one('sign', 0), one('slip', 0)]), '0')).toEqual(['sign o:h1', 'slip o:h1 same']);
  });
});

describe('explainNumber, of two mistakes at once', () => {
  const [first, second] = [one('sign', 5, 'e:y1'), one('slip', 7)];
  const pair: CandidatePair = { of: [first, second], value: 6, working: product(num(1.5), num(4)) };

  test('names both where the operands show both, the second as made besides', () => {
    const part = partOf([first, second], [], [pair]);
    expect(explained(part, '1.5*4')).toEqual(['sign e:y1', 'slip o:h1 also']);
    expect(explained(part, '2*3')).toEqual([]);
  });

  test('is no mistake alone that is only near the number', () => {
    const near = one('added', 6.01);
    expect(named(partOf([near], [], [pair]), '6.00')).toEqual([]);
    expect(named(partOf([near], [], [pair]), '6.01')).toEqual(['added']);
    expect(named(partOf([near], [], [{ ...pair, value: 6.02 }]), '6.00')).toEqual(['added']);
    expect(named(partOf([near], [], []), '6.00')).toEqual(['added']);
  });
});

describe('operands of an expression', () => {
  const sixes = partOf([
    one('sign', 6),
    one('slip', 6, 'o:h1', product(num(2), num(3))),
    one('added', 6, 'o:h1', product(num(1.5), num(4))),
  ]);

  test('name the mistake they belong to, among several of the same value', () => {
    expect(named(sixes, '2*3')).toEqual(['slip']);
    expect(named(sixes, '4*1.5')).toEqual(['added']);
  });

  test('of no known mistake leave the decision to the value', () => {
    expect(named(sixes, '8-2')).toEqual(['sign', 'slip', 'added']);
    expect(explainOperands(sixes, typed('8-2'), {})).toEqual([]);
  });

  test('of no known mistake are not put down to one whose value is only near', () => {
    expect(named(partOf([one('sign', 6.001)]), '8-2')).toEqual([]);
    expect(named(partOf([one('sign', 6.001)]), '6.00')).toEqual(['sign']);
  });

  test('are absent from a plain number', () => {
    expect(explainOperands(sixes, typed('6'), {})).toEqual([]);
    expect(explainOperands(sixes, typed('2*3'), {})).toEqual([{ id: 'slip', place: 'o:h1' }]);
  });
});

test('are compared with the player’s own values and with the true ones', () => {
  const part = partOf([one('sign', 5)], [one('slip', 5)]);
  expect(explained(part, '5', { delta: 3 })).toEqual(['sign o:h1', 'slip o:h1 same']);
  expect(explained(part, '5', {})).toEqual(['sign o:h1']);
});

describe('mistakes that a question can show', () => {
  const known = [one('sign', 5), one('added', 1.01), one('added', 7), one('slip', 5), one('neighbour', 1)];

  test('exclude a mistake of which one working would be accepted as right', () => {
    expect(inseparableMistakes(partOf(known))).toEqual(['added', 'neighbour']);
  });

  test('count mistakes of one value as one, the first', () => {
    expect(separableMistakes(partOf(known))).toEqual(['sign']);
    expect(separableMistakes(partOf([...known, one('slip', 8)]))).toEqual(['sign', 'slip']);
  });

  test('are not joined through a value of their own', () => {
    const twice = [one('sign', 5), one('sign', 5), one('slip', 6)];
    expect(separableMistakes(partOf(twice))).toEqual(['sign', 'slip']);
  });
});
