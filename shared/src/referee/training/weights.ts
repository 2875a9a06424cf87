import { backward, meanGradients } from '../../maths/backward.ts';
import { forward } from '../../maths/forward.ts';
import type { Network, Parameters, Sample } from '../../maths/network.ts';
import { update } from '../../maths/update.ts';
import { batchLimit } from '../session/rules.ts';
import type { MachineMove, WeightMove } from '../ownRuns/catchUpRound.ts';
import type { ReferenceRun } from '../round/run.ts';
import { askedOf } from '../round/progress.ts';
import type { LastUpdate, Run, Seat } from '../round/run.ts';
import type { PlayerId } from '../session/state.ts';
import type { Sliced } from '../../slices.ts';
import { lossOnData, staysFinite } from './onData.ts';
import { rememberedFor } from './rememberedFor.ts';

/** Updates of the weights, by the answers of a round or by the machine. The results name no players. */

const only = ({ weights, biases }: Parameters): Parameters => ({ weights, biases });

/** Mean gradient of some samples (indices into the data) in a network. */
function gradientsOn(network: Network, data: readonly Sample[], samples: readonly number[]): Parameters {
  return meanGradients(
    samples.map((sample) => {
      const { x, t } = data[sample]!;
      return backward(network, forward(network, x), t).gradients;
    }),
  );
}

/** Samples of a round, each once, though several lanes may have the same. */
export function samplesOf({ lanes }: Pick<Run, 'lanes'>): number[] {
  return [...new Set(lanes.map(({ sample }) => sample))];
}

/** Mean gradient of a run's batch. */
function batchGradients(run: Run): Parameters {
  return meanGradients(
    samplesOf(run).map((sample) => run.lanes.find((lane) => lane.sample === sample)!.truth.gradients),
  );
}

/** Result of a round's update. */
export type WeightUpdate = WeightMove & Omit<LastUpdate, 'before' | 'round'>;

const UPDATES = new WeakMap<Run, WeightUpdate>();

/**
 * Update of a round: the new weights, the weights after a true step, and those of the reference run on the same
 * samples. Computed once: whether it stays finite is asked before.
 *
 * @param followed  update that the class made, where the round repeats a class round
 */
export function* updateOf(run: Run, followed?: WeightMove | null): Sliced<WeightUpdate> {
  const known = UPDATES.get(run);
  if (known) return known;
  const made = yield* makeUpdate(run, followed);
  UPDATES.set(run, made);
  return made;
}

function* makeUpdate(run: Run, followed?: WeightMove | null): Sliced<WeightUpdate> {
  const gradients = batchGradients(run);
  const target = update(run.network, gradients);
  if (followed) return { ...followed, gradients, target: only(target), shares: null };
  const { network, shares } = moved(run, gradients, target);
  const reference = yield* referenceAfter(run, network, target, (at) =>
    update(at, gradientsOn(at, run.data, samplesOf(run))),
  );
  const loss = yield* lossOnData(network, run.data);
  return { gradients, target: only(target), shares, parameters: only(network), loss, reference };
}

function moved(
  run: Run,
  gradients: Parameters,
  target: Network,
): { readonly network: Network; readonly shares: LastUpdate['shares'] } {
  switch (run.rules.weights) {
    case 'true':
      return { network: target, shares: null };
    case 'earned': {
      const shares = sharesOf(run);
      return { network: update(run.network, scaled(gradients, shares)), shares };
    }
    case 'answered':
      return { network: update(run.network, answered(run, gradients)), shares: null };
    case 'followed':
      throw new RangeError('weights follow those of a class, and there is none');
  }
}

/** Tries within which a right gradient still moves the weights. */
const EARNING_TRIES = 2;

/** Tells whether a seat's question was right within EARNING_TRIES tries; of a contribution only G counts. */
function hasEarned(run: Run, seat: Seat): boolean {
  const asked = askedOf(run, seat)!.question.parts;
  const parts = run.answers[seat.player!]?.parts ?? {};
  const decisive = asked.includes('G') ? (['G'] as const) : asked;
  return decisive.every((part) => parts[part]?.right && parts[part].tries <= EARNING_TRIES);
}

/**
 * Share of the true step that the weights into each unit have earned: the share of its seats whose question was right
 * within two tries. A seat of the machine, or of a player who still finishes the round, counts as the team's mean.
 *
 * @returns shares in [0, 1], [layer after the input][unit]
 */
function sharesOf(run: Run): number[][] {
  const people = run.seats.filter(
    (seat) => askedOf(run, seat) !== null && run.finishing[seat.player!]?.run.round !== run.round,
  );
  const right = new Set(people.filter((seat) => hasEarned(run, seat)));
  const mean = people.length === 0 ? 1 : right.size / people.length;
  const earned = (seat: Seat): number => (people.includes(seat) ? Number(right.has(seat)) : mean);
  return run.network.layers.map(({ units }, l) =>
    Array.from({ length: units }, (_, index) => {
      const seats = run.seats.filter(({ unit }) => unit.layer === l + 1 && unit.index === index);
      return seats.reduce((sum, seat) => sum + earned(seat), 0) / seats.length;
    }),
  );
}

