import { type Network, outputLayer, unitsInLayer } from '@relay/shared/maths/network';
import { type EdgeRef, isBias, unitName } from '@relay/shared/maths/unit';
import { placeById, type PlaceId } from '@relay/shared/question/place';

/** A place in the formula that waits for a value, with the article's number. */
export interface Slot {
  readonly number: 1 | 2 | 3 | 4 | 5;
  readonly place: PlaceId | null;
}

/** The set of three as a form to fill in. */
export interface Formula {
  /** What Σ adds up, one row for each unit of the next layer; empty at an output. */
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

interface Row {
  readonly unit: string;
  readonly places: Partial<Record<'back' | 'valve' | 'weight', PlaceId>>;
}

/**
 * Puts the taken places into the slots by their kind, in the order of taking. Right or wrong plays no part: a slot
 * says "an error goes here", never "this error".
 */
export function fillFormula(network: Network, edge: EdgeRef, taken: readonly PlaceId[]): Formula {
  const last = outputLayer(network);
  const isSoftmax = network.layers.at(-1)!.activation === 'softmax';
  const isOutput = edge.layer === last;
  const passesParcels = edge.layer + 1 < last;
  const rowsWithValve = !isOutput && !passesParcels && !isSoftmax;
  const rowCount = isOutput ? 0 : unitsInLayer(network, edge.layer + 1);

  const rows: Row[] = [];
  const single: { error?: PlaceId; valve?: PlaceId; input?: PlaceId } = {};
  const extras: PlaceId[] = [];

  /** The row of a next unit, opened when it is first touched. */
  const rowOf = (unit: string): Row | undefined => {
    const known = rows.find((row) => row.unit === unit);
    if (known || rows.length >= rowCount) return known;
    const row: Row = { unit, places: {} };
    rows.push(row);
    return row;
  };
  const intoRow = (id: PlaceId, unit: string, kind: 'back' | 'valve' | 'weight'): void => {
    const row = rowOf(unit);
    if (!row || row.places[kind]) extras.push(id);
    else row.places[kind] = id;
  };
  const intoSingle = (id: PlaceId, kind: 'error' | 'valve' | 'input'): void => {
    if (single[kind] || (kind === 'input' && isBias(edge))) extras.push(id);
    else single[kind] = id;
  };

  for (const id of taken) {
    const place = placeById(network, id);
    if (!place) continue;
    if (place.kind === 'weight') {
      const { layer, to } = place.edge;
      if (isOutput || layer !== edge.layer + 1) extras.push(id);
      else intoRow(id, unitName(network, { layer, index: to }), 'weight');
      continue;
    }
    const name = unitName(network, place.unit);
    if (place.kind === 'output') intoSingle(id, 'input');
    else if (place.kind === 'valve') {
      if (rowsWithValve && place.unit.layer === edge.layer + 1) intoRow(id, name, 'valve');
      else if (isOutput && isSoftmax) extras.push(id);
      else intoSingle(id, 'valve');
    } else if (isOutput && place.kind === 'error') intoSingle(id, 'error');
    else if (
      !isOutput &&
      (place.kind === 'parcel') === passesParcels &&
      place.unit.layer === edge.layer + 1
    ) {
      intoRow(id, name, 'back');
    } else extras.push(id);
  }

  const slot = (number: Slot['number'], place: PlaceId | undefined): Slot => ({
    number,
    place: place ?? null,
  });
  const emptyRows = Array.from({ length: rowCount - rows.length }, (): Row => ({ unit: '', places: {} }));
  return {
    rows: [...rows, ...emptyRows].map(({ places }) => [
      slot(passesParcels ? 2 : 1, places.back),
      ...(rowsWithValve ? [slot(2, places.valve)] : []),
      slot(3, places.weight),
    ]),
    error: isOutput ? slot(1, single.error) : null,
    valve: isOutput && isSoftmax ? null : slot(isOutput ? 2 : 4, single.valve),
    input: isBias(edge) ? null : slot(5, single.input),
    extras,
  };
}

/** The number that a taken place carries: that of the slot it lies in, null where it lies in none. */
export function numberInFormula(formula: Formula, place: PlaceId): Slot['number'] | null {
  const slots = [...formula.rows.flat(), formula.error, formula.valve, formula.input];
  return slots.find((slot) => slot?.place === place)?.number ?? null;
}
