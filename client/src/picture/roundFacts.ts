import type { ForwardPass, Network, Sample } from '@relay/shared/maths/network';
import { placeKindOf, unitOfPlace } from '@relay/shared/question/places/placeId';
import { unitByName, type UnitRef } from '@relay/shared/maths/unit';
import { type PlaceId, valueAt } from '@relay/shared/question/places/place';
import { partKind, partUnit, type UnitValue, valueAsked } from '@relay/shared/question/part';
import type { LaneView, PlayerView, PublicView, RunView } from '@relay/shared/referee/view';
import { askedIn, placeAsked } from './questionAsked';

/** One lane of a run's present round, with the network as it was when the numbers went through it. */
export interface RoundFacts {
  readonly run: RunView;
  /** Network with the weights of this round, also after their update. */
  readonly network: Network;
  /** Network with the weights as they are now. */
  readonly networkNow: Network;
  readonly lane: LaneView;
  readonly pass: ForwardPass;
  readonly sample: Sample;
  /** Kind of place that the round asks for; its values stay hidden. */
  readonly asked: 'valve' | 'error' | null;
  /** Units whose slope or error is known nevertheless: the viewer's own answer was right. */
  readonly found: readonly string[];
}

/** Fields of a run whose round has been revealed. */
export const REVEALED = {
  phase: 'reveal',
  isAnswering: false,
  isByLayer: false,
  isBetweenRounds: false,
} as const satisfies Partial<RunView>;

/** Row of values with NaN, written as "?", for those still secret. */
const known = (row: readonly (number | null)[]): number[] => row.map((value) => value ?? Number.NaN);

/** Facts that a page has of a lane; null before they have arrived. */
export function roundFacts(view: PublicView, runId: string, laneIndex: number): RoundFacts | null {
  const run = view.runs[runId];
  const networkNow = view.networks[runId];
  const lane = view.lanes[`${runId}/${laneIndex}`];
  if (!run || !networkNow || !lane) return null;
  const update = view.updates[runId];
  const isUpdated = update !== undefined && update.round === run.round;
  const network = isUpdated ? { ...networkNow, ...update.before } : networkNow;
  const pass = { x: lane.x, sums: lane.sums.map(known), outputs: lane.outputs.map(known) };
  const asked = run.phase === 'backward' ? placeAsked(askedIn(run)) : null;
  return { run, network, networkNow, lane, pass, sample: { x: lane.x, t: lane.t }, asked, found: [] };
}

export type Answers = NonNullable<PlayerView['seat']>['answers'];

/** Facts with a player's own right answers filled in, as entered. */
export function withOwnAnswers(facts: RoundFacts, answers: Answers): RoundFacts {
  const right = Object.entries(answers).flatMap(([part, answer]) => {
    const unit = unitByName(facts.network, partUnit(part as keyof Answers) ?? '');
    const { verdict } = answer!;
    const value = verdict.outcome === 'correct' ? verdict.read : null;
    const asked = valueAsked(partKind(part as keyof Answers));
    return unit && value !== null ? [{ asked, unit, value, name: partUnit(part as keyof Answers)! }] : [];
  });
  const filled = (rows: readonly (readonly number[])[], asked: UnitValue): number[][] =>
    rows.map((row, l) =>
      row.map((value, index) => {
        const own = right.find(
          (one) => one.asked === asked && one.unit.layer === l + 1 && one.unit.index === index,
        );
        return own && Number.isNaN(value) ? own.value : value;
      }),
    );
  const { x, sums, outputs } = facts.pass;
  return {
    ...facts,
    pass: { x, sums: filled(sums, 'sum'), outputs: filled(outputs, 'output') },
    found: right.filter(({ asked }) => asked === 'valve' || asked === 'error').map(({ name }) => name),
  };
}

/** Pre-activation of a unit; NaN while it is a secret, null at an input. */
export function sumAt({ pass }: RoundFacts, { layer, index }: UnitRef): number | null {
  return layer === 0 ? null : pass.sums[layer - 1]![index]!;
}

/** Value at a place; NaN while it is a secret. */
export function knownAt(facts: RoundFacts, place: PlaceId): number {
  const { network, pass, sample, asked, found } = facts;
  const kind = placeKindOf(place);
  const unit = unitOfPlace(place) ?? '';
  if (kind === asked && !found.includes(unit)) return Number.NaN;
  const ref = unitByName(network, unit);
  // ReLU and others would return a slope for an unknown pre-activation.
  if (kind === 'valve' && ref && Number.isNaN(sumAt(facts, ref))) return Number.NaN;
  return valueAt(network, pass, sample, place);
}
