import { activate } from '../../maths/activation.ts';
import { incomingOf } from '../../maths/forward.ts';
import { type Network, outputLayer } from '../../maths/network.ts';
import { allUnits, type UnitRef, unitByName, unitName } from '../../maths/unit.ts';
import { writeForward } from '../../receipt/writeForward.ts';
import { acceptedInterval } from '../numbers/accepted.ts';
import type { AcceptedValues, NumberPart } from '../gradedPart.ts';
import { type Interval, rounded, shownInterval, sumOfProducts, mapInterval } from '../numbers/interval.ts';
import { noSuchPart, type QuestionModule, type SeatScope } from '../kind.ts';
import {
  PRE_ACTIVATION_CLASSES,
  PRE_ACTIVATION_RULES,
  OUTPUT_CLASSES,
  OUTPUT_RULES,
} from '../mistakes/rules.ts';
import { type ForwardFacts } from '../mistakes/entry.ts';
import { candidatesOf, classesOf } from '../mistakes/rule.ts';
import { type Part, partKind, partUnit, type Truth, unitPart } from '../part.ts';
import type { Question, QuestionKind } from '../question.ts';
import type { Situation } from '../situation.ts';

declare module '../question.ts' {
  interface QuestionKinds {
    readonly belly: true;
    readonly output: true;
    readonly forward: true;
    readonly wholeForward: true;
  }
}

/** Values of a unit that can be asked: its pre-activation u or its output a. */
type ForwardValue = 'u' | 'a';

/** Units of a question, from left to right: the unit itself, or all units that lead to it and it. */
function unitsOf(network: Network, { kind, unit }: Pick<Question, 'kind' | 'unit'>): UnitRef[] {
  if (kind !== 'wholeForward') return [unit];
  return allUnits(network)
    .filter(({ layer }) => layer > 0 && layer < unit.layer)
    .concat(unit);
}

/** Pre-activations that honest work can reach, from the incoming values that honest work can reach. */
function preActivationInterval(
  { network }: Situation,
  unit: UnitRef,
  incoming: readonly Interval[],
): Interval {
  const weights = network.weights[unit.layer - 1]!;
  const terms = incoming.map((x, i) => [x, shownInterval(weights[i]![unit.index]!)] as const);
  return sumOfProducts(terms, shownInterval(network.biases[unit.layer - 1]![unit.index]!));
}

/** Output for a pre-activation; with softmax the sums of the other units stay as they are. */
function outputAt({ network, pass }: Situation, { layer, index }: UnitRef, u: number): number {
  const sums = pass.sums[layer - 1]!.map((sum, i) => (i === index ? u : sum));
  return activate(network.layers[layer - 1]!, sums)[index]!;
}

/** Values that honest work can reach at a unit, [u, a]. In a whole forward pass the rounding of earlier units goes on. */
function honest(situation: Situation, question: Question, unit: UnitRef): Record<ForwardValue, Interval> {
  const { network, pass } = situation;
  const asked = new Set(unitsOf(network, question).map((one) => unitName(network, one)));
  const source = (index: number): Interval => {
    const ref = { layer: unit.layer - 1, index };
    return asked.has(unitName(network, ref))
      ? honest(situation, question, ref).a
      : shownInterval(incomingOf(pass, unit.layer)[index]!);
  };
  const asksSum = question.kind !== 'output';
  const sources = incomingOf(pass, unit.layer).map((_, i) => (asksSum ? source(i) : shownInterval(0)));
  const u = asksSum
    ? preActivationInterval(situation, unit, sources)
    : shownInterval(pass.sums[unit.layer - 1]![unit.index]!);
  return { u, a: rounded(mapInterval((sum) => outputAt(situation, unit, sum), u)) };
}

