import { freeName, readNickname } from '@relay/shared/nickname';
import { expect, test } from 'vitest';
import { nameKey } from './nameKey.ts';

test.each([
  ['Mia', 'mia'],
  ['Mia', 'Mi\u0430'],
  ['Mia', '\u041Cia'],
  ['IVAN', '\u0406van'],
  ['ivan', 'lvan'],
  ['Leo', 'Le\u03BF'],
  ['Zoé', 'Z\u043Eé'],
  ['Á', '\u0410\u0301'],
  ['Bob', 'B0b'],
  ['Mia', 'M\u200Dia\uFE0F'],
  ['\u304B', '\u304B\uFE00'],
])('%j and %j look alike: the second gets a number', (taken, name) => {
  expect(nameKey(name)).toBe(nameKey(taken));
  const read = readNickname(name);
  if (read.ok) expect(freeName(read.name, (other) => nameKey(other) === nameKey(taken))).toMatch(/ 2$/u);
});

test.each([
  ['Mia', 'Mila'],
  ['José', 'Jose'],
  ['はな', 'ハナ'],
  ['か', 'が'],
  ['Mia 2', 'Mia 3'],
  ['🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🏴󠁧󠁢󠁳󠁣󠁴󠁿'],
  ['Марта', 'Мария'],
  ['עומר', 'עומרי'],
])('%j and %j are two names', (one, other) => expect(nameKey(one)).not.toBe(nameKey(other)));
