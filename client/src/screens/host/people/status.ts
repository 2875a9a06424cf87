import type { HostRow } from '@relay/shared/referee/view';
import { t } from '../../../strings/language';
import { ruleValue } from '../rules/ruleWords';
import type { Need } from './need';

/** Need for help in words; null for none. */
export function needWords(need: Need, silentMs: number): string | null {
  if (need === null) return null;
  return need === 'stuck' ? t('people.stuck') : t('people.silent', { seconds: Math.floor(silentMs / 1_000) });
}

/** Occupation of a player who is not answering with the others, in words; null for none. */
export function occupationWords(row: HostRow | undefined): string | null {
  if (row?.waiting) return t('people.waiting');
  if (row?.finishing) return t('people.finishing');
  return row?.warmsUp ? t('warmUp.host') : null;
}

/** Own time of a player as the row writes it: ×2, or without a clock. Empty for the time of the class. */
export const ownTimeWords = ({ timeFactor }: Pick<HostRow, 'timeFactor'>): string =>
  timeFactor === 1 ? '' : ruleValue('timeFactor', timeFactor);

/** Progress of a player's own run in one line. */
export function progressWords(row: HostRow | undefined, rounds: number | null): string {
  const own = row?.own;
  if (!row || !own) return t('people.progress.none');
  const where = own.ended
    ? t('people.progress.ended')
    : rounds === null
      ? t('people.progress.open', { round: own.round })
      : t('people.progress.round', { round: own.round, rounds });
  return [where, t('people.atOnce', { count: row.clean }), t('people.slips', { count: row.misses })].join(
    ' · ',
  );
}
