/** Helpers of all benchmarks: progress messages, medians and tables. */

const QUIET_MS = 2000;

/** @returns a function that reports progress on standard error, at most every two seconds */
export function progressReporter(): (what: string) => void {
  const since = performance.now();
  let last = since;
  return (what) => {
    const now = performance.now();
    if (now - last < QUIET_MS) return;
    last = now;
    process.stderr.write(`${((now - since) / 1000).toFixed(0).padStart(4)} s  ${what}\n`);
  };
}

/** The middle value; of an even number of values the upper middle one. @throws {RangeError} no values */
export function median(values: readonly number[]): number {
  const middle = values.toSorted((a, b) => a - b)[values.length >> 1];
  if (middle === undefined) throw new RangeError('no values to take a median of');
  return middle;
}

/** Builds a Markdown table, aligned for a terminal too: the first column to the left, numbers to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, c) => Math.max(title.length, ...rows.map((row) => row[c]!.length)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, c) => (c === 0 ? cell.padEnd(widths[c]!) : cell.padStart(widths[c]!))).join(' | ')} |`;
  const rule = widths.map((width, c) => (c === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [head, rule, ...rows].map(line).join('\n');
}
