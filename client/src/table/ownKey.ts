/** Storage key of a player's answers, draft or help level in a session. */
export const ownKey = (what: 'outbox' | 'draft' | 'help', code: string, player: string): string =>
  `relay/${what}/${code}/${player}`;
