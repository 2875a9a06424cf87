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

test('a piece that throws rejects its own promise and no other', async () => {
  const { slices } = slicesWith(0);
  const failing = slices.do(() => {
    throw new Error('no');
  });
  const other = slices.do(() => 'done');
  await expect(failing).rejects.toThrow('no');
  expect(await other).toBe('done');
});
