import type { PlaceId } from '@relay/shared/question/place';
import type { Part } from '@relay/shared/question/question';
import { drop, isObject, keep, keysWith, recall } from '../table/keptTokens';
import { ownKey } from '../table/colyseusTable';

/** The parts that are given as text: typed, or chosen. */
export type Line = Exclude<Part, 'places' | 'own'>;

/** What a player has put together for a question but not yet got right. */
export interface Draft {
  readonly taken: readonly PlaceId[];
  readonly texts: Readonly<Partial<Record<Line, string>>>;
}

export const EMPTY_DRAFT: Draft = { taken: [], texts: {} };

const isDraft = (value: unknown): value is Draft =>
  isObject(value) &&
  Array.isArray(value['taken']) &&
  isObject(value['texts']) &&
  Object.values(value['texts']).every((text) => typeof text === 'string');

/** Drafts of one player of one session, a round each. Older rounds are dropped. */
export class DraftStore {
  readonly #prefix: string;

  constructor(code: string, player: string) {
    this.#prefix = `${ownKey('draft', code, player)}/`;
  }

  read(round: number): Draft {
    return recall(`${this.#prefix}${round}`, isDraft) ?? EMPTY_DRAFT;
  }

  /** Empties a line. */
  forget(round: number, line: Line): void {
    const draft = this.read(round);
    this.write(round, { ...draft, texts: { ...draft.texts, [line]: '' } });
  }

  write(round: number, draft: Draft): void {
    const key = `${this.#prefix}${round}`;
    for (const other of keysWith(this.#prefix)) if (other !== key) drop(other);
    keep(key, draft);
  }
}
