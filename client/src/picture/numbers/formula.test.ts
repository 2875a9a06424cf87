import { networkOf } from '@relay/shared/network/networkFile';
import { presetById } from '@relay/shared/network/presets';
import { placesOf, setOfThree } from '@relay/shared/question/places/place';
import { describe, expect, test } from 'vitest';
import { fillFormula, numberInFormula } from './formula';

const article = networkOf(presetById('article')!);
const softmax = networkOf(presetById('softmax')!);
const hidden = { layer: 1, from: 0, to: 0 };
const output = { layer: 2, from: 1, to: 0 };

describe('a hidden unit', () => {
  test('has a row of ①②③ for every unit of the next layer, then ④ and ⑤', () => {
    const formula = fillFormula(article, hidden, []);
    expect(formula.rows.map((row) => row.map(({ number }) => number))).toEqual([
      [1, 2, 3],
      [1, 2, 3],
    ]);
    expect(formula.error).toBeNull();
    expect(formula.valve?.number).toBe(4);
    expect(formula.input?.number).toBe(5);
  });

  test('keeps places of one unit in one row, taken in any order', () => {
    const formula = fillFormula(article, hidden, ['f:y2', 'e:y1', 'w:h1>y2', 'e:y2']);
    expect(formula.rows[0]!.map(({ place }) => place)).toEqual(['e:y2', 'f:y2', 'w:h1>y2']);
    expect(formula.rows[1]!.map(({ place }) => place)).toEqual(['e:y1', null, null]);
  });

  test('takes a wrong place into the slot of its kind, so that a slot gives nothing away', () => {
    const formula = fillFormula(article, hidden, ['f:h2', 'o:h1', 'o:x1', 'w:x1>h1']);
    expect(formula.valve?.place).toBe('f:h2');
    expect(formula.input?.place).toBe('o:h1');
    expect(formula.extras).toEqual(['o:x1', 'w:x1>h1']);
  });

  test('numbers the true places as the article does', () => {
    const places = placesOf(setOfThree(article, hidden));
    const formula = fillFormula(article, hidden, places);
    expect(places.map((place) => numberInFormula(formula, place))).toEqual([1, 2, 3, 1, 2, 3, 4, 5]);
    expect(formula.extras).toEqual([]);
  });
});

describe('an output unit', () => {
  test('asks for ①, ② and ⑤', () => {
    const formula = fillFormula(article, output, ['e:y1', 'f:y1', 'o:h2', 'w:h2>y1']);
    expect([formula.error, formula.valve, formula.input].map((slot) => slot?.number)).toEqual([1, 2, 5]);
    expect(formula.rows).toEqual([]);
    expect(formula.extras).toEqual(['w:h2>y1']);
  });

  test('has no valve under softmax', () => {
    const formula = fillFormula(softmax, output, ['e:y1', 'f:h1']);
    expect(formula.valve).toBeNull();
    expect(formula.extras).toEqual(['f:h1']);
  });
});
