import { createHash, createHmac } from 'node:crypto';

/** What the tables keep of a token. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/**
 * The projector's token, made from the session's own: whoever has the console can open a projector, also after a
 * restart, although the server keeps neither.
 */
export function projectorTokenOf(sessionToken: string): string {
  return createHmac('sha256', sessionToken).update('projector').digest('hex').slice(0, 32);
}
