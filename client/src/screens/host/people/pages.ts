/** Players on a page of the list: more than a class has, and few enough to be drawn at every answer. */
export const PLAYERS_ON_A_PAGE = 60;

/** One page of a list. */
export interface ListPage {
  readonly ids: readonly string[];
  /** Index of the page, from 0. */
  readonly page: number;
  readonly pages: number;
  /** Positions of the first and the last one shown, from 1. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** Page of a list; the last one where the list has become shorter than the page asked for. */
export function pageOf(ids: readonly string[], asked: number): ListPage {
  const pages = Math.max(1, Math.ceil(ids.length / PLAYERS_ON_A_PAGE));
  const page = Math.min(asked, pages - 1);
  const start = page * PLAYERS_ON_A_PAGE;
  const shown = ids.slice(start, start + PLAYERS_ON_A_PAGE);
  return { ids: shown, page, pages, from: start + 1, to: start + shown.length, count: ids.length };
}