/** Operands of a unit's sum and output; the player's own earlier values replace true ones. */
function forwardFacts(situation: Situation, unit: UnitRef, own: AcceptedValues): ForwardFacts {
  const { network, pass } = situation;
  const l = unit.layer - 1;
  const incoming = incomingOf(pass, unit.layer).map((value, index) => {
    const source = unitName(network, { layer: l, index });
    return own[unitPart('a', source)] ?? value;
  });
  const weights = network.weights[l]!.map((row) => row[unit.index]!);
  const bias = network.biases[l]![unit.index]!;
  const found = incoming.reduce((sum, x, i) => sum + x * weights[i]!, 0) + bias;
  const u = own[unitPart('u', unitName(network, unit))] ?? found;
  return { situation, unit, incoming, weights, bias, u, a: outputAt(situation, unit, u) };
}

/** Value that follows from the player's own earlier values; undefined where there are none. */
function carried(
  situation: Situation,
  unit: UnitRef,
  filling: ForwardValue,
  accepted: AcceptedValues,
): number | undefined {
  const name = unitPart('u', unitName(situation.network, unit));
  if (filling === 'a')
    return accepted[name] === undefined ? undefined : forwardFacts(situation, unit, accepted).a;
  return forwardFacts(situation, unit, { ...accepted, [name]: undefined }).u;
}

function fillingPart(situation: Situation, question: Question, part: Part): NumberPart {
  const { network, pass } = situation;
  const filling = partKind(part);
  const unit = unitByName(network, partUnit(part) ?? '');
  if (!unit || unit.layer === 0 || (filling !== 'u' && filling !== 'a'))
    throw noSuchPart(question.kind, part);
  const truth = (filling === 'u' ? pass.sums : pass.outputs)[unit.layer - 1]![unit.index]!;
  const interval = honest(situation, question, unit)[filling];
  return {
    type: 'number',
    truth,
    honest: interval,
    accepted: acceptedInterval(truth, interval),
    carried: (accepted) => carried(situation, unit, filling, accepted),
    candidates: (own = {}) => {
      const rules = filling === 'u' ? PRE_ACTIVATION_RULES : OUTPUT_RULES;
      return candidatesOf(rules, forwardFacts(situation, unit, own), truth, (working) => working);
    },
    alike: () =>
      classesOf(filling === 'u' ? PRE_ACTIVATION_CLASSES : OUTPUT_CLASSES, forwardFacts(situation, unit, {})),
  };
}

function forwardModule(
  kind: QuestionKind,
  reach: SeatScope,
  fillings: readonly ForwardValue[],
): QuestionModule {
  const partsOf = (network: Network, unit: UnitRef): Part[] =>
    unitsOf(network, { kind, unit }).flatMap((one) =>
      fillings.map((filling): Part => unitPart(filling, unitName(network, one))),
    );
  return {
    kind,
    seatScope: reach,
    way: 'forward',
    partKinds: fillings,
    // A whole forward pass has parts from the first layer on.
    ...(kind === 'wholeForward' ? { firstLayer: 1 } : {}),
    subjects: (network, unit) =>
      unit.layer === 0 || (reach === 'outputs' && unit.layer !== outputLayer(network))
        ? []
        : [{ unit, edge: null }],
    build: ({ network }, { unit }, { sample }) => ({
      kind,
      unit,
      edge: null,
      sample,
      parts: partsOf(network, unit),
      given: null,
    }),
    truth: (situation, question) =>
      Object.fromEntries(
        partsOf(situation.network, question.unit).map((part) => [
          part,
          fillingPart(situation, question, part).truth,
        ]),
      ) satisfies Truth,
    judgedBy: ({ parts }) => parts,
    part: fillingPart,
    writeReceipt: writeForward,
  };
}

/** The sum question: the pre-activation of one unit. */
export const belly = forwardModule('belly', 'layerByLayer', ['u']);
/** The output question: f of a given pre-activation. */
export const output = forwardModule('output', 'layerByLayer', ['a']);
/** Both parts, of one unit. */
export const forwardQuestion = forwardModule('forward', 'layerByLayer', ['u', 'a']);
/** Both parts, of every unit from the inputs to one output. */
export const wholeForward = forwardModule('wholeForward', 'outputs', ['u', 'a']);
