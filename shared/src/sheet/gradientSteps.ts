import { fourFigures } from '../drawing/layout/text.ts';
import { edgeName, type EdgeRef, isBias, unitName, valueOfEdge } from '../maths/unit.ts';
import { factsOf } from '../question/facts.ts';
import { type PlaceId, placeNumber, placesOf, setOfThree, valueAt } from '../question/places/place.ts';
import { placeKindOf } from '../question/places/placeId.ts';
import { fill } from '../strings/fill.ts';
import { RECEIPT_WORDS } from '../strings/receipt.ts';
import { blank } from './blank.ts';
import { table } from './html.ts';
import { escaped } from './svg/element.ts';
import { CIRCLED } from './sheetDrawing.ts';
import type { SheetWriting } from './sheetWriting.ts';

/** Steps of one gradient in words, with blanks or values. */
interface GradientSteps {
  readonly heading: string;
  readonly task: string;
  /** Values of the network that are given; empty: none. */
  readonly given: string;
  /** Table of the calculation. */
  readonly steps: string;
}

type Row = [first: string, ...cells: string[]];

/** A factor or product with its blank. */
interface Cells {
  /** Number of a place and its blank. */
  readonly place: (place: PlaceId) => string;
  readonly value: (part: string, value: number) => string;
}

function cellsOf({ situation, isSolved }: SheetWriting, edge: EdgeRef): Cells {
  const { network, pass, sample } = situation;
  const set = setOfThree(network, edge);
  return {
    // Parcels of the next layer are given.
    place: (place) =>
      `${CIRCLED[placeNumber(set, place)! - 1]!} ${blank(valueAt(network, pass, sample, place), isSolved || placeKindOf(place) === 'parcel', '')}`,
    value: (part, value) => blank(value, isSolved, part),
  };
}

/** Rows that lead to the error that arrives: one for each path, and their sum; at an output the error itself. */
function arrivingRows(writing: SheetWriting, edge: EdgeRef, { place, value }: Cells): Row[] {
  const { situation, words, language } = writing;
  const { network } = situation;
  const receipt = RECEIPT_WORDS[language];
  const { paths } = setOfThree(network, edge);
  const unit = unitName(network, { layer: edge.layer, index: edge.to });
  const { next, arriving } = factsOf(situation, edge);
  if (paths.length === 0 || arriving === null) return [];
  return [
    ...paths.map(({ from, places }, k): Row => {
      const sent = next[k]!.delta * next[k]!.weight;
      return [
        fill(receipt.path, { unit: unitName(network, from) }),
        places.map(place).join(' × '),
        value('', sent),
      ];
    }),
    [fill(receipt.arrives, { unit }), `Σ ${escaped(words.summed)}`, value('S', arriving)],
  ];
}

/** Rows from the error that arrives to the gradient. */
function gradientRows(writing: SheetWriting, edge: EdgeRef, { place, value }: Cells): Row[] {
  const { situation, language } = writing;
  const { network } = situation;
  const receipt = RECEIPT_WORDS[language];
  const set = setOfThree(network, edge);
  const { delta, G } = factsOf(situation, edge);
  const unit = unitName(network, { layer: edge.layer, index: edge.to });
  const start = set.error ? place(set.error) : 'S';
  const rows: Row[] = set.valve
    ? [[fill(receipt.parcel, { unit }), `${start} × ${place(set.valve)}`, value('delta', delta)]]
    : [];
  const parcel = set.valve ? 'δ' : start;
  const name = edgeName(network, edge);
  return [
    ...rows,
    [
      fill(receipt.gradient, { edge: name }),
      `${parcel} × ${set.input ? place(set.input) : '1'}`,
      value('G', G),
    ],
  ];
}

/** Row of the new weight; none for a bias that does not learn. */
function updateRows({ situation, solution, language }: SheetWriting, edge: EdgeRef, { value }: Cells): Row[] {
  const { network } = situation;
  if (isBias(edge) && !network.updateBiases) return [];
  const { w, G } = factsOf(situation, edge);
  const label = fill(RECEIPT_WORDS[language].updated, { edge: edgeName(network, edge) });
  const working = `${escaped(fourFigures(w))} − ${escaped(fourFigures(network.learningRate))} × ${value('', G)}`;
  return [[label, working, value('next', valueOfEdge(solution.updated, edge))]];
}

/** Writes the steps of one gradient, in the order in which the game asks for them. */
export function gradientSteps(writing: SheetWriting, edge: EdgeRef): GradientSteps {
  const { situation, words, places } = writing;
  const { network } = situation;
  const set = setOfThree(network, edge);
  const cells = cellsOf(writing, edge);
  const rows = [
    ...arrivingRows(writing, edge, cells),
    ...gradientRows(writing, edge, cells),
    ...updateRows(writing, edge, cells),
  ];
  const used = new Set(placesOf(set).map((place) => placeNumber(set, place)!));
  const numbers = CIRCLED.filter((_, i) => used.has((i + 1) as 1)).join(' ');
  return {
    heading: fill(words.gradientHeading, { edge: edgeName(network, edge) }),
    task: places === 'slots' ? words.slotsText : fill(words.findText, { numbers }),
    given: placesOf(set).some((place) => placeKindOf(place) === 'parcel') ? words.parcelsGiven : '',
    steps: table('steps', [RECEIPT_WORDS[writing.language].what, words.working, words.result], rows),
  };
}
