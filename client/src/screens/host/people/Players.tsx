import type { HostCommand } from '@relay/shared/referee/command';
import type { HostRow, PublicView, SessionView } from '@relay/shared/referee/view';
import { useRef, useState } from 'preact/hooks';
import { t } from '../../../strings/language';
import { useKeptFocus } from '../../keptFocus';
import { needOf } from './need';
import { type Order, sortPlayers } from './order';
import { pageOf } from './pages';
import { type Columns, type Listed, PlayerRow } from './PlayerRow';
import { PlayersBar } from './PlayersBar';
import { useSilence } from './useSilence';
import { useStillOrder } from './useStillOrder';
import { cx } from '../../../styles/cx';
import shared from '../../parts/shared.module.css';
import styles from './Players.module.css';

interface PlayersProps {
  readonly rows: Readonly<Record<string, HostRow>>;
  readonly view: PublicView;
  readonly session: SessionView;
  /** True while any player has a question. */
  readonly isAnswering: boolean;
  /** Identifies the present phase or activity; a change restarts the silence of every row. */
  readonly moment: string;
  /** Player whose drawer is open; null: none. */
  readonly opened: string | null;
  readonly onOpen: (player: string) => void;
  /** @returns whether the command was accepted */
  readonly onCommand: (command: HostCommand) => Promise<boolean>;
}

/** Players of a session as a list shows them, by id. */
function usePlayers({ rows, view, session, isAnswering, moment }: PlayersProps): ReadonlyMap<string, Listed> {
  const silence = useSilence(rows, `${moment}/${session.pausedAt}`);
  const canBeSilent = isAnswering && session.pausedAt === null;
  return new Map(
    Object.entries(view.players).map(([id, { name, run, present }]) => {
      const row = rows[id];
      const silentMs = silence(id);
      return [
        id,
        {
          id,
          // The host's rows have names also when they are not shown to others.
          name: row?.name ?? name,
          team: run ?? '',
          present,
          score: row?.score ?? 0,
          row,
          need: isAnswering ? needOf(row, canBeSilent ? silentMs : null) : null,
          silentMs,
        },
      ];
    }),
  );
}

/**
 * List of all players, a line each. Those who need help stand first, or are listed alone; no line moves while the
 * pointer or the focus is in the list.
 */
export function Players(props: PlayersProps) {
  const { rows, session, isAnswering, opened, onOpen, onCommand } = props;
  const [order, setOrder] = useState<Order>('need');
  const [isFiltered, setFiltered] = useState(false);
  const [page, setPage] = useState(0);
  const frame = useRef<HTMLDivElement>(null);
  const players = usePlayers(props);
  const sorted = sortPlayers([...players.values()], order);
  const inNeed = sorted.filter(({ need }) => need !== null);
  const isOnlyNeed = isAnswering && isFiltered;
  const { ids, isStale, renew } = useStillOrder(
    frame,
    (isOnlyNeed ? inNeed : sorted).map(({ id }) => id),
    `${order}/${isOnlyNeed}`,
    (id) => players.has(id),
  );
  const shown = pageOf(ids, page);
  const isAlone = session.settings.pacing === 'self';
  const columns = { hasTeams: !isAlone && session.runs.length > 1, isAlone };
  useKeptFocus([...players.keys()].join());
  if (players.size === 0) return <p class={cx(shared.card, styles.consoleEmpty)}>{t('host.nobody')}</p>;
  return (
    <>
      <PlayersBar
        order={order}
        orders={columns.hasTeams ? ['need', 'name', 'team', 'score'] : ['need', 'name', 'score']}
        needs={isAnswering ? inNeed.length : null}
        isFiltered={isFiltered}
        isStale={isStale}
        shown={shown}
        onOrder={setOrder}
        onFilter={() => setFiltered(!isFiltered)}
        onRenew={renew}
        onPage={setPage}
      />
      <div class={cx(shared.card, styles.tableFrame)} ref={frame}>
        {isOnlyNeed && ids.length === 0 && <p class={styles.nobody}>{t('people.nobodyNeeds')}</p>}
        <table class={styles.people}>
          <caption class="visually-hidden">{t('host.students')}</caption>
          <Head {...columns} />
          <tbody>
            {shown.ids.map((id) => (
              <PlayerRow
                key={id}
                player={players.get(id)!}
                columns={columns}
                rounds={session.settings.rounds}
                isOpen={opened === id}
                onOpen={onOpen}
              />
            ))}
          </tbody>
        </table>
      </div>
      <RemoveSilent rows={rows} onCommand={onCommand} />
    </>
  );
}

/** Button that takes out all who have never answered; absent where there are none. */
function RemoveSilent({ rows, onCommand }: Pick<PlayersProps, 'rows' | 'onCommand'>) {
  const count = Object.values(rows).filter(({ silent }) => silent).length;
  if (count === 0) return null;
  return (
    <div class={styles.removeSilent}>
      <button
        type="button"
        class={cx(shared.button, shared.buttonSmall)}
        aria-describedby="silent-text"
        onClick={() => void onCommand({ type: 'removeSilent' })}
      >
        {t('people.silent', { count })}
      </button>
      <span id="silent-text" class="hint">
        {t('people.silentText')}
      </span>
    </div>
  );
}

function Head({ hasTeams, isAlone }: Columns) {
  return (
    <thead>
      <tr>
        <th scope="col">{t('host.column.name')}</th>
        {hasTeams && (
          <th scope="col" class={styles.team}>
            {t('host.column.team')}
          </th>
        )}
        {isAlone && (
          <th scope="col" class={styles.progress}>
            {t('people.column.progress')}
          </th>
        )}
        <th scope="col" class={styles.unit}>
          {t('host.column.unit')}
        </th>
        <th scope="col" class={cx(styles.parts, isAlone && styles.isNarrow)}>
          {t('host.column.parts')}
        </th>
        <th scope="col" class={styles.mistake}>
          {t('host.column.mistake')}
        </th>
        <th scope="col" class={styles.connection}>
          <span aria-hidden="true">●</span>
          <span class="visually-hidden">{t('host.column.connection')}</span>
        </th>
        <th scope="col" class={styles.time}>
          {t('hostConsole.column.time')}
        </th>
        <th scope="col" class={styles.score}>
          {t('host.column.score')}
        </th>
      </tr>
    </thead>
  );
}
