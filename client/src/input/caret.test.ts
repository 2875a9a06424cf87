import { expect, test } from 'vitest';
import { deleteBefore, insertAt, insertValue } from './caret';

const end = (text: string) => ({ text, start: text.length, end: text.length });

test('keys write at the cursor and replace the selection', () => {
  expect(insertAt({ text: '12', start: 1, end: 1 }, '.')).toEqual({ text: '1.2', start: 2, end: 2 });
  expect(insertAt({ text: '123', start: 0, end: 2 }, '9')).toEqual({ text: '93', start: 1, end: 1 });
});

test('⌫ takes the character before the cursor, or the selection', () => {
  expect(deleteBefore(end('0.5'))).toEqual(end('0.'));
  expect(deleteBefore({ text: '0.5', start: 0, end: 0 })).toEqual({ text: '0.5', start: 0, end: 0 });
  expect(deleteBefore({ text: '0.5', start: 0, end: 2 })).toEqual({ text: '5', start: 0, end: 0 });
});

test('values that are tapped one after the other are multiplied; a negative one gets brackets', () => {
  expect(insertValue(end(''), '−0.4489').text).toBe('−0.4489');
  expect(insertValue(end('−0.4489'), '0.2474').text).toBe('−0.4489 × 0.2474');
  expect(insertValue(end('0.5 ×'), '−0.7').text).toBe('0.5 ×(−0.7)');
  expect(insertValue(end('('), '−0.7').text).toBe('(−0.7');
  expect(insertValue(end('2 + '), '3').text).toBe('2 + 3');
  // Operators of any keyboard.
  expect(insertValue(end('0.5 x '), '0.2').text).toBe('0.5 x 0.2');
  expect(insertValue(end('０．５＊'), '−0.2').text).toBe('０．５＊(−0.2)');
  // A quotient is entered by tapping ΔE, then Δw.
  expect(insertValue(end('−0.012'), '−0.1', '÷').text).toBe('−0.012 ÷ (−0.1)');
  expect(insertValue(end(''), '0.1', '÷').text).toBe('0.1');
});
