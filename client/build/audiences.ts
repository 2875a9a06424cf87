import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Part of Vite's manifest of a build. */
interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}
type Manifest = Readonly<Record<string, Chunk>>;

type Coding = '' | 'br' | 'gz';

/** Sources that an audience loads; what they import comes with them. */
export interface Audience {
  readonly name: string;
  readonly sources: readonly string[];
  /** Largest size of scripts and style sheets together, brotli, kB. */
  readonly limitKb: number;
}

const START = ['index.html', 'src/strings/ja/first.ts'];
const PLAYING_WORDS = 'src/strings/ja/playing.ts';
const HOSTING_WORDS = [PLAYING_WORDS, 'src/strings/ja/hosting.ts'];
const JOIN = [...START, 'src/screens/Join.tsx'];
/** Sources of the page that players see first. */
export const FIRST_PAGE: readonly string[] = JOIN;
const LOBBY = [...JOIN, 'src/screens/player/Player.tsx'];
const DRAWING = 'src/scenes/stage.ts';
const PLOT = 'src/screens/parts/plot.ts';
const QR = 'src/screens/parts/qrEncoder.ts';
const RECEIPT = '../shared/src/receipt/spreadsheetText.ts';
const TABLE = 'src/table/colyseusTable.ts';

/** Audiences, with all that they have loaded in the end; in Japanese, whose words are the longer ones. */
export const AUDIENCES: readonly Audience[] = [
  { name: 'join and lobby', sources: LOBBY, limitKb: 75 },
  { name: 'lobby, connected', sources: [...LOBBY, TABLE], limitKb: 82 },
  {
    name: 'playing',
    sources: [
      ...LOBBY,
      TABLE,
      PLAYING_WORDS,
      'src/screens/player/sessionPages.ts',
      'src/describe/phaseSentence.ts',
      DRAWING,
    ],
    limitKb: 300,
  },
  {
    name: 'host',
    sources: [...START, ...HOSTING_WORDS, 'src/screens/host/Host.tsx', TABLE, PLOT, QR],
    limitKb: 350,
  },
  {
    name: 'projector',
    sources: [...START, ...HOSTING_WORDS, 'src/screens/projector/Projector.tsx', TABLE, DRAWING, PLOT, QR],
    limitKb: 350,
  },
  {
    name: 'practice',
    sources: [...START, ...HOSTING_WORDS, 'src/screens/practise/Practise.tsx', DRAWING],
    limitKb: 350,
  },
  {
    name: 'sheets on paper',
    sources: [...START, ...HOSTING_WORDS, 'src/screens/sheets/Sheets.tsx'],
    limitKb: 150,
  },
  {
    name: 'connection check',
    sources: [...START, 'src/strings/ja/check.ts', 'src/screens/check/Check.tsx', QR],
    limitKb: 60,
  },
  {
    name: 'report',
    sources: [
      ...START,
      ...HOSTING_WORDS,
      'src/strings/ja/report.ts',
      'src/screens/report/ReportScreen.tsx',
      PLOT,
    ],
    limitKb: 180,
  },
];

/** Files that only certain pages need, and audiences that must not load them. */
export const APART = [
  {
    what: 'the drawing',
    source: DRAWING,
    without: ['join and lobby', 'lobby, connected', 'host', 'connection check'],
  },
  {
    what: 'the connection to a room',
    source: TABLE,
    without: ['join and lobby', 'practice', 'connection check'],
  },
  { what: 'plots', source: PLOT, without: ['join and lobby', 'lobby, connected', 'practice'] },
  { what: 'QR codes', source: QR, without: ['join and lobby', 'lobby, connected', 'playing', 'practice'] },
  { what: 'the writer of spreadsheets', source: RECEIPT, without: AUDIENCES.map(({ name }) => name) },
  { what: 'another language', source: 'src/strings/en/first.ts', without: AUDIENCES.map(({ name }) => name) },
  { what: 'what a round says', source: PLAYING_WORDS, without: ['join and lobby', 'lobby, connected'] },
  {
    what: 'the pages of a host',
    source: 'src/screens/host/Host.tsx',
    without: ['join and lobby', 'lobby, connected', 'playing', 'projector', 'practice'],
  },
  {
    what: 'the pages of a round',
    source: 'src/screens/player/sessionPages.ts',
    without: ['join and lobby', 'lobby, connected', 'host', 'projector'],
  },
] as const;

/** A built client, by its manifest. */
export class Build {
  readonly directory: string;
  readonly #manifest: Manifest;

  constructor(directory: string) {
    this.directory = directory;
    this.#manifest = JSON.parse(readFileSync(join(directory, '.vite', 'manifest.json'), 'utf8')) as Manifest;
  }

  /** File of a source's own chunk. @throws {RangeError} the build has no chunk of it */
  fileOf(source: string): string {
    return this.#chunk(source).file;
  }

  /** Scripts and style sheets of sources, with everything that they import. */
  filesOf(sources: readonly string[]): string[] {
    const seen = new Set<string>();
    const visit = (source: string): void => {
      if (seen.has(source)) return;
      seen.add(source);
      this.#chunk(source).imports?.forEach(visit);
    };
    sources.forEach(visit);
    return [
      ...new Set(
        [...seen].flatMap((source) => [this.#chunk(source).file, ...(this.#chunk(source).css ?? [])]),
      ),
    ];
  }

  /** Path of a file as it is sent: '' uncompressed, 'br' and 'gz' as the build has compressed it, if it has. */
  pathOf(file: string, coding: Coding): string {
    const path = join(this.directory, file);
    const compressed = `${path}.${coding}`;
    return coding !== '' && existsSync(compressed) ? compressed : path;
  }

  /** Bytes of files as they are sent. */
  bytesOf(files: readonly string[], coding: Coding): number {
    return files.reduce((sum, file) => sum + statSync(this.pathOf(file, coding)).size, 0);
  }

  /** Subsets of the fonts, by part and weight. */
  fonts(): { readonly name: string; readonly file: string; readonly bytes: number }[] {
    return Object.values(this.#manifest)
      .flatMap(({ file }) => {
        const name = /^assets\/rounded-(?<part>\w+-\d+)-/u.exec(file)?.groups?.['part'];
        return name === undefined ? [] : [{ name, file, bytes: this.bytesOf([file], '') }];
      })
      .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  }

  #chunk(source: string): Chunk {
    const chunk = this.#manifest[source];
    if (!chunk) throw new RangeError(`the build has no chunk of ${source}`);
    return chunk;
  }
}
