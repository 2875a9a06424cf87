import { presetById } from '@relay/shared/network/presets';
import { expect, test, vi } from 'vitest';
import { networkShape } from './network';

vi.mock('../strings/language', () => ({
  t: (_key: string, values: Record<string, string>) => Object.values(values).join(', '),
}));

test.each([
  ['mazur', '2-2-2, sigmoid'],
  ['han-kamber', '3-2-1, sigmoid'],
  ['swap', '2-2-2, leaky-relu / identity'],
  ['swap-two-slopes', '2-2-2, leaky-relu, 0.8, 0.3'],
])('%s is %s', (preset, shape) => {
  expect(networkShape(presetById(preset)!)).toBe(shape);
});

test('two slopes: are named, once for layers that share them', () => {
  const { layers, ...swap } = presetById('swap')!;
  const leaky = { units: 2, activation: 'leaky-relu', slope: 0.3, up: 0.8 } as const;
  const file = { ...swap, layers: [layers[0]!, leaky, { ...leaky, up: 1 }] };
  expect(networkShape(file)).toBe('2-2-2, leaky-relu, 0.8, 0.3 / leaky-relu');
  expect(networkShape({ ...file, layers: [layers[0]!, leaky, leaky] })).toBe('2-2-2, leaky-relu, 0.8, 0.3');
});
