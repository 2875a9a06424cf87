import type { Network } from '../maths/network.ts';
import { edgeName, isBias, type UnitRef, unitName } from '../maths/unit.ts';
import type { BuildOptions, Subject } from './kind.ts';
import { questionModule } from './kinds.ts';
import { qualityOf } from './quality.ts';
import type { Question, QuestionKind } from './question.ts';
import type { Sliced } from '../slices.ts';
import type { Situation } from './situation.ts';

/** Parameters of a unit that can be in question. */
export const PARAMETER_KINDS = ['weights', 'biases', 'both'] as const;
export type ParameterKinds = (typeof PARAMETER_KINDS)[number];

/** Subjects of a kind at a unit. */
export function subjectsAt(
  kind: QuestionKind,
  network: Network,
  unit: UnitRef,
  parameterKinds: ParameterKinds = 'weights',
): readonly Subject[] {
  return questionModule(kind)
    .subjects(network, unit)
    .filter(
      ({ edge }) =>
        edge === null || parameterKinds === 'both' || isBias(edge) === (parameterKinds === 'biases'),
    );
}

/** Name of a subject, `x1→h1` or the unit's own; no two players of a team have the same name for one sample. */
export function subjectName(network: Network, { unit, edge }: Subject): string {
  return edge ? edgeName(network, edge) : unitName(network, unit);
}

/**
 * Picks the best question that a kind has for a unit: among those without a truth near 0, the one in which the most
 * mistakes can be told from a right answer.
 *
 * A session's numbers come from training, so a question cannot be drawn again; only its subject is free.
 *
 * @param subjects  subjects that are still free
 * @param priority  a seeded number for each subject's name; the smallest wins among equals
 */
export function* pickQuestion(
  kind: QuestionKind,
  situation: Situation,
  subjects: readonly Subject[],
  choice: BuildOptions,
  priority: (subject: string) => number,
): Sliced<Question | undefined> {
  const ranked: { readonly question: Question; readonly key: readonly [number, number, number] }[] = [];
  for (const subject of subjects) {
    const question = questionModule(kind).build(situation, subject, choice);
    const { isTooSmall, separable } = yield* qualityOf(situation, question);
    const name = subjectName(situation.network, subject);
    ranked.push({ question, key: [isTooSmall ? 1 : 0, -separable, priority(name)] });
  }
  ranked.sort((a, b) => a.key[0] - b.key[0] || a.key[1] - b.key[1] || a.key[2] - b.key[2]);
  return ranked[0]?.question;
}
