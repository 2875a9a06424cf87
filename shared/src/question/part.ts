import type { PlaceId } from './places/placeId.ts';

/** Form of an answer: a set of places, a number, or a choice. */
export type AnswerForm = 'places' | 'number' | 'choice';

/** A value of one unit that a part can ask for. */
export type UnitValue = 'sum' | 'output' | 'valve' | 'error';

/** Terms of a written-out set of three, and their product. */
export const TERMS = ['S', 'slope', 'input', 'product'] as const;
export type Term = (typeof TERMS)[number];

/** Directions of a weight: against its gradient; without a gradient it stays. */
export const DIRECTIONS = ['up', 'down', 'stay'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Record of one part kind; its name in both languages is `play.part` and `play.short` of the strings. */
interface PartRecord {
  readonly form: AnswerForm;
  /** Value that a part about one unit asks for; the part names the unit (`u:h1`). */
  readonly value?: UnitValue;
  /** Options of a choice. Their names are in the strings under the name of the part: `play.term`. */
  readonly options?: readonly string[];
  /** The value is read off an instrument: no working leads to it. */
  readonly isReadOff?: true;
}

/**
 * Records of the part kinds. A new part kind is a new line here and its words in the strings.
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
  /** Of an update: up, down, or stay. */
  direction: { form: 'choice', options: DIRECTIONS },
  /** Of an update: the weight after the step. */
  next: { form: 'number' },
  /** Of a wrong working: the term with the slip. */
  term: { form: 'choice', options: TERMS },
  /** Of a nudge: G, read off the lever. */
  estimate: { form: 'number', isReadOff: true },
  /** The only part of an extra question. */
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

/** Parts that are answered in one form. */
export type PartInForm<F extends AnswerForm> = {
  [K in PartKind]: (typeof PARTS)[K]['form'] extends F ? PartOf<K> : never;
}[PartKind];

/** Right answers, also to parts that were not asked. Secret until the run's reveal. */
export type Truth = Readonly<
  Partial<
    Record<PartInForm<'number'>, number> &
      Record<PartInForm<'places'>, readonly PlaceId[]> &
      Record<PartInForm<'choice'>, string>
  >
>;

/** Kind of a part: `u` for `u:h1`, and so on. */
export function partKind(part: Part): PartKind {
  const colon = part.indexOf(':');
  return (colon < 0 ? part : part.slice(0, colon)) as PartKind;
}

/** The unit that a part names: `h1` for `u:h1`; undefined for a part of no one unit. */
export function partUnit(part: Part): string | undefined {
  const colon = part.indexOf(':');
  return colon < 0 ? undefined : part.slice(colon + 1);
}

/** Part of a kind about the unit called `unit`: `u:h1`. */
export function unitPart<K extends PartKind>(kind: K, unit: string): `${K}:${string}` {
  return `${kind}:${unit}`;
}

const UNIT = /^[hy]\d{1,2}(?:\.\d{1,2})?$/;

/** Tells whether text can name a part; the question decides which parts it has. */
export function isPart(text: string): text is Part {
  const kind = partKind(text as Part);
  if (!Object.hasOwn(PARTS, kind)) return false;
  return recordOf(kind).value === undefined ? text === kind : UNIT.test(partUnit(text as Part) ?? '');
}

export function formOf(part: Part): AnswerForm {
  return recordOf(partKind(part)).form;
}

/** Value of its unit that a part asks for; undefined for a part of no one unit. */
export function valueAsked(kind: PartKind): UnitValue | undefined {
  return recordOf(kind).value;
}

/** Part kinds that are about one unit and name it. */
export type UnitPartKind = {
  [K in PartKind]: (typeof PARTS)[K] extends { readonly value: UnitValue } ? K : never;
}[PartKind];

export function namesUnit(kind: PartKind): kind is UnitPartKind {
  return valueAsked(kind) !== undefined;
}

/** Tells whether a working of numbers leads to a part. */
export function hasWorking(part: Part): boolean {
  return isNumberPart(part) && !recordOf(partKind(part)).isReadOff;
}

/** Options of a choice; empty for every other part. */
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
