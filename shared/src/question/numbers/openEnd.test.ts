import { expect, test } from 'vitest';
import { hasOpenEnd } from './openEnd.ts';

test.each([
  '0.5 ×',
  '0.5 x ',
  '0.5✖️',
  '0.5・',
  '2＋',
  '2 −',
  '2ー',
  '2—',
  '1/',
  '1 ÷',
  '1／',
  '(',
  '2×（',
  '=',
  '≒ ',
])('%j ends with an operator or a bracket', (raw) => expect(hasOpenEnd(raw)).toBe(true));

test.each(['', ' ', '0.5', '0.5 ', '2)', '5.', '½', '2²', '1.2e', '①', '50%'])('%j does not', (raw) =>
  expect(hasOpenEnd(raw)).toBe(false),
);
