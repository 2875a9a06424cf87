import { join } from 'node:path';
import { table } from '../../shared/bench/support.ts';
import { AUDIENCES, Build } from '../build/audiences.ts';
import type { Section } from './support/section.ts';

const kb = (bytes: number): string => (bytes / 1000).toFixed(1);

/** Bytes that each audience has loaded in the end. */
export const bytes: Section = {
  name: 'bytes',
  title: 'Bytes by audience, kB',
  run: async () => {
    const build = new Build(join(import.meta.dirname, '..', 'dist'));
    const audiences = AUDIENCES.map(({ name, sources, limitKb }) => {
      const files = build.filesOf(sources);
      const sheets = files.filter((file) => file.endsWith('.css'));
      const [raw, gzip, brotli] = (['', 'gz', 'br'] as const).map((coding) => build.bytesOf(files, coding));
      return {
        name,
        requests: files.length,
        raw: raw!,
        gzip: gzip!,
        brotli: brotli!,
        css: build.bytesOf(sheets, ''),
        limitKb,
      };
    });
    const fonts = build.fonts().map(({ name, bytes: size }) => [name, kb(size)]);
    const rows = audiences.map(({ name, requests, raw, gzip, brotli, css, limitKb }) => [
      name,
      String(requests),
      kb(raw),
      kb(gzip),
      kb(brotli),
      String(limitKb),
      kb(css),
    ]);
    const text = [
      table(['scripts and style sheets', 'files', 'raw', 'gzip', 'brotli', 'limit', 'CSS, raw'], rows),
      table(['font', 'woff2'], fonts),
    ];
    return { text: text.join('\n\n'), figures: { audiences, fonts: build.fonts() } };
  },
};
