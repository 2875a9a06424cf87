import { createHash, createHmac } from 'node:crypto';

/** SHA-256 of a token in hex, the form in which the journal stores it. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/**
 * Derives the projector's token from the host's: a console can open a projector, also after a restart, although the
 * server stores neither.
 */
export function projectorTokenOf(sessionToken: string): string {
  return createHmac('sha256', sessionToken).update('projector').digest('hex').slice(0, 32);
}
