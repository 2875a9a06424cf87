import { allUnits, type EdgeRef } from '../maths/unit.ts';
import type { ChoicePart, NumberPart, PlacesPart } from '../question/gradedPart.ts';
import type { BuildOptions } from '../question/kind.ts';
import { gradedPart, QUESTION_KINDS, questionModule } from '../question/kinds.ts';
import { isPlacesPart, type Part } from '../question/part.ts';
import { allPlaces } from '../question/places/place.ts';
import { type PlaceId, placeKindOf } from '../question/places/placeId.ts';
import type { Mistake, MistakeId, Question } from '../question/question.ts';
import type { Situation } from '../question/situation.ts';

/** A mistake as a verdict can show it: in one part of one question, with its place. */
export interface ShownMistake {
  readonly id: MistakeId;
  readonly part: Part;
  readonly place: PlaceId;
  readonly edge: EdgeRef | null;
  readonly situation: Situation;
}

/** Sets of places near the right one: a place more, a place or a unit's places less, one taken for another. */
function* wrongSets(truth: readonly PlaceId[], all: readonly PlaceId[]): Generator<ReadonlySet<PlaceId>> {
  for (const extra of all) yield new Set([...truth, extra]);
  for (const start of truth.keys()) for (const count of [2, 3]) yield new Set(truth.toSpliced(start, count));
  for (const [index] of truth.entries()) {
    const rest = truth.toSpliced(index, 1);
    yield new Set(rest);
    const kind = placeKindOf(truth[index]!);
    for (const other of all) if (placeKindOf(other) === kind) yield new Set([...rest, other]);
  }
}

function inNumber(part: NumberPart): readonly Pick<Mistake, 'id' | 'place'>[] {
  return part.candidates().map(({ id, place }) => ({ id, place: place() }));
}

function inPlaces(part: PlacesPart, situation: Situation): readonly Mistake[] {
  const all = allPlaces(situation.network);
  return [...wrongSets(part.truth, all)].flatMap((taken) => part.explain(taken));
}

const inChoice = ({ truth, options, explain }: ChoicePart): readonly Mistake[] =>
  options.filter((option) => option !== truth).flatMap((option) => explain(option));

function inPart(
  situation: Situation,
  question: Question,
  part: Part,
): readonly Pick<Mistake, 'id' | 'place'>[] {
  const graded = gradedPart(situation, question, part);
  if (graded.type === 'number') return inNumber(graded);
  return graded.type === 'places' ? inPlaces(graded, situation) : inChoice(graded);
}

/** Questions of every kind about every unit and weight of a network; a contribution also as a relay asks it. */
function questionsOf(situation: Situation): Question[] {
  const whole: BuildOptions = { sample: 0, draw: () => 0, help: 'work' };
  return QUESTION_KINDS.flatMap((kind) => {
    const { subjects, build, partKinds } = questionModule(kind);
    const ways = partKinds.includes('own') ? [whole, { ...whole, isRelay: true }] : [whole];
    return allUnits(situation.network)
      .flatMap((unit) => subjects(situation.network, unit))
      .flatMap((subject) => ways.map((way) => build(situation, subject, way)));
  });
}

/** Every mistake that questions about a situation can show, in each part. */
export function shownMistakes(situation: Situation): ShownMistake[] {
  return questionsOf(situation).flatMap(({ parts, ...question }) =>
    parts
      // The numbers of a relay's question are those of the whole one.
      .filter((part) => isPlacesPart(part) || !parts.includes('own'))
      .flatMap((part) =>
        inPart(situation, { parts, ...question }, part).map(
          ({ id, place }): ShownMistake => ({ id, place, part, edge: question.edge, situation }),
        ),
      ),
  );
}
