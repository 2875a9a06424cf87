import { PRACTICE_LESSONS, type PracticeLesson } from '../../src/lesson/practice.ts';
import type { Numbers } from '../../src/network/drawNetwork.ts';
import { PRESETS } from '../../src/network/presets.ts';
import { QUESTION_KINDS } from '../../src/question/kinds.ts';
import { type Part, partKind } from '../../src/question/part.ts';
import { randomSequence } from '../../src/randomSequence.ts';
import { type Asked, lessonQuestion, sessionQuestions } from './asked.ts';
import type { AskedPart } from './askedPart.ts';

/** Questions of one origin. */
interface Pool {
  readonly name: string;
  readonly questions: readonly Asked[];
}

/** Questions of all lessons in one kind of numbers. */
interface LessonPool extends Pool {
  readonly numbers: Numbers;
  readonly lesson: PracticeLesson;
}

export interface Pools {
  readonly lessons: readonly LessonPool[];
  /** One pool a preset. */
  readonly sessions: readonly Pool[];
}

/** Rounds of training that a preset's session is asked about. */
const ROUNDS = 12;
const PER_LESSON = 40;
const PER_KIND = 48;

/** Number parts of questions. */
export function numberParts(questions: readonly Asked[]): AskedPart[] {
  return questions.flatMap((asked) =>
    asked.parts.flatMap(([part, graded]): AskedPart[] =>
      graded.type === 'number' ? [{ asked, part, graded }] : [],
    ),
  );
}

export const isOfKind =
  (...kinds: readonly string[]) =>
  ({ part }: { readonly part: Part }): boolean =>
    kinds.includes(partKind(part));

/** Draws generated questions, friendly and real, and questions of the sessions of every preset, evenly over the rounds. */
export function drawPools(seed: number, scale: number, progress: (what: string) => void): Pools {
  const each = Math.max(2, Math.round(PER_LESSON * scale));
  const lessons = PRACTICE_LESSONS.flatMap((lesson) =>
    (['friendly', 'real'] as const).map(
      (numbers): LessonPool => ({
        name: `${lesson}, ${numbers}`,
        lesson,
        numbers,
        questions: Array.from({ length: each }, (_, i) =>
          lessonQuestion(lesson, 1_000_000 * seed + i, numbers),
        ),
      }),
    ),
  );
  progress('questions of the lessons, friendly and real');
  const random = randomSequence(seed);
  const wanted = Math.max(4, Math.round(PER_KIND * scale));
  const sessions = PRESETS.map(({ id, file }): Pool => {
    const all = ROUNDS * file.data.length * file.layers.slice(1).reduce((sum, { units }) => sum + units, 0);
    // A stride without a common divisor: every sample and unit has its turn.
    const every = Math.max(1, Math.floor(all / wanted)) | 1;
    return {
      name: id,
      questions: QUESTION_KINDS.flatMap((kind) => [...sessionQuestions(file, kind, ROUNDS, random, every)]),
    };
  });
  progress('questions of sessions');
  return { lessons, sessions };
}
