// @module-tag slow
import { isBias } from '@relay/shared/maths/unit';
import { partKind } from '@relay/shared/question/part';
import { placeKindOf } from '@relay/shared/question/places/placeId';
import { type Mistake, type MistakeId, MISTAKE_IDS } from '@relay/shared/question/question';
import { fill } from '@relay/shared/strings/fill';
import { LANGUAGES, type Language } from '@relay/shared/strings/languages';
import { runs } from '@relay/shared/testing/effort';
import { randomSituation } from '@relay/shared/testing/randomSituation';
import { type ShownMistake, shownMistakes } from '@relay/shared/testing/shownMistakes';
import i18next from 'i18next';
import { beforeAll, describe, expect, test } from 'vitest';
import { nameFor, sentenceFor } from './mistakes';
import type { MistakeWords } from '../strings/mistakeWords';
import { STRINGS } from '../strings/tables';

/** Sentences about mistakes, in every part in which the rules let a mistake show. */

beforeAll(() =>
  i18next.init({
    resources: Object.fromEntries(LANGUAGES.map((one) => [one, { translation: STRINGS[one] }])),
    interpolation: { escapeValue: false },
    returnNull: false,
  }),
);

/** Feature of a question on which the truth of a sentence depends. */
interface Case {
  readonly id: MistakeId;
  readonly part: ShownMistake['part'];
  readonly place: ShownMistake['place'];
  readonly isBias: boolean;
  readonly isSoftmaxOutput: boolean;
  /** At least one layer lies between the unit and the outputs: what comes back are parcels. */
  readonly isDeep: boolean;
  readonly hasSquaredLoss: boolean;
}

function caseOf({ id, part, place, edge, situation: { network } }: ShownMistake): Case {
  const depth = network.layers.length;
  const isOutput = edge === null ? part.includes(':y') : edge.layer === depth;
  return {
    id,
    part,
    place,
    isBias: edge !== null && isBias(edge),
    isSoftmaxOutput: isOutput && network.layers.at(-1)!.activation === 'softmax',
    isDeep: edge !== null && edge.layer < depth - 1,
    hasSquaredLoss: network.loss.includes('squared'),
  };
}

/** Cases that random networks of every shape, activation and loss show, each kind once. */
function casesShown(): readonly Case[] {
  const cases = new Map<string, Case>();
  for (let seed = 0; seed < runs(30, 300); seed++) {
    const situation = randomSituation(seed);
    const others = { ...situation, otherTargets: [situation.sample.t.map((t) => 1 - t)] };
    for (const shown of shownMistakes(others)) {
      const { part, place, ...features } = caseOf(shown);
      const key = JSON.stringify([partKind(part), placeKindOf(place), features]);
      if (!cases.has(key)) cases.set(key, { part, place, ...features });
    }
  }
  return [...cases.values()];
}

const CASES = casesShown();

interface Words {
  readonly name: string;
  readonly first: string;
  readonly second: string;
}

function wordsFor(language: Language, { id, part, place }: Case): Words {
  void i18next.changeLanguage(language);
  const mistake: Mistake = { id, place };
  return {
    name: nameFor(mistake, part, false),
    first: sentenceFor(mistake, part, false, 'PLACE'),
    second: sentenceFor(mistake, part, true, 'PLACE'),
  };
}

const said = ({ name, first, second }: Words): string => `${name} | ${first} | ${second}`;
const kindOf = ({ part }: Case): string => partKind(part);

/** Words that are untrue in some questions, in every language, and the questions in which they are. */
const UNTRUE: readonly { readonly words: RegExp; readonly where: (one: Case) => boolean }[] = [
  // ◆ is the weight of a gradient; forward values, slopes and errors are those of a unit.
  { words: /◆/u, where: (one) => ['u', 'a', 'f', 'e'].includes(kindOf(one)) },
  // Places are taken, not worked with.
  {
    words: /working|multiply|divide|かけ|割り|式に/iu,
    where: (one) => ['places', 'own'].includes(kindOf(one)),
  },
  // A softmax output has no valve of its own.
  { words: /valve|弁/u, where: (one) => one.isSoftmaxOutput && kindOf(one) !== 'places' },
  // A bias has no line, and its input is not in the network.
  {
    words: /what ◆ carr|◆ begins|weight of ◆|old weight|◆ の(?:線|入力|重み)|元の重み/u,
    where: (one) => one.isBias,
  },
  // Only the squared losses have a square, and a factor before it.
  { words: /before the square|二乗の前/u, where: (one) => !one.hasSquaredLoss },
  // Parcels come back there: their errors and targets are those of other units.
  { words: /target|output minus|正解|出力 −/u, where: (one) => one.isDeep },
  // Of three ways, two can be left out.
  { words: /\bone way\b|1本(?:だけ|足り|忘れ)/u, where: (one) => one.id === 'sum-one-path' },
  // The other side of a bend may be open as well: a leaky ReLU.
  { words: /\bshut|閉じ|閉まって/u, where: (one) => one.id.startsWith('slope-gate') },
  // Sums are made of products.
  {
    words: /do not add|足さずに/u,
    where: (one) => one.id === 'added' && ['S', 'u'].includes(kindOf(one)),
  },
  // The difference of output and target is no error yet where the loss has a factor.
  { words: /error is output minus target|誤差は「出力/u, where: () => true },
  // Some of E's readings are one notch apart.
  { words: /two notches|2つ分/u, where: (one) => kindOf(one) === 'estimate' },
  // δ is a product of several numbers, none of them the one that was taken.
  {
    words: /^[^|]*\| (?:That is|それは)/u,
    where: (one) => ['S', 'delta', 'G', 'places', 'own'].includes(kindOf(one)),
  },
];

