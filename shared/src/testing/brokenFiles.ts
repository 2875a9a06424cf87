import { presetById } from '../network/presets.ts';
import type { PlacedFaultId, WholeFaultId } from '../strings/fileFault.ts';

/** Files that are no JSON text, as people make them, each with the fault that it has to be told. */

/** A small network as a person lays it out. The faults below are put into these lines. */
const LINES = [
  '{',
  '  "format": "backprop-relay/network@1",',
  '  "name": "Mine",',
  '  "layers": [{ "units": 1 }, { "units": 1, "activation": "tanh" }],',
  '  "loss": "half-squared-error",',
  '  "weights": [[[0.5]]],',
  '  "data": [{ "x": [1], "t": [0.25] }]',
  '}',
];
const GOOD = LINES.join('\n');

/** The good text with one part replaced. */
function withPart(part: string, by: string, text = GOOD): string {
  if (!text.includes(part)) throw new RangeError(`the text has no ${part}`);
  return text.replace(part, () => by);
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** UTF-16, of one byte order or the other. */
function utf16(text: string, isLittle: boolean): Uint8Array {
  const bytes = [...text].flatMap((sign) => [sign.charCodeAt(0) & 0xff, sign.charCodeAt(0) >> 8]);
  if (!isLittle)
    for (let i = 0; i < bytes.length; i += 2) [bytes[i], bytes[i + 1]] = [bytes[i + 1]!, bytes[i]!];
  return Uint8Array.from(bytes);
}

const bytesOf = (...numbers: readonly number[]): Uint8Array => Uint8Array.from(numbers);

export interface BrokenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly id: PlacedFaultId | WholeFaultId;
  /** Line and column; null for a fault of the file as a whole. */
  readonly at: readonly [line: number, column: number] | null;
}

type Row = readonly [name: string, text: string, id: PlacedFaultId, line: number, column: number];

const ROWS: readonly Row[] = [
  ['a comment to the end of a line', withPart('"Mine",', '"Mine", // my own'), 'comment', 3, 19],
  ['a comment between', withPart('[[[0.5]]]', '/* w */ [[[0.5]]]'), 'comment', 6, 14],
  ['a comment with a hash', withPart('  "name"', '  # my own\n  "name"'), 'comment', 3, 3],
  ['a comment before the network', `// my own\n${GOOD}`, 'comment', 1, 1],
  ['a comment that never ends', `${GOOD}\n/* more`, 'comment', 9, 1],
  ['a comma after the last field', withPart('[0.25] }]', '[0.25] }],'), 'extraComma', 7, 38],
  ['a comma after the last entry', withPart('[1]', '[1, ]'), 'extraComma', 7, 21],
  ['a comma twice', withPart('"Mine",', '"Mine",,'), 'extraComma', 3, 18],
  ['a comma before the first entry', withPart('[[[0.5]]]', '[[[,0.5]]]'), 'extraComma', 6, 17],
  ['curly quotes around a name', withPart('"name"', '“name”'), 'quotes', 3, 3],
  ['curly quotes around a value', withPart('"Mine"', '“Mine”'), 'quotes', 3, 11],
  ['a curly quote at the end only', withPart('"Mine"', '"Mine”'), 'quotes', 3, 16],
  ['curly quotes in the whole file', GOOD.replaceAll('"', '”'), 'quotes', 2, 3],
  ['single quotes', GOOD.replaceAll('"', "'"), 'quotes', 2, 3],
  ['Japanese quotes', withPart('"Mine"', '「Mine」'), 'quotes', 3, 11],
  ['a missing comma between fields', withPart('"Mine",', '"Mine"'), 'missingComma', 4, 3],
  ['a missing comma between entries', withPart('}, {', '} {'), 'missingComma', 4, 29],
  ['a missing colon', withPart('"loss":', '"loss"'), 'missingColon', 5, 10],
  ['a name without a value', withPart('"half-squared-error"', ''), 'missingValue', 5, 11],
  ['an unclosed brace', GOOD.slice(0, -1), 'unclosed', 1, 1],
  ['an unclosed bracket at the end', GOOD.slice(0, -4), 'unclosed', 7, 12],
  ['the wrong closing bracket', withPart('[1]', '[1}'), 'wrongBracket', 7, 21],
  ['a bracket that is closed too late', withPart('[[[0.5]]]', '[[[0.5]]'), 'wrongBracket', 7, 9],
  ['a text without its end', withPart('"Mine"', '"Mine'), 'unclosedText', 3, 11],
  ['a tab in a text', withPart('"Mine"', '"My\town"'), 'control', 3, 14],
  ['a path of Windows in a text', withPart('"Mine"', '"C:\\my\\net"'), 'escape', 3, 14],
  ['NaN', withPart('0.5', 'NaN'), 'noSuchNumber', 6, 17],
  ['Infinity', withPart('0.5', 'Infinity'), 'noSuchNumber', 6, 17],
  ['−Infinity', withPart('0.5', '-Infinity'), 'noSuchNumber', 6, 17],
  ['a number without its zero', withPart('0.5', '.5'), 'number', 6, 17],
  ['a number that ends in its point', withPart('0.5', '1.'), 'number', 6, 17],
  ['a number with a plus', withPart('0.5', '+1'), 'number', 6, 17],
  ['a number with leading zeros', withPart('0.5', '007'), 'number', 6, 17],
  ['a fraction', withPart('0.5', '1/2'), 'number', 6, 17],
  ['a typographic minus', withPart('0.5', '−0.5'), 'plainCharacter', 6, 17],
  ['a wide colon', withPart('"loss":', '"loss"：'), 'plainCharacter', 5, 9],
  ['wide digits', withPart('0.5', '０.５'), 'plainCharacter', 6, 17],
  ['a wide space', withPart('"loss": ', '"loss":　'), 'plainSpace', 5, 10],
  ['a space that does not break', withPart('"loss": ', '"loss":\u00A0'), 'plainSpace', 5, 10],
  ['a name without quotes', withPart('"loss"', 'loss'), 'bareWord', 5, 3],
  ['a value without quotes', withPart('"tanh"', 'tanh'), 'bareWord', 4, 58],
  ['True as in Python', withPart('"loss"', '"updateBiases": True,\n  "loss"'), 'bareWord', 5, 19],
  ['something after the end', `${GOOD}\n{}`, 'afterEnd', 9, 1],
  ['a brace too many', `${GOOD}}`, 'afterEnd', 8, 2],
  ['a field that stands twice', withPart('"data"', '"loss": "squared-error",\n  "data"'), 'duplicate', 7, 3],
  ['a field of an entry that stands twice', withPart('"t": [0.25]', '"x": [0.25]'), 'duplicate', 7, 24],
  ['a program', `const net = ${GOOD};`, 'notJson', 1, 1],
  ['words', '\nno json', 'notJson', 2, 1],
  ['a file without its braces', LINES.slice(1, -1).join('\n').trim(), 'notJson', 1, 1],
  ['a semicolon', withPart('"Mine",', '"Mine";'), 'unexpected', 3, 17],
];

