/** @module-tag slow */
import fc from 'fast-check';
import { forward } from '@relay/shared/maths/forward';
import { notFiniteAt, solve } from '@relay/shared/network/solution';
import type { Network, Sample } from '@relay/shared/maths/network';
import { allUnits, type UnitRef } from '@relay/shared/maths/unit';
import { MAX_ANSWER_LENGTH, readNumber } from '@relay/shared/question/numbers/readNumber';
import { QUESTION_KINDS, questionModule } from '@relay/shared/question/kinds';
import { subjectsAt } from '@relay/shared/question/pick';
import type { Part } from '@relay/shared/question/question';
import { situationOf } from '@relay/shared/question/situation';
import { networks } from '@relay/shared/testing/arbitraries';
import { runs } from '@relay/shared/testing/effort';
import { expect, test } from 'vitest';
import type { RoundFacts } from '../picture/roundFacts';
import { written } from '../picture/numbers/written';
import { workingOf } from './working';

/** Every working that the reveal and the practice page write, in full: read as the value at its end, and short enough. */

/** Texts of workings of a network, with their values: of the first `most` questions of each kind about each of `units`. */
function workingsOf(
  network: Network,
  sample: Sample,
  units: readonly UnitRef[] = allUnits(network),
  most = Infinity,
): { readonly text: string; readonly value: number }[] {
  const situation = situationOf(network, sample);
  const facts = { network, pass: forward(network, sample.x), sample } as unknown as RoundFacts;
  return QUESTION_KINDS.flatMap((kind) =>
    units
      .flatMap((unit) => subjectsAt(kind, network, unit, 'weights').slice(0, most))
      .flatMap((subject) => {
        const module = questionModule(kind);
        const question = module.build(situation, subject, { sample: 0, help: 'work', draw: () => 0.3 });
        const truth = module.truth(situation, question);
        return Object.entries(truth).flatMap(([part, value]) =>
          typeof value === 'number' && Number.isFinite(value)
            ? [{ text: `${workingOf(facts, question, part as Part)}${written(value)}`, value }]
            : [],
        );
      }),
  );
}

function expectRead({ text, value }: { readonly text: string; readonly value: number }): void {
  expect(text.length).toBeLessThanOrEqual(MAX_ANSWER_LENGTH);
  const shown = Number(written(value).replaceAll('\u2212', '-'));
  expect(readNumber(text), text).toMatchObject({ ok: true, value: shown });
}

/** Numbers that a double does not hold, or below 1e−290 only roughly. */
const NOT_HELD = /NaN|Infinity|e\u2212(?:29|3\d)\d/u;

const scaled = (network: Network, factor: number): Network => ({
  ...network,
  weights: network.weights.map((matrix) => matrix.map((row) => row.map((weight) => weight * factor))),
});

test('workings of any network, with weights of any size, are read as the value at their end', () => {
  let found = 0;
  fc.assert(
    fc.property(
      networks(),
      fc.constantFrom(1, 1, 1, 1e-9, 1e-4, 1e3, 1e9, 1e20),
      ({ network, sample }, factor) => {
        const large = scaled(network, factor);
        // A file that overflows is turned down when it is opened.
        fc.pre(notFiniteAt(solve(large, sample)) === undefined);
        const workings = workingsOf(large, sample).filter(({ text }) => !NOT_HELD.test(text));
        found += workings.filter(({ text }) => text.includes('=')).length;
        for (const working of workings) expectRead(working);
      },
    ),
    { numRuns: runs(40, 200) },
  );
  expect(found).toBeGreaterThan(500);
});

test('the longest workings are no longer than an answer may be', () => {
  const units = 12;
  const of = (value: number): number[] => Array.from({ length: units }, (_, i) => value * (1 - i / 1_000));
  const wide = (weight: number, x: number): [Network, Sample] => [
    {
      inputs: units,
      layers: [
        { units, activation: 'identity' },
        { units, activation: 'softplus' },
      ],
      loss: 'half-squared-error',
      learningRate: 0.1,
      updateBiases: true,
      snap: null,
      weights: [of(weight).map(() => of(weight)), of(weight).map(() => of(weight))],
      biases: [of(weight), of(weight)],
    },
    { x: of(x), t: of(1.2345e20) },
  ];
  const lengths = [wide(-1.2345e20, -1.2345e20), wide(-1.2345e10, -1.2345e10), wide(-1.2345e-6, 9.87e-6)]
    .flatMap(([network, sample]) =>
      workingsOf(
        network,
        sample,
        [1, 2].map((layer) => ({ layer, index: 0 })),
        1,
      ),
    )
    .map((working) => {
      expectRead(working);
      return working.text.length;
    });
  expect(Math.max(...lengths)).toBeGreaterThan(600);
});
