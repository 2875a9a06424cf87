import { largestSlope } from '@relay/shared/maths/activation';
import { unitPlaceId, weightPlaceId } from '@relay/shared/question/places/placeId';
import { outputLayer } from '@relay/shared/maths/network';
import {
  allUnits,
  type EdgeRef,
  edgesInto,
  isBias,
  type UnitRef,
  unitName,
  valueOfEdge,
  type WeightRef,
} from '@relay/shared/maths/unit';
import { type PlaceId, setOfThree } from '@relay/shared/question/places/place';
import type { LaneView, PublicView, RunView, SeatView, SessionView } from '@relay/shared/referee/view';
import { askedIn, asksParcel } from './questionAsked';
import { type Answers, knownAt, type RoundFacts, roundFacts, sumAt, withOwnAnswers } from './roundFacts';
import { isLayerWaiting } from './activeLayer';
import type { EdgePicture, Picture, Pose, TakenPlace, UnitPicture } from '@relay/shared/drawing/picture';
import { written, writtenShare } from './numbers/written';

/** Weights that differ by less are drawn as the same. */
const SAME_WEIGHT = 1e-9;
/** Names below one unit that are still read at a glance. */
const MAX_NAMES = 2;

/** Viewer of a picture and state of its page: what the picture depends on besides the session. */
export interface PictureOptions {
  readonly view: PublicView;
  readonly run: string;
  readonly lane: number;
  /** The viewer's own seat and its ◆. */
  readonly mine: { readonly unit: string; readonly edge: EdgeRef | null } | null;
  /** The viewer's own answers; values that were right are shown to the viewer. */
  readonly answers: Answers;
  readonly taken: readonly TakenPlace[];
  readonly pulsing: readonly PlaceId[];
  /** Error signals of this layer and those before it are hidden: the viewer has yet to find its own. */
  readonly parcelsAbove: number;
  /** The places are found: the Σ bracket is drawn. */
  readonly isFound: boolean;
  /** The forward pass is being played. */
  readonly isEating: boolean;
  /** A passing reaction of the viewer's own unit. */
  readonly reaction: 'hop' | 'puzzled' | null;
  /** Draws neither names nor numbers, only ◆ and shapes. */
  readonly isBare: boolean;
  /** Weight that ◆ is drawn with when a lever or a step has moved it; null: the network's own. */
  readonly shownWeight: number | null;
  /** Names of all lanes below each unit (projector), not only of this one. */
  readonly allLanes: boolean;
  readonly words: Picture['words'];
  readonly scale: Picture['scale'];
  readonly frame: Picture['frame'];
}

/** Opening of every valve of a bare network. */
const BARE_OPENING = 0.5;

/** Options with nothing taken and nothing happening. */
export function defaultPictureOptions(
  view: PublicView,
  run: string,
  words: Picture['words'],
): PictureOptions {
  return {
    view,
    run,
    lane: 0,
    mine: null,
    answers: {},
    taken: [],
    pulsing: [],
    parcelsAbove: 0,
    isFound: false,
    isEating: false,
    reaction: null,
    isBare: false,
    shownWeight: null,
    allLanes: false,
    words,
    scale: 'player',
    frame: 'whole',
  };
}

function seatsAt(options: PictureOptions, facts: RoundFacts, unit: string): SeatView[] {
  const { view, run, lane, allLanes } = options;
  const lanes = allLanes ? Array.from({ length: facts.run.lanes }, (_, i) => i) : [lane];
  return lanes.flatMap((i) => view.seats[`${run}/${i}/${unit}`] ?? []);
}

function peopleAt(options: PictureOptions, seats: readonly SeatView[]): string {
  const session = options.view.session[''] as SessionView | undefined;
  if (session && !session.display.names) return '';
  const names = seats.flatMap(({ player, name }) => (player === null ? [] : name));
  const shown = names.slice(0, MAX_NAMES).join(' · ');
  return names.length > MAX_NAMES ? `${shown} +${names.length - MAX_NAMES}` : shown;
}

