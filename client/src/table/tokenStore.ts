/**
 * Browser storage of the sessions taken part in, by session code: the token and its owner. Erased when the session
 * has ended, since classroom devices are shared.
 */

export interface KeptPlayer {
  readonly token: string;
  readonly player: string;
  readonly nickname: string;
  /** true: another player already had the nickname asked for. */
  readonly isRenamed?: boolean;
}

export interface KeptHost {
  readonly token: string;
  readonly projectorToken: string;
}

type Kind = 'player' | 'host';
interface Kept {
  readonly player: KeptPlayer;
  readonly host: KeptHost;
}

const keyOf = (kind: Kind, code: string): string => `relay/${kind}/${code}`;
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

/** Reads a stored value with its version. @returns null when there is none or it cannot be read */
export function recallVersioned(key: string): Versioned | null {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
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
export function keep(key: string, value: unknown, version = KEPT_VERSION): void {
  try {
    if ((recallVersioned(key)?.version ?? 0) > version) return;
    localStorage.setItem(key, JSON.stringify({ version, value } satisfies Versioned));
  } catch {
    // Nothing to do: the page works without storage until it is reloaded.
  }
}

export function recall<T>(key: string, isValid: (value: unknown) => value is T): T | null {
  const stored = recallVersioned(key);
  return stored && stored.version <= KEPT_VERSION && isValid(stored.value) ? stored.value : null;
}

export function drop(key: string): void {
  try {
    localStorage.removeItem(key);
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

const hasStrings = (value: unknown, ...fields: readonly string[]): boolean =>
  isObject(value) && fields.every((field) => typeof value[field] === 'string');

const VALID: { readonly [K in Kind]: (value: unknown) => value is Kept[K] } = {
  player: (value): value is KeptPlayer => hasStrings(value, 'token', 'player', 'nickname'),
  host: (value): value is KeptHost => hasStrings(value, 'token', 'projectorToken'),
};

export function keepPlayer(code: string, kept: KeptPlayer): void {
  keep(keyOf('player', code), kept);
}

export function keptPlayer(code: string): KeptPlayer | null {
  return recall(keyOf('player', code), VALID.player);
}

export function keepHost(code: string, kept: KeptHost): void {
  keep(keyOf('host', code), kept);
  keep(NEWEST_HOST, code);
}

export function keptHost(code: string): KeptHost | null {
  return recall(keyOf('host', code), VALID.host);
}

/** Session that was created last in this browser; null when it is no longer stored. */
export function newestHosted(): { readonly code: string; readonly kept: KeptHost } | null {
  const code = recall(NEWEST_HOST, (value) => typeof value === 'string');
  const kept = code === null ? null : keptHost(code);
  return code === null || !kept ? null : { code, kept };
}

export function forget(kind: Kind, code: string): void {
  drop(keyOf(kind, code));
}

const bannedKey = (code: string): string => `relay/banned/${code}`;
const isText = (value: unknown): value is string => typeof value === 'string';

/** Stores the token of a banned player; it is sent with the next request to join, so that a new name does not help. */
export function keepBanned(code: string, token: string): void {
  keep(bannedKey(code), token);
}

export function bannedToken(code: string): string | null {
  return recall(bannedKey(code), isText);
}
