import { expect, test } from 'vitest';
import { Slices } from './Slices.ts';

const nextTurn = (): Promise<void> => new Promise((done) => setImmediate(done));

/** Slices on a clock that each piece moves on, and what was done in each turn of the event loop. */
function slicesWith(pieceMs: number) {
  let now = 0;
  const slices = new Slices(() => now);
  const done: string[] = [];
  const piece = (name: string) => (): void => {
    now += pieceMs;
    done.push(name);
  };
  return { slices, done, piece };
}

test('pieces are done in order, for 10 ms in each turn of the event loop', async () => {
  const { slices, done, piece } = slicesWith(4);
  for (const name of ['a', 'b', 'c', 'd']) slices.add(piece(name));
  expect(done).toEqual([]);
  await nextTurn();
  expect(done).toEqual(['a', 'b', 'c']);
  await nextTurn();
  expect(done).toEqual(['a', 'b', 'c', 'd']);
});

test('a piece that takes longer is done all the same, alone', async () => {
  const { slices, done, piece } = slicesWith(100);
  for (const name of ['a', 'b']) slices.add(piece(name));
  await nextTurn();
  expect(done).toEqual(['a']);
  await nextTurn();
  expect(done).toEqual(['a', 'b']);
});

test('one that adds its next piece does not keep the others from theirs', async () => {
  const { slices, done, piece } = slicesWith(6);
  const endless = (): void => {
    piece('endless')();
    if (done.length < 20) slices.add(endless);
  };
  slices.add(endless);
  slices.add(piece('a'));
  slices.add(piece('b'));
  await nextTurn();
  await nextTurn();
  expect(done).toEqual(['endless', 'a', 'b', 'endless']);
});

test('long work: is done for 10 ms in each turn, and others go on in between', async () => {
  const { slices, done, piece } = slicesWith(4);
  function* long(): Generator<void, string, void> {
    for (const name of ['1', '2', '3', '4']) {
      piece(name)();
      yield;
    }
    return 'result';
  }
  const result = slices.do(long);
  slices.add(piece('other'));
  await nextTurn();
  await nextTurn();
  await nextTurn();
  expect(done).toEqual(['1', '2', '3', 'other', '4']);
  expect(await result).toBe('result');
});

test('work that throws rejects its own promise and no other', async () => {
  const { slices } = slicesWith(0);
  function* failing(): Generator<void, never, void> {
    yield;
    throw new Error('no');
  }
  const failed = slices.do(failing);
  // oxlint-disable-next-line require-yield -- short work
  const other = slices.do(function* () {
    return 'done';
  });
  await expect(failed).rejects.toThrow('no');
  expect(await other).toBe('done');
});
