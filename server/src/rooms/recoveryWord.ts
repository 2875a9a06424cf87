import { scrypt } from 'node:crypto';
import { promisify } from 'node:util';

/**
 * Recovery words: a teacher writes one down, and with it and the host code another browser opens the console again. The
 * host's token is derived from it, so that the server stores neither.
 */

const CONSONANTS = 'bdghkmnprstz';
const VOWELS = 'aeiou';
const SYLLABLES = CONSONANTS.length * VOWELS.length;
/** Eight of 60 syllables are 47 bits. */
const SYLLABLES_A_WORD = 8;
/** Cost of one try, so that words cannot be tried by the million by those who have read the stored hashes: some 10 ms. */
const COST = { N: 4_096, r: 8, p: 1 };
const TOKEN_BYTES = 16;

const derive = promisify<string, string, number, typeof COST, Buffer>(scrypt);

/**
 * Word of eight syllables in four groups, `kuro-temi-sapo-nadu`.
 *
 * @param secret  128 random bits as hex digits
 */
export function recoveryWordOf(secret: string): string {
  let left = BigInt(`0x${secret}`);
  const syllables = Array.from({ length: SYLLABLES_A_WORD }, () => {
    const index = Number(left % BigInt(SYLLABLES));
    left /= BigInt(SYLLABLES);
    return `${CONSONANTS[Math.floor(index / VOWELS.length)]!}${VOWELS[index % VOWELS.length]!}`;
  });
  const groups = [0, 2, 4, 6].map((from) => syllables.slice(from, from + 2).join(''));
  return groups.join('-');
}

/** Letters of a word as somebody types it: in capitals, in other widths, with or without hyphens and blanks. */
export function lettersOf(typed: string): string {
  return typed
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^a-z]/gu, '');
}

/** Token of a session's host, derived from its recovery word: 32 hex digits. */
export async function hostTokenOf(word: string, session: string): Promise<string> {
  const bytes = await derive(lettersOf(word), `host ${session}`, TOKEN_BYTES, COST);
  return bytes.toString('hex');
}
