import fc from 'fast-check';
import { expect, test } from 'vitest';
import { presetById, PRESETS } from '../network/presets.ts';
import { TestTable } from '../testing/table.ts';
import { inseparableMistakes, separableMistakes } from './diagnosis/explainNumber.ts';
import { judgedParts } from './kinds.ts';
import { qualityOf } from './quality.ts';
import { situationIn } from '../referee/round/situation.ts';
import { atOnce } from '../slices.ts';

const qualityAt = (...of: Parameters<typeof qualityOf>) => atOnce(qualityOf(...of));

/** Questions of a few rounds of a preset, with the situation in which each was asked. */
function asked(preset: string, seed: number) {
  const table = TestTable.startedOn(presetById(preset)!, 6, { asks: 'contribution' }, seed);
  return Array.from({ length: 3 }, () => {
    const run = table.session.runs['A']!;
    const found = run.seats.flatMap(({ lane, question }) =>
      question ? [{ situation: situationIn(run, lane), question }] : [],
    );
    table.next(3);
    return found;
  }).flat();
}

test('a remembered quality is the one that is computed anew, for every question of every preset', () => {
  fc.assert(
    fc.property(fc.constantFrom(...PRESETS.map(({ id }) => id)), fc.nat(50), (preset, seed) => {
      const questions = asked(preset, seed);
      expect(questions.length).toBeGreaterThan(0);
      for (const { situation, question } of [...questions, ...questions]) {
        const parts = judgedParts(situation, question);
        const { separable, inseparable } = qualityAt(situation, question);
        expect(separable).toBe(new Set(parts.flatMap(separableMistakes)).size);
        expect(inseparable).toEqual([...new Set(parts.flatMap(inseparableMistakes))]);
      }
    }),
    { numRuns: 30 },
  );
});

test('equal numbers have one quality; other numbers have one of their own', () => {
  const { situation, question } = asked('article', 3)[0]!;
  expect(qualityAt(structuredClone(situation), structuredClone(question))).toBe(
    qualityAt(situation, question),
  );
  const { network, sample } = situation;
  const weights = network.weights.map((layer) => layer.map((row) => row.map((weight) => weight + 0.5)));
  expect(qualityAt({ ...situation, network: { ...network, weights } }, question)).not.toBe(
    qualityAt(situation, question),
  );
  const other = { ...sample, t: sample.t.map((value) => value + 1) };
  expect(qualityAt({ ...situation, sample: other }, question)).not.toBe(qualityAt(situation, question));
  expect(qualityAt({ ...situation, otherTargets: [] }, question)).not.toBe(
    qualityAt({ ...situation, otherTargets: [[0.1]] }, question),
  );
});
