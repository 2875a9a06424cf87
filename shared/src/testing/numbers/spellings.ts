import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Table of spellings in docs/numbers.md: the characters that stand for each sign. */

const page = readFileSync(join(import.meta.dirname, '../../../../docs/numbers.md'), 'utf8');
const rows = [...page.matchAll(/^\| (`.+?`|[a-z ]+) \| (.+) \|$/gmu)].map(
  ([, name, characters]) => [name!.replaceAll('`', ''), characters!] as const,
);

/** Characters of a cell: U+0041, U+0041–U+005A, or the characters themselves. */
function charactersIn(cell: string): string[] {
  const codes = [...cell.matchAll(/U\+([0-9A-F]+)(?:–U\+([0-9A-F]+))?/gu)];
  if (codes.length === 0) return [...cell];
  return codes.flatMap(([, from, to]) => {
    const [first, last] = [Number.parseInt(from!, 16), Number.parseInt(to ?? from!, 16)];
    return Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i));
  });
}

const found = (name: string): string[] => {
  const row = rows.find(([other]) => other === name);
  if (!row) throw new RangeError(`docs/numbers.md has no spellings of ${name}`);
  return charactersIn(row[1]);
};

/** Signs of the table, and the characters that the reader rewrites to each. */
export const SPELLINGS: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...[
    '-',
    '—',
    '+',
    '*',
    '·',
    'x',
    '/',
    '÷',
    '.',
    ',',
    "'",
    '"',
    '(',
    ')',
    '{',
    '}',
    '=',
    '≈',
    '~',
    '^',
    'e',
  ].map((sign) => [sign, found(sign)] as const),
  [' ', found('space')],
  ['_', found('narrow space')],
  ...[...found('superscript'), ...found('vulgar')].map((sign) => [sign, [sign]] as const),
]);

export const ZEROS: readonly string[] = found('digits');
export const IGNORED: ReadonlySet<string> = new Set(found('ignored'));

/** Sign that a character is rewritten to: a digit with its script, nothing, or undefined where it makes a text unreadable. */
export function signOfSpelling(
  character: string,
): { readonly sign: string; readonly zero: string } | undefined {
  if (IGNORED.has(character)) return { sign: '', zero: '' };
  const code = character.codePointAt(0)!;
  const isForm =
    (code >= 0xfe50 && code <= 0xfe6b) ||
    (code >= 0xff01 && code <= 0xffee) ||
    (code >= 0x1d400 && code <= 0x1d7ff);
  const plain = isForm ? character.normalize('NFKC') : character;
  for (const [sign, characters] of SPELLINGS) if (characters.includes(plain)) return { sign, zero: '' };
  const value = plain.codePointAt(0)!;
  const zero = ZEROS.find((first) => value >= first.codePointAt(0)! && value < first.codePointAt(0)! + 10);
  return zero === undefined ? undefined : { sign: String(value - zero.codePointAt(0)!), zero };
}
