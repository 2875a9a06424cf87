/** Fonts inside of a drawing: a picture made of an SVG sees none of the page's. */

interface Face {
  readonly rule: CSSFontFaceRule;
  readonly url: string;
}

/** Weights of the texts in a drawing. */
const WEIGHTS = new Set(['500', '700']);

/** Tells whether a range, `U+2E80-FFEF,U+3F`, has a character of a text. */
function covers(range: string, text: string): boolean {
  const spans = range.split(',').map((span) => {
    const [from = '', to = from] = span.trim().replace(/^U\+/iu, '').split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
  });
  return [...text].some((character) => {
    const point = character.codePointAt(0)!;
    return spans.some(([from, to]) => point >= from && point <= to);
  });
}

/** Faces of the page whose characters a text uses. */
function facesOf(text: string): Face[] {
  return [...document.styleSheets].flatMap((sheet) => {
    const rules = [...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule);
    return rules.flatMap((rule): Face[] => {
      const { style } = rule;
      const family = style.getPropertyValue('font-family');
      const isOurs =
        /M PLUS Rounded 1c(?! Rest)/u.test(family) && WEIGHTS.has(style.getPropertyValue('font-weight'));
      const path = /url\("?([^")]+)"?\)/u.exec(style.getPropertyValue('src'))?.[1];
      if (!isOurs || path === undefined || !covers(style.getPropertyValue('unicode-range'), text)) return [];
      return [{ rule, url: new URL(path, sheet.href ?? document.baseURI).href }];
    });
  });
}

async function dataUrl(url: string): Promise<string> {
  const blob = await (await fetch(url)).blob();
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(typeof reader.result === 'string' ? reader.result : ''));
    reader.addEventListener('error', () => reject(new Error(`${url} cannot be read`)));
    reader.readAsDataURL(blob);
  });
}

/** Drawing with the faces of its texts inside, so that it looks the same in any program. */
export async function withFaces(svg: string): Promise<string> {
  const rules = await Promise.all(
    facesOf(svg).map(async ({ rule, url }) => {
      const { style } = rule;
      const weight = style.getPropertyValue('font-weight');
      const range = style.getPropertyValue('unicode-range');
      return `@font-face{font-family:'M PLUS Rounded 1c';font-weight:${weight};unicode-range:${range};src:url(${await dataUrl(url)})}`;
    }),
  );
  return svg.replace('>', `><style>${rules.join('')}</style>`);
}
