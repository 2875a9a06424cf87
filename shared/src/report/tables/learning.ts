import { partKind } from '../../question/part.ts';
import { groupedBy, type PartResult } from '../countedParts.ts';
import { shareOf } from '../figures.ts';
import { type Row, type Table, tableOf } from '../table.ts';

/** Key of a skill: kind of question, kind of part, and place in the network. */
export const skillOf = ({ part, question }: PartResult): string =>
  `${part.kind}/${partKind(part.part)}/${question.place}`;

/** Cells that name the skill of some parts. */
export function skillCells([any]: readonly PartResult[]): Row<'kind' | 'part' | 'place'> {
  return { kind: any!.part.kind, part: partKind(any!.part.part), place: any!.question.place };
}

/** Parts of a student's first and last rounds. */
export interface Ends {
  readonly first: readonly PartResult[];
  readonly last: readonly PartResult[];
}

/** Parts of the first and the last round of one student; undefined where there are not two. */
export function endsOf(parts: readonly PartResult[]): Ends | undefined {
  const rounds = [...groupedBy(parts, ({ question }) => String(question.event)).values()];
  const [first] = rounds;
  const last = rounds.at(-1);
  return rounds.length < 2 || !first || !last ? undefined : { first, last };
}

const firstsIn = (parts: readonly PartResult[]): number => parts.filter(({ isFirst }) => isFirst).length;

/** Share of parts right at the first try, in the first rounds of some students and in their last ones. */
export function learned(students: readonly Ends[]) {
  const first = students.flatMap((ends) => ends.first);
  const last = students.flatMap((ends) => ends.last);
  const startShare = shareOf(firstsIn(first), first.length);
  const endShare = shareOf(firstsIn(last), last.length);
  return {
    students: students.length,
    startAsked: first.length,
    startShare,
    endAsked: last.length,
    endShare,
    change: startShare === null || endShare === null ? null : endShare - startShare,
  };
}

/** Ends of every student in some parts. */
const allEnds = (parts: readonly PartResult[]): Ends[] =>
  [...groupedBy(parts, ({ question }) => question.player).values()].flatMap((own) => endsOf(own) ?? []);

/**
 * Table of what was learnt: for the class and each skill, the same students at their first and their last question.
 *
 * @param parts  parts of the lesson that count
 */
export function learningTable(parts: readonly PartResult[]): Table {
  const whole = { kind: null, part: null, place: null, ...learned(allEnds(parts)) };
  const skills = [...groupedBy(parts, skillOf).values()]
    .map((own) => ({ ...skillCells(own), ...learned(allEnds(own)) }))
    .filter(({ students }) => students > 0);
  return tableOf(
    'learning',
    ['kind', 'part', 'place', 'students', 'startAsked', 'startShare', 'endAsked', 'endShare', 'change'],
    whole.students === 0 ? [] : [whole, ...skills],
  );
}
