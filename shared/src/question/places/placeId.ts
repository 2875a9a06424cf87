/** Place kinds, each with the letter with which its ids begin. */
const LETTERS = { error: 'e', valve: 'f', weight: 'w', output: 'o', parcel: 'p', bias: 'b' } as const;

export type PlaceKind = keyof typeof LETTERS;
/** Place kinds that belong to one unit. */
export type UnitPlaceKind = Exclude<PlaceKind, 'weight'>;

/**
 * A place of the network that a value can be taken from, named by kind and unit:
 * error `e:y1`, valve `f:h1`, weight `w:h1>y1`, output `o:h1` (of an input too: `o:x1`), parcel `p:h2.1`, bias `b:h1`.
 *
 * The parcel of a unit is a place only for the layers before the last hidden one: there a next unit's parcel stands for
 * its ① and ②.
 */
export type PlaceId = `${(typeof LETTERS)[PlaceKind]}:${string}`;

/** Components of an id, for any network. */
export type ParsedPlaceId =
  | { readonly kind: UnitPlaceKind; readonly unit: string }
  | { readonly kind: 'weight'; readonly from: string; readonly to: string };

const KINDS = new Map<string, PlaceKind>(
  Object.entries(LETTERS).map(([kind, letter]) => [letter, kind as PlaceKind]),
);

/** Id of a place of the unit called `unit`. */
export function unitPlaceId(kind: UnitPlaceKind, unit: string): PlaceId {
  return `${LETTERS[kind]}:${unit}`;
}

/** Id of the weight from the unit called `from` to the unit called `to`. */
export function weightPlaceId(from: string, to: string): PlaceId {
  return `${LETTERS.weight}:${from}>${to}`;
}

/** Reads an id; undefined for other text. */
export function parsePlaceId(id: string): ParsedPlaceId | undefined {
  const kind = id[1] === ':' ? KINDS.get(id[0]!) : undefined;
  const rest = id.slice(2);
  if (kind === undefined) return undefined;
  if (kind !== 'weight') return { kind, unit: rest };
  const [from, to] = rest.split('>');
  return from !== undefined && to !== undefined ? { kind, from, to } : undefined;
}

/** Kind of a place. @throws {RangeError} the text is no id of a place */
export function placeKindOf(id: PlaceId): PlaceKind {
  const parsed = parsePlaceId(id);
  if (!parsed) throw new RangeError(`${id} is no place`);
  return parsed.kind;
}

/** Name of the unit that a place belongs to; undefined for a weight, which lies between two. */
export function unitOfPlace(id: PlaceId): string | undefined {
  const parsed = parsePlaceId(id);
  return parsed && parsed.kind !== 'weight' ? parsed.unit : undefined;
}
