import { update } from '../maths/update.ts';
import type { Network, Sample } from '../maths/network.ts';
import { backward } from '../maths/backward.ts';
import { forward } from '../maths/forward.ts';
import { FINITE_WORDS } from '../strings/finite.ts';
import { fill } from '../strings/fill.ts';
import { DEFAULT_LANGUAGE, type Language } from '../strings/languages.ts';
import { networkOf, readNetworkFile } from './networkFile.ts';
import { notFiniteAt, solve, type Solution } from './solution.ts';

/** Updates that are tried, one sample after the other: the rounds of a usual lesson. */
const FIRST_UPDATES = 6;

/** Value that a session would need and cannot compute. */
export interface NotFinite {
  /** Index of the sample. */
  readonly sample: number;
  /** Path in the solution: `loss`, `sums[0][1]`. */
  readonly where: string;
  /** Number of updates before it; 0: the network of the file. */
  readonly updates: number;
}

/** First sample, and its first value, that is not finite; undefined where all are finite. */
function notFiniteNow(network: Network, data: readonly Sample[], updates: number): NotFinite | undefined {
  for (const [sample, one] of data.entries()) {
    const where = notFiniteAt(solve(network, one));
    if (where !== undefined) return { sample, where, updates };
  }
  return undefined;
}

/**
 * Finds a value of a network on its data that is not finite: of any sample, its update and the loss after it, and the
 * same after each of the first updates, one sample after the other.
 */
export function notFiniteIn(network: Network, data: readonly Sample[]): NotFinite | undefined {
  let now = network;
  for (let updates = 0; updates <= FIRST_UPDATES; updates++) {
    const found = notFiniteNow(now, data, updates);
    if (found) return found;
    const { x, t } = data[updates % data.length]!;
    now = update(now, backward(now, forward(now, x), t).gradients);
  }
  return undefined;
}

/** Sentence about a value that is not finite, without the name of its sample. */
export function notFiniteSentence({ where, updates }: NotFinite, language: Language): string {
  const { names, now, later } = FINITE_WORDS[language];
  const name = names[/^\w+/u.exec(where)![0] as keyof Solution];
  return fill(updates === 0 ? now : later, { name, where, count: updates });
}

/** Path of the sample that a value belongs to. */
export const samplePath = ({ sample }: NotFinite): string => `data[${sample}]`;

/**
 * Reads a parsed JSON value as a network file that can be played: its values are finite at the start. What becomes of
 * them after some updates does not matter here: a session may show how training diverges.
 */
export function readPlayableFile(
  value: unknown,
  language: Language = DEFAULT_LANGUAGE,
): ReturnType<typeof readNetworkFile> {
  const read = readNetworkFile(value, language);
  if (!read.ok) return read;
  const found = notFiniteNow(networkOf(read.file), read.file.data, 0);
  if (!found) return read;
  return {
    ok: false,
    problems: [{ path: samplePath(found), expected: notFiniteSentence(found, language) }],
  };
}
