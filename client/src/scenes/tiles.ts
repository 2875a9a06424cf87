/** Side of a tile, CSS px. */
const TILE = 32;

interface Run {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Grid of tiles over an area, of which some are marked. */
export class Tiles {
  readonly #columns: number;
  readonly #rows: number;
  readonly #marked: Uint8Array;

  constructor(width: number, height: number) {
    this.#columns = Math.ceil(width / TILE);
    this.#rows = Math.ceil(height / TILE);
    this.#marked = new Uint8Array(this.#columns * this.#rows);
  }

  /** Marks every tile that a rectangle touches, as far as it lies within the area. */
  mark(x: number, y: number, w: number, h: number): void {
    const [left, top] = [Math.max(0, Math.floor(x / TILE)), Math.max(0, Math.floor(y / TILE))];
    const right = Math.min(this.#columns - 1, Math.floor((x + w) / TILE));
    const bottom = Math.min(this.#rows - 1, Math.floor((y + h) / TILE));
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) this.#marked[row * this.#columns + column] = 1;
  }

  /** Rows of neighbouring marked tiles, as rectangles that do not overlap. */
  runs(): Run[] {
    const runs: Run[] = [];
    for (let row = 0; row < this.#rows; row++) {
      let from = 0;
      for (let column = 0; column <= this.#columns; column++) {
        if (column < this.#columns && this.#marked[row * this.#columns + column]) continue;
        if (column > from) runs.push({ x: from * TILE, y: row * TILE, w: (column - from) * TILE, h: TILE });
        from = column + 1;
      }
    }
    return runs;
  }
}
