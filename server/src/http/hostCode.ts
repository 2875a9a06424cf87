import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.ts';

/** Characters of a generated code, without letters and digits that look alike. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const FILE = 'host-code';

/** Groups of a generated code, and letters of each, so that it can be read aloud: 44 random bits. */
const GROUPS = 3;
const LETTERS_A_GROUP = 3;

function generateCode(): string {
  const group = (): string =>
    Array.from({ length: LETTERS_A_GROUP }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

/** Code with which a teacher creates sessions: HOST_CODE, else the one generated at the first start in DATA_DIR. */
export function hostCodeOf({ HOST_CODE, DATA_DIR }: Pick<Config, 'HOST_CODE' | 'DATA_DIR'>): string {
  if (HOST_CODE !== undefined) return HOST_CODE;
  const file = join(DATA_DIR, FILE);
  const stored = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  if (stored) return stored;
  const code = generateCode();
  writeFileSync(file, `${code}\n`, { mode: 0o600 });
  return code;
}

/** Code as it is compared: capitals, blanks, hyphens and full-width letters do not matter, as typed on a phone. */
const normalise = (code: string): string =>
  code
    .normalize('NFKC')
    .replace(/[\s\p{Pd}]/gu, '')
    .toLowerCase();
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Compares two codes in constant time. */
export function isHostCode(typed: string, hostCode: string): boolean {
  return timingSafeEqual(digest(normalise(typed)), digest(normalise(hostCode)));
}
