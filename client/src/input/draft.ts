import type { PlaceId } from '@relay/shared/question/places/place';
import type { PartInForm } from '@relay/shared/question/part';
import { drop, isObject, keep, keysWith, recall } from '../table/tokenStore';
import { ownKey } from '../table/ownKey';

/** Parts that are entered as text: typed, or chosen. */
export type Line = PartInForm<'number' | 'choice'>;

/** Unsent or not yet right entries of a player for a question. */
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

/** Stores the drafts of one player in one session, for the present round of each run. Those of other rounds are dropped. */
export class DraftStore {
  readonly #prefix: string;
  readonly #run: string;

  constructor(code: string, player: string, run: string) {
    this.#prefix = `${ownKey('draft', code, player)}/`;
    this.#run = run;
  }

  read(round: number): Draft {
    return recall(this.#key(round), isDraft) ?? EMPTY_DRAFT;
  }

  /** Empties a line. */
  forget(round: number, line: Line): void {
    const draft = this.read(round);
    this.write(round, { ...draft, texts: { ...draft.texts, [line]: '' } });
  }

  write(round: number, draft: Draft): void {
    const key = this.#key(round);
    for (const other of keysWith(this.#prefix)) if (other !== key) drop(other);
    keep(key, draft);
  }

  #key(round: number): string {
    return `${this.#prefix}${this.#run}/${round}`;
  }
}
