import { decimalsFor } from '@relay/shared/question/decimalsFor';
import { networkOf } from '@relay/shared/network/networkFile';
import { presetById } from '@relay/shared/network/presets';
import { expect, test } from 'vitest';
import { insertedText } from './insertedText';

const network = { ...networkOf(presetById('mazur')!), learningRate: 0.5 };

test('a weight is shown so finely that its step can be seen in the answer', () => {
  for (const w of [0.15, 1.23456789, -12.3456789]) {
    const G = 0.0004386;
    const next = w - network.learningRate * G;
    const decimals = decimalsFor(network, ['direction', 'next'], { next, G });
    const shown = Number(insertedText({ decimals }, w).replace('\u2212', '-'));
    // Worked with what is shown and rounded to the decimals asked for, the step is right to a tenth.
    const answer = Number((shown - network.learningRate * G).toFixed(decimals.next));
    expect(Math.abs(answer - w + network.learningRate * G)).toBeLessThan(0.1 * network.learningRate * G);
  }
  expect(insertedText({ decimals: { next: 5 } }, 0.15)).toBe('0.15');
});

test('other questions show four figures', () => {
  expect(insertedText({ decimals: { G: 7 } }, 1.23456789)).toBe('1.235');
});
