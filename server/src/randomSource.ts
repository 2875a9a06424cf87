import { randomBytes, randomInt } from 'node:crypto';

/** Where everything unforeseeable comes from, so that a test can foresee it. */
export interface RandomSource {
  /** 128 bits as 32 hex digits: what lets somebody in. */
  token(): string;
  /** Name of a session or player; unique, not secret. */
  id(): string;
  /** Six digits to type. */
  code(): string;
  /** Seed of a session's own randomness. */
  seed(): number;
}

const ID_BYTES = 8;

export const systemRandomSource: RandomSource = {
  token: () => randomBytes(16).toString('hex'),
  id: () => randomBytes(ID_BYTES).toString('hex'),
  code: () => String(randomInt(1_000_000)).padStart(6, '0'),
  seed: () => randomInt(2 ** 32),
};
