import { type ParseErrorCode, printParseErrorCode, visit } from 'jsonc-parser';
import { type Bracket, explainSyntax, type FirstError } from './explainSyntax.ts';
import { type FileFault, placeOf } from './fault.ts';

/** A field that stands twice in the same braces. */
interface Duplicate {
  readonly name: string;
  readonly first: number;
  readonly offset: number;
}

/** Brackets inside one another that are read: a network has five. The parser's own limit is that of its stack. */
const DEEPEST = 100;

class TooDeep extends Error {}

/** Visits a text as strict JSON; finds its first error, and the first field that stands twice in the same braces. */
function inspect(text: string): { readonly error: FirstError | null; readonly duplicate: Duplicate | null } {
  let error: FirstError | null = null;
  let duplicate: Duplicate | null = null;
  let hasBegun = false;
  const open: (Bracket & { readonly names: Map<string, number> })[] = [];
  const begin = (sign: Bracket['sign'], offset: number): void => {
    hasBegun = true;
    if (open.length === DEEPEST) throw new TooDeep();
    open.push({ sign, offset, names: new Map() });
  };
  // The parser also ends what the text leaves open.
  const end = (sign: string, offset: number): void => {
    if (text[offset] === sign) open.pop();
  };
  visit(
    text,
    {
      onError: (code: ParseErrorCode, offset, length) => {
        const isAfterEnd = hasBegun && open.length === 0;
        error ??= { code: printParseErrorCode(code), offset, length, open: [...open], isAfterEnd };
      },
      onObjectBegin: (offset) => begin('{', offset),
      onArrayBegin: (offset) => begin('[', offset),
      onObjectEnd: (offset) => end('}', offset),
      onArrayEnd: (offset) => end(']', offset),
      onLiteralValue: () => {
        hasBegun = true;
      },
      onObjectProperty: (name, offset) => {
        const names = open.at(-1)!.names;
        const first = names.get(name);
        if (first === undefined) names.set(name, offset);
        else duplicate ??= { name, first, offset };
      },
    },
    { disallowComments: true },
  );
  return { error, duplicate };
}

/** First reason why a text is no JSON, or why a part of it would be ignored; undefined for good JSON. */
export function syntaxFault(text: string): FileFault | undefined {
  try {
    return faultOf(text, inspect(text));
  } catch (error) {
    if (error instanceof TooDeep) return { id: 'tooDeep' };
    throw error;
  }
}

function faultOf(text: string, { error, duplicate }: ReturnType<typeof inspect>): FileFault | undefined {
  if (error) return explainSyntax(text, error);
  if (!duplicate) return undefined;
  const values = { found: duplicate.name, first: placeOf(text, duplicate.first).line };
  return { id: 'duplicate', place: placeOf(text, duplicate.offset), values };
}
