import { type Language, LANGUAGES } from '@relay/shared/strings/languages';
import i18next from 'i18next';
import { describe, expect, test } from 'vitest';
import { STRINGS } from '../strings/tables';
import { readingWords } from './reading';
import { verdictWords } from './verdict';

async function speak(lng: Language): Promise<void> {
  const resources = Object.fromEntries(LANGUAGES.map((one) => [one, { translation: STRINGS[one] }]));
  await i18next.init({ lng, resources, interpolation: { escapeValue: false } });
}

const PLAIN = ['', ' ', '\u3000', '0.5', '-0.5', '−0.25', ' 12 ', '.5', '0.', '007'];
const READ = [
  ['0.5 x 0.25', '= 0.125'],
  ['(1.2×10^-3)×2', '= 0.0024'],
  ['1 1/2', '= 1.5'],
  ['1/3', '= 0.3333'],
  ['−0.449 × 0.247', '= −0.1109'],
  ['0,25', '= 0.25'],
  ['０．２５', '= 0.25'],
  ['ー0.25', '= −0.25'],
  ['1.20×10^-3', '= 0.0012'],
  ['1,234.5', '= 1234.5'],
  ['"0.5"', '= 0.5'],
  ['=0.5', '= 0.5'],
  ['\u202d0.0822\u202c', '= 0.0822'],
  ['3.294e+113', '= 3.294e+113'],
] as const;
const UNREAD = [
  ['5 3', 'unreadable'],
  ['0.5 ×', 'unreadable'],
  ['①', 'unreadable'],
  ['1,234', 'ambiguous'],
  ['2·3', 'ambiguous'],
  ['1'.repeat(1_001), 'tooLong'],
] as const;

describe.each(LANGUAGES)('readingWords, %s', (lng) => {
  test.each(PLAIN)('%j: nothing has to be said', async (raw) => {
    await speak(lng);
    expect(readingWords(raw)).toBeNull();
  });

  test.each(READ)('%j is shown as %j', async (raw, shown) => {
    await speak(lng);
    const words = readingWords(raw)!;
    expect(words).toMatchObject({ isRead: true, shown });
    expect(words.said).toContain(shown.slice(2));
  });

  test.each(UNREAD)('%j: is said to be unread (%s)', async (raw, reason) => {
    await speak(lng);
    const { shown, said } = STRINGS[lng].play.reading[reason];
    expect(readingWords(raw)).toEqual({ isRead: false, shown, said });
  });

  test('an answer with two readings gets a sentence of its own', async () => {
    await speak(lng);
    const textOf = (raw: string): string =>
      verdictWords({ part: 'G', raw, result: { outcome: 'unreadable' }, tries: 0 }, 0).text;
    const { ambiguous, unreadable } = STRINGS[lng].play.verdict;
    const part = STRINGS[lng].play.part.G;
    expect(textOf('1,234')).toBe(ambiguous.replace('{{part}}', part));
    expect(textOf('1;2')).toBe(unreadable.replace('{{part}}', part));
  });
});
