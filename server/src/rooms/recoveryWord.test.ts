import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { hostTokenOf, lettersOf, recoveryWordOf } from './recoveryWord.ts';

const secret = (): string => randomBytes(16).toString('hex');

test('recovery words: four groups of two syllables, no two alike', () => {
  const words = Array.from({ length: 2_000 }, () => recoveryWordOf(secret()));
  for (const word of words)
    expect(word).toMatch(/^(?:[bdghkmnprstz][aeiou]){2}(?:-(?:[bdghkmnprstz][aeiou]){2}){3}$/u);
  expect(new Set(words).size).toBe(words.length);
  // Every syllable appears at every position, so that none of the 47 bits is lost.
  for (let at = 0; at < 8; at++) {
    const seen = new Set(words.map((word) => lettersOf(word).slice(2 * at, 2 * at + 2)));
    expect(seen.size, `position ${at}`).toBe(60);
  }
});

test('the host’s token: the same however the word is typed, another one in another session', async () => {
  const word = recoveryWordOf(secret());
  const token = await hostTokenOf(word, 's1');
  expect(token).toMatch(/^[0-9a-f]{32}$/u);
  const wide = word.replaceAll(/[a-z]/gu, (letter) => String.fromCodePoint(letter.codePointAt(0)! + 0xfee0));
  for (const typed of [word.toUpperCase(), word.replaceAll('-', ' '), word.replaceAll('-', ''), ` ${wide} `])
    expect(await hostTokenOf(typed, 's1'), typed).toBe(token);
  expect(await hostTokenOf(word, 's2')).not.toBe(token);
  expect(await hostTokenOf(`${word}a`, 's1')).not.toBe(token);
});
