/**
 * Benchmark of one training step of this project's maths and of other libraries: `npm run bench -- maths`.
 *
 * Forward, backward and update on one sample. All trainers take turns in one run, because an absolute time depends on the
 * machine and its load. Timing starts only after all trainers have computed the same new weights.
 */
import type { Network, Sample } from '../src/maths/network.ts';
import { median, progressReporter, table } from './support.ts';
import { brainJs } from './trainers/brain.ts';
import { ours, ourStep } from './trainers/ours.ts';
import { plainLoop } from './trainers/plainLoop.ts';
import { synapticJs } from './trainers/synaptic.ts';
import { tensorflow } from './trainers/tensorflow.ts';
import type { Trainer, Training } from './trainers/trainer.ts';
import { randomSequence } from '../src/randomSequence.ts';

const TRAINERS: readonly Trainer[] = [ours, plainLoop, brainJs, synapticJs, tensorflow];
const SIZES = [
  [2, 3, 2],
  [8, 12, 12, 4],
];
/** Number of steps compared before timing: momentum, or state left behind, shows in the second. */
const COMPARED_STEPS = 3;
/** Allowed deviation; single precision leaves about 1e−7 of a weight. */
const TOLERANCE = 1e-5;
const WARM_UP_MS = 400;
/** Length of a turn: long enough to include garbage collection. */
const TURN_MS = 10;
const ROUNDS = 61;
const SESSION_STEPS = 1000;
const SESSIONS = 31;

const say = progressReporter();

function randomNetwork(units: readonly number[]): { network: Network; sample: Sample } {
  const random = randomSequence(units.length);
  const numbers = (count: number): number[] => Array.from({ length: count }, () => 2 * random() - 1);
  const network: Network = {
    inputs: units[0]!,
    layers: units.slice(1).map((count) => ({ units: count, activation: 'sigmoid' })),
    loss: 'half-squared-error',
    learningRate: 0.5,
    updateBiases: true,
    snap: null,
    weights: units.slice(1).map((to, l) => Array.from({ length: units[l]! }, () => numbers(to))),
    biases: units.slice(1).map(numbers),
  };
  return { network, sample: { x: numbers(units[0]!), t: numbers(units.at(-1)!).map((t) => (t + 1) / 2) } };
}

/** Largest deviation of the trainer's parameters from the expected ones after the compared steps. */
function largestDeviation(trainer: Trainer, network: Network, sample: Sample): number {
  const training = trainer.start(network, sample);
  const meant = trainer.meant ?? ourStep;
  let expected = network;
  for (let step = 0; step < COMPARED_STEPS; step++) {
    training.step();
    expected = meant(expected, sample);
  }
  const { weights, biases } = training.parameters();
  const are = [...weights.flat(2), ...biases.flat()];
  const should = [...expected.weights.flat(2), ...expected.biases.flat()];
  if (are.length !== should.length) return Number.POSITIVE_INFINITY;
  return Math.max(...are.map((value, i) => Math.abs(value - should[i]!)));
}

/** Processor time of a number of steps, ms; excludes time that other processes take. */
function timeOf(training: Training, steps: number): number {
  const since = process.cpuUsage();
  for (let step = 0; step < steps; step++) training.step();
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

/** Runs a training until the engine has optimised it. @returns number of steps that fill one turn */
function warmUp(training: Training): number {
  let steps = 1;
  let last = 0;
  for (let all = 0; all < WARM_UP_MS; all += last) {
    last = timeOf(training, steps);
    if (last < TURN_MS) steps *= 2;
  }
  return Math.max(1, Math.round((steps * TURN_MS) / last));
}

/** Times all trainers in turns; another one starts each round. @returns microseconds per step, [trainer][round] */
function timeTrainers(name: string, network: Network, sample: Sample): number[][] {
  const trainings = TRAINERS.map((trainer) => trainer.start(network, sample));
  const steps = trainings.map((training, i) => {
    say(`${name}: ${TRAINERS[i]!.name} warms up`);
    return warmUp(training);
  });
  const times: number[][] = trainings.map(() => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (let turn = 0; turn < trainings.length; turn++) {
      const i = (round + turn) % trainings.length;
      times[i]!.push((1000 * timeOf(trainings[i]!, steps[i]!)) / steps[i]!);
    }
    say(`${name}: round ${round + 1} of ${ROUNDS}`);
  }
  return times;
}

function rowsOf(name: string, times: readonly number[][]): string[][] {
  return TRAINERS.map((trainer, i) => {
    // Ratios within one round: a temporary slowdown of the machine affects both times.
    const ratios = times[i]!.map((time, round) => time / times[0]![round]!);
    const sorted = ratios.toSorted((a, b) => a - b);
    const quarter = ROUNDS >> 2;
    return [
      `${name}, ${trainer.name}`,
      median(times[i]!).toFixed(2),
      (median(times[i]!) / median(times[0]!)).toFixed(2),
      `${sorted[quarter]!.toFixed(2)} – ${sorted[ROUNDS - 1 - quarter]!.toFixed(2)}`,
    ];
  });
}

const fields = SIZES.map((units) => ({ name: units.join('-'), ...randomNetwork(units) }));
for (const { name, network, sample } of fields) {
  for (const trainer of TRAINERS) {
    const off = largestDeviation(trainer, network, sample);
    if (off <= TOLERANCE) continue;
    console.error(
      `${trainer.name} computes other weights (${name}, off by ${off}): a race with it means nothing.`,
    );
    process.exit(1);
  }
}
const rows = fields.flatMap(({ name, network, sample }) => rowsOf(name, timeTrainers(name, network, sample)));
console.log(
  table(['one training step', 'µs of processor', 'time, ours = 1.00', 'middle half of the rounds'], rows),
);

const { name, network, sample } = fields.at(-1)!;
const training = ours.start(network, sample);
const thousands = Array.from({ length: SESSIONS }, () => {
  const since = performance.now();
  const busy = timeOf(training, SESSION_STEPS);
  return { busy, waited: performance.now() - since };
});
const [busy, waited] = [thousands.map((one) => one.busy), thousands.map((one) => one.waited)];
console.log(
  `\n${SESSION_STEPS} steps of ${name}, ours: ${median(busy).toFixed(1)} ms of the processor, ${median(waited).toFixed(1)} ms by the clock`,
);
