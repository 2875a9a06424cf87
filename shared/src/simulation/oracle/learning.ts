import { backward, meanGradients } from '../../maths/backward.ts';
import { forward } from '../../maths/forward.ts';
import type { Network, Parameters, Sample } from '../../maths/network.ts';
import { meanLoss, update } from '../../maths/update.ts';
import {
  type Book,
  near,
  type Of,
  type RoundBook,
  type Rule,
  type RunBook,
  sameNumbers,
  type Topic,
} from './book.ts';
import { truthOf } from './truths.ts';

/** Rules of updates: only the true step, the earned share of it, or the answered gradients move the weights. */

const EARNED_WITHIN = 2;
const TRUE_UPDATES = 2;
const CLIPPED_AT = 5;

export const learning = (): Topic => (event, book, rule) => {
  if (event.type === 'weightsUpdated') return updated(event, book, rule);
  if (event.type === 'machineTrained') return machine(event, book, rule);
  if (event.type === 'runOpened') {
    const sheet =
      event.kind === 'own' && book.activity?.opened.type === 'exitTicket' ? book.activity.opened : null;
    const { network, data } = sheet ?? book.session;
    return rule(near(event.loss, meanLoss(network, data)), 'a run begins with the loss of its network');
  }
  if (event.type === 'warmUpOpened')
    return rule(
      near(event.loss, meanLoss(event.network, event.data)),
      'a run begins with the loss of its network',
    );
  if (event.type === 'roundOpened') {
    const { updates } = book.runs.get(event.run)!;
    // Wrong answers may move the weights only where a host can discuss them.
    const isAlone = event.rules.weights === 'answered' && book.settings.pacing !== 'host';
    rule(
      event.rules.weights === 'true' || (updates >= TRUE_UPDATES && !isAlone),
      'the first two updates are true, and wrong answers move weights only where a host leads',
    );
  }
  if (event.type === 'sessionStarted')
    rule(
      near(event.loss, meanLoss(book.session.network, book.session.data)),
      'a run begins with the loss of its network',
    );
};

const samplesOf = ({ lanes }: RoundBook): number[] => [...new Set(lanes.map(({ sample }) => sample))];

const meanAt = (run: RunBook, network: Network, samples: readonly number[]): Parameters =>
  meanGradients(samples.map((sample) => truthOf(network, run.data[sample]!).gradients));

const isSame = (a: Parameters, b: Parameters): boolean =>
  sameNumbers(a.weights, b.weights) && sameNumbers(a.biases, b.biases);

function updated(event: Of<'weightsUpdated'>, book: Book, rule: Rule): void {
  const run = book.runs.get(event.run)!;
  const round = run.now!;
  const samples = samplesOf(round);
  const mean = meanAt(run, run.network, samples);
  rule(isSame(event.gradients, mean), 'the gradient of a round is the mean over its different samples');
  const target = update(run.network, mean);
  rule(isSame(event.target, target), 'a true step is −η times the mean gradient');
  const { weights } = round.rules;
  rule((event.shares !== null) === (weights === 'earned'), 'shares are there where weights are earned');
  const shares = weights === 'earned' ? sharesIn(run, round) : null;
  if (shares)
    rule(
      sameNumbers(event.shares, shares),
      'a unit earns by the share of its lanes that were right within two tries',
    );
  const step = shares ? scaled(mean, shares) : weights === 'answered' ? answered(round, mean) : mean;
  rule(
    isSame(event.parameters, update(run.network, step)),
    'weights move by what the rules of the round make of the gradient',
  );
  loss(event, run, update(run.reference, meanAt(run, run.reference, samples)), rule);
}

/** Tells whether a value of a network is not finite: JSON cannot write it. */
function isWild(network: Network, data: readonly Sample[]): boolean {
  return data.some(({ x, t }) => {
    const pass = forward(network, x);
    const said = [pass, backward(network, pass, t).gradients, meanLoss(network, data)];
    return JSON.stringify(said).includes('null');
  });
}

/** Rule of the loss, and of the reference run's. */
function loss(
  event: Of<'weightsUpdated'> | Of<'machineTrained'>,
  run: RunBook,
  reference: Network,
  rule: Rule,
): void {
  const now = { ...run.network, ...event.parameters };
  rule(near(event.loss, meanLoss(now, run.data)), 'the loss is that of the new weights');
  const said = event.reference?.parameters ?? event.parameters;
  const expected = isWild({ ...run.network, ...reference }, run.data) ? run.reference : reference;
  rule(
    isSame(said, expected),
    'the reference run takes true steps on the same samples, as long as they lead anywhere',
  );
  const referenceLoss = event.reference?.loss ?? event.loss;
  rule(
    near(referenceLoss, meanLoss({ ...run.network, ...said }, run.data)),
    'the loss of the reference run is that of its weights',
  );
}

