import { DEFAULT_LANGUAGE } from '@relay/shared/strings/languages';
import { NETWORK_FILE_WORDS } from '@relay/shared/strings/networkFile';
import { fill } from '@relay/shared/strings/fill';
import type { Refusal } from '@relay/shared/protocol';

type Problems = NonNullable<Refusal['problems']>;

/** Problems of a network file in a reply, at most; nobody mends more of them at once. */
export const MAX_PROBLEMS = 20;
/** Characters of a path, and of a sentence, at most: both can quote the file. */
const MAX_TEXT = 200;

const short = (text: string): string => (text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT - 1)}…` : text);

/** The first problems of a file, shortened, and how many there are besides: a reply is small, whatever the file. */
export function shortProblems(problems: Problems): Problems {
  const first = problems
    .slice(0, MAX_PROBLEMS)
    .map(({ path, expected }) => ({ path: short(path), expected: short(expected) }));
  const count = problems.length - first.length;
  if (count === 0) return first;
  return [...first, { path: '', expected: fill(NETWORK_FILE_WORDS[DEFAULT_LANGUAGE].andMore, { count }) }];
}
