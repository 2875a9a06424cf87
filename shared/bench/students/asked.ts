import { flawOf, generateNetwork, askedIn } from '../../src/lesson/generate.ts';
import { networkOf } from '../../src/network/networkFile.ts';
import { PRACTICE_LESSONS, type PracticeLesson } from '../../src/lesson/practice.ts';
import type { NetworkFile } from '../../src/network/networkFile.ts';
import type { Numbers } from '../../src/network/drawNetwork.ts';
import { meanGradients } from '../../src/maths/backward.ts';
import type { Network, Sample } from '../../src/maths/network.ts';
import { allUnits, unitName } from '../../src/maths/unit.ts';
import { update } from '../../src/maths/update.ts';
import type { GradedPart } from '../../src/question/gradedPart.ts';
import { gradedPart } from '../../src/question/kinds.ts';
import { type ParameterKinds, pickQuestion, subjectsAt } from '../../src/question/pick.ts';
import { type Part, partUnit } from '../../src/question/part.ts';
import type { Question, QuestionKind } from '../../src/question/question.ts';
import { type Situation, situationOf } from '../../src/question/situation.ts';
import { randomSituation } from '../../src/testing/randomSituation.ts';
import { type Random, pickOne } from './figures.ts';
import { atOnce } from '../../src/slices.ts';

/** A question with everything that a student or the referee knows about it. */
export interface Asked {
  readonly situation: Situation;
  readonly question: Question;
  readonly parts: readonly (readonly [Part, GradedPart])[];
  /** Origin of the question, for examples. */
  readonly source: string;
  /** Samples of the same data besides the one asked about. */
  readonly others: readonly Sample[];
}

function ask(
  situation: Situation,
  question: Question,
  source: string,
  others: readonly Sample[] = [],
): Asked {
  return {
    situation,
    question,
    source,
    others,
    parts: question.parts.map((part) => [part, gradedPart(situation, question, part)] as const),
  };
}

export function lessonQuestion(
  lesson: PracticeLesson,
  seed: number,
  numbers: Numbers = seed % 2 === 0 ? 'friendly' : 'real',
): Asked {
  const generated = generateNetwork(lesson, seed, numbers);
  const { situation, question } = askedIn(lesson, generated.file, generated.seed);
  return ask(situation, question, `lesson ${lesson}, ${numbers}, seed ${seed}`);
}

export const lessonAt = (index: number): PracticeLesson => PRACTICE_LESSONS[index % PRACTICE_LESSONS.length]!;

/** Draws a question of a kind about a random network of any depth, as a session would ask it, without a quality check. */
export function randomQuestion(
  kind: QuestionKind,
  parameterKinds: ParameterKinds,
  random: Random,
): Asked | undefined {
  const seed = Math.floor(random() * 2 ** 32);
  const situation = randomSituation(seed);
  const units = allUnits(situation.network).filter(
    (unit) => subjectsAt(kind, situation.network, unit, parameterKinds).length > 0,
  );
  if (units.length === 0) return undefined;
  const subjects = subjectsAt(kind, situation.network, pickOne(units, random), parameterKinds);
  const choice = { sample: 0, help: 'work', draw: random } as const;
  const question = atOnce(pickQuestion(kind, situation, subjects, choice, random));
  return question && ask(situation, question, `random network ${seed}`);
}

/** Draws a question about a random network; undefined unless the generator would accept it. */
function checkedQuestion(
  kind: QuestionKind,
  parameterKinds: ParameterKinds,
  random: Random,
): Asked | undefined {
  const asked = randomQuestion(kind, parameterKinds, random);
  return asked && flawOf(asked.situation, asked.question) === null ? asked : undefined;
}

/** Draws questions of a kind until `count` are accepted or the limit of draws is reached. */
export function checkedQuestions(
  kind: QuestionKind,
  parameterKinds: ParameterKinds,
  count: number,
  random: Random,
): Asked[] {
  const all: Asked[] = [];
  for (let tries = 0; all.length < count && tries < 200 * count; tries++) {
    const asked = checkedQuestion(kind, parameterKinds, random);
    if (asked) all.push(asked);
  }
  return all;
}

/**
 * Lists the questions a session asks on a file: every sample and unit of some rounds of training, one question each.
 *
 * @param every  only each so many-th question is built
 */
export function* sessionQuestions(
  file: NetworkFile,
  kind: QuestionKind,
  rounds: number,
  random: Random,
  every = 1,
): Generator<Asked> {
  let count = 0;
  let network: Network = networkOf(file);
  let before: Situation['before'] = null;
  for (let round = 0; round < rounds; round++) {
    const situations = file.data.map((sample) => situationOf(network, sample, file.data));
    for (const [index, plainly] of situations.entries()) {
      const situation = { ...plainly, before };
      const others = file.data.filter((_, i) => i !== index);
      for (const unit of allUnits(network)) {
        const subjects = subjectsAt(kind, network, unit);
        if (subjects.length === 0 || count++ % every > 0) continue;
        const choice = { sample: index, help: 'work', draw: random } as const;
        const question = atOnce(pickQuestion(kind, situation, subjects, choice, random));
        const source = `${file.name}, round ${round + 1}, sample ${index + 1}`;
        if (question) yield ask(situation, question, source, others);
      }
    }
    before = meanGradients(situations.map(({ truth }) => truth.gradients));
    network = update(network, before);
  }
}

/** Names of the unit that a part is about and of its incoming units. */
export function namesFor({ situation, question }: Asked, part: Part): { own: string; sources: string[] } {
  const { network } = situation;
  const own = partUnit(part) ?? unitName(network, question.unit);
  const unit = allUnits(network).find((one) => unitName(network, one) === own)!;
  const sources = allUnits(network)
    .filter(({ layer }) => layer === unit.layer - 1)
    .map((one) => unitName(network, one));
  return { own, sources };
}
