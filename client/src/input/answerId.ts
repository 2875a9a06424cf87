/** A fresh id, 128 bits in hex. Not `randomUUID`: a page over plain http has none. */
export function newAnswerId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
