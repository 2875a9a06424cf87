const BYTES = 16;

/** 128 random bits as hex digits. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(BYTES));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Function that gives each request an id: the same one as long as the same is asked, so that the server knows a request
 * whose reply was lost.
 */
export function sameWhileSame(): (asked: object) => string {
  let last = '';
  let id = '';
  return (asked) => {
    const now = JSON.stringify(asked);
    if (now !== last) id = randomId();
    last = now;
    return id;
  };
}
