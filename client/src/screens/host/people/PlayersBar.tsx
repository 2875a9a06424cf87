import { t } from '../../../strings/language';
import type { Order } from './order';
import type { ListPage } from './pages';
import { cx } from '../../../styles/cx';
import shared from '../../parts/shared.module.css';
import styles from './PlayersBar.module.css';

interface PlayersBarProps {
  readonly order: Order;
  /** Orders to choose from. */
  readonly orders: readonly Order[];
  /** Number of players who need help; null while nobody has a question. */
  readonly needs: number | null;
  readonly isFiltered: boolean;
  /** True while the list keeps an order that is no longer the one chosen. */
  readonly isStale: boolean;
  readonly shown: ListPage;
  readonly onOrder: (order: Order) => void;
  readonly onFilter: () => void;
  readonly onRenew: () => void;
  readonly onPage: (page: number) => void;
}

/** Choices above the list of players: its order, its filter, its page. */
export function PlayersBar(props: PlayersBarProps) {
  const { order, orders, needs, isFiltered, isStale, shown, onOrder, onFilter, onRenew, onPage } = props;
  return (
    <div class={styles.bar}>
      <label class={styles.sort}>
        <span class={styles.sortLabel}>{t('hostConsole.sort.label')}</span>
        <select
          class={styles.select}
          value={order}
          onChange={({ currentTarget }) => onOrder(orders[currentTarget.selectedIndex]!)}
        >
          {orders.map((one) => (
            <option key={one} value={one}>
              {t(`hostConsole.sort.${one}`)}
            </option>
          ))}
        </select>
      </label>
      {needs !== null && (
        <button
          type="button"
          class={cx(shared.button, styles.button)}
          aria-pressed={isFiltered}
          title={t('people.needsText')}
          onClick={onFilter}
        >
          {t('people.needs', { count: needs })}
        </button>
      )}
      {/* Keeps its place, so that nothing moves when it comes. */}
      <button
        type="button"
        class={cx(shared.button, styles.button, !isStale && styles.isGone)}
        onClick={onRenew}
      >
        {t('hostConsole.sort.again')}
      </button>
      <span class="push" />
      {shown.pages > 1 && <Pager shown={shown} onPage={onPage} />}
    </div>
  );
}

function Pager({ shown, onPage }: Pick<PlayersBarProps, 'shown' | 'onPage'>) {
  const { page, pages, from, to, count } = shown;
  return (
    <>
      <button
        type="button"
        class={cx(shared.button, styles.button)}
        aria-label={t('hostConsole.page.before')}
        disabled={page === 0}
        onClick={() => onPage(page - 1)}
      >
        <span aria-hidden="true">◀</span>
      </button>
      <span class="digits" role="status">
        {t('hostConsole.page.shown', { from, to, count })}
      </span>
      <button
        type="button"
        class={cx(shared.button, styles.button)}
        aria-label={t('hostConsole.page.after')}
        disabled={page === pages - 1}
        onClick={() => onPage(page + 1)}
      >
        <span aria-hidden="true">▶</span>
      </button>
    </>
  );
}
