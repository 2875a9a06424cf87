import Papa from 'papaparse';

/** A cell's address, `B7`: what other formulas call it. */
export type CellRef = string & { readonly __brand: 'cell' };

/** One line of a working: what it is, its formula or number, and what that comes to. */
export interface SpreadsheetRow {
  readonly label: string;
  /** What stands in the value's cell: a formula (without "=") or, where it is null, the number itself. */
  readonly formula: string | null;
  /** NaN in a line of words only. */
  readonly value: number;
  /** The formula with the numbers in place of the cells, as a person reads it. */
  readonly written: string;
  /** A step on the way: in a working of one line it is written out where it is used. */
  readonly isStep: boolean;
}

/** Column of the values; labels stand before it. */
const VALUE_COLUMN = 'B';
/** A spreadsheet takes what begins like this for a formula. */
const FORMULA_LIKE = /^[=+\-@\t\r]/u;

/** Figures of a number as players see it. */
const FIGURES = 4;

/** The shortest text that is read back as the same double. */
const exact = (value: number): string => String(value);

const shown = (value: number): string => String(Number(value.toPrecision(FIGURES))).replaceAll('-', '\u2212');

/**
 * A working, line by line, in which every line names the lines it is made of: in a spreadsheet it computes itself anew.
 */
export class Spreadsheet {
  readonly #rows: SpreadsheetRow[] = [];
  readonly #byCell = new Map<string, SpreadsheetRow>();

  get rows(): readonly SpreadsheetRow[] {
    return this.#rows;
  }

  /** A line of words. */
  heading(label: string): void {
    this.#rows.push({ label, formula: null, value: Number.NaN, written: '', isStep: false });
  }

  /** A number that is given. */
  given(label: string, value: number): CellRef {
    return this.#add({ label, formula: null, value, written: '', isStep: false });
  }

  /**
   * A number that follows from others.
   *
   * @param formula  in the words of every spreadsheet, English function names, cells by their `CellRef`
   * @param value    what it comes to
   * @param isStep   a product that is only a step on the way to what is asked
   */
  made(label: string, formula: string, value: number, isStep = false): CellRef {
    const written = this.#write(formula, ({ value: number }) => factor(number));
    return this.#add({ label, formula, value, written, isStep });
  }

  /** The working of a cell in one line, steps written out: `0.5 × 2 + 0.3 × 4`. Empty where its number was given. */
  working(cell: CellRef): string {
    const { formula } = this.#byCell.get(cell)!;
    if (formula === null) return '';
    return this.#write(formula, ({ isStep, written, value }) => (isStep ? written : factor(value)));
  }

  /**
   * The whole working as text: labels, formulas and, beside them, what they came to here.
   *
   * @param delimiter  a comma for a file; a tab for what is pasted into a spreadsheet, its first cell into A1
   */
  text(heads: readonly [label: string, value: string, here: string], delimiter: ',' | '\t'): string {
    const lines = this.#rows.map(({ label, formula, value }) => {
      const here = Number.isNaN(value) ? '' : exact(value);
      return [safe(label), formula === null ? here : `=${formula}`, formula === null ? '' : here];
    });
    return Papa.unparse([heads.map(safe), ...lines], { newline: '\r\n', delimiter });
  }

  /** Signs first: what is put in place of a cell is written already. */
  #write(formula: string, of: (row: SpreadsheetRow) => string): string {
    return readable(formula).replace(/B\d+/gu, (cell) => of(this.#byCell.get(cell)!));
  }

  #add(row: SpreadsheetRow): CellRef {
    this.#rows.push(row);
    // The first line of the sheet holds the heads.
    const cell = `${VALUE_COLUMN}${this.#rows.length + 1}`;
    this.#byCell.set(cell, row);
    return cell as CellRef;
  }
}

/** A number inside a formula: brackets round a negative one. */
function factor(value: number): string {
  const text = shown(value);
  return text.startsWith('\u2212') ? `(${text})` : text;
}

/** Words that came from somebody else's file must not become a formula. */
const safe = (text: string): string => (FORMULA_LIKE.test(text) ? `'${text}` : text);

/** As people write it. */
const readable = (formula: string): string =>
  formula
    .replaceAll('*', ' × ')
    .replaceAll('/', ' ÷ ')
    .replaceAll('-', ' \u2212 ')
    .replaceAll('+', ' + ')
    .trim();
