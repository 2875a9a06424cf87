import { activate } from '../../maths/activation.ts';
import { incomingOf } from '../../maths/forward.ts';
import { type Network, outputLayer } from '../../maths/network.ts';
import { allUnits, type UnitRef, unitByName, unitName } from '../../maths/unit.ts';
import { writeForward } from '../../receipt/writeForward.ts';
import { acceptedInterval } from '../numbers/accepted.ts';
import { decimalsOf } from '../numbers/decimals.ts';
import type { AcceptedValues, Candidate, NumberPart } from '../gradedPart.ts';
import { AS_ASKED, type Interval, type Rounding, sumOfProducts, mapInterval } from '../numbers/interval.ts';
import { noSuchPart, type QuestionModule, type SeatScope } from '../kind.ts';
import { PRE_ACTIVATION_RULES, OUTPUT_RULES } from '../mistakes/rules.ts';
import type { ForwardFacts } from '../mistakes/partFacts.ts';
import { pairsOf } from '../mistakes/pairs.ts';
import { writeSum } from '../mistakes/sumWorking.ts';
import { candidatesOf } from '../mistakes/rule.ts';
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

const trueValue = (
  { sums, outputs }: Situation['pass'],
  { layer, index }: UnitRef,
  value: ForwardValue,
): number => (value === 'u' ? sums : outputs)[layer - 1]![index]!;

/** Units of a question, from left to right: the unit itself, or all units that lead to it and it. */
function unitsOf(network: Network, { kind, unit }: Pick<Question, 'kind' | 'unit'>): UnitRef[] {
  if (kind !== 'wholeForward') return [unit];
  return allUnits(network)
    .filter(({ layer }) => layer > 0 && layer < unit.layer)
    .concat(unit);
}

/** Output for a pre-activation; with softmax the sums of the other units stay as they are. */
function outputAt({ network, pass }: Situation, { layer, index }: UnitRef, u: number): number {
  const sums = pass.sums[layer - 1]!.map((sum, i) => (i === index ? u : sum));
  return activate(network.layers[layer - 1]!, sums)[index]!;
}

/** Sums of a unit that the right working can reach, from the incoming values that it can reach. */
function reachOfSum(
  { network }: Situation,
  { layer, index }: UnitRef,
  incoming: readonly Interval[],
  rounding: Rounding,
): Interval {
  const weights = network.weights[layer - 1]!;
  const terms = incoming.map((x, i) => [x, rounding.shown(weights[i]![index]!)] as const);
  return sumOfProducts(terms, rounding.shown(network.biases[layer - 1]![index]!), rounding);
}

/** Outputs of a unit that the right working can reach from a sum. */
function reachOfOutput(situation: Situation, unit: UnitRef, u: Interval, { written }: Rounding): Interval {
  return written(mapInterval((sum) => outputAt(situation, unit, sum), u));
}

/** Reachable outputs of each layer, the inputs first, in whole forward passes. */
const REACHED = new WeakMap<Situation, WeakMap<Rounding, (readonly Interval[])[]>>();

/**
 * Outputs of a layer that a whole forward pass can reach, in which the rounding of earlier units goes on. Each layer is
 * worked out once: all later units begin with it.
 */
function reachedOutputs(situation: Situation, layer: number, rounding: Rounding): readonly Interval[] {
  const { pass } = situation;
  const ofRounding = REACHED.get(situation) ?? new WeakMap<Rounding, (readonly Interval[])[]>();
  REACHED.set(situation, ofRounding);
  const layers = ofRounding.get(rounding) ?? [pass.x.map(rounding.shown)];
  ofRounding.set(rounding, layers);
  while (layers.length <= layer) {
    const incoming = layers.at(-1)!;
    const units = pass.sums[layers.length - 1]!.map((_, index) => ({ layer: layers.length, index }));
    layers.push(
      units.map((unit) =>
        reachOfOutput(situation, unit, reachOfSum(situation, unit, incoming, rounding), rounding),
      ),
    );
  }
  return layers[layer]!;
}

