import { readFileSync } from 'node:fs';
import { type NetworkFile, readNetworkFile } from '@relay/shared/network/networkFile';
import { faultSentence } from '@relay/shared/network/text/faultSentence';
import { readJson } from '@relay/shared/network/text/readJson';
import { fill } from '@relay/shared/strings/fill';
import type { Language } from '@relay/shared/strings/languages';
import { SOLVE_WORDS } from '@relay/shared/strings/solve';

/** Exit code of a command whose arguments or file cannot be used. */
export const EXIT_BAD_INPUT = 2;

/** Ends a command with lines on standard error. */
export function stop(code: number, ...lines: readonly string[]): never {
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exit(code);
}

/** Reads the network file of a command line; `-` is standard input. Ends the command with all problems of a bad one. */
export function readNetworkArgument(argument: string, language: Language): NetworkFile {
  const words = SOLVE_WORDS[language];
  const read = readNetworkFile(readInput(argument, language), language);
  if (read.ok) return read.file;
  const lines = read.problems.map(({ path, expected }) => `  ${path || words.wholeFile}: ${expected}`);
  return stop(EXIT_BAD_INPUT, fill(words.refused, { file: argument, count: lines.length }), ...lines);
}

function readInput(file: string, language: Language): unknown {
  const words = SOLVE_WORDS[language];
  const name = file === '-' ? words.standardInput : file;
  const read = readJson(bytesOf(file, name, words), (bytes) => new TextDecoder().decode(bytes));
  return read.ok ? read.value : stop(EXIT_BAD_INPUT, faultSentence(read.fault, name, language));
}

function bytesOf(file: string, name: string, { unreadable }: (typeof SOLVE_WORDS)[Language]): Uint8Array {
  try {
    return readFileSync(file === '-' ? 0 : file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return stop(EXIT_BAD_INPUT, fill(unreadable, { file: name, reason }));
  }
}
