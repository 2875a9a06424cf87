import { createHash, createHmac } from 'node:crypto';

/** SHA-256 of a token in hex, the form in which the journal stores it. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/**
 * Derives a player's id and token from the id of a request to join, so that the same request gives the same player, also
 * after a restart, although the server stores neither.
 */
export function playerOf(
  request: string,
  session: string,
): { readonly player: string; readonly token: string } {
  const derived = (what: string): string =>
    createHmac('sha256', request).update(`${what} ${session}`).digest('hex');
  return { player: derived('player').slice(0, 16), token: derived('token').slice(0, 32) };
}

/**
 * Derives the projector's token from the host's: a console can open a projector, also after a restart, although the
 * server stores neither.
 */
export function projectorTokenOf(sessionToken: string): string {
  return createHmac('sha256', sessionToken).update('projector').digest('hex').slice(0, 32);
}
