import type { Pages } from './pages.ts';
import { Misshapen, readRecord, readVarint, type Value } from './record.ts';

/** Longest record that is read, bytes: a log has none that is nearly as long. */
const MAX_RECORD_BYTES = 16 * 1024 * 1024;

/** Kinds of pages that hold records, by their first byte. */
const KINDS: Readonly<Record<number, { readonly of: 'table' | 'index'; readonly isLeaf: boolean }>> = {
  0x0d: { of: 'table', isLeaf: true },
  0x0a: { of: 'index', isLeaf: true },
  0x02: { of: 'index', isLeaf: false },
};

/** A record with the tree that it stands in. */
export interface Cell {
  readonly of: 'table' | 'index';
  readonly values: readonly Value[];
}

/**
 * Reads the records of a page. It needs no other page but those in which a long record goes on, so that it finds
 * everything that is left, however many of the pages that lead there are damaged.
 */
export function cellsOf(pages: Pages, number: number): Cell[] {
  const page = pages.read(number);
  // The first page begins with the header of the file.
  const start = number === 1 ? 100 : 0;
  const kind = KINDS[page[start]!];
  if (!kind) return [];
  const count = page.readUInt16BE(start + 3);
  const pointers = start + (kind.isLeaf ? 8 : 12);
  const cells: Cell[] = [];
  for (let i = 0; i < count && pointers + 2 * i + 2 <= page.length; i++) {
    try {
      const at = page.readUInt16BE(pointers + 2 * i) + (kind.isLeaf ? 0 : 4);
      cells.push({ of: kind.of, values: readRecord(payloadAt(pages, page, at, kind.of)) });
    } catch (error) {
      if (!(error instanceof Misshapen)) throw error;
    }
  }
  return cells;
}

/** Bytes of a record, with those that stand in further pages. @throws {Misshapen} */
function payloadAt(pages: Pages, page: Buffer, at: number, of: 'table' | 'index'): Uint8Array {
  const { value: length, next } = readVarint(page, at);
  if (length > MAX_RECORD_BYTES) throw new Misshapen('a record is too long');
  // In a table the row's number follows.
  const from = of === 'table' ? readVarint(page, next).next : next;
  const local = localLength(length, pages.usable, of);
  const end = from + local + (local < length ? 4 : 0);
  if (end > pages.usable) throw new Misshapen('a record ends behind its page');
  const first = page.subarray(from, from + local);
  return local === length ? first : withFurther(pages, first, page.readUInt32BE(from + local), length);
}

/** Bytes of a record that stand in its page; the rest is in further ones. */
function localLength(length: number, usable: number, of: 'table' | 'index'): number {
  const most = of === 'table' ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23;
  if (length <= most) return length;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const local = least + ((length - least) % (usable - 4));
  return local <= most ? local : least;
}

function withFurther(pages: Pages, first: Uint8Array, page: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  bytes.set(first);
  let next = page;
  for (let at = first.length; at < length; ) {
    if (next < 1 || next > pages.count) throw new Misshapen('a page that a record goes on in is missing');
    const further = pages.read(next);
    const part = further.subarray(4, Math.min(pages.usable, 4 + length - at));
    bytes.set(part, at);
    at += part.length;
    next = further.readUInt32BE(0);
  }
  return bytes;
}
