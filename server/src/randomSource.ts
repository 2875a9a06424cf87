import { randomBytes, randomInt } from 'node:crypto';

/** Source of random values, replaceable in tests. */
export interface RandomSource {
  /** 128 bits as 32 hex digits: secret of a player, host or projector. */
  token(): string;
  /** Id of a session or player; unique, not secret. */
  id(): string;
  /** Session code: six digits. */
  code(): string;
  /** Seed of a session's randomness. */
  seed(): number;
}

const ID_BYTES = 8;

export const systemRandomSource: RandomSource = {
  token: () => randomBytes(16).toString('hex'),
  id: () => randomBytes(ID_BYTES).toString('hex'),
  code: () => String(randomInt(1_000_000)).padStart(6, '0'),
  seed: () => randomInt(2 ** 32),
};
