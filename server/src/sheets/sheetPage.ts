import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '@relay/shared/strings/languages';
import type { Palette } from '@relay/shared/sheet/svg/pen';
import { escaped } from '@relay/shared/sheet/svg/element';
import subsetFont from 'subset-font';
import { PROJECT_ROOT } from '../config.ts';
import { FONT_WEIGHTS, roundedFont } from './roundedFont.ts';

const styles = join(PROJECT_ROOT, 'client', 'src', 'styles');
const tokens = readFileSync(join(styles, 'tokens.css'), 'utf8');
const paper = readFileSync(join(styles, 'paper.css'), 'utf8');
const TOKENS = new Map(
  [...tokens.matchAll(/--([\w-]+):\s*([^;]+);/gu)].map(([, name, value]) => [name!, value!.trim()]),
);

/** Colours of tokens.css. @throws {RangeError} there is none of that name */
export const palette: Palette = (name) => {
  const value = TOKENS.get(name);
  if (value === undefined) throw new RangeError(`tokens.css has no --${name}`);
  return value;
};

/** Faces with the characters of a text, in the style sheet itself: the page prints without a network. */
async function facesFor(text: string): Promise<string> {
  const faces = await Promise.all(
    FONT_WEIGHTS.map(async (weight) => {
      const font = await subsetFont(readFileSync(roundedFont(weight)), text, { targetFormat: 'woff2' });
      const data = Buffer.from(font).toString('base64');
      return `@font-face{font-family:"M PLUS Rounded 1c";font-weight:${weight};src:url(data:font/woff2;base64,${data})}`;
    }),
  );
  return faces.join('\n');
}

/** A sheet as a page of its own: everything that it needs is in it. */
export async function sheetPage(article: string, title: string, language: Language): Promise<string> {
  const style = [
    await facesFor(article),
    '@layer reset, tokens, components;',
    '@layer reset { * { box-sizing: border-box; margin: 0; } }',
    tokens,
    paper,
  ].join('\n');
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title>
<style>${style}</style></head>
<body>${article}</body>
</html>
`;
}
