interface SectionOptions {
  /** Number of times that what is timed is repeated; medians are shown. */
  readonly runs: number;
}

interface SectionResult {
  /** Tables and notes, Markdown. */
  readonly text: string;
  /** The same as data, for `--json`. */
  readonly figures: Readonly<Record<string, unknown>>;
}

/** One part of the benchmark of the pages. */
export interface Section {
  /** Name for `--only`. */
  readonly name: string;
  readonly title: string;
  readonly run: (options: SectionOptions) => Promise<SectionResult>;
}
