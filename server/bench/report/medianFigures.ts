import { median } from '../../../shared/bench/support.ts';

type Figures = number | readonly Figures[] | { readonly [name: string]: Figures };

/** Medians of figures of one shape, each by itself. */
function medianOf(all: readonly Figures[]): Figures {
  const [first] = all;
  if (typeof first === 'number') return median(all as readonly number[]);
  const entries = Object.keys(first as object).map((name): [string, Figures] => {
    return [name, medianOf(all.map((one) => (one as Readonly<Record<string, Figures>>)[name]!))];
  });
  return Array.isArray(first) ? entries.map(([, value]) => value) : Object.fromEntries(entries);
}

/** Medians of runs. @throws {RangeError} no runs */
export function medianFigures<Run extends object>(runs: readonly Run[]): Run {
  return medianOf(runs as unknown as readonly Figures[]) as unknown as Run;
}
