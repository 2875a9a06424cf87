/** Makes a random id, 128 bits in hex. `randomUUID` does not exist on a page over plain http. */
export function newAnswerId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