/** Share of the true step that the weights into a unit were given, as text; on the projector after an earned update only. */
function earnedAt(
  { view, run, allLanes }: PictureOptions,
  { run: { isBetweenRounds } }: RoundFacts,
  { layer, index }: UnitRef,
): string | undefined {
  const share = view.updates[run]?.shares?.[layer - 1]?.[index];
  return allLanes && isBetweenRounds && share !== undefined ? `✔\u2009${writtenShare(share)}` : undefined;
}

/** Tells whether the turn of a layer is still to come in every lane that is drawn. */
function isStillWaiting(options: PictureOptions, facts: RoundFacts, layer: number): boolean {
  const { isAnswering, phase } = facts.run;
  const way = phase === 'forward' ? 'forward' : 'backward';
  return isAnswering && lanesOf(options, facts).every((lane) => isLayerWaiting(lane, way, layer));
}

function lanesOf({ view, run, allLanes }: PictureOptions, facts: RoundFacts): LaneView[] {
  if (!allLanes) return [facts.lane];
  return Array.from({ length: facts.run.lanes }, (_, i) => view.lanes[`${run}/${i}`] ?? facts.lane);
}

function poseOf(options: PictureOptions, facts: RoundFacts, ref: UnitRef, seats: readonly SeatView[]): Pose {
  const isMine = options.mine?.unit === unitName(facts.network, ref);
  if (options.isEating) return 'eating';
  if (isMine && options.reaction) return options.reaction;
  const people = peopleIn(seats);
  if (facts.run.isAnswering) {
    if (people.length === 0 && seats.length > 0) return 'asleep';
    if (!isMine && isStillWaiting(options, facts, ref.layer)) return 'asleep';
    return isMine && !people.every(({ progress }) => progress === 'done') ? 'thinking' : 'idle';
  }
  return hasImproved(facts.run) && people.length > 0 ? 'hop' : 'idle';
}

const peopleIn = (seats: readonly SeatView[]): readonly SeatView[] =>
  seats.filter(({ player }) => player !== null);

/** Tells whether an update has just made the loss smaller. */
function hasImproved({ isBetweenRounds, losses }: RunView): boolean {
  const [before, after] = losses.slice(-2);
  return isBetweenRounds && before !== undefined && after !== undefined && after < before;
}

/** Tells whether all players at a unit have submitted all their answers. */
function isReady({ isAnswering }: RunView, seats: readonly SeatView[]): boolean {
  const people = peopleIn(seats);
  return isAnswering && people.length > 0 && people.every(({ progress }) => progress === 'done');
}

/** Target of an output unit; null at other units and for inputs that are in no data. */
function targetAt({ network, lane }: RoundFacts, { layer, index }: UnitRef): number | null {
  const target = layer === outputLayer(network) ? lane.t[index]! : Number.NaN;
  return Number.isNaN(target) ? null : target;
}

function kindOf({ network }: RoundFacts, { layer }: UnitRef): UnitPicture['kind'] {
  if (layer === 0) return 'input';
  return layer === outputLayer(network) ? 'output' : 'hidden';
}

/** Bias of a unit as it is drawn. A bias of 0 is left out, unless it is in question or pointed at. */
function biasOf(options: PictureOptions, facts: RoundFacts, { layer, index }: UnitRef): UnitPicture['bias'] {
  if (layer === 0) return null;
  const value = facts.networkNow.biases[layer - 1]![index]!;
  const edge = options.mine?.edge;
  const inQuestion = edge?.layer === layer && edge.to === index && isBias(edge);
  const isPointedAt = options.pulsing.includes(
    unitPlaceId('bias', unitName(facts.network, { layer, index })),
  );
  if (inQuestion) return { value: options.isBare ? Number.NaN : (options.shownWeight ?? value), inQuestion };
  return options.isBare || (value === 0 && !isPointedAt) ? null : { value, inQuestion };
}

/** Opening of a unit's valve, f′ ÷ largest f′; NaN while the slope is asked for. */
function openingOf(facts: RoundFacts, { layer, index }: UnitRef): number | null {
  const layerOf = facts.network.layers[layer - 1];
  if (!layerOf || layerOf.activation === 'softmax') return null;
  return (
    knownAt(facts, unitPlaceId('valve', unitName(facts.network, { layer, index }))) / largestSlope(layerOf)
  );
}

