import type { PlaceId } from '@relay/shared/question/place';
import { drop, isObject, keep, keysWith, recall } from '../table/keptTokens';
import { ownKey } from '../table/colyseusTable';

/** The parts that are typed. */
export const LINES = ['S', 'delta', 'G'] as const;
export type Line = (typeof LINES)[number];

/** What a player has put together for a question but not yet got right. */
export interface Draft {
  readonly taken: readonly PlaceId[];
  readonly texts: Readonly<Record<Line, string>>;
}

export const EMPTY_DRAFT: Draft = { taken: [], texts: { S: '', delta: '', G: '' } };

const isDraft = (value: unknown): value is Draft =>
  isObject(value) &&
  Array.isArray(value['taken']) &&
  isObject(value['texts']) &&
  LINES.every((line) => typeof (value['texts'] as Record<string, unknown>)[line] === 'string');

/** Drafts of one player of one session, a round each. Older rounds are dropped. */
export class DraftStore {
  readonly #prefix: string;

  constructor(code: string, player: string) {
    this.#prefix = `${ownKey('draft', code, player)}/`;
  }

  read(round: number): Draft {
    return recall(`${this.#prefix}${round}`, isDraft) ?? EMPTY_DRAFT;
  }

  write(round: number, draft: Draft): void {
    const key = `${this.#prefix}${round}`;
    for (const other of keysWith(this.#prefix)) if (other !== key) drop(other);
    keep(key, draft);
  }
}