/** Values that the right working can reach at a unit where each step is rounded. */
function reach(
  situation: Situation,
  { kind }: Question,
  unit: UnitRef,
  rounding: Rounding,
): Record<ForwardValue, Interval> {
  const { pass } = situation;
  if (kind === 'output') {
    const u = rounding.shown(pass.sums[unit.layer - 1]![unit.index]!);
    return { u, a: reachOfOutput(situation, unit, u, rounding) };
  }
  const incoming =
    kind === 'wholeForward'
      ? reachedOutputs(situation, unit.layer - 1, rounding)
      : incomingOf(pass, unit.layer).map(rounding.shown);
  const u = reachOfSum(situation, unit, incoming, rounding);
  return { u, a: reachOfOutput(situation, unit, u, rounding) };
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

/** Values that follow from the player's own earlier values. */
function carried(
  situation: Situation,
  unit: UnitRef,
  filling: ForwardValue,
  accepted: AcceptedValues,
): number[] {
  const name = unitPart('u', unitName(situation.network, unit));
  if (filling === 'a') return accepted[name] === undefined ? [] : [forwardFacts(situation, unit, accepted).a];
  return [forwardFacts(situation, unit, { ...accepted, [name]: undefined }).u];
}

/** Known mistakes in a value of a unit, and the right working of its sum. */
function mistakesIn(
  situation: Situation,
  unit: UnitRef,
  filling: ForwardValue,
  truth: number,
): Pick<NumberPart, 'candidates' | 'pairs' | 'working'> {
  const factsWith = (own: AcceptedValues): ForwardFacts => forwardFacts(situation, unit, own);
  if (filling === 'a') {
    return {
      candidates: (own = {}) => candidatesOf(OUTPUT_RULES, factsWith(own), truth, (working) => working),
    };
  }
  const candidates = (own: AcceptedValues = {}): Candidate[] => {
    const facts = factsWith(own);
    return candidatesOf(PRE_ACTIVATION_RULES, facts, truth, (working) => writeSum(facts, working));
  };
  const facts = factsWith({});
  return {
    candidates,
    pairs: () => pairsOf(PRE_ACTIVATION_RULES, facts, (working) => writeSum(facts, working)),
    working: () => writeSum(facts, {}),
  };
}

/** Parts of whole forward passes: those of the hidden units are the same in the questions of all outputs. */
const WHOLE_PARTS = new WeakMap<Situation, Map<Part, NumberPart>>();

function wholePart(situation: Situation, question: Question, part: Part): NumberPart {
  const parts = WHOLE_PARTS.get(situation) ?? new Map<Part, NumberPart>();
  WHOLE_PARTS.set(situation, parts);
  const made = parts.get(part) ?? fillingPart(situation, question, part);
  parts.set(part, made);
  return made;
}

function fillingPart(situation: Situation, question: Question, part: Part): NumberPart {
  const { network, pass } = situation;
  const filling = partKind(part);
  const unit = unitByName(network, partUnit(part) ?? '');
  if (!unit || unit.layer === 0 || (filling !== 'u' && filling !== 'a'))
    throw noSuchPart(question.kind, part);
  const truth = trueValue(pass, unit, filling);
  const reachIn = (rounding: Rounding): Interval => reach(situation, question, unit, rounding)[filling];
  const honest = reachIn(AS_ASKED);
  return {
    type: 'number',
    truth,
    honest,
    accepted: acceptedInterval(truth, honest),
    decimals: decimalsOf(truth),
    reach: reachIn,
    carried: (accepted) => carried(situation, unit, filling, accepted),
    ...mistakesIn(situation, unit, filling, truth),
  };
}

function forwardModule(
  kind: QuestionKind,
  seatScope: SeatScope,
  fillings: readonly ForwardValue[],
): QuestionModule {
  const partsOf = (network: Network, unit: UnitRef): Part[] =>
    unitsOf(network, { kind, unit }).flatMap((one) =>
      fillings.map((filling): Part => unitPart(filling, unitName(network, one))),
    );
  return {
    kind,
    seatScope,
    way: 'forward',
    partKinds: fillings,
    // A whole forward pass has parts from the first layer on.
    ...(kind === 'wholeForward' ? { firstLayer: 1 } : {}),
    subjects: (network, unit) =>
      unit.layer === 0 || (seatScope === 'outputs' && unit.layer !== outputLayer(network))
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
    truth: ({ network, pass }, question) =>
      Object.fromEntries(
        unitsOf(network, { kind, unit: question.unit }).flatMap((one) =>
          fillings.map((filling) => [
            unitPart(filling, unitName(network, one)),
            trueValue(pass, one, filling),
          ]),
        ),
      ) satisfies Truth,
    judgedBy: ({ parts }) => parts,
    part: kind === 'wholeForward' ? wholePart : fillingPart,
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
