import { WIRE_VERSION } from '@relay/shared/protocol/version';
import type { PlayerView, PublicView } from '@relay/shared/referee/view';
import { drop, hasStrings, isObject, keep, keysWith, recall, RESULTS } from './tokenStore';

/**
 * Results of sessions that are over, on this device until they are forgotten: what the page showed at the end. They open
 * nothing on the server.
 */

export interface KeptResult {
  readonly code: string;
  readonly player: string;
  readonly nickname: string;
  /** Time of the end, ms since the epoch. */
  readonly at: number;
  /** Points; null where scores were not shown. */
  readonly score: number | null;
  /** Version of the views, which a page of another version cannot read. */
  readonly wire: number;
  readonly view: PublicView;
  readonly mine: PlayerView;
}

/** Results that are kept, at most; the oldest goes first. */
const MOST = 8;
/** Age at which a result is erased. */
const KEPT_FOR_MS = 90 * 86_400_000;

const keyOf = (code: string, player: string): string => `${RESULTS}${code}/${player}`;

const isResult = (value: unknown): value is KeptResult =>
  hasStrings(value, 'code', 'player', 'nickname') &&
  isObject(value) &&
  typeof value['at'] === 'number' &&
  typeof value['wire'] === 'number' &&
  isObject(value['view']) &&
  isObject(value['mine']);

/** Results kept on this device, the newest first; those that are too old are erased. @param now  ms since the epoch */
export function keptResults(now: number): readonly KeptResult[] {
  const results = keysWith(RESULTS).flatMap((key) => recall(key, isResult) ?? []);
  const newest = results.toSorted((a, b) => b.at - a.at);
  const kept = newest.filter(({ at }, i) => i < MOST && now - at < KEPT_FOR_MS);
  for (const result of newest) if (!kept.includes(result)) forgetResult(result.code, result.player);
  return kept;
}

export function keptResult(code: string, player: string): KeptResult | null {
  return recall(keyOf(code, player), isResult);
}

export function keepResult(result: Omit<KeptResult, 'wire'>): void {
  keep(keyOf(result.code, result.player), { ...result, wire: WIRE_VERSION } satisfies KeptResult);
  keptResults(result.at);
}

export function forgetResult(code: string, player: string): void {
  drop(keyOf(code, player));
}

/** Tells whether this page can show a result whole; otherwise it shows the points. */
export const isReadable = ({ wire }: KeptResult): boolean => wire === WIRE_VERSION;
