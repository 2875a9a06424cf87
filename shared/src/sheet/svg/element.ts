/** Writing of SVG as text: elements, attributes, and characters that mean something else in XML. */

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Characters that no XML text may have: control characters, halves of surrogate pairs, non-characters. */
// oxlint-disable-next-line no-control-regex -- these are the characters that must go
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu;

/** Text as it may stand in XML or HTML, between tags and in attributes. */
export const escaped = (text: string): string =>
  text.replace(FORBIDDEN, '').replace(/[&<>"']/gu, (character) => ENTITIES[character]!);

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Number in an attribute, short. */
const short = (value: number): string => String(Math.round(value * 100) / 100);

function attributesText(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) =>
      value === undefined ? '' : ` ${name}="${typeof value === 'number' ? short(value) : escaped(value)}"`,
    )
    .join('');
}

/** Element with children that are written already. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const inside = children.join('');
  return `<${name}${attributesText(attributes)}${inside === '' ? '/>' : `>${inside}</${name}>`}`;
}

/** Group moved to a point. */
export const groupAt = (x: number, y: number, ...children: readonly string[]): string =>
  element('g', { transform: `translate(${short(x)} ${short(y)})` }, ...children);
