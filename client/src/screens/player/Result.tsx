import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useMemo } from 'preact/hooks';
import { t } from '../../strings/language';
import { forgetTab, type KeptPlayer } from '../../table/keptPlayers';
import { forgetResult, isReadable, keptResult, type KeptResult } from '../../table/keptResults';
import type { Table } from '../../table/table';
import { go } from '../address';
import { NotFound } from '../NotFound';
import { cx } from '../../styles/cx';
import shared from '../parts/shared.module.css';
import styles from './Result.module.css';

/** Table as it was at the end: nothing can be sent to it any more. */
const tableOf = ({ code, player, nickname, view, mine }: KeptResult): Table => ({
  role: 'player',
  state: signal({
    connection: 'ended',
    trouble: null,
    code,
    player,
    nickname,
    projectorToken: null,
    view,
    mine,
    rows: {},
    clockOffsetMs: 0,
  }),
  send: async () => ({ accepted: false, rejection: 'sessionEnded' }),
  close: () => undefined,
});

interface AtTableProps {
  readonly table: Table;
  readonly code: string;
  readonly kept: KeptPlayer;
}

interface ResultProps {
  readonly code: string;
  readonly player: string;
  /** A player's page at a table; handed over, so that this part of the code stays small. */
  readonly AtTable: ComponentType<AtTableProps>;
}

/** Result of a session that is over, as it is kept on this device. */
export function Result({ code, player, AtTable }: ResultProps) {
  // Read once: a result that is forgotten goes with the page.
  const result = useMemo(() => keptResult(code, player), [code, player]);
  const table = useMemo(() => result && tableOf(result), [result]);
  if (!result || !table) return <NotFound />;
  const { nickname, score } = result;
  const forget = (): void => {
    forgetResult(code, player);
    forgetTab(code);
    go('/', true);
  };
  return (
    <div data-testid="kept-result">
      {isReadable(result) ? (
        <AtTable table={table} code={code} kept={{ token: '', player, nickname }} />
      ) : (
        <main class={styles.result}>{score !== null && t('result.points', { points: score })}</main>
      )}
      <footer class={styles.result}>
        <p>{t('result.of', { name: nickname, code })}</p>
        <p class="hint">{t('result.kept')}</p>
        <button type="button" class={cx(shared.button, shared.buttonSmall)} onClick={forget}>
          {t('result.forget')}
        </button>
      </footer>
    </div>
  );
}
