import { presetById } from '@relay/shared/network/presets';
import { expect, test, vi } from 'vitest';
import { networkShape } from './network';

vi.mock('../strings/language', () => ({
  t: (_key: string, { layers, activations }: { layers: string; activations: string }) =>
    `${layers}, ${activations}`,
}));

test.each([
  ['mazur', '2-2-2, sigmoid'],
  ['han-kamber', '3-2-1, sigmoid'],
  ['swap', '2-2-2, leaky-relu / identity'],
])('%s is %s', (preset, shape) => {
  expect(networkShape(presetById(preset)!)).toBe(shape);
});
