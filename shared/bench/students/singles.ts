import { partKind } from '../../src/question/part.ts';
import type { AskedPart } from './askedPart.ts';
import { type Calculation, resultOf } from './calculation.ts';
import type { Random } from './figures.ts';
import { dial, unitRead } from './lever.ts';
import { DELTA, ERROR, ESTIMATE, GRADIENT, NEXT, OUTPUT, PRE_ACTIVATION, SLOPE, SUM } from './mistaken.ts';
import { sightOf } from './sight.ts';

/** A known mistake as a student makes it. */
export interface MadeMistake {
  readonly id: string;
  readonly calculation: Calculation;
  readonly value: number;
}

const STUDENTS = {
  G: GRADIENT,
  delta: DELTA,
  S: SUM,
  u: PRE_ACTIVATION,
  a: OUTPUT,
  f: SLOPE,
  e: ERROR,
  next: NEXT,
} as const;

/** Values that the lever displays: E, and its changes one notch down and up. */
function dialOf({ asked: { situation, question } }: AskedPart) {
  const at = (shift: number): number => dial(situation, question.edge!, shift);
  const here = at(0);
  return { here, down: at(-0.1) - here, up: at(0.1) - here };
}

/** Every known mistake that can be made in a part, each in one of its ways. */
export function madeMistakes(askedPart: AskedPart, random: Random): MadeMistake[] {
  const { asked, part } = askedPart;
  const kind = partKind(part);
  const sight = sightOf(asked.situation, asked.question, part);
  const made = (id: string, calculation: Calculation | null): MadeMistake[] => {
    const value = calculation ? resultOf(calculation) : Number.NaN;
    return calculation && Number.isFinite(value) ? [{ id, calculation, value }] : [];
  };
  if (kind === 'estimate') {
    const read = dialOf(askedPart);
    return Object.entries(ESTIMATE).flatMap(([id, student]) => made(id, student(read, sight.G, random)));
  }
  const students = STUDENTS[kind as keyof typeof STUDENTS] ?? {};
  return Object.entries(students).flatMap(([id, student]) => made(id, student(sight, random)));
}

/** Largest relative distance at which a number can count as right. */
const WIDEST = 0.04;
const ZERO = 5e-4;
/** Number of notches of the lever to each side. */
export const NOTCHES = 5;

/**
 * Tells whether a number is right, as the rules say it: within 4 % at most; of an estimate, within 5 % of what any
 * notch of the lever gives, or within what readings of E can tell.
 */
export function isRight({ asked: { situation, question }, part, graded }: AskedPart, value: number): boolean {
  if (graded.type !== 'number') return false;
  const { truth } = graded;
  if (partKind(part) === 'estimate') {
    const at = (notch: number): number => dial(situation, question.edge!, notch / 10);
    const chords = Array.from({ length: NOTCHES }, (_, i) => [i + 1, -i - 1])
      .flat()
      .map((notch) => (at(notch) - at(0)) / (notch / 10));
    // Two readings one notch apart cannot tell smaller slopes apart.
    const reading = unitRead(at) / 0.1;
    const most = Math.max(...chords.map(Math.abs), Math.abs(truth)) * 0.05 + reading;
    return value >= Math.min(truth, ...chords) - most && value <= Math.max(truth, ...chords) + most;
  }
  if (Math.abs(truth) < 1e-12) return Math.abs(value) <= ZERO;
  return Math.abs(value - truth) <= WIDEST * Math.abs(truth);
}

/** Tells whether a mistake is worth making: its exact value is not right, nor lost in the last digits. */
export const isWrong = (askedPart: AskedPart, { value }: MadeMistake): boolean =>
  (value === 0 || Math.abs(value) >= 1e-9) && !isRight(askedPart, value);
