import { describe, expect, test } from 'vitest';
import { WORKED } from '../testing/handWorked.ts';
import { hintFor } from './kinds.ts';
import type { EdgeRef } from '../maths/unit.ts';
import type { Part, Question } from './question.ts';

function hint(edge: EdgeRef | null, part: Part, network = WORKED) {
  const unit = { layer: edge?.layer ?? 1, index: edge?.to ?? 0 };
  const question: Question = { kind: 'contribution', unit, edge, sample: 0, parts: [part], given: null };
  return hintFor(network, question, part);
}
const HIDDEN = { layer: 1, from: 0, to: 0 };
const OUTPUT = { layer: 2, from: 0, to: 0 };

describe('hintOfThree', () => {
  test('points at the first of a set of places, of the own places at the valve', () => {
    expect(hint(HIDDEN, 'places')).toEqual(['e:y1']);
    expect(hint(HIDDEN, 'own')).toEqual(['f:h1']);
  });

  test('points at all operands of S, δ and G', () => {
    expect(hint(HIDDEN, 'S')).toEqual(['e:y1', 'f:y1', 'w:h1>y1', 'e:y2', 'f:y2', 'w:h1>y2']);
    expect(hint(HIDDEN, 'delta')).toEqual(['f:h1']);
    expect(hint(OUTPUT, 'delta')).toEqual(['e:y1', 'f:y1']);
    expect(hint(HIDDEN, 'G')).toEqual(['f:h1', 'o:x1']);
    expect(hint({ layer: 1, from: 'bias', to: 0 }, 'G')).toEqual(['f:h1']);
  });

  test('points at nothing where no place exists, or no weight is in question', () => {
    expect(hint(OUTPUT, 'S')).toBeUndefined();
    const softmax = {
      ...WORKED,
      layers: [WORKED.layers[0]!, { units: 2, activation: 'softmax' as const }],
    };
    expect(hint({ layer: 2, from: 'bias', to: 0 }, 'own', softmax)).toBeUndefined();
    expect(hint(HIDDEN, 'next')).toBeUndefined();
    expect(hint(null, 'G')).toBeUndefined();
  });
});
