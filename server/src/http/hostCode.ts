import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.ts';

/** Characters of a generated code, without letters and digits that look alike. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const FILE = 'host-code';

function generateCode(): string {
  const letters = Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
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

/** Normalises a code as typed on a phone: capitals, blanks and full-width letters do not matter. */
const normalise = (code: string): string => code.normalize('NFKC').replace(/\s/g, '').toLowerCase();
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Compares two codes in constant time. */
export function isHostCode(typed: string, hostCode: string): boolean {
  return timingSafeEqual(digest(normalise(typed)), digest(normalise(hostCode)));
}
