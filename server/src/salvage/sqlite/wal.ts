import { fstatSync, readSync } from 'node:fs';

/** Log of commits beside a database: its frames, each of which is a newer copy of a page. */

const HEADER = 32;
const FRAME_HEADER = 24;
/** First bytes of a log; the last bit says that checksums are made of big-endian numbers. */
const MAGIC = 0x377f0682;

/** Places of the newest committed copies of pages in a log. */
export interface WalPages {
  readonly pageSize: number;
  /** Offset of the copy by number of the page. */
  readonly offsets: ReadonlyMap<number, number>;
  /** Number of pages of the database after the last commit; 0 if there was none. */
  readonly pages: number;
  /** Frames of this log that are damaged, and were left out. */
  readonly damaged: number;
}

type Sums = readonly [number, number];

function checksum(bytes: Buffer, isBig: boolean, [a, b]: Sums): Sums {
  let [s0, s1] = [a, b];
  for (let at = 0; at + 8 <= bytes.length; at += 8) {
    const x = isBig ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at);
    const y = isBig ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4);
    s0 = (s0 + x + s1) >>> 0;
    s1 = (s1 + y + s0) >>> 0;
  }
  return [s0, s1];
}

const sumsAt = (bytes: Buffer, at: number): Sums => [bytes.readUInt32BE(at), bytes.readUInt32BE(at + 4)];
const same = (a: Sums, b: Sums): boolean => a[0] === b[0] && a[1] === b[1];

/**
 * Finds the committed pages in a log. SQLite ends at the first damaged frame; here a damaged frame is left out and those
 * behind it are used, each checked by its checksum.
 *
 * @returns null if the log is empty, or its beginning cannot be read
 */
export function readWal(file: number): WalPages | null {
  const header = Buffer.alloc(HEADER);
  if (readSync(file, header, 0, HEADER, 0) < HEADER) return null;
  const isBig = header.readUInt32BE(0) === MAGIC + 1;
  const pageSize = header.readUInt32BE(8);
  if ((header.readUInt32BE(0) & ~1) >>> 0 !== MAGIC || !isPageSize(pageSize)) return null;
  const salts = sumsAt(header, 16);
  const frameSize = FRAME_HEADER + pageSize;
  const count = Math.floor((fstatSync(file).size - HEADER) / frameSize);
  const frame = Buffer.alloc(frameSize);
  const offsets = new Map<number, number>();
  let pending = new Map<number, number>();
  let [pages, damaged] = [0, 0];
  let before = sumsAt(header, 24);
  for (let i = 0; i < count; i++) {
    const at = HEADER + i * frameSize;
    readSync(file, frame, 0, frameSize, at);
    // Left from before the log was begun anew.
    if (i > 0 && isOlder(sumsAt(frame, 8), salts)) break;
    const said = sumsAt(frame, 16);
    const is = checksum(frame.subarray(FRAME_HEADER), isBig, checksum(frame.subarray(0, 8), isBig, before));
    before = said;
    if (!same(is, said) || !same(sumsAt(frame, 8), salts)) {
      damaged++;
      continue;
    }
    pending.set(frame.readUInt32BE(0), at + FRAME_HEADER);
    const pagesAfter = frame.readUInt32BE(4);
    if (pagesAfter === 0) continue;
    pages = pagesAfter;
    for (const [page, offset] of pending) offsets.set(page, offset);
    pending = new Map();
  }
  return { pageSize, offsets, pages, damaged };
}

/** Tells if a frame's salts are those of the log's earlier use: the first one is smaller by a few. */
function isOlder(found: Sums, now: Sums): boolean {
  const behind = (now[0] - found[0]) >>> 0;
  return found[1] !== now[1] && behind > 0 && behind < 1_000_000;
}

/** Tells if a number can be the size of a page. */
export const isPageSize = (size: number): boolean =>
  size >= 512 && size <= 65_536 && (size & (size - 1)) === 0;
