declare module 'fast-formula-parser' {
  interface Position {
    readonly sheet: string;
    readonly row: number;
    readonly col: number;
  }
  export default class FormulaParser {
    constructor(config: { readonly onCell: (cell: Position) => number });
    parse(formula: string, position: Position): unknown;
  }
}
