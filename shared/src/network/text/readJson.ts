import { type FileFault, placeOf } from './fault.ts';
import { byteFault } from './bytes.ts';
import { syntaxFault } from './syntaxFault.ts';

/** Largest network file, also the largest body of `POST /api/sessions`, which carries it. */
export const MAX_NETWORK_FILE_BYTES = 256 * 1024;

export type ReadJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly fault: FileFault };

/** Replacement character, which a decoder writes for bytes that are no UTF-8. */
const REPLACED = '\uFFFD';
/** Bytes of the replacement character itself, which a file may contain. */
const REPLACED_BYTES = [0xef, 0xbf, 0xbd] as const;

/** Index of the first character that was no UTF-8; −1 where there is none. */
function notUtf8At(bytes: Uint8Array, text: string): number {
  const first = text.indexOf(REPLACED);
  if (first < 0) return -1;
  const own = bytes.filter((byte, i) =>
    REPLACED_BYTES.every((part, k) => (k === 0 ? byte : bytes[i + k]) === part),
  );
  return text.split(REPLACED).length - 1 === own.length ? -1 : first;
}

/**
 * Reads the bytes of a file as JSON.
 *
 * @param decode  decodes UTF-8, leaving out a byte order mark and writing U+FFFD for bytes that are none
 * @returns the value, or the first fault with its place; nothing is repaired or guessed
 */
export function readJson(bytes: Uint8Array, decode: (bytes: Uint8Array) => string): ReadJson {
  if (bytes.length > MAX_NETWORK_FILE_BYTES) return { ok: false, fault: { id: 'tooLarge' } };
  const whole = byteFault(bytes);
  if (whole) return { ok: false, fault: { id: whole } };
  const text = decode(bytes);
  if (text.trim() === '') return { ok: false, fault: { id: 'empty' } };
  const at = notUtf8At(bytes, text);
  if (at >= 0) return { ok: false, fault: { id: 'notUtf8', place: placeOf(text, at), values: {} } };
  const fault = syntaxFault(text);
  return fault ? { ok: false, fault } : { ok: true, value: JSON.parse(text) as unknown };
}
