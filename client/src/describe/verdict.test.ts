import type { Mistake, Part } from '@relay/shared/question/question';
import { LANGUAGES, type Language } from '@relay/shared/strings/languages';
import i18next from 'i18next';
import { beforeAll, describe, expect, test } from 'vitest';
import { STRINGS } from '../strings/tables';
import { partAsked, verdictSentence, type VerdictWords, verdictWords } from './verdict';

beforeAll(() =>
  i18next.init({
    lng: 'en',
    resources: Object.fromEntries(LANGUAGES.map((one) => [one, { translation: STRINGS[one] }])),
    interpolation: { escapeValue: false },
    returnNull: false,
  }),
);

const FIRST = 1;
const HINT = 2;

const wrong = (part: Part, mistakes: readonly Mistake[], tries: number, asked: Part = part): VerdictWords =>
  verdictWords({ part, result: { outcome: 'wrong', read: 1, mistakes }, tries }, 0, undefined, asked);

async function inLanguage<T>(language: Language, read: () => T): Promise<T> {
  await i18next.changeLanguage(language);
  const said = read();
  await i18next.changeLanguage('en');
  return said;
}

const SLOPE: Mistake = { id: 'slope-missing', place: 'f:h1' };

describe('several mistakes with one number', () => {
  const shortcut: Mistake = { id: 'loss-shortcut', place: 'f:y1', same: true };
  const atOutput: Mistake = { ...SLOPE, place: 'f:y1' };

  test('both are named at once, and no sentence is said that is true of one only', () => {
    for (const tries of [FIRST, HINT]) {
      const words = wrong('G', [atOutput, shortcut], tries);
      expect(words.heading).toBe('Gradient: several slips lead here.');
      expect(words.text).toContain('“left out the valve f′” or “shortcut of another loss”');
      expect(words.text).not.toContain('multiply by f′');
      expect(words.named).toEqual(['slope-missing', 'loss-shortcut']);
    }
    expect(wrong('G', [atOutput, shortcut], FIRST).text).not.toContain('y1');
  });

  test('the second time every place is named, each once', () => {
    expect(wrong('G', [atOutput, shortcut], HINT).text).toContain('Look closely at “Valve of y1”.');
    const input: Mistake = { id: 'input-sum', place: 'o:h2', same: true };
    expect(wrong('G', [SLOPE, input], HINT).text).toContain(
      'Look closely at “Valve of h1” and “Output of h2”.',
    );
  });

  test('a sentence that is true of both is said', () => {
    const gate: Mistake = { id: 'slope-gate-ignored', place: 'f:h1' };
    const words = wrong('G', [gate, { ...SLOPE, same: true }], FIRST);
    expect(words.text).toContain('left of the bend');
    const other: Mistake = { id: 'slope-wrong-unit', place: 'f:h1' };
    const side: Mistake = { id: 'slope-gate-inverted', place: 'f:h1', same: true };
    expect(wrong('f:h1', [other, side], FIRST).text).toContain('On which side of the bend is this belly?');
    const elsewhere = wrong('G', [gate, { ...SLOPE, place: 'f:h2', same: true }], FIRST);
    expect(elsewhere.text).not.toContain('left of the bend');
  });

  test('no more than three are named', () => {
    const ids = ['sum-mean', 'loss-factor', 'slip'] as const;
    const same = ids.map((id): Mistake => ({ id, place: 'w:h1>y1', same: true }));
    expect(wrong('G', [SLOPE, ...same], FIRST).named).toEqual(['slope-missing', 'sum-mean', 'loss-factor']);
  });

  test('a name among them does not give the number away at the first miss either', () => {
    const sign: Mistake = { id: 'sign', place: 'e:y1' };
    const step: Mistake = { id: 'step-given', place: 'w:h1>y1', same: true };
    expect(wrong('G', [sign, step], FIRST).text).not.toContain('sign');
    expect(wrong('G', [sign, step], HINT).text).toContain('sign turned round');
  });

  test('Japanese', async () => {
    const { heading, text } = await inLanguage('ja', () => wrong('G', [atOutput, shortcut], HINT));
    expect(heading).toBe('勾配：同じ値になるまちがいがいくつか');
    expect(text).toBe(
      '「弁 f′ を忘れた」か「別の損失の近道」。ここでは同じ値になります。 「y1 の弁」をよく見てみて。',
    );
  });
});

