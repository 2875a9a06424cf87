import type { EdgeRef } from '../maths/unit.ts';
import type { Solution } from '../network/solution.ts';
import type { Situation } from '../question/situation.ts';
import type { Language } from '../strings/languages.ts';
import type { SheetWords } from '../strings/sheet.ts';
import type { Palette } from './svg/pen.ts';

/** Choices for a sheet on paper. */
export interface WorksheetOptions {
  /** Weights and biases whose gradients are asked for. */
  readonly edges: readonly EdgeRef[];
  /** Index into the data of the network file. */
  readonly sample: number;
  /** The places are for the student to find, or have slots in the drawing. */
  readonly places: 'empty' | 'slots';
  readonly language: Language;
  readonly palette: Palette;
}

/** Data that every part of one sheet is written from. */
export interface SheetWriting extends WorksheetOptions {
  readonly name: string;
  readonly situation: Situation;
  readonly solution: Solution;
  readonly words: SheetWords;
  /** Every value is written: the sheet of solutions. */
  readonly isSolved: boolean;
}
