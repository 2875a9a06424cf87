/** Address of a cell, `B7`, as used in formulas. */
export type CellRef = string & { readonly __brand: 'cell' };

/** A row of a working: its label, its formula or number, and its value. */
export interface SpreadsheetRow {
  readonly label: string;
  /** Content of the value's cell: a formula (without "=") or, where it is null, the number itself. */
  readonly formula: string | null;
  /** Value of the row; NaN in a row of words only. */
  readonly value: number;
  /** The formula with the numbers in place of the cells, as a person reads it. */
  readonly written: string;
  /** Marks an intermediate result, which a one-line working expands where it is used. */
  readonly isStep: boolean;
}

/** Column of the values; labels stand before it. */
const VALUE_COLUMN = 'B';

/** Figures of a number as displayed to players. */
const FIGURES = 4;

const shown = (value: number): string => String(Number(value.toPrecision(FIGURES))).replaceAll('-', '\u2212');

/**
 * A working, row by row, whose formulas refer to other rows: a spreadsheet program computes it again.
 */
export class Spreadsheet {
  readonly #rows: SpreadsheetRow[] = [];
  readonly #byCell = new Map<string, SpreadsheetRow>();

  get rows(): readonly SpreadsheetRow[] {
    return this.#rows;
  }

  /** Adds a row of words. */
  heading(label: string): void {
    this.#rows.push({ label, formula: null, value: Number.NaN, written: '', isStep: false });
  }

  /** Adds a given number. */
  given(label: string, value: number): CellRef {
    return this.#add({ label, formula: null, value, written: '', isStep: false });
  }

  /**
   * Adds a number that follows from others.
   *
   * @param formula  formula for any spreadsheet program, English function names, cells by their `CellRef`
   * @param value    value of the formula
   * @param isStep   a product that is only an intermediate result
   */
  made(label: string, formula: string, value: number, isStep = false): CellRef {
    const written = this.#write(formula, ({ value: number }) => factor(number));
    return this.#add({ label, formula, value, written, isStep });
  }

  /** Working of a cell in one line, steps written out: `0.5 × 2 + 0.3 × 4`. Empty where its number was given. */
  working(cell: CellRef): string {
    const { formula } = this.#byCell.get(cell)!;
    if (formula === null) return '';
    return this.#write(formula, ({ isStep, written, value }) => (isStep ? written : factor(value)));
  }

  /** Replaces signs before cells: text put in place of a cell is already readable. */
  #write(formula: string, of: (row: SpreadsheetRow) => string): string {
    return readable(formula).replace(/B\d+/gu, (cell) => of(this.#byCell.get(cell)!));
  }

  #add(row: SpreadsheetRow): CellRef {
    this.#rows.push(row);
    // The first line of the spreadsheet holds the heads.
    const cell = `${VALUE_COLUMN}${this.#rows.length + 1}`;
    this.#byCell.set(cell, row);
    return cell as CellRef;
  }
}

/** Writes a number inside a formula: negative ones in parentheses. */
function factor(value: number): string {
  const text = shown(value);
  return text.startsWith('\u2212') ? `(${text})` : text;
}

/** Formula as people write it. */
const readable = (formula: string): string =>
  formula
    .replaceAll('*', ' × ')
    .replaceAll('/', ' ÷ ')
    .replaceAll('-', ' \u2212 ')
    .replaceAll('+', ' + ')
    .trim();
