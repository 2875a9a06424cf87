import { partKind } from '../../../src/question/part.ts';
import { randomSequence } from '../../../src/randomSequence.ts';
import type { AskedPart } from '../askedPart.ts';
import { writtenResult } from '../calculation.ts';
import { pickOne, plain } from '../figures.ts';
import { numberParts, type Pools } from '../pools.ts';
import { Examples, inOrder, type ReportTable, share } from '../report.ts';
import { isRight, isWrong, madeMistakes, type MadeMistake } from '../singles.ts';
import { type Course, habitTexts, sendUntilJudged } from './answering.ts';
import { MISTAKEN_HABITS, valueOf } from './habits.ts';
import { countMistaken, MISTAKEN_HEAD, MistakenTallies, type MistakenTally } from './mistakenTally.ts';

function courseOf(
  { graded }: AskedPart,
  { calculation }: MadeMistake,
  habit: (typeof MISTAKEN_HABITS)[number],
  isFull: boolean,
) {
  return sendUntilJudged(
    graded,
    {},
    habitTexts(habit, isFull, (write) => writtenResult(calculation, write)),
  );
}

function measuresOf(tallies: MistakenTallies): Record<string, number> {
  const three = (field: keyof MistakenTally): number => tallies.sum('three figures at the end', field);
  return {
    'mistaken students in rougher figures who are helped': tallies.sum('', 'helped'),
    'mistaken students in rougher figures who are asked for more to the end': tallies.sum('', 'hidden'),
    '% of mistakes in three figures that are named first': share(three('first'), three('wrong')),
    '% of mistakes in three figures where another is named first': share(three('falsely'), three('wrong')),
  };
}

/** Share of the mistakes of a part that are made; with all of them the benchmark would take too long. */
const SHARE = 0.5;

/** Students who make one known mistake and round too much: by habit, and by mistake. */
export function roughMistakenTables(pools: Pools, seed: number): ReportTable[] {
  const random = randomSequence(seed + 200);
  const examples = new Examples(3);
  const byHabit = new MistakenTallies();
  const byMistake = new MistakenTallies();
  const origins = [
    ['generated', pools.lessons],
    ['sessions', pools.sessions],
  ] as const;
  for (const habit of MISTAKEN_HABITS) for (const [origin] of origins) byHabit.of(habit.name, origin);
  for (const [origin, all] of origins) {
    for (const askedPart of numberParts(all.flatMap(({ questions }) => questions))) {
      for (const mistake of madeMistakes(askedPart, random)) {
        if (random() > SHARE || !isWrong(askedPart, mistake)) continue;
        const habit = pickOne(MISTAKEN_HABITS, random);
        const course = courseOf(askedPart, mistake, habit, random() < 0.5)!;
        const isNumberRight = isRight(askedPart, valueOf(course.sent.at(-1)!));
        const kind = partKind(askedPart.part);
        const fault = countMistaken(byHabit.of(habit.name, origin), mistake.id, course, isNumberRight);
        countMistaken(byMistake.of(kind, mistake.id), mistake.id, course, isNumberRight);
        if (fault)
          examples.add(`${fault}, ${habit.name}, ${kind}`, () => described(askedPart, mistake, course));
      }
    }
  }
  return [
    {
      title: 'Rougher figures: mistaken students, by habit',
      head: ['habit', 'questions', ...MISTAKEN_HEAD],
      rows: byHabit.rows(),
      examples: examples.all,
      measures: measuresOf(byHabit),
    },
    {
      title: 'Rougher figures: mistaken students, by mistake',
      head: ['part', 'mistake', ...MISTAKEN_HEAD],
      rows: inOrder(byMistake.rows()),
      examples: [],
    },
  ];
}

export function described(
  { asked, part, graded }: AskedPart,
  { id, value }: Pick<MadeMistake, 'id' | 'value'>,
  { sent, last }: Course,
): string {
  const truth = graded.type === 'number' ? plain(graded.truth) : '';
  return `${asked.source}, ${asked.question.kind} ${part} = ${truth}, ${id} = ${plain(value)}: sent ${sent.map((text) => `\`${text}\``).join(', ')}: ${last.outcome} ${last.named.join(', ')}`;
}
