// `npm run -s solve -- FILE`: every value of one training step, with its working.
import { parseArgs } from 'node:util';
import { notFiniteIn, notFiniteSentence, samplePath } from '@relay/shared/network/finite';
import { networkOf } from '@relay/shared/network/networkFile';
import { notFiniteAt, solve } from '@relay/shared/network/solution';
import { workingLines } from '@relay/shared/network/working';
import { spreadsheetText } from '@relay/shared/receipt/spreadsheetText';
import { stepSpreadsheet } from '@relay/shared/receipt/step';
import { DEFAULT_LANGUAGE, isLanguage, type Language } from '@relay/shared/strings/languages';
import { fill } from '@relay/shared/strings/fill';
import { RECEIPT_WORDS } from '@relay/shared/strings/receipt';
import { SOLVE_WORDS } from '@relay/shared/strings/solve';
import { EXIT_BAD_INPUT, readNetworkArgument, stop } from './readNetworkArgument.ts';

const EXIT_NOT_FINITE = 3;

interface Request {
  readonly file: string;
  readonly form: 'text' | 'json' | 'csv';
  readonly sample: number;
  readonly language: Language;
}

function readArguments(): Request {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        csv: { type: 'boolean', default: false },
        sample: { type: 'string', default: '0' },
        lang: { type: 'string', default: DEFAULT_LANGUAGE },
      },
    });
    const [file] = positionals;
    const { lang, sample, json, csv } = values;
    const usable =
      positionals.length === 1 && !(json && csv) && isLanguage(lang) && /^\d{1,6}$/u.test(sample);
    if (!file || !usable) return stop(EXIT_BAD_INPUT, SOLVE_WORDS[DEFAULT_LANGUAGE].usage);
    return { file, form: json ? 'json' : csv ? 'csv' : 'text', sample: Number(sample), language: lang };
  } catch (error) {
    return stop(
      EXIT_BAD_INPUT,
      error instanceof Error ? error.message : String(error),
      SOLVE_WORDS[DEFAULT_LANGUAGE].usage,
    );
  }
}

const request = readArguments();
const words = SOLVE_WORDS[request.language];
const file = readNetworkArgument(request.file, request.language);
const sample = file.data[request.sample];
if (!sample) {
  stop(EXIT_BAD_INPUT, fill(words.noSample, { sample: request.sample, count: file.data.length }));
}
const network = networkOf(file);
const solution = solve(network, sample);
const where = notFiniteAt(solution);
const isFinite = where === undefined;
const other = isFinite ? notFiniteIn(network, file.data) : { sample: request.sample, where, updates: 0 };
if (other) {
  const sentence = `${samplePath(other)}: ${notFiniteSentence(other, request.language)}`;
  if (!isFinite) stop(EXIT_NOT_FINITE, sentence);
  // The result is right, and a session on this file would still run into this value.
  process.stderr.write(`${sentence}\n`);
}

/** Formats the solution in the requested form. */
function written(): string {
  const { form, language } = request;
  if (form === 'json') return JSON.stringify(solution);
  if (form === 'csv') {
    const { what, value, here } = RECEIPT_WORDS[language];
    // Spreadsheet programs recognise UTF-8 by its byte order mark.
    const step = stepSpreadsheet(network, sample!, solution, language);
    return `\uFEFF${spreadsheetText(step, [what, value, here], ',')}`;
  }
  return workingLines(file.name, network, sample!, request.sample, solution, language).join('\n');
}

process.stdout.write(`${written()}\n`);
