import { allUnits } from '../maths/unit.ts';
import type { NumberPart } from '../question/gradedPart.ts';
import { gradedPart, questionModule } from '../question/kinds.ts';
import { subjectsAt } from '../question/pick.ts';
import { partKind, type QuestionKind } from '../question/question.ts';
import type { Situation } from '../question/situation.ts';
import { randomSituation } from './randomSituation.ts';

const KINDS: readonly QuestionKind[] = ['forward', 'valve', 'error', 'contribution', 'update', 'nudge'];
const choice = { sample: 0, help: 'work', draw: () => 0.4 } as const;

/** Excludes values of 0 and saturated ones without digits left: there mistakes coincide by accident. */
function isGeneric({ pass, truth }: Situation): boolean {
  const numbers = [
    ...pass.sums,
    ...pass.outputs,
    ...truth.slopes,
    ...truth.deltas,
    ...truth.arriving,
  ].flatMap((row) => row ?? []);
  return (
    numbers.every((value) => Math.abs(value) > 1e-4 && Math.abs(value) < 1e4) &&
    pass.sums.flat().every((u) => Math.abs(u) > 0.02 && Math.abs(u) < 10)
  );
}

export interface NamedPart {
  readonly part: NumberPart;
  /** Kind of the question and of the part. */
  readonly name: string;
}

/** Number parts of questions about random situations, two weights and the bias of each unit. */
export function* randomParts(
  seeds: readonly number[],
  kinds: readonly QuestionKind[] = KINDS,
): Generator<NamedPart> {
  for (const seed of seeds) {
    const situation = randomSituation(seed);
    if (!isGeneric(situation)) continue;
    for (const kind of kinds) {
      for (const unit of allUnits(situation.network)) {
        const subjects = [
          ...subjectsAt(kind, situation.network, unit).slice(0, 2),
          ...subjectsAt(kind, situation.network, unit, 'biases'),
        ];
        for (const subject of subjects) {
          const question = questionModule(kind).build(situation, subject, choice);
          for (const name of question.parts) {
            const part = gradedPart(situation, question, name);
            if (part.type === 'number') yield { part, name: `${kind} ${partKind(name)}` };
          }
        }
      }
    }
  }
}

export const upTo = (last: number): number[] => Array.from({ length: last }, (_, i) => i + 1);
