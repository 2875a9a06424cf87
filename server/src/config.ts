import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { StartFailure } from './startFailure.ts';

export const PROJECT_ROOT = resolve(import.meta.dirname, '..', '..');
const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const YES = ['1', 'true', 'yes', 'on'];
const NO = ['0', 'false', 'no', 'off'];

/** Characters of a chosen host code, at least: a shorter one could be guessed. */
const MIN_HOST_CODE = 8;
/** Characters of a code without those that do not count when it is compared (`isHostCode`). */
const codeCharacters = (code: string): number => [...code.replace(/[\s\p{Pd}]/gu, '')].length;

const Environment = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port <= 65_535)
    .default(2567),
  HOST: z
    .string()
    .refine((host) => isIP(host) !== 0 || /^[\w.-]+$/.test(host))
    .default('0.0.0.0'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .transform((text) => new URL(text))
    .optional(),
  TRUST_PROXY: z
    .string()
    .toLowerCase()
    .refine((word) => YES.includes(word) || NO.includes(word))
    .transform((word) => YES.includes(word))
    .default(false),
  DATA_DIR: z
    .string()
    .min(1)
    .transform((path) => resolve(PROJECT_ROOT, path))
    .default(join(PROJECT_ROOT, '.data')),
  HOST_CODE: z
    .string()
    .max(100)
    .refine((code) => codeCharacters(code) >= MIN_HOST_CODE)
    .optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
  DATABASE_URL: z.url({ protocol: /^postgres(?:ql)?$/ }).optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  PROCESS_NAME: z
    .string()
    .regex(/^[\w-]{1,32}$/)
    .default('relay'),
  RETENTION_DAYS: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .default(400),
  NAME_WORDS_FILE: z
    .string()
    .min(1)
    .transform((path) => resolve(PROJECT_ROOT, path))
    .optional(),
  METRICS_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]{16,200}$/)
    .optional(),
});

export type Config = z.infer<typeof Environment>;

const EXPECTED: Readonly<Record<keyof Config, string>> = {
  PORT: 'a whole number from 0 to 65535',
  HOST: 'an address or name of this machine, such as 0.0.0.0',
  PUBLIC_URL: 'the address that players open, such as https://relay.example.org',
  TRUST_PROXY: 'true or false',
  DATA_DIR: 'the path of a directory',
  HOST_CODE: '8 to 100 characters, blanks and hyphens not counted',
  LOG_LEVEL: `one of ${LOG_LEVELS.join(', ')}`,
  DATABASE_URL: 'the address of a PostgreSQL database, such as postgres://user:password@host/relay',
  REDIS_URL: 'the address of a Redis server, such as redis://host:6379',
  PROCESS_NAME: '1 to 32 letters, digits, hyphens or underscores',
  RETENTION_DAYS: 'a whole number of days, or 0 for never',
  NAME_WORDS_FILE: 'the path of a text file',
  METRICS_TOKEN: '16 to 200 letters, digits or signs without blanks',
};

/** Settings whose value no message repeats. */
const SECRETS: ReadonlySet<string> = new Set(['HOST_CODE', 'METRICS_TOKEN', 'DATABASE_URL', 'REDIS_URL']);

/** Reads the settings. An empty one counts as not set: `PORT= npm start`. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(given);
  if (parsed.success) return parsed.data;
  const name = parsed.error.issues[0]!.path[0] as keyof Config;
  const shown = SECRETS.has(name) ? '' : `is ${JSON.stringify(given[name])}; it `;
  throw new StartFailure(`The setting ${name} ${shown}must be ${EXPECTED[name]}.`);
}
