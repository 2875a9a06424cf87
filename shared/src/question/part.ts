import type { PlaceId } from './places/placeId.ts';

/** How a part is answered: with a set of places, with a number, or by choosing. */
export type AnswerForm = 'places' | 'number' | 'choice';

/** A value of one unit that a part can ask for. */
export type UnitValue = 'sum' | 'output' | 'valve' | 'error';

/** The terms of a written-out set of three, and what they come to. */
export const TERMS = ['S', 'slope', 'input', 'product'] as const;
export type Term = (typeof TERMS)[number];

/** Where a weight goes: against its gradient. Without a gradient it stays. */
export const DIRECTIONS = ['up', 'down', 'stay'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Everything about one kind of part; its name in both languages is `play.part` and `play.short` of the strings. */
interface PartRecord {
  readonly form: AnswerForm;
  /** Of a part about one unit, which it names (`u:h1`): the value that it asks for. */
  readonly value?: UnitValue;
  /** Of a choice: its options. Their names are in the strings under the name of the part: `play.term`. */
  readonly options?: readonly string[];
  /** Whether it is read off an instrument: no working leads to it. */
  readonly isReadOff?: true;
}

/**
 * The kinds of parts. A new kind of part is a new line here and its words in the strings.
 *
 * A part is a piece of a question that is graded by itself. The parts of a contribution: the places, S (at hidden
 * units; at an output S is a place), the parcel δ, the gradient G. In a relay the own places (valve and input) come
 * first, and `places` are those that arrive.
 */
export const PARTS = {
  own: { form: 'places' },
  places: { form: 'places' },
  S: { form: 'number' },
  delta: { form: 'number' },
  G: { form: 'number' },
  /** Of an update: up, down, or neither. */
  direction: { form: 'choice', options: DIRECTIONS },
  /** Of an update: the weight after the step. */
  next: { form: 'number' },
  /** Of a wrong working: the term with the slip. */
  term: { form: 'choice', options: TERMS },
  /** Of a nudge: G, read off the lever. */
  estimate: { form: 'number', isReadOff: true },
  /** The one part of a further question. */
  extra: { form: 'number' },
  u: { form: 'number', value: 'sum' },
  a: { form: 'number', value: 'output' },
  f: { form: 'number', value: 'valve' },
  e: { form: 'number', value: 'error' },
} as const satisfies Record<string, PartRecord>;

export type PartKind = keyof typeof PARTS;
export const PART_KINDS = Object.keys(PARTS) as readonly PartKind[];

const recordOf = (kind: PartKind): PartRecord => PARTS[kind];

type PartOf<K extends PartKind> = K extends PartKind
  ? (typeof PARTS)[K] extends { readonly value: UnitValue }
    ? `${K}:${string}`
    : K
  : never;

/** A part of a question. One about a unit names it: belly sum `u:h1`, output `a:h1`, valve `f:h1`, error `e:y1`. */
export type Part = PartOf<PartKind>;

/** The parts that are answered in one form. */
export type PartInForm<F extends AnswerForm> = {
  [K in PartKind]: (typeof PARTS)[K]['form'] extends F ? PartOf<K> : never;
}[PartKind];

/** The right answers, also to parts that were not asked. Secret until the run's reveal. */
export type Truth = Readonly<
  Partial<
    Record<PartInForm<'number'>, number> &
      Record<PartInForm<'places'>, readonly PlaceId[]> &
      Record<PartInForm<'choice'>, string>
  >
>;

/** `u` for `u:h1`, and so on. */
export function partKind(part: Part): PartKind {
  const colon = part.indexOf(':');
  return (colon < 0 ? part : part.slice(0, colon)) as PartKind;
}

/** The unit that a part names: `h1` for `u:h1`; undefined for a part of no one unit. */
export function partUnit(part: Part): string | undefined {
  const colon = part.indexOf(':');
  return colon < 0 ? undefined : part.slice(colon + 1);
}

/** The part of that kind about the unit called `unit`: `u:h1`. */
export function unitPart<K extends PartKind>(kind: K, unit: string): `${K}:${string}` {
  return `${kind}:${unit}`;
}

const UNIT = /^[hy]\d{1,2}(?:\.\d{1,2})?$/;

/** Whether text could name a part; which parts a question has is its own affair. */
export function isPart(text: string): text is Part {
  const kind = partKind(text as Part);
  if (!Object.hasOwn(PARTS, kind)) return false;
  return recordOf(kind).value === undefined ? text === kind : UNIT.test(partUnit(text as Part) ?? '');
}

export function formOf(part: Part): AnswerForm {
  return recordOf(partKind(part)).form;
}

/** The value of its unit that a part asks for; undefined for a part of no one unit. */
export function valueAsked(kind: PartKind): UnitValue | undefined {
  return recordOf(kind).value;
}

/** The kinds of parts that are about one unit and name it. */
export type UnitPartKind = {
  [K in PartKind]: (typeof PARTS)[K] extends { readonly value: UnitValue } ? K : never;
}[PartKind];

export function namesUnit(kind: PartKind): kind is UnitPartKind {
  return valueAsked(kind) !== undefined;
}

/** Whether a working of numbers leads to a part. */
export function hasWorking(part: Part): boolean {
  return isNumberPart(part) && !recordOf(partKind(part)).isReadOff;
}

/** The options of a choice; empty for every other part. */
export function optionsOf(part: Part): readonly string[] {
  return recordOf(partKind(part)).options ?? [];
}

export function isPlacesPart(part: Part): part is PartInForm<'places'> {
  return formOf(part) === 'places';
}

export function isNumberPart(part: Part): part is PartInForm<'number'> {
  return formOf(part) === 'number';
}

export function isChoicePart(part: Part): part is PartInForm<'choice'> {
  return formOf(part) === 'choice';
}
