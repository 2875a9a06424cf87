import type { Mistake } from '@relay/shared/question/question';
import { expect, test, vi } from 'vitest';
import { verdictWords } from './verdict';

vi.mock('../strings/language', () => ({
  t: (key: string, { other }: { other?: string } = {}) => (other ? `${key}(${other})` : key),
}));

const SLOPE: Mistake = { id: 'slope-missing', place: 'f:y1' };
const or = (mistakes: readonly Mistake[], tries: number): string =>
  verdictWords({ part: 'G', result: { outcome: 'wrong', read: 1, mistakes }, tries }, 0).or;

test('an equivalent mistake is named at once, a merely likely one with the hint', () => {
  const same: Mistake = { id: 'loss-shortcut', place: 'f:y1', same: true };
  const likely: Mistake = { id: 'slip', place: 'o:h1' };
  expect(or([SLOPE, same], 1)).toBe('play.verdict.same(mistakes.loss-shortcut.name)');
  expect(or([SLOPE, same], 2)).toBe('play.verdict.same(mistakes.loss-shortcut.name)');
  expect(or([SLOPE, likely], 1)).toBe('');
  expect(or([SLOPE, likely], 2)).toBe('play.verdict.or(mistakes.slip.name)');
  expect(or([SLOPE], 2)).toBe('');
});
