import { expect, test } from 'vitest';
import { pageOf, PLAYERS_ON_A_PAGE } from './pages';

const ids = Array.from({ length: 2 * PLAYERS_ON_A_PAGE + 1 }, (_, i) => `p${i}`);

test('pageOf: pages follow each other without a gap, and the last one may be short', () => {
  const pages = [0, 1, 2].map((page) => pageOf(ids, page));
  expect(pages.flatMap((page) => page.ids)).toEqual(ids);
  expect(pages.at(-1)).toMatchObject({ page: 2, pages: 3, from: ids.length, to: ids.length });
});

test('pageOf: a list that has become shorter shows its last page; an empty one has one page', () => {
  expect(pageOf(ids.slice(0, 5), 2)).toMatchObject({ ids: ids.slice(0, 5), page: 0, pages: 1 });
  expect(pageOf([], 0)).toMatchObject({ ids: [], page: 0, pages: 1 });
});
