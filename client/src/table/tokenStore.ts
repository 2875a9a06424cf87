/**
 * Storage of the browser: values with their versions, and the tokens of the sessions hosted. Tokens of players:
 * `keptPlayers.ts`.
 */

export interface KeptHost {
  readonly token: string;
  readonly projectorToken: string;
  /** Name of the network, as the host read it; absent in what earlier pages have stored. */
  readonly title?: string;
  /** Word that opens the console in another browser; absent for sessions from before there was one. */
  readonly recoveryWord?: string;
}

const keyOf = (code: string): string => `relay/host/${code}`;
/** Beginning of the keys of `keptResults.ts`, for pages that ask only whether there are any. */
export const RESULTS = 'relay/result/';
const NEWEST_HOST = 'relay/newest-host';

/** Version of stored values that have no version of their own. docs/versions.md says how to raise it. */
const KEPT_VERSION = 1;

/** A value as stored. A value stored without a version is of version 1. */
interface Versioned {
  readonly version: number;
  readonly value: unknown;
}

const isVersioned = (stored: unknown): stored is Versioned =>
  isObject(stored) && Number.isInteger(stored['version']) && 'value' in stored;

/** Storage of the browser, which all its tabs share, or of this tab alone, which outlives reloads. */
export type Where = 'browser' | 'tab';
const storageOf = (where: Where): Storage => (where === 'tab' ? sessionStorage : localStorage);

/** Reads a stored value with its version. @returns null when there is none or it cannot be read */
export function recallVersioned(key: string, where: Where = 'browser'): Versioned | null {
  try {
    const stored: unknown = JSON.parse(storageOf(where).getItem(key) ?? 'null');
    if (stored === null) return null;
    return isVersioned(stored) ? stored : { version: 1, value: stored };
  } catch {
    return null;
  }
}

/**
 * Stores a value. When storage is full or forbidden, the game goes on without it; a value that a newer page has
 * stored is left alone.
 */
export function keep(key: string, value: unknown, version = KEPT_VERSION, where: Where = 'browser'): void {
  try {
    if ((recallVersioned(key, where)?.version ?? 0) > version) return;
    storageOf(where).setItem(key, JSON.stringify({ version, value } satisfies Versioned));
  } catch {
    // Nothing to do: the page works without storage until it is reloaded.
  }
}

export function recall<T>(
  key: string,
  isValid: (value: unknown) => value is T,
  where: Where = 'browser',
): T | null {
  const stored = recallVersioned(key, where);
  return stored && stored.version <= KEPT_VERSION && isValid(stored.value) ? stored.value : null;
}

export function drop(key: string, where: Where = 'browser'): void {
  try {
    storageOf(where).removeItem(key);
  } catch {
    // Nothing to do, as in `keep`.
  }
}

/** Storage keys with a prefix. */
export function keysWith(prefix: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

export const hasStrings = (value: unknown, ...fields: readonly string[]): boolean =>
  isObject(value) && fields.every((field) => typeof value[field] === 'string');

const isHost = (value: unknown): value is KeptHost => hasStrings(value, 'token', 'projectorToken');
const isText = (value: unknown): value is string => typeof value === 'string';

export function keepHost(code: string, kept: KeptHost): void {
  keep(keyOf(code), kept);
  keep(NEWEST_HOST, code);
}

export function keptHost(code: string): KeptHost | null {
  return recall(keyOf(code), isHost);
}

/** Codes of the sessions that this browser has created, in no order. */
export function hostedCodes(): string[] {
  return keysWith(keyOf('')).flatMap((key) => /(?<code>\d{6})$/u.exec(key)?.groups?.['code'] ?? []);
}

/** Session that was created last in this browser; null when it is no longer stored. */
export function newestHosted(): { readonly code: string; readonly kept: KeptHost } | null {
  const code = recall(NEWEST_HOST, isText);
  const kept = code === null ? null : keptHost(code);
  return code === null || !kept ? null : { code, kept };
}

export function forgetHost(code: string): void {
  drop(keyOf(code));
}

const bannedKey = (code: string): string => `relay/banned/${code}`;

/** Stores the token of a banned player; it is sent with the next request to join, so that a new name does not help. */
export function keepBanned(code: string, token: string): void {
  keep(bannedKey(code), token);
}

export function bannedToken(code: string): string | null {
  return recall(bannedKey(code), isText);
}
