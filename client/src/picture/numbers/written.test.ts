import { expect, test } from 'vitest';
import {
  written,
  writtenFine,
  writtenFull,
  writtenLoss,
  writtenShare,
  writtenShort,
  writtenTime,
  writtenTo,
  writtenUpTo,
} from './written';

test('operands have four figures, a real minus and no zeros at the end', () => {
  expect([0.72624, -0.448878, 0.5, 1, 0, -0.0206].map(written)).toEqual([
    '0.7262',
    '−0.4489',
    '0.5',
    '1',
    '0',
    '−0.0206',
  ]);
});

test('numbers to be compared keep their zeros', () => {
  expect([1, 0.29102777, 0, 0.00043856].map(writtenFull)).toEqual(['1.000', '0.2910', '0.000', '0.0004386']);
});

test('a loss that is nearly 0 is written without a power of ten', () => {
  const losses = [10.633, 0.0288, 0, 4.9e-6, 8.75e-29, 5.1e-6];
  expect(losses.map(writtenLoss)).toEqual(['10.63', '0.02880', '0.000', '0.00000', '0.00000', '0.0000051']);
});

test('readings have as many decimals as asked, with or without zeros at the end', () => {
  expect([0.5, -0.00004, -1.23456].map((value) => writtenTo(value, 4))).toEqual([
    '0.5000',
    '0.0000',
    '−1.2346',
  ]);
  expect([0.5, -0.00004, -1.23456].map((value) => writtenUpTo(value, 4))).toEqual(['0.5', '0', '−1.2346']);
  expect([writtenTo(1234567.8, 0), writtenTo(1.23456e15, 2), writtenUpTo(Number.NaN, 2)]).toEqual([
    '1234568',
    '1235000000000000',
    '?',
  ]);
});

test('a weight has as many decimals as its step needs, and never fewer than four figures', () => {
  expect(writtenFine(1.23456789, 6)).toBe('1.234568');
  expect([writtenFine(0.15000000000000002, 6), writtenFine(0, 6), writtenFine(-12, 6)]).toEqual([
    '0.15',
    '0',
    '−12',
  ]);
  expect([writtenFine(0.0123456, 2), writtenFine(123.456, 0)]).toEqual(['0.01235', '123.5']);
});

test('labels have two decimals and no minus zero', () => {
  expect([-0.001, 0.2, -1.5].map(writtenShort)).toEqual(['0.00', '0.20', '−1.50']);
});

test('time is rounded up to whole seconds and ends at 0', () => {
  expect([90_000, 59_001, 400, 0, -5].map(writtenTime)).toEqual(['1:30', '1:00', '0:01', '0:00', '0:00']);
});

test('a share is a fraction when its denominator is small', () => {
  expect([0, 1, 3 / 4, 1 / 3, 5 / 6, 0.27].map(writtenShare)).toEqual([
    '0/1',
    '1/1',
    '3/4',
    '1/3',
    '5/6',
    '27 %',
  ]);
});