/** Share of each unit's lanes with G right within two tries; a machine's lane counts as the mean of the players'. */
function sharesIn(run: RunBook, round: RoundBook): number[][] {
  const earned = new Map<string, boolean>();
  for (const [player, seat] of round.seats) {
    if (run.finishing.get(player)?.round === round) continue;
    const asked = seat.question?.parts ?? seat.forward?.question.parts ?? [];
    const decisive = asked.includes('G') ? ['G'] : asked;
    const isEarned = decisive.every((part) => {
      const given = round.parts.get(`${player}/${part}`);
      return given?.right === true && given.tries <= EARNED_WITHIN;
    });
    earned.set(`${seat.lane}/${seat.unit.layer}/${seat.unit.index}`, isEarned);
  }
  const people = [...earned.values()];
  const mean = people.length === 0 ? 1 : people.filter(Boolean).length / people.length;
  const lanes = [...round.lanes.keys()];
  return run.network.layers.map(({ units }, l) =>
    Array.from({ length: units }, (_, index) => {
      const each = lanes.map((lane) => earned.get(`${lane}/${l + 1}/${index}`));
      return (
        each.reduce<number>((sum, one) => sum + (one === undefined ? mean : Number(one)), 0) / lanes.length
      );
    }),
  );
}

const scaled = ({ weights, biases }: Parameters, shares: readonly (readonly number[])[]): Parameters => ({
  weights: weights.map((matrix, l) => matrix.map((row) => row.map((G, j) => G * shares[l]![j]!))),
  biases: biases.map((row, l) => row.map((G, j) => G * shares[l]![j]!)),
});

/** Gradients used in place of those asked for: the mean of the players' last answers, clipped; 0 without an answer. */
function answered(round: RoundBook, mean: Parameters): Parameters {
  const said = (layer: number, from: number | 'bias', to: number, truth: number): number => {
    const asked = [...round.seats].filter(([, { question }]) => {
      const edge = question?.edge;
      return (
        edge && question.parts.includes('G') && edge.layer === layer && edge.from === from && edge.to === to
      );
    });
    if (asked.length === 0) return truth;
    const given = asked.flatMap(([player]) => round.said.get(`${player}/G`) ?? []);
    if (given.length === 0) return 0;
    const all = [...mean.weights[layer - 1]!.flat(), ...mean.biases[layer - 1]!];
    const most = CLIPPED_AT * Math.max(...all.map(Math.abs));
    return Math.max(-most, Math.min(most, given.reduce((sum, one) => sum + one, 0) / given.length));
  };
  return {
    weights: mean.weights.map((matrix, l) => matrix.map((row, i) => row.map((G, j) => said(l + 1, i, j, G)))),
    biases: mean.biases.map((row, l) => row.map((G, j) => said(l + 1, 'bias', j, G))),
  };
}

function machine(event: Of<'machineTrained'>, book: Book, rule: Rule): void {
  const run = book.runs.get(event.run)!;
  const { samples } = run.now?.rules ?? book.settings;
  const n = run.data.length;
  const size =
    samples === 'byLanes' ? Math.max(1, run.now ? samplesOf(run.now).length : 1) : Math.min(samples, n);
  const after = (from: Network): Network => {
    let network: Network = { ...from, snap: null };
    for (let step = 0; step < event.steps; step++) {
      const batch = Array.from({ length: size }, (_, i) => (run.cursor + step * size + i) % n);
      network = update(network, meanAt(run, network, batch));
    }
    return network;
  };
  rule(
    Number.isInteger(event.steps) && event.steps >= 1 && event.steps <= 1_000,
    'the machine takes 1 to 1,000 steps',
  );
  rule(
    isSame(event.parameters, after(run.network)),
    'steps of the machine are as many true steps, which are not rounded',
  );
  rule(
    (event.unrounded === true) === (run.network.snap !== null),
    'the machine says where it ends the rounding of weights',
  );
  rule(event.cursor === (run.cursor + event.steps * size) % n, 'the machine takes the samples in turn');
  loss(event, run, after(run.reference), rule);
}
