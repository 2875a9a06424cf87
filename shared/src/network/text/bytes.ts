import type { WholeFaultId } from './fault.ts';

/** Beginnings of files that are often chosen by mistake. */
const SIGNATURES: readonly (readonly [begins: string, id: WholeFaultId])[] = [
  ['%PDF', 'pdf'],
  ['\u0089PNG', 'image'],
  ['\u00FF\u00D8\u00FF', 'image'],
  ['GIF8', 'image'],
  ['RIFF', 'image'],
  ['PK\u0003\u0004', 'zip'],
];

/** First bytes as characters of the same number. */
const beginning = (bytes: Uint8Array, count: number): string =>
  String.fromCharCode(...bytes.subarray(0, count));

/**
 * Encoding other than UTF-8, by its byte order mark, or by the zeros around the first character, which is ASCII in
 * every JSON text.
 */
function otherEncoding(bytes: Uint8Array): WholeFaultId | undefined {
  const [a, b, c, d] = bytes;
  const mark = beginning(bytes, 4);
  if (mark === '\u00FF\u00FE\u0000\u0000' || mark === '\u0000\u0000\u00FE\u00FF') return 'utf32';
  if (mark.startsWith('\u00FF\u00FE') || mark.startsWith('\u00FE\u00FF')) return 'utf16';
  if (a === undefined || b === undefined) return undefined;
  if ((a === 0) === (b === 0)) return a === 0 && c === 0 && d !== undefined && d !== 0 ? 'utf32' : undefined;
  return a !== 0 && c === 0 && d === 0 ? 'utf32' : 'utf16';
}

/** Fault of a file that is no UTF-8 text at all, by its bytes; undefined where it may be one. */
export function byteFault(bytes: Uint8Array): WholeFaultId | undefined {
  if (bytes.length === 0) return 'empty';
  const start = beginning(bytes, 4);
  const signature = SIGNATURES.find(([begins]) => start.startsWith(begins));
  if (signature) return signature[1];
  return otherEncoding(bytes) ?? (bytes.includes(0) ? 'binary' : undefined);
}
