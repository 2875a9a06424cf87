import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outputLayer, unitsInLayer } from '../maths/network.ts';
import { networkOf } from '../network/networkFile.ts';
import { askedIn } from './generate.ts';
import { ownTurn } from './ownNetwork.ts';
import { PRESETS } from '../network/presets.ts';

test('own network: every unit is asked in turn, for one sample after the other', () => {
  fc.assert(
    fc.property(fc.constantFrom(...PRESETS), fc.integer({ min: 0, max: 2 ** 32 - 1 }), ({ file }, seed) => {
      const network = networkOf(file);
      const layers = Array.from({ length: outputLayer(network) }, (_, l) => unitsInLayer(network, l + 1));
      const units = layers.reduce((sum, count) => sum + count, 0);
      const samples = Math.min(2, file.data.length);
      const seen = new Set<string>();
      for (let turn = 0; turn < units * samples; turn++) {
        const own = ownTurn(file, turn, seed + turn);
        const { situation, question } = askedIn('own', own.file, own.seed);
        expect(question.kind).toBe('contribution');
        expect(situation.sample).toEqual(file.data[Math.floor(turn / units)]);
        seen.add(`${question.unit.layer}/${question.unit.index}/${Math.floor(turn / units)}`);
      }
      expect(seen.size).toBe(units * samples);
    }),
    { numRuns: 30 },
  );
});
