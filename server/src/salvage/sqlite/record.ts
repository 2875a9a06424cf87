/** Values of SQLite's record format (https://www.sqlite.org/fileformat2.html), read without SQLite: it refuses damaged files. */

export type Value = string | number | null | Uint8Array;

/** Bytes that do not have the shape expected of them. */
export class Misshapen extends Error {
  override readonly name = 'Misshapen';
}

/** Reads a number of SQLite's variable length, 1 to 9 bytes. @throws {Misshapen} the bytes end within it */
export function readVarint(bytes: Uint8Array, at: number): { readonly value: number; readonly next: number } {
  let value = 0;
  for (let i = 0; i < 9; i++) {
    const byte = bytes[at + i];
    if (byte === undefined) throw new Misshapen('the bytes end within a number');
    if (i === 8) return { value: value * 256 + byte, next: at + 9 };
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return { value, next: at + i + 1 };
  }
  throw new Misshapen('a number is too long');
}

/** Lengths of the whole numbers by serial type, 0 to 9; null is type 0, 8 and 9 are the numbers 0 and 1. */
const LENGTHS = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0] as const;
const utf8 = new TextDecoder('utf-8', { fatal: true });

function lengthOf(type: number): number {
  if (type >= 12) return Math.floor((type - 12) / 2);
  const length = LENGTHS[type];
  if (length === undefined) throw new Misshapen(`there is no serial type ${type}`);
  return length;
}

function valueOf(type: number, bytes: Uint8Array): Value {
  if (type === 0) return null;
  if (type >= 12) return type % 2 === 0 ? bytes : textOf(bytes);
  if (type >= 8) return type - 8;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (type === 7) return view.getFloat64(0);
  if (bytes.length === 8) return Number(view.getBigInt64(0));
  let value = view.getInt8(0);
  for (let i = 1; i < bytes.length; i++) value = value * 256 + bytes[i]!;
  return value;
}

function textOf(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new Misshapen('a text is not UTF-8');
  }
}

/** Reads the columns of a record. @throws {Misshapen} the bytes are not exactly one */
export function readRecord(bytes: Uint8Array): readonly Value[] {
  const header = readVarint(bytes, 0);
  if (header.value > bytes.length) throw new Misshapen('a record is shorter than its header');
  const values: Value[] = [];
  let body = header.value;
  for (let at = header.next; at < header.value; ) {
    const type = readVarint(bytes, at);
    const end = body + lengthOf(type.value);
    if (end > bytes.length) throw new Misshapen('a record is shorter than its values');
    values.push(valueOf(type.value, bytes.subarray(body, end)));
    body = end;
    at = type.next;
  }
  if (body !== bytes.length) throw new Misshapen('a record is longer than its values');
  return values;
}
