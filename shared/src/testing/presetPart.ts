import { type EdgeRef, unitByName } from '../maths/unit.ts';
import { networkOf } from '../network/networkFile.ts';
import { presetById } from '../network/presets.ts';
import type { NumberPart } from '../question/gradedPart.ts';
import { gradedPart, questionModule } from '../question/kinds.ts';
import type { Part, QuestionKind } from '../question/question.ts';
import { type Situation, situationOf } from '../question/situation.ts';

/** Situation of a preset's first sample. */
export function presetSituation(id: string): Situation {
  const file = presetById(id)!;
  return situationOf(networkOf(file), file.data[0]!, file.data);
}

/**
 * A number part of a question about a unit.
 *
 * @param from  source of the weight in question; left out where there is none
 * @throws {RangeError} there is no such unit, or the part is no number
 */
export function numberPartOf(
  situation: Situation,
  kind: QuestionKind,
  { unit: name, from }: { readonly unit: string; readonly from?: EdgeRef['from'] },
  part: Part,
): NumberPart {
  const unit = unitByName(situation.network, name);
  if (!unit) throw new RangeError(`no unit ${name}`);
  const edge = from === undefined ? null : ({ layer: unit.layer, from, to: unit.index } as EdgeRef);
  const choice = { sample: 0, help: 'work', draw: () => 0 } as const;
  const question = questionModule(kind).build(situation, { unit, edge }, choice);
  const graded = gradedPart(situation, question, part);
  if (graded.type !== 'number') throw new RangeError(`${part} is no number`);
  return graded;
}
