/** Name that only the bench's browser resolves: over plain http, and to no address of the own machine, browsers ask for gzip. */
export const CLASSROOM = 'relay.test';

/** Ways in which a browser opens the game, by the host in the address. */
export const WAYS = [
  { name: 'brotli, as over https', host: 'localhost' },
  { name: 'gzip, as over http', host: CLASSROOM },
] as const;
