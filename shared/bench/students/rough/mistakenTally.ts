import { percent } from '../figures.ts';
import type { Course } from './answering.ts';

/** Counts of students who make a mistake and answer in rougher figures. */
export interface MistakenTally {
  students: number;
  /** Asked for more figures at the first answer. */
  asked: number;
  /** Accepted in the end, with a number that is right by the rounding. */
  chance: number;
  /** Accepted in the end, with a number that is not right. */
  helped: number;
  /** Asked for more to the end. */
  hidden: number;
  wrong: number;
  recognised: number;
  first: number;
  falsely: number;
}

const newMistakenTally = (): MistakenTally => ({
  students: 0,
  asked: 0,
  chance: 0,
  helped: 0,
  hidden: 0,
  wrong: 0,
  recognised: 0,
  first: 0,
  falsely: 0,
});

/** Counts the course of a student who made one mistake. @returns what was wrong with it, or null */
export function countMistaken(
  tally: MistakenTally,
  id: string,
  { first, last }: Course,
  isRightNumber: boolean,
): 'helped' | 'hidden' | 'falsely' | null {
  tally.students++;
  if (first.outcome === 'asked') tally.asked++;
  if (last.outcome === 'right') {
    if (isRightNumber) tally.chance++;
    else tally.helped++;
    return isRightNumber ? null : 'helped';
  }
  if (last.outcome === 'asked') {
    tally.hidden++;
    return 'hidden';
  }
  tally.wrong++;
  if (last.named.includes(id)) tally.recognised++;
  const [named] = last.named;
  if (named === undefined) return null;
  if (named === id || last.same.has(id)) tally.first++;
  else {
    tally.falsely++;
    return 'falsely';
  }
  return null;
}

export const MISTAKEN_HEAD = [
  'students',
  'asked for more',
  'right by rounding',
  'helped',
  'still asked after 4 more',
  'wrong',
  'recognised',
  'first',
  'another named first',
];

const mistakenCells = (tally: MistakenTally): (string | number)[] => [
  tally.students,
  percent(tally.asked, tally.students),
  tally.chance,
  tally.helped,
  tally.hidden,
  tally.wrong,
  percent(tally.recognised, tally.wrong),
  percent(tally.first, tally.wrong),
  percent(tally.falsely, tally.wrong),
];

/** Table of tallies by name. */
export class MistakenTallies {
  private readonly tallies = new Map<string, MistakenTally>();

  of(...name: readonly string[]): MistakenTally {
    const key = name.join(' | ');
    if (!this.tallies.has(key)) this.tallies.set(key, newMistakenTally());
    return this.tallies.get(key)!;
  }

  /** Sum of a field over the tallies whose name begins so. */
  sum(start: string, field: keyof MistakenTally): number {
    return [...this.tallies].reduce(
      (sum, [name, tally]) => sum + (name.startsWith(start) ? tally[field] : 0),
      0,
    );
  }

  rows(): (string | number)[][] {
    return [...this.tallies].map(([name, tally]) => [...name.split(' | '), ...mistakenCells(tally)]);
  }
}
