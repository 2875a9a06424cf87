import { useEffect } from 'preact/hooks';
import { forgetResult, keepResult } from '../../table/keptResults';
import type { TableState } from '../../table/table';

/** Keeps the result of a session that is over on this device; it is that of nobody whom the host has removed. */
export function KeepsResult({ state }: { readonly state: TableState }) {
  const { code, player, nickname, view, mine } = state;
  useEffect(() => {
    if (!view || !mine || player === null || nickname === null) return;
    if (mine.gone !== null) forgetResult(code, player);
    else keepResult({ code, player, nickname, at: Date.now(), score: mine.score, view, mine });
  }, [view, mine]);
  return null;
}
