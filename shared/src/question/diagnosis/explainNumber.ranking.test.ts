import { describe, expect, test } from 'vitest';
import { type Expression, num, product } from '../numbers/expression.ts';
import {
  equivalenceChain,
  explainNumber,
  explainOperands,
  inseparableMistakes,
  separableMistakes,
} from './explainNumber.ts';
import type { AcceptedValues, AlikePair, Candidate, NumberPart } from '../gradedPart.ts';
import type { MistakeId } from '../question.ts';
import type { PlaceId } from '../places/place.ts';
import { readNumber } from '../numbers/readNumber.ts';

/** A mistake: what it comes to, where to look, and how it is written. */
const one = (
  id: MistakeId,
  value: number,
  place: PlaceId = 'o:h1',
  working: Expression = num(value),
): Candidate => ({ id, value, place: () => place, working });

/** A part whose truth is 1, and what goes wrong with it as given. */
function partOf(
  known: readonly Candidate[],
  alike: readonly AlikePair[] = [],
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

describe('a number alone', () => {
  test('of one mistake only the first place is named', () => {
    expect(explained(partOf([one('sign', 5, 'o:h1'), one('sign', 5, 'o:h2')]), '5.00')).toEqual([
      'sign o:h1',
    ]);
  });

  test('what it is when rounded as given comes before what it is nearly', () => {
    const part = partOf([one('sign', 5.04), one('slip', 5.001)]);
    expect(named(part, '5.00')).toEqual(['slip', 'sign']);
    // With two figures both are it, in the order of all mistakes.
    expect(named(part, '5.0')).toEqual(['sign', 'slip']);
  });

  test('half a unit of its last figure off it is still that, rounded; more it is not', () => {
    expect(named(partOf([one('sign', 2.5)]), '2')).toEqual(['sign']);
    expect(named(partOf([one('sign', 2.51)]), '2')).toEqual([]);
  });

  test('1 % off the mistake’s value it is nearly that; more it is not', () => {
    expect(named(partOf([one('sign', 100)]), '101')).toEqual(['sign']);
    expect(named(partOf([one('sign', 100)]), '101.1')).toEqual([]);
    expect(named(partOf([one('sign', -100)]), '-101')).toEqual(['sign']);
  });

  test('an expression counts as five figures', () => {
    const part = partOf([one('sign', 0.6667), one('slip', 0.666669), one('added', 0.9)]);
    expect(named(part, '1-1/3')).toEqual(['slip', 'sign']);
  });

  test('more figures than a computer keeps apart are taken for as many as it does', () => {
    const part = partOf([one('sign', 5.02), one('slip', 5.000000001)]);
    expect(named(part, '5.0000000000000')).toEqual(['slip', 'sign']);
  });

  test('0 is 0 and nothing else', () => {
    expect(named(partOf([one('sign', 5), one('slip', 0)]), '0')).toEqual(['slip']);
  });

  test('what comes to a right answer is never named, however near', () => {
    expect(named(partOf([one('sign', 1.02), one('slip', 1.021)]), '1.021')).toEqual(['slip']);
  });
});

describe('mistakes that come to the same by algebra', () => {
  test('are marked, also over a third', () => {
    const known = [one('sign', 5), one('added', 5), one('slip', 5)];
    const pairs: AlikePair[] = [
      ['sign', 'added'],
      ['added', 'slip'],
    ];
    expect(explained(partOf(known, pairs), '5')).toEqual(['sign o:h1', 'added o:h1 same', 'slip o:h1 same']);
  });

  test('are not those that do so by chance', () => {
    const part = partOf([one('sign', 5), one('slip', 5)], [['sign', 'added']]);
    expect(explained(part, '5')).toEqual(['sign o:h1', 'slip o:h1']);
  });

  test('nor those of which another way comes to something else', () => {
    const part = partOf([one('sign', 5), one('slip', 5.01)], [['sign', 'slip']]);
    expect(explained(part, '5')).toEqual(['sign o:h1', 'slip o:h1']);
  });

  test('may be off by the order in which a computer adds, also of large numbers and of 0', () => {
    const pair: AlikePair[] = [['sign', 'slip']];
    const large = partOf([one('sign', 1e6), one('slip', 1e6 + 1e-4)], pair);
    expect(explained(large, '1000000')).toEqual(['sign o:h1', 'slip o:h1 same']);
    expect(explained(partOf([one('sign', 0), one('slip', 0)], pair), '0')).toEqual([
      'sign o:h1',
      'slip o:h1 same',
    ]);
  });

  test('a chain joins what its pairs join, and nothing beside', () => {
    const pairs: AlikePair[] = [
      ['added', 'slip'],
      ['sign', 'added'],
      ['neighbour', 'right'],
    ];
    expect(equivalenceChain('sign', pairs)).toEqual(new Set(['sign', 'added', 'slip']));
    expect(equivalenceChain('right', pairs)).toEqual(new Set(['right', 'neighbour']));
  });
});

describe('operands', () => {
  const sixes = partOf([
    one('sign', 6),
    one('slip', 6, 'o:h1', product(num(2), num(3))),
    one('added', 6, 'o:h1', product(num(1.5), num(4))),
  ]);

  test('name the mistake whose they are, among several of the same value', () => {
    expect(named(sixes, '2*3')).toEqual(['slip']);
    expect(named(sixes, '4*1.5')).toEqual(['added']);
  });

  test('of no known mistake leave it to the number', () => {
    expect(named(sixes, '8-2')).toEqual(['sign', 'slip', 'added']);
    expect(explainOperands(sixes, typed('8-2'), {})).toEqual([]);
  });

  test('are none of a number alone', () => {
    expect(explainOperands(sixes, typed('6'), {})).toEqual([]);
    expect(explainOperands(sixes, typed('2*3'), {})).toEqual([{ id: 'slip', place: 'o:h1' }]);
  });
});

test('values of the player’s own count besides the true ones, where it has some', () => {
  const part = partOf([one('sign', 5)], [], [one('slip', 5)]);
  expect(explained(part, '5', { delta: 3 })).toEqual(['sign o:h1', 'slip o:h1']);
  expect(explained(part, '5', {})).toEqual(['sign o:h1']);
});

describe('what a question can show', () => {
  const known = [one('sign', 5), one('added', 1.01), one('added', 7), one('slip', 5), one('neighbour', 1)];

  test('is no mistake that would be taken for right in one of its ways', () => {
    expect(inseparableMistakes(partOf(known))).toEqual(['added', 'neighbour']);
    expect(separableMistakes(partOf(known))).toEqual(['sign', 'slip']);
  });

  test('counts mistakes that come to the same by algebra as one, the first', () => {
    const alike = (pairs: AlikePair[]) => separableMistakes(partOf(known, pairs));
    expect(alike([['sign', 'slip']])).toEqual(['sign']);
    expect(alike([['sign', 'added']])).toEqual(['sign', 'slip']);
    expect(
      alike([
        ['sign', 'added'],
        ['added', 'slip'],
      ]),
    ).toEqual(['sign']);
  });

  test('is not joined by what comes to the right answer', () => {
    const pairs: AlikePair[] = [
      ['sign', 'right'],
      ['slip', 'right'],
    ];
    expect(separableMistakes(partOf(known, pairs))).toEqual(['sign', 'slip']);
  });
});