test('every mistake shows somewhere, and in every part that its family says', () => {
  const shown = new Set(CASES.map(({ id }) => id));
  expect(MISTAKE_IDS.filter((id) => !shown.has(id))).toEqual([]);
  const parts = (id: MistakeId) => [...new Set(CASES.filter((one) => one.id === id).map(kindOf))].sort();
  expect(parts('slope-missing')).toEqual(['G', 'delta', 'f', 'own', 'places']);
  expect(parts('added')).toEqual(['G', 'S', 'delta', 'u']);
});

/** Longest name and sentence, in characters. */
const LONGEST: Record<Language, { readonly name: number; readonly sentence: number }> = {
  en: { name: 38, sentence: 150 },
  ja: { name: 24, sentence: 75 },
};

describe.each(LANGUAGES)('%s', (language) => {
  test.each(UNTRUE.map(({ words }, i) => [words, i] as const))('%s only where it is true', (_, i) => {
    const { words, where } = UNTRUE[i]!;
    const untrue = CASES.filter(where)
      .map((one) => ({ one, text: said(wordsFor(language, one)) }))
      .filter(({ text }) => words.test(text));
    expect(untrue.map(({ one, text }) => `${one.id} in ${one.part}: ${text}`)).toEqual([]);
  });

  /** Numbers in sentences that are no numbers of the network. */
  const NO_VALUES = /[（(]0 (?:or below|以下)[)）]|1滴|3点セット/gu;
  const CONFIRMING =
    /\balmost\b|\bright\b(?! of)|\bcorrect\b|\bsize\b|ぴったり|おしい|合っています|正しい値/iu;
  /** Chosen or taken answers: they are no number. */
  const NO_NUMBER: readonly MistakeId[] = ['term-right', 'place-extra'];

  test('the first miss is told no number, no factor and nothing that is right', () => {
    for (const one of CASES) {
      const { name, first } = wordsFor(language, one);
      const told = `${name} | ${first}`.replaceAll(NO_VALUES, '');
      expect(told, one.id).not.toMatch(/\d|½|PLACE/u);
      expect(told, one.id).not.toMatch(/\bhalf\b|\btwice as\b|\bdouble\b|\bten times\b|倍|半分/iu);
      if (!NO_NUMBER.includes(one.id)) expect(told, one.id).not.toMatch(CONFIRMING);
    }
  });

  test('the first miss is not told the one thing that turns its number into the right one', () => {
    const given: Partial<Record<MistakeId, RegExp>> = {
      sign: /\bsign turned|符号が逆/u,
      'sign-slip': /\bsign lost|符号が変わった/u,
      slip: /decimal|zeros|小数点|0 の数/u,
      'rate-applied': /η|学習率|learning rate/u,
    };
    for (const one of CASES) {
      const words = given[one.id];
      const { name, first } = wordsFor(language, one);
      if (words) expect(`${name} | ${first}`).not.toMatch(words);
    }
  });

  test('the second miss is told the place', () => {
    for (const one of CASES) {
      const { second } = wordsFor(language, one);
      const hasNone = one.id === 'slip' || (one.id === 'term-right' && placeKindOf(one.place) === 'bias');
      expect(second.includes('PLACE'), `${one.id} in ${one.part}`).toBe(!hasNone);
    }
  });

  test('every form can be shown, and differs from the words that it stands for', () => {
    for (const id of MISTAKE_IDS) {
      const words: MistakeWords = STRINGS[language].mistakes[id];
      for (const [kind, form] of Object.entries(words.in ?? {})) {
        const isShown = CASES.some(
          (one) => one.id === id && (kindOf(one) === kind || placeKindOf(one.place) === kind),
        );
        expect(isShown, `${id} in ${kind}`).toBe(true);
        for (const field of ['name', 'first', 'second'] as const)
          if (form[field] !== undefined) expect(form[field], `${id} in ${kind}`).not.toBe(words[field]);
      }
    }
  });

  test('no sentence is longer than a card holds', () => {
    const { sentence: longest, name: longestName } = LONGEST[language];
    for (const one of CASES) {
      const { name, first, second } = wordsFor(language, one);
      const place = fill(STRINGS[language].play.place.weight, { from: 'h2.1', to: 'h3.1' });
      expect(name.length, name).toBeLessThanOrEqual(longestName);
      for (const text of [first, second.replace('PLACE', place)])
        expect(text.length, text).toBeLessThanOrEqual(longest);
    }
  });
});
