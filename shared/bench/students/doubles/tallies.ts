import { percent } from '../figures.ts';
import type { Told } from '../judge.ts';
import { share } from '../report.ts';
import type { Pair } from './threePairs.ts';

/** Counts of the verdicts on two mistakes at once. */
interface Tally {
  answers: number;
  /** Not judged wrong: accepted or asked for more. */
  notWrong: number;
  falsely: number;
  /** Another mistake that gives the same number, alone or with a second one: its name is no false one. */
  others: number;
  oneFirst: number;
  both: number;
  unnamed: number;
}

/** Tallies by name. */
export class Tallies {
  private readonly all = new Map<string, Tally>();

  of(name: string): Tally {
    if (!this.all.has(name))
      this.all.set(name, {
        answers: 0,
        notWrong: 0,
        falsely: 0,
        others: 0,
        oneFirst: 0,
        both: 0,
        unnamed: 0,
      });
    return this.all.get(name)!;
  }

  rows(): (string | number)[][] {
    return [...this.all].map(([name, { answers, notWrong, falsely, others, oneFirst, both, unnamed }]) => [
      ...name.split(' | '),
      answers,
      notWrong,
      percent(falsely, answers),
      percent(others, answers),
      percent(oneFirst, answers),
      percent(both, answers),
      percent(unnamed, answers),
    ]);
  }

  /** Share of a count among the answers of the tallies whose name ends so. */
  share(end: string, field: keyof Tally): number {
    const own = [...this.all].filter(([name]) => name.endsWith(end)).map(([, tally]) => tally);
    const sum = (of: keyof Tally): number => own.reduce((all, tally) => all + tally[of], 0);
    return share(sum(field), sum('answers'));
  }

  /** The rows with the largest shares of false names. */
  worst(count: number): (string | number)[][] {
    const shareOf = (row: readonly (string | number)[]): number =>
      Number(String(row.at(-5)).replace(' %', ''));
    return this.rows()
      .toSorted((a, b) => shareOf(b) - shareOf(a))
      .slice(0, count);
  }
}

/** Counts one verdict. @returns true: a false name came first */
export function countTold(
  tally: Tally,
  { ids }: Pair,
  isSameNumber: (id: string) => boolean,
  { outcome, named }: Told,
): boolean {
  tally.answers++;
  if (outcome !== 'wrong') {
    tally.notWrong++;
    return false;
  }
  const [first] = named;
  if (ids.every((id) => named.includes(id))) tally.both++;
  if (first === undefined) tally.unnamed++;
  else if (ids.includes(first)) tally.oneFirst++;
  else if (isSameNumber(first)) tally.others++;
  else {
    tally.falsely++;
    return true;
  }
  return false;
}
