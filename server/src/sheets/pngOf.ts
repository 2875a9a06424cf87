import { Resvg } from '@resvg/resvg-js';
import { roundedFont } from './roundedFont.ts';

/** Pixels for one CSS px: sharp on paper and on a large screen. */
const SCALE = 3;

/** Name of the face in its files. */
const FAMILY = 'Rounded Mplus 1c';

/** Picture of a drawing, on white. */
export function pngOf(svg: string): Uint8Array {
  // The file of the bold weight is a family of its own.
  const withBold = svg.replaceAll('font-weight="700"', `font-weight="700" font-family="${FAMILY} Bold"`);
  const image = new Resvg(withBold, {
    background: '#ffffff',
    fitTo: { mode: 'zoom', value: SCALE },
    font: {
      fontFiles: [roundedFont(500), roundedFont(700)],
      defaultFontFamily: FAMILY,
      loadSystemFonts: false,
    },
  });
  return image.render().asPng();
}
