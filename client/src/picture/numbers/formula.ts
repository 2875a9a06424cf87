import { type Network, outputLayer, unitsInLayer } from '@relay/shared/maths/network';
import { type EdgeRef, isBias, type UnitRef, unitName } from '@relay/shared/maths/unit';
import { type Place, placeById, type PlaceId } from '@relay/shared/question/places/place';

/** A place in the formula that waits for a value, with the article's number. */
export interface Slot {
  readonly number: 1 | 2 | 3 | 4 | 5;
  readonly place: PlaceId | null;
}

/** The set of three as a form to fill in. */
export interface Formula {
  /** Rows that Σ adds up, one for each unit of the next layer; empty at an output. */
  readonly rows: readonly (readonly Slot[])[];
  /** ① of an output unit. */
  readonly error: Slot | null;
  /** ② of an output unit, ④ of a hidden one; null where there is no valve (softmax). */
  readonly valve: Slot | null;
  /** ⑤; null for a bias, whose input is always 1. */
  readonly input: Slot | null;
  /** Taken, but no slot of its kind is free. */
  readonly extras: readonly PlaceId[];
}

type InRow = 'back' | 'valve' | 'weight';
type Single = 'error' | 'valve' | 'input';

/** Slots that the formula of a weight has. */
interface Shape {
  readonly isOutput: boolean;
  /** The layer whose units the rows of Σ are. */
  readonly nextLayer: number;
  /** None at an output. */
  readonly rowCount: number;
  /** true: a row begins with the error signal of its unit; false: with its error. */
  readonly passesParcels: boolean;
  readonly rowsHaveValve: boolean;
  readonly hasValve: boolean;
  readonly hasInput: boolean;
}

function shapeOf(network: Network, edge: EdgeRef): Shape {
  const last = outputLayer(network);
  const nextLayer = edge.layer + 1;
  const isSoftmax = network.layers.at(-1)!.activation === 'softmax';
  const isOutput = edge.layer === last;
  const passesParcels = nextLayer < last;
  return {
    isOutput,
    nextLayer,
    rowCount: isOutput ? 0 : unitsInLayer(network, nextLayer),
    passesParcels,
    rowsHaveValve: !isOutput && !passesParcels && !isSoftmax,
    hasValve: !(isOutput && isSoftmax),
    hasInput: !isBias(edge),
  };
}

/** Slot that a place belongs to: one in the row of a unit, or a single slot. */
type Purpose =
  | { readonly unit: UnitRef; readonly slot: InRow }
  | { readonly unit: null; readonly slot: Single };

/** Slot for a place, by the place's kind; null when the formula has no such slot. */
function purposeOf(shape: Shape, place: Place): Purpose | null {
  if (place.kind === 'weight') {
    const { layer, to } = place.edge;
    const isNext = !shape.isOutput && layer === shape.nextLayer;
    return isNext ? { unit: { layer, index: to }, slot: 'weight' } : null;
  }
  switch (place.kind) {
    case 'output':
      return shape.hasInput ? { unit: null, slot: 'input' } : null;
    case 'valve':
      if (shape.rowsHaveValve && place.unit.layer === shape.nextLayer)
        return { unit: place.unit, slot: 'valve' };
      return shape.hasValve ? { unit: null, slot: 'valve' } : null;
    case 'error':
    case 'parcel':
      return arrivalOf(shape, place.kind, place.unit);
    case 'bias':
      return null;
  }
}

/** Slot for an error or an error signal: the error itself at an output, else the row of a unit of the next layer. */
function arrivalOf(shape: Shape, kind: 'error' | 'parcel', unit: UnitRef): Purpose | null {
  if (shape.isOutput) return kind === 'error' ? { unit: null, slot: 'error' } : null;
  const isBack = (kind === 'parcel') === shape.passesParcels && unit.layer === shape.nextLayer;
  return isBack ? { unit, slot: 'back' } : null;
}

interface Row {
  readonly unit: string;
  readonly places: Partial<Record<InRow, PlaceId>>;
}

/** The taken places in their slots. */
interface Filling {
  readonly rows: Row[];
  readonly single: Partial<Record<Single, PlaceId>>;
  readonly extras: PlaceId[];
}

/** Row of a unit of the next layer, added at its first place; undefined when all rows belong to other units. */
function rowOf(rows: Row[], rowCount: number, unit: string): Row | undefined {
  const known = rows.find((row) => row.unit === unit);
  if (known || rows.length >= rowCount) return known;
  const row: Row = { unit, places: {} };
  rows.push(row);
  return row;
}

/** Puts the taken places into slots, in the order of taking. */
function fill(network: Network, shape: Shape, taken: readonly PlaceId[]): Filling {
  const filling: Filling = { rows: [], single: {}, extras: [] };
  const { rows, single, extras } = filling;
  for (const id of taken) {
    const place = placeById(network, id);
    if (!place) continue;
    const purpose = purposeOf(shape, place);
    if (!purpose) extras.push(id);
    else if (purpose.unit === null) {
      if (single[purpose.slot]) extras.push(id);
      else single[purpose.slot] = id;
    } else {
      const row = rowOf(rows, shape.rowCount, unitName(network, purpose.unit));
      if (!row || row.places[purpose.slot]) extras.push(id);
      else row.places[purpose.slot] = id;
    }
  }
  return filling;
}

const slotWith = (number: Slot['number'], place: PlaceId | undefined): Slot => ({
  number,
  place: place ?? null,
});

/**
 * Puts the taken places into the slots by their kind, in the order of taking. Correctness plays no part: a slot
 * accepts any place of its kind, so that it gives nothing away.
 */
export function fillFormula(network: Network, edge: EdgeRef, taken: readonly PlaceId[]): Formula {
  const shape = shapeOf(network, edge);
  const { isOutput, passesParcels, rowsHaveValve, rowCount } = shape;
  const { rows, single, extras } = fill(network, shape, taken);
  const empty = Array.from({ length: rowCount - rows.length }, (): Row => ({ unit: '', places: {} }));
  return {
    rows: [...rows, ...empty].map(({ places }) => [
      slotWith(passesParcels ? 2 : 1, places.back),
      ...(rowsHaveValve ? [slotWith(2, places.valve)] : []),
      slotWith(3, places.weight),
    ]),
    error: isOutput ? slotWith(1, single.error) : null,
    valve: shape.hasValve ? slotWith(isOutput ? 2 : 4, single.valve) : null,
    input: shape.hasInput ? slotWith(5, single.input) : null,
    extras,
  };
}

/** Number of the slot that holds a taken place; null when no slot holds it. */
export function numberInFormula(formula: Formula, place: PlaceId): Slot['number'] | null {
  const slots = [...formula.rows.flat(), formula.error, formula.valve, formula.input];
  return slots.find((slot) => slot?.place === place)?.number ?? null;
}
