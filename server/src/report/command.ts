import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { UnreadableLog } from '@relay/shared/referee/versions/readLog';
import { csvOf } from '@relay/shared/report/csv';
import { type Report, reportOf, tablesIn } from '@relay/shared/report/report';
import { sessionFacts } from '@relay/shared/report/sessionFacts';
import { arrivalsOf, type WrittenTable, writtenTable } from '@relay/shared/report/written';
import { xlsxOf } from '@relay/shared/report/xlsx';
import { atOnce } from '@relay/shared/slices';
import { DEFAULT_LANGUAGE, isLanguage, type Language } from '@relay/shared/strings/languages';
import { readConfig } from '../config.ts';
import { failureFor } from '../backup/copyJournal.ts';
import { StartFailure } from '../startFailure.ts';
import { readStored } from './readStored.ts';

const USAGE =
  'Usage: npm run report -- SESSION [--csv DIRECTORY | --xlsx FILE] [--lang en|ja]   (SESSION: its id or its code)';

interface Asked {
  readonly session: string;
  readonly csv: string | undefined;
  readonly xlsx: string | undefined;
  readonly language: Language;
}

/** @throws {StartFailure} they cannot be read */
function readArguments(args: readonly string[]): Asked {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        csv: { type: 'string' },
        xlsx: { type: 'string' },
        lang: { type: 'string', default: DEFAULT_LANGUAGE },
      },
    });
    const [session] = positionals;
    const { csv, xlsx, lang } = values;
    if (session === undefined || positionals.length > 1 || !isLanguage(lang) || (csv && xlsx))
      throw new StartFailure(USAGE);
    return { session, csv, xlsx, language: lang };
  } catch (error) {
    throw error instanceof StartFailure ? error : new StartFailure(`${(error as Error).message}\n${USAGE}`);
  }
}

/** Tables that are printed where no file is asked for. */
const PRINTED = ['class', 'teams', 'students', 'rounds', 'skills', 'exitTickets', 'mistakes'] as const;

const asText = (cell: string | number | null): string =>
  typeof cell === 'number' ? String(Math.round(cell * 1_000) / 1_000) : (cell ?? '');

/** Table as lines whose columns are set apart by tabs. */
function linesOf({ title, headings, rows }: WrittenTable): string {
  return [title, headings.join('\t'), ...rows.map((row) => row.map(asText).join('\t'))].join('\n');
}

async function writeFiles(
  { csv, xlsx }: Asked,
  report: Report,
  write: (table: Report['class']) => WrittenTable,
) {
  const tables = [...tablesIn(report), report.gradebook];
  if (csv !== undefined) {
    const directory = resolve(csv);
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    for (const table of tables)
      writeFileSync(join(directory, `${table.id}.csv`), csvOf(write(table)), { mode: 0o600 });
    console.log(`Written: ${tables.length} tables, in\n  ${directory}`);
  }
  if (xlsx !== undefined) {
    const file = resolve(xlsx);
    writeFileSync(file, await xlsxOf(tables.map(write)), { mode: 0o600 });
    console.log(`Written: ${tables.length} sheets, in\n  ${file}`);
  }
  console.log('It holds names and answers. Keep it where only you can read it.');
}

async function makeReport(asked: Asked): Promise<void> {
  const { DATA_DIR, DATABASE_URL } = readConfig(process.env);
  if (DATABASE_URL !== undefined)
    throw new StartFailure(
      'The sessions are in the database of DATABASE_URL: open the report on the page of the host.',
    );
  const { events, names } = await readStored(DATA_DIR, asked.session);
  if (events.length === 0) throw new StartFailure(`Session ${asked.session} has no events.`);
  const facts = atOnce(sessionFacts(events));
  const made = reportOf(facts);
  const asIs = (id: string): string => id;
  const write = (table: Report['class']): WrittenTable =>
    writtenTable(table, {
      language: asked.language,
      players: names,
      arrivals: arrivalsOf(facts.players),
      questionKind: asIs,
      part: asIs,
      mistake: asIs,
      time: (at) => new Date(at).toISOString(),
    });
  if (asked.csv !== undefined || asked.xlsx !== undefined) return writeFiles(asked, made, write);
  const printed = PRINTED.map((id) => made[id]).filter(({ rows }) => rows.length > 0);
  console.log(
    printed.length > 0
      ? printed.map((table) => linesOf(write(table))).join('\n\n')
      : 'Nothing was asked yet.',
  );
}

/** Runs `report` with what was typed behind it, and sets the process' exit code. */
export async function runReport(args: readonly string[]): Promise<void> {
  try {
    const asked = readArguments(args);
    await makeReport(asked).catch((error: unknown) => {
      throw failureFor('The report could not be written', error);
    });
  } catch (error) {
    const isExpected = error instanceof StartFailure || error instanceof UnreadableLog;
    console.error(isExpected ? error.message : error);
    process.exitCode = 1;
  }
}
