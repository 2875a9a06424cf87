import { fourFigures } from '../drawing/layout/text.ts';
import type { EdgePicture, Picture, Pose, TakenPlace, UnitPicture } from '../drawing/picture.ts';
import { largestSlope } from '../maths/activation.ts';
import { outputLayer } from '../maths/network.ts';
import { allUnits, type EdgeRef, edgesInto, isBias, type UnitRef, unitName } from '../maths/unit.ts';
import { placeNumber, placesOf, setOfThree, valueAt } from '../question/places/place.ts';
import { weightPlaceId } from '../question/places/placeId.ts';
import type { Situation } from '../question/situation.ts';

/**
 * Contents of a drawing on paper: `empty` has neither sums nor places, to be filled in and found; `slots` has an empty
 * slot at each place; `solved` has all numbers.
 */
export type SheetFill = 'empty' | 'slots' | 'solved';

export interface SheetPictureOptions {
  /** Weight or bias whose places are drawn (◆); null: the network alone. */
  readonly edge: EdgeRef | null;
  readonly fill: SheetFill;
  /** Places carry their numbers ① to ⑤. */
  readonly areNumbered: boolean;
  readonly words: Picture['words'];
}

/** Text as wide as a number written by hand, for the size of a slot. */
const SLOT_TEXT = '0.000';

function kindOf({ network }: Situation, { layer }: UnitRef): UnitPicture['kind'] {
  if (layer === 0) return 'input';
  return layer === outputLayer(network) ? 'output' : 'hidden';
}

function poseOf(isMine: boolean, fill: SheetFill): Pose {
  if (!isMine) return 'idle';
  return fill === 'solved' ? 'hop' : 'thinking';
}

/** Bias as it is drawn: one of 0 only when it is in question. */
function biasOf(
  { network }: Situation,
  edge: EdgeRef | null,
  { layer, index }: UnitRef,
): UnitPicture['bias'] {
  if (layer === 0) return null;
  const value = network.biases[layer - 1]![index]!;
  const inQuestion = edge !== null && isBias(edge) && edge.layer === layer && edge.to === index;
  return value === 0 && !inQuestion ? null : { value, inQuestion };
}

/** Opening of a valve, f′ ÷ largest f′; NaN where it is to be found, null where there is none. */
function openingOf({ network, truth }: Situation, { layer, index }: UnitRef, fill: SheetFill): number | null {
  const slope = truth.slopes[layer - 1]?.[index];
  if (layer === 0 || slope === undefined) return null;
  return fill === 'solved' ? slope / largestSlope(network.layers[layer - 1]!) : Number.NaN;
}

function unitPicture(situation: Situation, ref: UnitRef, { edge, fill }: SheetPictureOptions): UnitPicture {
  const { network, pass, sample } = situation;
  const { layer, index } = ref;
  const isSolved = fill === 'solved';
  const isMine = edge?.layer === layer && edge.to === index;
  return {
    name: unitName(network, ref),
    kind: kindOf(situation, ref),
    layer,
    index,
    sum: layer === 0 ? null : isSolved ? pass.sums[layer - 1]![index]! : Number.NaN,
    output: layer === 0 ? sample.x[index]! : isSolved ? pass.outputs[layer - 1]![index]! : Number.NaN,
    opening: openingOf(situation, ref, fill),
    bias: biasOf(situation, edge, ref),
    activation: network.layers[layer - 1]?.activation ?? null,
    people: '',
    pose: poseOf(isMine, fill),
    mine: isMine,
    ready: false,
    dimmed: false,
    isBare: false,
    target: layer === outputLayer(network) ? sample.t[index]! : null,
  };
}

/** Places of a gradient with their numbers and, once solved, their values. */
function takenOf({ network, pass, sample }: Situation, options: SheetPictureOptions): TakenPlace[] {
  const { edge, fill, areNumbered } = options;
  if (edge === null || fill === 'empty') return [];
  const set = setOfThree(network, edge);
  return placesOf(set).map((place) => ({
    place,
    number: areNumbered ? (placeNumber(set, place) ?? null) : null,
    text: fill === 'solved' ? fourFigures(valueAt(network, pass, sample, place)) : SLOT_TEXT,
  }));
}

function edgePictures(
  { network }: Situation,
  edge: EdgeRef | null,
  taken: readonly TakenPlace[],
): EdgePicture[] {
  const places = new Set<string>(taken.map(({ place }) => place));
  return allUnits(network)
    .flatMap((unit) => edgesInto(network, unit))
    .map(({ layer, from, to }) => {
      const source = unitName(network, { layer: layer - 1, index: from });
      return {
        layer,
        from,
        to,
        weight: network.weights[layer - 1]![from]![to]!,
        target: null,
        inQuestion: edge?.layer === layer && edge.from === from && edge.to === to,
        carriesBack: places.has(weightPlaceId(source, unitName(network, { layer, index: to }))),
      };
    });
}

/** Σ bracket of the paths that a hidden unit adds up; null at an output and before the places are shown. */
function bracketOf({ network }: Situation, { edge, fill }: SheetPictureOptions): Picture['bracket'] {
  if (edge === null || fill === 'empty') return null;
  const { paths } = setOfThree(network, edge);
  if (paths.length === 0) return null;
  const unit = unitName(network, { layer: edge.layer, index: edge.to });
  return { unit, paths: paths.map(({ places }) => places.at(-1)!) };
}

/** Picture of a network on paper, in the form that the game draws. */
export function sheetPicture(situation: Situation, options: SheetPictureOptions): Picture {
  const taken = takenOf(situation, options);
  return {
    units: allUnits(situation.network).map((unit) => unitPicture(situation, unit, options)),
    edges: edgePictures(situation, options.edge, taken),
    taken,
    pulsing: [],
    bracket: bracketOf(situation, options),
    parcels: [],
    words: options.words,
    scale: 'player',
    frame: 'whole',
  };
}
