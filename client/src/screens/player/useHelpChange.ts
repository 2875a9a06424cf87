import { questionModule } from '@relay/shared/question/kinds';
import { HELP_LEVELS, type HelpLevel } from '@relay/shared/question/question';
import type { PlayerView } from '@relay/shared/referee/view';
import { useEffect, useMemo } from 'preact/hooks';
import { helpSentence, levelOf } from '../../describe/help';
import { ownKey } from '../../table/ownKey';
import { isObject, keep, recall } from '../../table/tokenStore';
import { say } from '../announcer';
import type { RoundControl } from './roundControl';

interface KeptHelp {
  readonly round: number;
  readonly level: HelpLevel;
  /** Help level of the question before. */
  readonly before: HelpLevel | null;
}

const isLevel = (value: unknown): value is HelpLevel => HELP_LEVELS.some((level) => level === value);
const isKept = (value: unknown): value is KeptHelp =>
  isObject(value) &&
  typeof value['round'] === 'number' &&
  isLevel(value['level']) &&
  (value['before'] === null || isLevel(value['before']));

/**
 * Sentence about help that fell away or came back with this question; empty without a change. Announced once and shown
 * until the next question. Computed in this browser: help levels are private.
 */
export function useHelpChange(
  code: string,
  player: string | null,
  seat: PlayerView['seat'],
  lead: RoundControl | null,
): string {
  const level = seat && questionModule(seat.kind).isHelped ? levelOf(seat.parts) : null;
  const round = seat?.round ?? 0;
  const before = useMemo(() => {
    if (lead?.helpBefore !== undefined) return lead.helpBefore;
    if (level === null || player === null) return null;
    const key = ownKey('help', code, player);
    const kept = recall(key, isKept);
    if (kept?.round === round) return kept.before;
    keep(key, { round, level, before: kept?.level ?? null } satisfies KeptHelp);
    return kept?.level ?? null;
  }, [code, player, level, round, lead?.helpBefore]);
  const sentence = level === null ? '' : helpSentence(before, level);
  useEffect(() => say(sentence), [round, before]);
  return sentence;
}
