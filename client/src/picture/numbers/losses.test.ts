import { describe, expect, test } from 'vitest';
import { curveLines, type Learning, roundAt, roundsThatMoved } from './losses';

/** A first round without a step, two rounds, a hundred steps of the machine twice, and one more round. */
const LESSON: Learning = {
  losses: [8, 4, 3, 2, 1, 0.5],
  referenceLosses: [8, 4, 2.5, 1.5, 0.5, 0.25],
  movedBy: [
    { type: 'round', round: 2 },
    { type: 'round', round: 3 },
    { type: 'machine', steps: 100 },
    { type: 'machine', steps: 100 },
    { type: 'round', round: 4 },
  ],
};

describe('the loss over a lesson', () => {
  test('names rounds by their number and counts no steps of the machine', () => {
    const places = [0, 1, 2, 3, 4, 5, 6, 7];
    expect(places.map((place) => roundAt(LESSON, place))).toEqual([0, 2, 3, null, null, 4, 5, 6]);
    expect(roundsThatMoved(LESSON)).toBe(3);
    expect(roundAt({ losses: [8], movedBy: [] }, 1)).toBe(1);
  });

  test('breaks at the machine’s steps, and the machine’s line joins both ends', () => {
    const { places, ours, machine, reference } = curveLines(LESSON, true);
    expect(places).toEqual([0, 1, 2, 2.5, 3, 3.5, 4, 5]);
    expect(ours).toEqual([8, 4, 3, null, 2, null, 1, 0.5]);
    expect(machine).toEqual([null, null, 3, null, 2, null, 1, null]);
    expect(reference).toEqual([8, 4, 2.5, null, 1.5, null, 0.5, 0.25]);
    expect(curveLines(LESSON, false).reference.every((loss) => loss === null)).toBe(true);
  });
});
