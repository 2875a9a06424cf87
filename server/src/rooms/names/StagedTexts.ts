import type { Texts, TypedText } from '@relay/shared/referee/texts';

/** Texts that the commands of one batch type, on top of those of the session. */
export class StagedTexts implements Texts {
  readonly #texts: Map<string, string>;
  readonly #given = new Map<string, string>();

  constructor(texts: Map<string, string>) {
    this.#texts = texts;
  }

  get(key: string): string | undefined {
    return this.#given.get(key) ?? this.#texts.get(key);
  }

  give({ key, text }: TypedText): void {
    this.#given.set(key, text);
  }

  /** Texts typed, one a key. */
  get given(): readonly TypedText[] {
    return [...this.#given].map(([key, text]) => ({ key, text }));
  }

  takeEffect(): void {
    for (const [key, text] of this.#given) this.#texts.set(key, text);
  }
}
