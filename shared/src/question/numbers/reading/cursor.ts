import type { Doubt, Token } from './tokens.ts';

/** Place in a row of tokens, and what is wrong with it. */
export class Cursor {
  readonly #tokens: readonly Token[];
  #at = 0;
  #doubt: Doubt = 'unreadable';

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#tokens.length;
  }

  get doubt(): Doubt {
    return this.#doubt;
  }

  /** The token here or further on; undefined beyond the end. */
  token(ahead = 0): Token | undefined {
    return this.#tokens[this.#at + ahead];
  }

  /** The sign here; undefined where another token stands. */
  sign(): string | undefined {
    const token = this.token();
    return token?.type === 'sign' ? token.sign : undefined;
  }

  advance(tokens = 1): void {
    this.#at += tokens;
  }

  /** Ends the reading: no rule applies any more. */
  fail(doubt: Doubt): undefined {
    this.#doubt = doubt;
    this.#at = this.#tokens.length + 1;
    return undefined;
  }
}
