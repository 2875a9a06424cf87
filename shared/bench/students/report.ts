/** A table of the benchmark: for a page as Markdown, for a program as data. */
export interface ReportTable {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** Some of the answers behind the table that ended as they should not. */
  readonly examples: readonly string[];
  /** Totals for the summary: counts, or shares in per cent. */
  readonly measures?: Readonly<Record<string, number>>;
}

/** Writes a table as lines of Markdown under its title. */
export function markdownOf({ title, head, rows }: ReportTable): string[] {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, c) => (c === 0 ? '---' : '---:'));
  return [`### ${title}`, '', line(head), `|${rule.join('|')}|`, ...rows.map(line), ''];
}

/** Share in per cent; of nothing, 0. */
export const share = (part: number, whole: number): number => (whole === 0 ? 0 : (100 * part) / whole);

/** Sorts rows by their first cells. */
export const inOrder = (rows: readonly (readonly (string | number)[])[]): (readonly (string | number)[])[] =>
  rows.toSorted((a, b) => a.join(' | ').localeCompare(b.join(' | ')));

/** Keeps the first few examples of each kind. */
export class Examples {
  readonly all: string[] = [];
  private readonly counts = new Map<string, number>();
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  add(kind: string, text: () => string): void {
    const count = this.counts.get(kind) ?? 0;
    if (count >= this.most) return;
    this.counts.set(kind, count + 1);
    this.all.push(`${kind}: ${text()}`);
  }
}

/** Reads tables that were written as Markdown. A table without a title of its own has that of the one before. */
export function tablesIn(lines: readonly string[]): ReportTable[] {
  const tables: { title: string; head: string[]; rows: string[][]; examples: string[] }[] = [];
  let title = '';
  let isInside = false;
  for (const line of lines) {
    if (line.startsWith('#')) title = line.replace(/^#+ /, '');
    const cells = line.startsWith('|') ? line.slice(2, -2).split(' | ') : undefined;
    if (cells && !isInside) tables.push({ title, head: cells, rows: [], examples: [] });
    else if (cells && !line.startsWith('|---')) tables.at(-1)!.rows.push(cells);
    isInside = cells !== undefined;
  }
  return tables;
}