const withLineEnds = (end: string, text: string): string => text.replaceAll('\n', end);

const PNG = bytesOf(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13);
const LATIN = withPart('Mine', 'Müller');
/** Latin-1: one byte for each character. */
const latin1 = Uint8Array.from([...LATIN].map((sign) => sign.charCodeAt(0)));

const WHOLE: readonly BrokenFile[] = [
  { name: 'a thousand brackets', bytes: utf8('['.repeat(1_000)), id: 'tooDeep', at: null },
  { name: 'nothing', bytes: bytesOf(), id: 'empty', at: null },
  { name: 'empty lines', bytes: utf8('\n  \n'), id: 'empty', at: null },
  { name: 'a byte order mark alone', bytes: bytesOf(0xef, 0xbb, 0xbf), id: 'empty', at: null },
  {
    name: 'UTF-16 with its mark, little end first',
    bytes: utf16(`\uFEFF${GOOD}`, true),
    id: 'utf16',
    at: null,
  },
  {
    name: 'UTF-16 with its mark, big end first',
    bytes: utf16(`\uFEFF${GOOD}`, false),
    id: 'utf16',
    at: null,
  },
  { name: 'UTF-16, little end first', bytes: utf16(GOOD, true), id: 'utf16', at: null },
  { name: 'UTF-16, big end first', bytes: utf16(GOOD, false), id: 'utf16', at: null },
  { name: 'UTF-32', bytes: bytesOf(0xff, 0xfe, 0, 0, 0x7b, 0, 0, 0), id: 'utf32', at: null },
  { name: 'UTF-32 without its mark', bytes: bytesOf(0x7b, 0, 0, 0, 0x7d, 0, 0, 0), id: 'utf32', at: null },
  { name: 'a PDF', bytes: utf8('%PDF-1.7\n%âãÏÓ\n1 0 obj\n'), id: 'pdf', at: null },
  { name: 'a PNG', bytes: PNG, id: 'image', at: null },
  { name: 'a JPEG', bytes: bytesOf(0xff, 0xd8, 0xff, 0xe0, 0, 16), id: 'image', at: null },
  { name: 'an Office file', bytes: bytesOf(0x50, 0x4b, 3, 4, 20, 0), id: 'zip', at: null },
  { name: 'a web page', bytes: utf8('<!doctype html>\n<title>Net</title>'), id: 'html', at: null },
  { name: 'a program file', bytes: bytesOf(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0), id: 'binary', at: null },
  { name: 'a text too large', bytes: utf8(`{"a": "${'x'.repeat(256 * 1024)}"}`), id: 'tooLarge', at: null },
  { name: 'Latin-1', bytes: latin1, id: 'notUtf8', at: [3, 13] },
];

export const BROKEN_FILES: readonly BrokenFile[] = [
  ...ROWS.map(
    ([name, text, id, line, column]): BrokenFile => ({ name, bytes: utf8(text), id, at: [line, column] }),
  ),
  ...['\r\n', '\r'].map((end): BrokenFile => {
    const text = withLineEnds(end, withPart('0.5', 'NaN'));
    return {
      name: `lines that end with ${JSON.stringify(end)}`,
      bytes: utf8(text),
      id: 'noSuchNumber',
      at: [6, 17],
    };
  }),
  {
    name: 'a fault behind a Japanese name and an emoji',
    bytes: utf8(withPart('"Mine",', '"入れかえ🐙" "x"')),
    id: 'missingComma',
    at: [3, 19],
  },
  {
    name: 'a fault behind a byte order mark',
    bytes: utf8(`\uFEFF${withPart('{\n', '{ /* */\n')}`),
    id: 'comment',
    at: [1, 3],
  },
  ...WHOLE,
];

/** Files that are accepted, with the text of their value. */
export const GOOD_FILES: readonly (readonly [name: string, bytes: Uint8Array, text: string])[] = [
  ['as it is', utf8(GOOD), GOOD],
  ['with a byte order mark', utf8(`\uFEFF${GOOD}`), GOOD],
  ['with line ends of Windows', utf8(withLineEnds('\r\n', GOOD)), GOOD],
  ['with a character that stands for others', utf8(withPart('Mine', '\uFFFD')), withPart('Mine', '\uFFFD')],
  ['a preset', utf8(JSON.stringify(presetById('mazur'))), JSON.stringify(presetById('mazur'))],
];
