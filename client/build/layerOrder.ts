import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const ORDER = /@layer [\w, ]+;/u.exec(
  readFileSync(new URL('../src/styles/layers.css', import.meta.url), 'utf8'),
)![0];

/**
 * Puts the order of the layers at the head of every style sheet: the sheets of a page load in any order, and the first
 * mention of a layer fixes its place.
 */
export const layerOrder = (): Plugin => ({
  name: 'layer-order',
  apply: 'build',
  enforce: 'post',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type === 'asset' && file.fileName.endsWith('.css') && String(file.source).includes('@layer'))
        file.source = `${ORDER}${String(file.source)}`;
    }
  },
});
