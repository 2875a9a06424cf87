import { describe, expect, test } from 'vitest';
import { workedSituation } from '../../testing/handWorked.ts';
import type { EdgeRef } from '../../maths/unit.ts';
import { qualityOf } from '../quality.ts';
import type { PlacesPart } from '../gradedPart.ts';
import type { HelpLevel } from '../question.ts';
import { contribution } from './contribution.ts';
import { atOnce } from '../../slices.ts';

const HIDDEN = { layer: 1, from: 0, to: 0 };
const OUTPUT = { layer: 2, from: 0, to: 0 };

describe('contribution in a relay', () => {
  const situation = workedSituation();
  const asked = (edge: EdgeRef, help: HelpLevel) =>
    contribution.build(
      situation,
      { unit: { layer: edge.layer, index: edge.to }, edge },
      { sample: 0, help, draw: () => 0, isRelay: true },
    );
  const part = (name: 'own' | 'places', edge: EdgeRef = HIDDEN) =>
    contribution.part(situation, asked(edge, 'work'), name) as PlacesPart;

  test('asks a hidden unit for its own places first, then for those that arrive', () => {
    expect(asked(HIDDEN, 'work').parts).toEqual(['own', 'places', 'S', 'delta', 'G']);
    expect(asked(HIDDEN, 'see').parts).toEqual(['own', 'places']);
    expect(asked(HIDDEN, 'blank').parts).toEqual(['G']);
    expect(asked(OUTPUT, 'work').parts).toEqual(['places', 'delta', 'G']);
  });

  test('splits the set into valve and input, and the paths', () => {
    const own = ['f:h1', 'o:x1'];
    const arriving = ['e:y1', 'f:y1', 'w:h1>y1', 'e:y2', 'f:y2', 'w:h1>y2'];
    expect(part('own').truth).toEqual(own);
    expect(part('places').truth).toEqual(arriving);
    expect(part('own', { layer: 1, from: 'bias', to: 0 }).truth).toEqual(['f:h1']);
    expect(contribution.truth(situation, asked(HIDDEN, 'work'))).toMatchObject({ own, places: arriving });
    expect(part('places', OUTPUT).truth).toEqual(['e:y1', 'f:y1', 'o:h1']);
    expect(contribution.truth(situation, asked(OUTPUT, 'work'))).not.toHaveProperty('own');
  });

  test('reports no place of the other half as missing', () => {
    expect(part('own').explain(new Set(['o:x1']))).toEqual([{ id: 'slope-missing', place: 'f:h1' }]);
    // An error taken too early is no known mistake.
    expect(part('own').explain(new Set(['f:h1', 'o:x1', 'e:y1']))).toEqual([]);
    expect(part('places').explain(new Set(['e:y1', 'f:y1', 'w:h1>y1']))).toEqual([
      { id: 'sum-one-path', place: 'e:y2' },
    ]);
    expect(part('places', OUTPUT).explain(new Set(['e:y1', 'f:y1']))).toEqual([
      { id: 'input-missing', place: 'o:h1' },
    ]);
  });
});

test('inseparable mistakes: those with the right value, such as a missing input of 1', () => {
  const hidden = (x: readonly number[]) => {
    const situation = workedSituation({}, { x, t: [0.4, 0.8] });
    const question = contribution.build(
      situation,
      { unit: { layer: 1, index: 0 }, edge: HIDDEN },
      { sample: 0, help: 'work', draw: () => 0 },
    );
    return atOnce(qualityOf(situation, question)).inseparable;
  };
  expect(hidden([1, 3])).toContain('input-missing');
  expect(hidden([1, 3])).not.toContain('input-wrong');
  expect(hidden([2, 3])).not.toContain('input-missing');
});
