import { describe, expect, test } from 'vitest';
import { type Expression, num, product } from '../numbers/expression.ts';
import {
  equivalenceChain,
  explainNumber,
  explainOperands,
  inseparableMistakes,
  separableMistakes,
} from './explainNumber.ts';
import type { AcceptedValues, EquivalentPair, Candidate, NumberPart } from '../gradedPart.ts';
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

/** Builds a part whose truth is 1, with the given candidates. */
function partOf(
  known: readonly Candidate[],
  alike: readonly EquivalentPair[] = [],
  ofOwn: readonly Candidate[] = [],
): NumberPart {
  return {
    type: 'number',
    truth: 1,
    honest: [1, 1],
    accepted: [0.98, 1.02],
    carried: () => undefined,
    candidates: (own?: AcceptedValues) => (own ? ofOwn : known),
    alike: () => alike,
  };
}
function typed(raw: string) {
  const read = readNumber(raw);
  if (!read.ok) throw new RangeError(`unreadable: ${raw}`);
  return read;
}
const explained = (part: NumberPart, raw: string, own?: AcceptedValues) =>
  explainNumber(part, typed(raw), own).map(({ id, place, same }) => `${id} ${place}${same ? ' same' : ''}`);
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
    // At two figures both values round to the answer: the order of all mistakes decides.
    expect(named(part, '5.0')).toEqual(['sign', 'slip']);
  });

  test('accepts a rounded value within half a unit of its last figure, and no further off', () => {
    expect(named(partOf([one('sign', 2.5)]), '2')).toEqual(['sign']);
    expect(named(partOf([one('sign', 2.51)]), '2')).toEqual([]);
  });

  test('accepts a value within 1 % of a mistake’s value, and no further off', () => {
    expect(named(partOf([one('sign', 100)]), '101')).toEqual(['sign']);
    expect(named(partOf([one('sign', 100)]), '101.1')).toEqual([]);
    expect(named(partOf([one('sign', -100)]), '-101')).toEqual(['sign']);
  });

  test('counts an expression as five figures', () => {
    const part = partOf([one('sign', 0.6667), one('slip', 0.666669), one('added', 0.9)]);
    expect(named(part, '1-1/3')).toEqual(['slip', 'sign']);
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

describe('explainNumber, of mistakes equal by algebra', () => {
  test('marks them as the same, also through a third mistake', () => {
    const known = [one('sign', 5), one('added', 5), one('slip', 5)];
    const pairs: EquivalentPair[] = [
      ['sign', 'added'],
      ['added', 'slip'],
    ];
    expect(explained(partOf(known, pairs), '5')).toEqual(['sign o:h1', 'added o:h1 same', 'slip o:h1 same']);
  });

  test('does not mark mistakes that are equal by chance', () => {
    const part = partOf([one('sign', 5), one('slip', 5)], [['sign', 'added']]);
    expect(explained(part, '5')).toEqual(['sign o:h1', 'slip o:h1']);
  });

  test('does not mark mistakes of which another working has a different value', () => {
    const part = partOf([one('sign', 5), one('slip', 5.01)], [['sign', 'slip']]);
    expect(explained(part, '5')).toEqual(['sign o:h1', 'slip o:h1']);
  });

  test('tolerates rounding differences of summation order, also for large numbers and 0', () => {
    const pair: EquivalentPair[] = [['sign', 'slip']];
    const large = partOf([one('sign', 1e6), one('slip', 1e6 + 1e-4)], pair);
    expect(explained(large, '1000000')).toEqual(['sign o:h1', 'slip o:h1 same']);
    expect(explained(partOf([one('sign', 0), one('slip', 0)], pair), '0')).toEqual([
      'sign o:h1',
      'slip o:h1 same',
    ]);
  });

  test('equivalenceChain: joins what its pairs join, and nothing else', () => {
    const pairs: EquivalentPair[] = [
      ['added', 'slip'],
      ['sign', 'added'],
      ['neighbour', 'right'],
    ];
    expect(equivalenceChain('sign', pairs)).toEqual(new Set(['sign', 'added', 'slip']));
    expect(equivalenceChain('right', pairs)).toEqual(new Set(['right', 'neighbour']));
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

  test('are absent from a plain number', () => {
    expect(explainOperands(sixes, typed('6'), {})).toEqual([]);
    expect(explainOperands(sixes, typed('2*3'), {})).toEqual([{ id: 'slip', place: 'o:h1' }]);
  });
});

test('are compared with the player’s own values and with the true ones', () => {
  const part = partOf([one('sign', 5)], [], [one('slip', 5)]);
  expect(explained(part, '5', { delta: 3 })).toEqual(['sign o:h1', 'slip o:h1']);
  expect(explained(part, '5', {})).toEqual(['sign o:h1']);
});

describe('mistakes that a question can show', () => {
  const known = [one('sign', 5), one('added', 1.01), one('added', 7), one('slip', 5), one('neighbour', 1)];

  test('exclude a mistake of which one working would be accepted as right', () => {
    expect(inseparableMistakes(partOf(known))).toEqual(['added', 'neighbour']);
    expect(separableMistakes(partOf(known))).toEqual(['sign', 'slip']);
  });

  test('count mistakes that are equal by algebra as one, the first', () => {
    const alike = (pairs: EquivalentPair[]) => separableMistakes(partOf(known, pairs));
    expect(alike([['sign', 'slip']])).toEqual(['sign']);
    expect(alike([['sign', 'added']])).toEqual(['sign', 'slip']);
    expect(
      alike([
        ['sign', 'added'],
        ['added', 'slip'],
      ]),
    ).toEqual(['sign']);
  });

  test('are not joined through a mistake that gives the right answer', () => {
    const pairs: EquivalentPair[] = [
      ['sign', 'right'],
      ['slip', 'right'],
    ];
    expect(separableMistakes(partOf(known, pairs))).toEqual(['sign', 'slip']);
  });
});