function unitPicture(options: PictureOptions, facts: RoundFacts, ref: UnitRef): UnitPicture {
  const { network, pass, run } = facts;
  const { layer, index } = ref;
  const name = unitName(network, ref);
  const seats = seatsAt(options, facts, name);
  const opening = openingOf(facts, ref);
  return {
    name,
    kind: kindOf(facts, ref),
    layer,
    index,
    sum: sumAt(facts, ref),
    output: layer === 0 ? pass.x[index]! : pass.outputs[layer - 1]![index]!,
    opening: options.isBare && opening !== null ? BARE_OPENING : opening,
    bias: biasOf(options, facts, ref),
    activation: network.layers[layer - 1]?.activation ?? null,
    people: options.isBare ? '' : (earnedAt(options, facts, ref) ?? peopleAt(options, seats)),
    isBare: options.isBare,
    pose: layer === 0 ? (options.isEating ? 'eating' : 'idle') : poseOf(options, facts, ref, seats),
    mine: options.mine?.unit === name,
    ready: isReady(run, seats),
    dimmed: false,
    target: targetAt(facts, ref),
  };
}

/** Weight that the full step would have led to; null when the update was the full step. */
function fullStepWeight(
  { view, run }: PictureOptions,
  { run: { isBetweenRounds }, networkNow }: RoundFacts,
  edge: WeightRef,
): number | null {
  const update = view.updates[run];
  if (!isBetweenRounds || !update) return null;
  const target = valueOfEdge(update.target, edge);
  return Math.abs(target - valueOfEdge(networkNow, edge)) < SAME_WEIGHT ? null : target;
}

function edgePictures(options: PictureOptions, facts: RoundFacts): EdgePicture[] {
  const { network, networkNow } = facts;
  const { mine, taken } = options;
  const takenIds = new Set<string>(taken.map(({ place }) => place));
  return allUnits(network)
    .flatMap((unit) => edgesInto(network, unit))
    .map(({ layer, from, to }) => {
      const source = unitName(network, { layer: layer - 1, index: from });
      const target = unitName(network, { layer, index: to });
      const inQuestion = mine?.edge?.layer === layer && mine.edge.from === from && mine.edge.to === to;
      const moved = inQuestion ? options.shownWeight : null;
      return {
        layer,
        from,
        to,
        weight: options.isBare ? null : (moved ?? networkNow.weights[layer - 1]![from]![to]!),
        target: options.isBare ? null : fullStepWeight(options, facts, { layer, from, to }),
        inQuestion,
        carriesBack: takenIds.has(weightPlaceId(source, target)),
      };
    });
}

/** Σ bracket of the viewer's own hidden unit, once its places are found. */
function bracketOf(options: PictureOptions, facts: RoundFacts): Picture['bracket'] {
  if (!options.mine?.edge || !options.isFound) return null;
  const { paths } = setOfThree(facts.network, options.mine.edge);
  const weights = paths.map(({ places }) => places.at(-1)!);
  return weights.length > 0 ? { unit: options.mine.unit, paths: weights } : null;
}

function parcelsOf(options: PictureOptions, facts: RoundFacts): Picture['parcels'] {
  const { truth, parcels } = facts.lane;
  const known = truth?.deltas ?? parcels;
  if (!known || !asksParcel(askedIn(facts.run))) return [];
  return allUnits(facts.network)
    .filter(({ layer }) => layer > options.parcelsAbove)
    .flatMap(({ layer, index }) => {
      const delta = known[layer - 1]![index] ?? null;
      const unit = unitName(facts.network, { layer, index });
      return delta === null ? [] : [{ unit, text: `δ ${written(delta)}` }];
    });
}

/** Picture of one lane at this moment; null while the lane is unknown. */
export function pictureOf(options: PictureOptions): Picture | null {
  const seen = roundFacts(options.view, options.run, options.lane);
  if (!seen) return null;
  const facts = withOwnAnswers(seen, options.answers);
  return {
    units: allUnits(facts.network).map((unit) => unitPicture(options, facts, unit)),
    edges: edgePictures(options, facts),
    taken: options.taken,
    pulsing: options.pulsing,
    bracket: bracketOf(options, facts),
    parcels: parcelsOf(options, facts),
    words: options.words,
    scale: options.scale,
    frame: options.frame,
  };
}
