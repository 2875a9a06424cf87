import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyDelta, deltaOf, isSame } from './delta.ts';

/** Few names, so that two values often have the same ones. */
const name = fc.constantFrom('a', 'b', 'A/0', '', 'set', 'gone', 'in');
const leaf = fc.oneof(fc.integer(), fc.constantFrom('x', 'y', null, true, 0.5), fc.array(fc.integer()));
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, leaf, fc.dictionary(name, tie('value'))),
}));
const fields = fc.dictionary(name, value);

test('a delta makes the later value of the earlier one, and leaves the earlier one as it is', () => {
  fc.assert(
    fc.property(fields, fields, (before, after) => {
      const copy = structuredClone(before);
      const delta = deltaOf(before, after);
      expect(delta ? applyDelta(before, delta) : before).toEqual(after);
      expect(before).toEqual(copy);
      expect(delta === null).toBe(isSame(before, after));
    }),
  );
});

test('of equal values there is no delta', () => {
  fc.assert(fc.property(fields, (one) => deltaOf(one, structuredClone(one)) === null));
});

test('a delta names what has changed and nothing else', () => {
  const before = {
    runs: { A: { round: 1, answered: 3 }, B: { round: 1, answered: 0 } },
    seats: { h1: 'open' },
  };
  const after = { runs: { A: { round: 1, answered: 4 }, B: { round: 1, answered: 0 } }, seats: {} };
  expect(deltaOf(before, after)).toEqual({
    in: { runs: { in: { A: { set: { answered: 4 } } } }, seats: { gone: ['h1'] } },
  });
});

test('parts that have not changed are shared', () => {
  const before = { a: { x: 1 }, b: { y: [1] } };
  const after = applyDelta(before, { in: { a: { set: { x: 2 } } } });
  expect(after).toEqual({ a: { x: 2 }, b: { y: [1] } });
  expect(after.b).toBe(before.b);
});

test('an array is replaced as a whole, and so is an object by something else', () => {
  expect(deltaOf({ a: [1, 2], b: { c: 1 } }, { a: [1, 3], b: null })).toEqual({
    set: { a: [1, 3], b: null },
  });
});
