import { allUnits, unitName } from '../../src/maths/unit.ts';
import { grade } from '../../src/question/grade.ts';
import type { PlacesPart } from '../../src/question/gradedPart.ts';
import { allPlaces } from '../../src/question/places/place.ts';
import { MISTAKE_IDS, partKind } from '../../src/question/question.ts';
import type { Asked } from './asked.ts';
import type { AskedPart } from './askedPart.ts';
import { type Random, percent, pickOne, plain, toFigures } from './figures.ts';
import { type TappablePlaces, PLACES } from './places.ts';

function tappablePlaces({ situation: { network }, question }: Asked, graded: PlacesPart): TappablePlaces {
  const { unit, edge } = question;
  const named = (layer: number): string[] =>
    allUnits(network)
      .filter((one) => one.layer === layer)
      .map((one) => unitName(network, one));
  const before = named(unit.layer - 1);
  return {
    right: graded.truth,
    all: allPlaces(network),
    unit: unitName(network, unit),
    source: edge && edge.from !== 'bias' ? before[edge.from] : undefined,
    layer: named(unit.layer),
    before,
    next: named(unit.layer + 1),
    isDeep: unit.layer + 1 < network.layers.length,
  };
}

/** Table rows about sets of places, one mistake after the other. */
export function placeLines(askedParts: readonly AskedPart[], wanted: number, random: Random): string[] {
  const lines = [
    '### From the places',
    '',
    '| mistake | sets | recognised | first |',
    '|---|---:|---:|---:|',
  ];
  for (const id of MISTAKE_IDS) {
    const student = PLACES[id];
    if (!student) continue;
    let [sets, found, first] = [0, 0, 0];
    for (const { asked, graded } of askedParts) {
      if (sets === wanted) break;
      const taken = graded.type === 'places' ? student(tappablePlaces(asked, graded), random) : null;
      if (!taken || taken.length === 0) continue;
      sets++;
      const verdict = grade(graded, taken.join(' '), {});
      const mistakes = verdict.outcome === 'wrong' ? verdict.mistakes : [];
      if (mistakes.some((mistake) => mistake.id === id)) found++;
      if (mistakes[0]?.id === id) first++;
    }
    lines.push(`| ${id} | ${sets} | ${percent(found, sets)} | ${percent(first, sets)} |`);
  }
  return [...lines, ''];
}

/** Table rows about random answers, by part. */
export function randomLines(askedParts: readonly AskedPart[], count: number, random: Random): string[] {
  const lines = [
    '### Random wrong answers',
    '',
    '| part | answers | share that gets a diagnosis |',
    '|---|---:|---:|',
  ];
  for (const kind of ['S', 'delta', 'G', 'u', 'a', 'f', 'e', 'next', 'estimate']) {
    const own = askedParts.filter(({ part }) => partKind(part) === kind);
    let [answers, named] = [0, 0];
    for (let tries = 0; own.length > 0 && answers < count && tries < 3 * count; tries++) {
      const { graded } = pickOne(own, random);
      if (graded.type !== 'number') continue;
      const size = Math.abs(graded.truth) * 10 ** (2 * random() - 1);
      const verdict = grade(graded, plain(toFigures(random() < 0.5 ? size : -size, 3)), {});
      if (verdict.outcome !== 'wrong') continue;
      answers++;
      if (verdict.mistakes.length > 0) named++;
    }
    lines.push(`| ${kind} | ${answers} | ${percent(named, answers)} |`);
  }
  return [...lines, ''];
}
