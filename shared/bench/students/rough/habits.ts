import { plain, toFigures } from '../figures.ts';

/** Rounding of a student who writes down less than is asked for. */
export interface Habit {
  readonly name: string;
  /**
   * Rounds a result on the way.
   *
   * @param more  figures or decimals beyond the usual, after a request for more
   */
  readonly step: (value: number, more: number) => number;
  /** Asked for more, adds a zero to the rounded answer before working it out again. */
  readonly addsZero?: true;
  /** Takes an output from the key f, in full. */
  readonly usesKey?: true;
  /** Writes an answer down. @param isFull  with zeros at the end: 0.10 */
  readonly text: (value: number, more: number, isFull: boolean) => string;
}

/** Moves a half away from 0, so that 0.045 becomes 0.05, as people round; in binary it lies a little below. */
const halfUp = (value: number): number => value * (1 + 1e-12);

/** Number that a text of the student stands for. */
export const valueOf = (text: string): number => Number(text);

const trimmed = (text: string): string =>
  text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text;
const withoutMinusZero = (text: string): string => (Number(text) === 0 ? text.replace('-', '') : text);

function decimalText(decimals: number) {
  return (value: number, more: number, isFull: boolean): string => {
    const text = withoutMinusZero(halfUp(value).toFixed(Math.min(20, decimals + more)));
    return isFull ? text : trimmed(text);
  };
}

function figureText(figures: number) {
  return (value: number, more: number, isFull: boolean): string => {
    if (value === 0) return '0';
    const rounded = toFigures(halfUp(value), figures + more);
    const decimals = figures + more - 1 - Math.floor(Math.log10(Math.abs(rounded)));
    // Zeros at the end of a whole number stand for figures that were rounded away.
    const text = decimals <= 0 ? plain(rounded) : rounded.toFixed(Math.min(100, decimals));
    return isFull ? text : trimmed(text);
  };
}

const exact = (value: number): number => value;
const toDecimals =
  (decimals: number) =>
  (value: number, more: number): number =>
    Number(halfUp(value).toFixed(Math.min(20, decimals + more)));
const toSomeFigures =
  (figures: number) =>
  (value: number, more: number): number =>
    toFigures(halfUp(value), figures + more);

/** Habits of rounding, at each step or at the end only. */
export const HABITS: readonly Habit[] = [
  { name: 'two decimals at each step', step: toDecimals(2), text: decimalText(2) },
  {
    name: 'two decimals at each step, a zero added',
    step: toDecimals(2),
    text: decimalText(2),
    addsZero: true,
  },
  { name: 'two decimals at the end', step: exact, text: decimalText(2) },
  { name: 'one decimal at each step', step: toDecimals(1), text: decimalText(1) },
  { name: 'two figures at each step', step: toSomeFigures(2), text: figureText(2) },
  { name: 'two figures at the end', step: exact, text: figureText(2) },
  { name: 'two figures, output by the key f', step: toSomeFigures(2), text: figureText(2), usesKey: true },
  { name: 'one figure at each step', step: toSomeFigures(1), text: figureText(1) },
  { name: 'one figure at the end', step: exact, text: figureText(1) },
  { name: 'three figures at each step', step: toSomeFigures(3), text: figureText(3) },
  { name: 'three figures at the end', step: exact, text: figureText(3) },
];

/** Habits that the mistaken students are given. */
export const MISTAKEN_HABITS = HABITS.filter(
  ({ name, usesKey, addsZero }) =>
    !usesKey && !addsZero && !name.startsWith('one decimal') && name !== 'three figures at each step',
);