/** Gradients of the weights and bias into each unit, times the unit's share. */
function scaled({ weights, biases }: Parameters, shares: readonly (readonly number[])[]): Parameters {
  return {
    weights: weights.map((matrix, l) => matrix.map((row) => row.map((G, j) => G * shares[l]![j]! + 0))),
    biases: biases.map((row, l) => row.map((G, j) => G * shares[l]![j]! + 0)),
  };
}

/** Largest |answer| that counts, as a multiple of the largest gradient of its layer. */
const CLIP = 5;

/** Last readable gradient that a player answered. */
function lastGiven(run: Run, player: PlayerId): number | undefined {
  return run.answers[player]?.parts.G?.read ?? undefined;
}

/** True gradients, with the mean of the players' answers in place of those that were asked; no answer counts as 0. */
function answered(run: Run, gradients: Parameters): Parameters {
  const said = new Map<string, number[]>();
  for (const { player, question } of run.seats) {
    if (player === null || !question?.edge || !question.parts.includes('G')) continue;
    const { layer, from, to } = question.edge;
    const key = `${layer}/${from}/${to}`;
    const given = lastGiven(run, player);
    said.set(key, [...(said.get(key) ?? []), ...(given === undefined ? [] : [given])]);
  }
  const largest = gradients.weights.map((matrix, l) =>
    Math.max(...[...matrix.flat(), ...gradients.biases[l]!].map(Math.abs)),
  );
  const meant = (layer: number, from: number | 'bias', to: number, truth: number): number => {
    const given = said.get(`${layer}/${from}/${to}`);
    if (!given) return truth;
    if (given.length === 0) return 0;
    const mean = given.reduce((sum, value) => sum + value, 0) / given.length;
    const most = CLIP * largest[layer - 1]!;
    return Math.min(most, Math.max(-most, mean));
  };
  return {
    weights: gradients.weights.map((matrix, l) =>
      matrix.map((row, i) => row.map((G, j) => meant(l + 1, i, j, G))),
    ),
    biases: gradients.biases.map((row, l) => row.map((G, j) => meant(l + 1, 'bias', j, G))),
  };
}

function* referenceAfter(
  run: Run,
  network: Network,
  target: Network,
  step: (network: Network) => Network,
): Sliced<ReferenceRun> {
  const isTheSame = JSON.stringify(only(network)) === JSON.stringify(only(target));
  if (run.reference === null && isTheSame) return null;
  const reference = yield* finiteOrBefore(
    run.reference ?? run.network,
    run.reference === null ? target : step(run.reference),
    run.data,
  );
  return { parameters: only(reference), loss: yield* lossOnData(reference, run.data) };
}

/** Network of the reference run after a step; the one before where the step diverges, so that it stays comparable. */
function* finiteOrBefore(before: Network, after: Network, data: readonly Sample[]): Sliced<Network> {
  return (yield* staysFinite(after, data)) ? after : before;
}

/**
 * Network after true updates that are not rounded.
 *
 * @param size    samples in each step
 * @param cursor  index of the first sample
 */
const trained = rememberedFor(function* (
  from,
  data,
  steps: number,
  size: number,
  cursor: number,
): Sliced<Network> {
  let network: Network = { ...from, snap: null };
  for (let step = 0; step < steps; step++) {
    const samples = Array.from({ length: size }, (_, i) => (cursor + step * size + i) % data.length);
    network = update(network, gradientsOn(network, data, samples));
    yield;
  }
  return network;
});

/**
 * Trains a run's network by `steps` true updates, each with a batch of the round's size. They are not rounded: small
 * steps would be rounded away. The run is not rounded afterwards either, or its next round would move every weight.
 */
export function* machineSteps(
  run: Run,
  steps: number,
): Sliced<MachineMove & { readonly cursor: number; readonly network: Network }> {
  const { data, rules } = run;
  const size = rules.samples === 'byLanes' ? Math.max(1, samplesOf(run).length) : batchLimit(rules, data);
  const { cursor } = run;
  const network = yield* trained(run.network, data, steps, size, cursor);
  const reference =
    run.reference &&
    (yield* finiteOrBefore(run.reference, yield* trained(run.reference, data, steps, size, cursor), data));
  return {
    steps,
    parameters: only(network),
    loss: yield* lossOnData(network, data),
    reference: reference && { parameters: only(reference), loss: yield* lossOnData(reference, data) },
    ...(run.network.snap === null ? {} : { unrounded: true }),
    cursor: (cursor + steps * size) % data.length,
    network,
  };
}
