import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { isPageSize, readWal, type WalPages } from './wal.ts';

const MAGIC = 'SQLite format 3\0';
/** Size that SQLite gives a new file's pages; taken when the first page, which says it, is damaged. */
const USUAL_PAGE_SIZE = 4_096;

function headerOf(file: number): { readonly pageSize: number; readonly reserved: number } | null {
  const bytes = Buffer.alloc(100);
  readSync(file, bytes, 0, 100, 0);
  const size = bytes.readUInt16BE(16);
  const pageSize = size === 1 ? 65_536 : size;
  if (bytes.toString('latin1', 0, 16) !== MAGIC || !isPageSize(pageSize)) return null;
  return { pageSize, reserved: bytes[20]! };
}

/** Pages of a database's file and of its log of commits, the newest copy of each. Opened for reading only. */
export class Pages {
  readonly pageSize: number;
  /** Bytes of a page that hold data. */
  readonly usable: number;
  readonly count: number;
  /** Present if there is a log of commits that can be read. */
  readonly wal: WalPages | null;
  readonly #file: number;
  readonly #walFile: number | null;

  /** @throws {Error} of the file system */
  constructor(path: string) {
    this.#file = openSync(path, 'r');
    const walPath = `${path}-wal`;
    this.#walFile = existsSync(walPath) ? openSync(walPath, 'r') : null;
    this.wal = this.#walFile === null ? null : readWal(this.#walFile);
    const header = headerOf(this.#file);
    this.pageSize = header?.pageSize ?? this.wal?.pageSize ?? USUAL_PAGE_SIZE;
    this.usable = this.pageSize - (header?.reserved ?? 0);
    const inFile = Math.ceil(fstatSync(this.#file).size / this.pageSize);
    this.count = this.wal?.pages || inFile;
  }

  /** A page by its number, from 1 on; zeros where the file has nothing. */
  read(page: number): Buffer {
    const bytes = Buffer.alloc(this.pageSize);
    const inWal = this.wal?.offsets.get(page);
    if (inWal === undefined) readSync(this.#file, bytes, 0, this.pageSize, (page - 1) * this.pageSize);
    else readSync(this.#walFile!, bytes, 0, this.pageSize, inWal);
    return bytes;
  }

  close(): void {
    closeSync(this.#file);
    if (this.#walFile !== null) closeSync(this.#walFile);
  }
}
