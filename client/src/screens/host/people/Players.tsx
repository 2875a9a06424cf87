import type { HostCommand } from '@relay/shared/referee/command';
import type { HostRow, PublicView, SessionView } from '@relay/shared/referee/view';
import { useState } from 'preact/hooks';
import { t } from '../../../strings/language';
import { compareNames, compareTeams } from '../../../strings/order';
import { useKeptFocus } from '../../keptFocus';
import { needOf } from './need';
import { type Columns, PlayerRow } from './PlayerRow';
import { useSilence } from './useSilence';
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
  /** @returns whether the command was accepted */
  readonly onCommand: (command: HostCommand) => Promise<boolean>;
}

/**
 * Table of all players, in a stable order: by team and name. Players who need help are marked, and can be listed alone.
 */
export function Players({ rows, view, session, isAnswering, moment, onCommand }: PlayersProps) {
  const [isFiltered, setFiltered] = useState(false);
  const silence = useSilence(rows, `${moment}/${session.pausedAt}`);
  const isAlone = session.settings.pacing === 'self';
  const hasTeams = !isAlone && session.runs.length > 1;
  const canMove = isAnswering && session.pausedAt === null;
  const people = Object.entries(view.players)
    .map(([id, person]) => ({
      id,
      // The host's rows have names also when they are not shown to others.
      person: { ...person, name: rows[id]?.name ?? person.name },
      row: rows[id],
      need: isAnswering ? needOf(rows[id], canMove ? silence(id) : null) : null,
    }))
    .sort(
      (a, b) =>
        (hasTeams ? compareTeams(a.person.run ?? '', b.person.run ?? '') : 0) ||
        compareNames(a.person.name, b.person.name) ||
        compareNames(a.id, b.id),
    );
  useKeptFocus(people.map(({ id }) => id).join());
  const inNeed = people.filter(({ need }) => need !== null);
  const shown = isFiltered ? inNeed : people;
  if (people.length === 0) return <p class={cx(shared.card, styles.consoleEmpty)}>{t('host.nobody')}</p>;
  return (
    <>
      {isAnswering && (
        <NeedsFilter count={inNeed.length} isOn={isFiltered} onToggle={() => setFiltered(!isFiltered)} />
      )}
      {isAnswering && isFiltered && shown.length === 0 ? (
        <p class={cx(shared.card, 'muted')}>{t('people.nobodyNeeds')}</p>
      ) : (
        <div class={cx(shared.card, styles.tableFrame)}>
          <table class={styles.people}>
            <caption class="visually-hidden">{t('host.students')}</caption>
            <Head hasTeams={hasTeams} isAlone={isAlone} />
            <tbody>
              {(isAnswering ? shown : people).map(({ id, person, row, need }) => (
                <PlayerRow
                  key={id}
                  id={id}
                  person={person}
                  row={row}
                  need={need}
                  silentMs={silence(id)}
                  view={view}
                  session={session}
                  columns={{ hasTeams, isAlone }}
                  onCommand={onCommand}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <RemoveSilent rows={rows} onCommand={onCommand} />
    </>
  );
}

/** Button that takes out all who have never answered; absent where there are none. */
function RemoveSilent({ rows, onCommand }: Pick<PlayersProps, 'rows' | 'onCommand'>) {
  const count = Object.values(rows).filter(({ silent }) => silent).length;
  if (count === 0) return null;
  return (
    <div class={styles.needs}>
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

interface NeedsFilterProps {
  /** Number of players who need help. */
  readonly count: number;
  readonly isOn: boolean;
  readonly onToggle: () => void;
}

/** Filter that lists only the players who need help. */
function NeedsFilter({ count, isOn, onToggle }: NeedsFilterProps) {
  return (
    <div class={styles.needs}>
      <button
        type="button"
        class={cx(shared.button, shared.buttonSmall)}
        aria-pressed={isOn}
        aria-describedby="needs-text"
        onClick={onToggle}
      >
        {t('people.needs', { count })}
      </button>
      <span id="needs-text" class="hint">
        {t('people.needsText')}
      </span>
    </div>
  );
}

function Head({ hasTeams, isAlone }: Columns) {
  return (
    <thead>
      <tr>
        <th scope="col">{t('host.column.name')}</th>
        {hasTeams && <th scope="col">{t('host.column.team')}</th>}
        {isAlone && <th scope="col">{t('people.column.progress')}</th>}
        <th scope="col">{t('host.column.unit')}</th>
        <th scope="col">{t('host.column.parts')}</th>
        <th scope="col">{t('host.column.mistake')}</th>
        <th scope="col">{t('host.column.connection')}</th>
        <th scope="col" class={styles.number}>
          {t('host.column.score')}
        </th>
        <th scope="col">{t('people.column.acts')}</th>
      </tr>
    </thead>
  );
}
