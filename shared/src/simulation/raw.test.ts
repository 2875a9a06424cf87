/** @module-tag slow */
import { describe, expect, test } from 'vitest';
import { allUnits } from '../maths/unit.ts';
import { grade } from '../question/grade.ts';
import { gradedPart, questionModule, QUESTION_KINDS } from '../question/kinds.ts';
import { partKind } from '../question/part.ts';
import { pickQuestion, subjectsAt } from '../question/pick.ts';
import type { QuestionKind } from '../question/question.ts';
import { randomSituation } from '../testing/randomSituation.ts';
import { SeededRandom } from './seededRandom.ts';
import { typed } from './raw.ts';
import { atOnce } from '../slices.ts';

const choice = { sample: 0, help: 'work', isRelay: true, draw: () => 0.4 } as const;

/** Outcomes of answers at a skill, by the kind of part. */
function outcomesOf(kind: QuestionKind, skill: number): Map<string, string[]> {
  const outcomes = new Map<string, string[]>();
  for (let seed = 1; seed <= 40; seed++) {
    const situation = randomSituation(seed);
    const random = new SeededRandom(seed);
    for (const unit of allUnits(situation.network)) {
      const subjects = subjectsAt(kind, situation.network, unit);
      const question = atOnce(pickQuestion(kind, situation, subjects, choice, () => 0.5));
      if (!question) continue;
      const truth = questionModule(kind).truth(situation, question);
      for (const part of question.parts) {
        const raw = typed(random, truth, part, skill);
        const { outcome } = grade(gradedPart(situation, question, part), raw, {});
        outcomes.set(partKind(part), [...(outcomes.get(partKind(part)) ?? []), outcome]);
      }
    }
  }
  return outcomes;
}

describe.each(QUESTION_KINDS)('simulated players: %s', (kind) => {
  test('full skill answers every kind of part right', () => {
    const outcomes = outcomesOf(kind, 1);
    for (const part of questionModule(kind).partKinds) {
      const all = outcomes.get(part) ?? [];
      const right = all.filter((outcome) => outcome === 'correct').length;
      expect(right / all.length, `${kind} asks for ${part}: its truth has no right reading`).toBeGreaterThan(
        0.6,
      );
    }
  });

  test('no skill answers every kind of part wrong', () => {
    const outcomes = outcomesOf(kind, 0);
    for (const part of questionModule(kind).partKinds) {
      const all = outcomes.get(part) ?? [];
      const wrong = all.filter((outcome) => outcome === 'wrong').length;
      expect(wrong / all.length, `${kind} asks for ${part}: nobody reads it wrongly`).toBeGreaterThan(0.5);
    }
  });
});
