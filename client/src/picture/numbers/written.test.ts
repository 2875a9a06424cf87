import { expect, test } from 'vitest';
import { written, writtenFull, writtenLoss, writtenShare, writtenShort, writtenTime } from './written';

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
