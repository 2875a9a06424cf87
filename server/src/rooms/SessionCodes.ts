import type { Rejection } from '@relay/shared/referee/rejection';
import { HeldElsewhere } from '../cluster/HeldElsewhere.ts';
import type { Journal } from '../journal/Journal.ts';
import type { RandomSource } from '../randomSource.ts';
import type { LiveSession } from './LiveSession.ts';
import type { SessionRegistry } from './SessionRegistry.ts';

/** Code in what somebody has typed; undefined for anything else. */
export function codeIn(typed: string): string | undefined {
  const code = typed.normalize('NFKC').replace(/[\s-]/gu, '');
  return /^\d{6}$/u.test(code) ? code : undefined;
}

interface SessionCodesDependencies {
  readonly registry: SessionRegistry;
  readonly journal: Journal;
  readonly randomSource: RandomSource;
}

/** Codes of sessions: which session has one, and which are free. */
export class SessionCodes {
  readonly #dependencies: SessionCodesDependencies;
  /** Codes of sessions that are being created: neither the registry nor the journal knows them yet. */
  readonly #promised = new Set<string>();

  constructor(dependencies: SessionCodesDependencies) {
    this.#dependencies = dependencies;
  }

  /** Calls a function with a code that no session has; until it is done, nobody else is given that one. */
  async withFreeCode<Made>(make: (code: string) => Promise<Made>): Promise<Made> {
    const code = await this.#promise();
    try {
      return await make(code);
    } finally {
      this.#promised.delete(code);
    }
  }

  async #promise(): Promise<string> {
    const { registry, journal, randomSource } = this.#dependencies;
    for (;;) {
      const code = randomSource.code();
      if (registry.hasCode(code) || this.#promised.has(code)) continue;
      this.#promised.add(code);
      // Codes of earlier sessions are not reused while there are others.
      if (!(await journal.byCode(code))) return code;
      this.#promised.delete(code);
    }
  }

  /** Session that has a code as typed, or had it last; an erased one as well. */
  async idOf(typed: string): Promise<string | undefined> {
    const { registry, journal } = this.#dependencies;
    const code = codeIn(typed);
    if (code === undefined) return undefined;
    return registry.idWith(code) ?? (await journal.byCode(code))?.id;
  }

  /** Unfinished session with a code as typed, opened where it was closed. */
  async find(typed: string): Promise<LiveSession | { readonly rejection: Rejection }> {
    const { registry, journal } = this.#dependencies;
    const code = codeIn(typed);
    if (code === undefined) return { rejection: 'unknownCode' };
    if (registry.hasCode(code)) return this.#opened(code);
    const earlier = await journal.byCode(code);
    if (!earlier) return { rejection: 'unknownCode' };
    if (earlier.ended) return { rejection: 'endedCode' };
    registry.note(earlier.id, code);
    return this.#opened(code);
  }

  /** The unfinished session with this code. One that cannot be opened may be readable later, so pages keep its token. */
  async #opened(code: string): Promise<LiveSession | { readonly rejection: Rejection }> {
    const { registry } = this.#dependencies;
    try {
      return (await registry.withCode(code)) ?? { rejection: 'endedCode' };
    } catch (error) {
      if (error instanceof HeldElsewhere) throw error;
      // The registry has logged it.
      return { rejection: registry.hasCode(code) ? 'unavailable' : 'endedCode' };
    }
  }
}
