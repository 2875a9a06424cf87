import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

/** Files that shrink; fonts are compressed as they are. */
const SHRINKS = /\.(?:js|css|html|svg|json)$/u;
/** Below this size a compressed file saves no packet. */
const SMALLEST_BYTES = 512;

const brotli = promisify(brotliCompress);
const gz = promisify(gzip);

/** Writes `FILE.br` and `FILE.gz` beside every built file that shrinks; the server sends them as they are. */
export const compressedFiles = (): Plugin => ({
  name: 'compressed-files',
  apply: 'build',
  enforce: 'post',
  async writeBundle({ dir }) {
    const files = readdirSync(dir!, { recursive: true, encoding: 'utf8' }).filter((file) =>
      SHRINKS.test(file),
    );
    await Promise.all(files.map((file) => compress(join(dir!, file))));
  },
});

async function compress(file: string): Promise<void> {
  const bytes = readFileSync(file);
  if (bytes.length < SMALLEST_BYTES) return;
  const [br, gzipped] = await Promise.all([
    brotli(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
    gz(bytes, { level: 9 }),
  ]);
  writeFileSync(`${file}.br`, br);
  writeFileSync(`${file}.gz`, gzipped);
}