describe('two mistakes made at once', () => {
  const input: Mistake = { id: 'input-wrong', place: 'o:x1', also: true };

  test('both are named, each with its sentence', () => {
    const words = wrong('G', [SLOPE, input], FIRST);
    expect(words.heading).toBe('Gradient: two slips at once?');
    expect(words.text).toContain('“left out the valve f′” and “another line’s input”');
    expect(words.text).toContain('Is it in your working?');
    expect(words.text).toContain('Follow ◆ to where it begins.');
    expect(words.named).toEqual(['slope-missing', 'input-wrong']);
    const hint = wrong('G', [SLOPE, input], HINT);
    expect(hint.text).toContain('“Valve of h1”');
    expect(hint.text).toContain('“Input x1”');
  });

  test('the sentence for a screen reader holds both', () => {
    const said = verdictSentence(wrong('G', [SLOPE, input], FIRST));
    expect(said).toContain('two slips');
    expect(said).toContain('another line’s input');
  });
});

test('another explanation is told with the hint, not before', () => {
  const likely: Mistake = { id: 'slip', place: 'o:h1' };
  expect(wrong('G', [SLOPE, likely], FIRST).or).toBe('');
  expect(wrong('G', [SLOPE, likely], HINT).or).toBe('Or: decimal point slipped.');
  expect(wrong('G', [SLOPE], HINT).or).toBe('');
});

describe('the extra question', () => {
  const seat = (edge: object | null) =>
    ({ extraQuestion: { edge, unit: 'h1' } }) as unknown as Parameters<typeof partAsked>[1];

  test('is about a belly or about the gradient of ◆', () => {
    expect(partAsked('extra', seat(null))).toBe('u:h1');
    expect(partAsked('extra', seat({ layer: 1, from: 0, to: 0 }))).toBe('G');
    expect(partAsked('S', seat(null))).toBe('S');
  });

  test('has the sentences of what it asks, under its own name', () => {
    const added: Mistake = { id: 'added', place: 'w:x1>h1' };
    const words = wrong('extra', [added], FIRST, 'u:h1');
    expect(words.heading).toBe('Extra: added in place of multiplied?');
    expect(words.text).toContain('An input and the weight of its line');
    expect(wrong('extra', [], HINT, 'u:h1').text).toContain('each line that ends at h1');
  });
});

describe('true where it is shown', () => {
  const says = (part: Part, id: Mistake['id'], place: Mistake['place'], tries: number): string => {
    const { heading, text } = wrong(part, [{ id, place }], tries);
    return `${heading} ${text}`;
  };

  test('an open valve on the left of the bend is not called shut', () => {
    for (const tries of [FIRST, HINT])
      expect(says('G', 'slope-gate-ignored', 'f:h1', tries)).not.toMatch(/\bshut\b/u);
  });

  test('a valve question has no ◆', () => {
    expect(says('f:h1', 'slope-wrong-unit', 'f:h1', HINT)).toContain('the unit that is asked for');
    expect(says('delta', 'slope-wrong-unit', 'f:h1', HINT)).toContain('◆');
  });

  test('in a deeper layer the next unit’s f′ is in its parcel', () => {
    expect(says('S', 'sum-raw-error', 'p:h2.1', HINT)).toContain(
      'Its f′ is in there already: “Parcel of h2.1”',
    );
    expect(says('S', 'sum-raw-error', 'f:y1', HINT)).toContain('Multiply each error by the valve');
  });

  test('an error question does not call output minus target right', () => {
    for (const tries of [FIRST, HINT])
      expect(says('e:y1', 'loss-shortcut', 'e:y1', tries)).not.toContain('swallows');
    expect(says('e:y1', 'loss-shortcut', 'e:y1', HINT)).toContain('before it: “Error at y1”');
  });

  test('sums are multiplied line by line and added up', () => {
    expect(says('S', 'added', 'w:h1>y1', HINT)).toContain('Σ adds up the lines');
    expect(says('u:h1', 'added', 'w:x1>h1', HINT)).toContain('you add up the lines');
  });

  test('more than one way may be left out, and nobody is told that it was one', () => {
    for (const tries of [FIRST, HINT])
      expect(says('G', 'sum-one-path', 'w:h1>y1', tries)).not.toMatch(/\bone\b/iu);
  });

  test('a reading over one notch is not called one over two', () => {
    for (const tries of [FIRST, HINT])
      expect(says('estimate', 'two-notches', 'w:x1>h1', tries)).not.toMatch(/two notches|both/iu);
  });

  test('where a weight was multiplied in, the number is not called that weight', () => {
    expect(says('G', 'input-weight', 'o:x1', FIRST)).not.toContain('That is');
  });

  test('the size is not called right', () => {
    for (const id of ['sign', 'slip'] as const)
      expect(says('G', id, 'e:y1', FIRST)).not.toMatch(/right!|size/iu);
    expect(says('u:h1', 'sign-slip', 'w:x1>h1', FIRST)).not.toMatch(/right!|size/iu);
  });

  test('f′ answered as that of a straight line', () => {
    expect(says('f:h1', 'slope-missing', 'f:h1', FIRST)).toBe(
      'Valve f′ of h1: f′ as on a straight line? Look at the curve of f: how steep is it at this belly?',
    );
  });
});
