import { escaped } from './svg/element.ts';

type HtmlTag =
  | 'article'
  | 'header'
  | 'section'
  | 'figure'
  | 'h1'
  | 'h2'
  | 'p'
  | 'span'
  | 'b'
  | 'table'
  | 'caption'
  | 'thead'
  | 'tbody'
  | 'tr'
  | 'td';

/** HTML element with children that are written already. `kind` is what the style sheet knows it by. */
export const html = (name: HtmlTag, kind: string, ...children: readonly string[]): string =>
  `<${name}${kind === '' ? '' : ` data-paper="${escaped(kind)}"`}>${children.join('')}</${name}>`;

/** Head of a row or column. */
const head = (scope: 'row' | 'col', text: string): string => `<th scope="${scope}">${escaped(text)}</th>`;

/** Table with a head of words; cells are written already, the first of a row is its head. */
export function table(
  kind: string,
  columns: readonly string[],
  rows: readonly (readonly [first: string, ...cells: string[]])[],
): string {
  const headRow = html('tr', '', ...columns.map((column) => head('col', column)));
  const bodyRows = rows.map(([first, ...cells]) =>
    html('tr', '', head('row', first), ...cells.map((cell) => html('td', '', cell))),
  );
  return html('table', kind, html('thead', '', headRow), html('tbody', '', ...bodyRows));
}
