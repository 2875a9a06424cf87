/** @module-tag slow */
import { expect, test } from 'vitest';
import { lessonAt, lessonQuestion } from '../../../bench/students/asked.ts';
import { incomingOf } from '../../maths/forward.ts';
import { allUnits, type EdgeRef, edgesInto, unitName } from '../../maths/unit.ts';
import { networkOf } from '../../network/networkFile.ts';
import { PRESETS, presetById } from '../../network/presets.ts';
import { runs } from '../../testing/effort.ts';
import { factsOf } from '../facts.ts';
import { grade } from '../grade.ts';
import type { AcceptedValues, NumberPart } from '../gradedPart.ts';
import { numberPart } from '../kinds/contribution.ts';
import { numberPartOf } from '../../testing/presetPart.ts';
import { type Situation, situationOf } from '../situation.ts';

/** Way in which a player writes a number down. */
type Write = (value: number) => string;

/** Half away from 0, as people round. */
const twoDecimals: Write = (value) =>
  (Math.sign(value) * (Math.abs(value) + 1e-12)).toFixed(2).replace(/^-(0\.00)$/u, '$1');
const threeFigures: Write = (value) => value.toPrecision(3);
const shown = (value: number): number => Number(value.toPrecision(4));

/** One answer of a player who works rightly, with the part that it is given to. */
interface Answer {
  readonly name: 'S' | 'delta' | 'G' | 'u' | 'a';
  readonly part: NumberPart;
  readonly value: number;
}

/** S, δ and G of a weight, from the displayed numbers, each result written down before it is used. */
function backwardAnswers(situation: Situation, edge: EdgeRef, write: Write): Answer[] {
  const facts = factsOf(situation, edge);
  if (facts.arriving === null || facts.slope === null) return [];
  const rounded = (value: number): number => Number(write(value));
  const products = facts.next.map(({ weight, delta }) => rounded(shown(delta) * shown(weight)));
  const S =
    products.length > 0 ? rounded(products.reduce((sum, one) => rounded(sum + one))) : shown(facts.arriving);
  const delta = rounded(S * shown(facts.slope));
  const parts: Answer[] = products.length > 0 ? [{ name: 'S', part: numberPart(facts, 'S'), value: S }] : [];
  return [
    ...parts,
    { name: 'delta', part: numberPart(facts, 'delta'), value: delta },
    { name: 'G', part: numberPart(facts, 'G'), value: rounded(delta * shown(facts.x)) },
  ];
}

/** u of a unit; a is taken by the key f of the displayed u. */
function forwardAnswers(
  situation: Situation,
  name: string,
  layer: number,
  index: number,
  write: Write,
): Answer[] {
  const { network, pass } = situation;
  const rounded = (value: number): number => Number(write(value));
  const products = incomingOf(pass, layer).map((x, i) =>
    rounded(shown(x) * shown(network.weights[layer - 1]![i]![index]!)),
  );
  const u = [...products, network.biases[layer - 1]![index]!].reduce((sum, one) => rounded(sum + one));
  return [{ name: 'u', part: numberPartOf(situation, 'belly', { unit: name }, `u:${name}`), value: u }];
}

function* answersOn(situation: Situation, write: Write): Generator<Answer> {
  const { network } = situation;
  for (const unit of allUnits(network)) {
    for (const edge of edgesInto(network, unit)) yield* backwardAnswers(situation, edge, write);
    if (unit.layer > 0)
      yield* forwardAnswers(situation, unitName(network, unit), unit.layer, unit.index, write);
  }
}

function situationsOf(preset: string): Situation[] {
  const file = presetById(preset)!;
  return file.data.slice(0, runs(6, 50)).map((sample) => situationOf(networkOf(file), sample, file.data));
}

function* generated(): Generator<Situation> {
  for (let seed = 0; seed < runs(60, 600); seed++)
    yield lessonQuestion(lessonAt(seed), 5_000 + seed).situation;
}

const isNumber = (value: number): boolean =>
  value === 0 || (Math.abs(value) > 1e-90 && Math.abs(value) < 1e90);

/** Answers that cost a try. */
function missesOf(situations: Iterable<Situation>, write: Write): string[] {
  const missed: string[] = [];
  for (const situation of situations) {
    for (const { name, part, value } of answersOn(situation, write)) {
      if (!isNumber(value)) continue;
      const own: AcceptedValues = {};
      const raw = write(value);
      const { outcome } = grade(part, raw, own);
      if (outcome === 'wrong' || outcome === 'unreadable') missed.push(`${name} ${raw} for ${part.truth}`);
    }
  }
  return missed;
}

test.each(['mazur', 'swap', 'swap-two-slopes'])(
  'two decimals at each step on %s: no try is lost',
  (preset) => {
    expect(missesOf(situationsOf(preset), twoDecimals)).toEqual([]);
  },
);

test('two decimals at each step in generated questions: no try is lost', () => {
  expect(missesOf(generated(), twoDecimals)).toEqual([]);
});

test('three figures at each step, on every preset and in generated questions: never wrong', () => {
  const presets = PRESETS.filter(({ file }) => file.data.length > 0).flatMap(({ id }) => situationsOf(id));
  expect(missesOf(presets, threeFigures)).toEqual([]);
  expect(missesOf(generated(), threeFigures)).toEqual([]);
});
