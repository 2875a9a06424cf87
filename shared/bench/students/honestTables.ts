import { PRESETS } from '../../src/network/presets.ts';
import { isHonestSafe } from '../../src/question/numbers/accepted.ts';
import { grade } from '../../src/question/grade.ts';
import type { AcceptedValues } from '../../src/question/gradedPart.ts';
import { questionModule, QUESTION_KINDS } from '../../src/question/kinds.ts';
import { type Part, partKind } from '../../src/question/part.ts';
import {
  type Asked,
  checkedQuestions,
  lessonQuestion,
  sessionQuestions,
  lessonAt,
  namesFor,
} from './asked.ts';
import { type Random, percent, pickOne, plain, shown, shuffled, spelled, toFigures } from './figures.ts';
import { honestAnswer, WORKED_OUT } from './honest.ts';
import { dial } from './lever.ts';
import { sightOf } from './sight.ts';
import { randomSequence } from '../../src/randomSequence.ts';

interface Tally {
  answers: number;
  wrong: number;
  /** Answers to parts in which honest rounding always stays accepted, and the wrong ones among them. */
  safe: number;
  safeWrong: number;
  /** Answers for which more figures were requested: no try is used. */
  more: number;
  readonly examples: string[];
}

const newTally = (): Tally => ({ answers: 0, wrong: 0, safe: 0, safeWrong: 0, more: 0, examples: [] });

function honestRaw(asked: Asked, part: Part, found: Record<string, number>, random: Random): string {
  const graded = asked.parts.find(([name]) => name === part)![1];
  if (graded.type === 'places') return shuffled(graded.truth, random).join(' ');
  if (graded.type === 'choice') return graded.truth;
  if (part === 'estimate') {
    const at = (shift: number): number => dial(asked.situation, asked.question.edge!, shift);
    const [down, up] = [shown(at(-0.1) - at(0)), shown(at(0.1) - at(0))];
    const slope = pickOne([up / 0.1, down / -0.1, (up - down) / 0.2], random);
    return spelled(plain(toFigures(slope, pickOne([3, 4], random))), random);
  }
  // Without a student for this part kind the right number is rounded at random.
  if (!WORKED_OUT.includes(partKind(part)))
    return spelled(plain(toFigures(graded.truth, pickOne([3, 4, 5], random))), random);
  return honestAnswer(
    sightOf(asked.situation, asked.question, part),
    part,
    found,
    namesFor(asked, part),
    random,
  );
}

/** Answers all parts of one question as one student, and counts the verdicts. */
function answerAll(asked: Asked, random: Random, tally: Tally): void {
  const found: Record<string, number> = {};
  let accepted: AcceptedValues = {};
  for (const [part, graded] of asked.parts) {
    const raw = honestRaw(asked, part, found, random);
    const verdict = grade(graded, raw, accepted);
    const isSafe = graded.type !== 'number' || isHonestSafe(graded.accepted, graded.honest);
    tally.answers++;
    if (isSafe) tally.safe++;
    if (verdict.outcome === 'correct') {
      if (verdict.read !== null) {
        found[part] = verdict.read;
        accepted = { ...accepted, [part]: verdict.read };
      }
      continue;
    }
    // A request for more figures at a part safe for honest rounding is a wrong verdict too.
    if (verdict.outcome === 'needsDigits' && !isSafe) {
      tally.more++;
      continue;
    }
    tally.wrong++;
    if (!isSafe) continue;
    tally.safeWrong++;
    if (tally.examples.length < 8 && graded.type === 'number') {
      tally.examples.push(
        `${asked.question.kind} ${part}: ${JSON.stringify(raw)} for ${graded.truth}, accepted [${graded.accepted.join(', ')}], honest [${graded.honest.join(', ')}]: ${verdict.outcome}`,
      );
    }
  }
}

/** Question kinds drawn about random networks: all but those that ask no more than a part of another one. */
const DEEP = QUESTION_KINDS.filter((kind) => kind !== 'belly' && kind !== 'output');

type Progress = (what: string) => void;

/** Questions of the lessons, and about random networks. */
function generatedQuestions(scale: number, random: Random, progress: Progress): Asked[] {
  const count = Math.round(5_000 * scale);
  const questions: Asked[] = Array.from({ length: Math.ceil(count / 2) }, (_, i) =>
    lessonQuestion(lessonAt(i), i),
  );
  progress(`${questions.length} questions of the lessons`);
  for (const [i, kind] of DEEP.entries()) {
    const share = Math.ceil(count / 2 / DEEP.length);
    const biases = questionModule(kind).isHelped ? Math.floor(share / 4) : 0;
    questions.push(...checkedQuestions(kind, 'weights', share - biases, random));
    if (biases > 0) questions.push(...checkedQuestions(kind, 'biases', biases, random));
    progress(`questions about random networks, ${i + 1} of ${DEEP.length} kinds`);
  }
  return questions;
}

/** Table of generated questions, answered by students until there are enough answers, by kind. */
function generatedTable(
  questions: readonly Asked[],
  scale: number,
  random: Random,
  progress: Progress,
): string[] {
  const lines = ['| questions | answers | marked wrong |', '|---|---:|---:|'];
  const byKind = new Map<string, Tally>();
  const wanted = 100_000 * scale;
  const total = newTally();
  for (let round = 0; total.answers < wanted; round++) {
    for (const asked of questions) {
      const kind = asked.question.kind;
      if (!byKind.has(kind)) byKind.set(kind, newTally());
      const tally = byKind.get(kind)!;
      const [answers, wrong] = [tally.answers, tally.wrong];
      answerAll(asked, random, tally);
      total.answers += tally.answers - answers;
      total.wrong += tally.wrong - wrong;
    }
    if (round === 0 && questions.length === 0) break;
  }
  for (const kind of QUESTION_KINDS) {
    const tally = byKind.get(kind);
    if (tally) lines.push(`| generated, ${kind} | ${tally.answers} | ${tally.wrong} |`);
    for (const example of tally?.examples ?? []) progress(`  ${example}`);
  }
  lines.push(`| **all ${questions.length} generated** | **${total.answers}** | **${total.wrong}** |`, '');
  progress('honest answers to generated questions');
  return lines;
}

/** Table of the questions of every preset's session, answered by students. */
function sessionsTable(scale: number, random: Random, progress: Progress): string[] {
  const lines = [
    '| session of | answers | where honest rounding can miss | asked for more figures | marked wrong |',
    '|---|---:|---:|---:|---:|',
  ];
  for (const { id, file } of PRESETS) {
    const tally = newTally();
    for (const kind of QUESTION_KINDS) {
      for (const asked of sessionQuestions(file, kind, Math.ceil(12 * scale), random)) {
        for (let student = 0; student < 2; student++) answerAll(asked, random, tally);
      }
    }
    const others = tally.answers - tally.safe;
    lines.push(
      `| ${id} | ${tally.answers} | ${others} (${percent(others, tally.answers)}) | ${tally.more} | ${tally.wrong} |`,
    );
    for (const example of tally.examples) progress(`  ${example}`);
    progress(`honest answers in sessions of ${id}`);
  }
  return lines;
}

/** Tables of honest students: generated questions of every kind and depth, then the sessions of every preset. */
export function honestTables(seed: number, scale: number, progress: Progress): string[] {
  const random = randomSequence(seed);
  const questions = generatedQuestions(scale, random, progress);
  const generated = generatedTable(questions, scale, random, progress);
  return ['### Honest students', '', ...generated, ...sessionsTable(scale, random, progress), ''];
}
