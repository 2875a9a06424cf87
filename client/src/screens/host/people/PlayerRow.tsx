import type { HostRow } from '@relay/shared/referee/view';
import { eitherName } from '../../../describe/mistakes';
import { writtenPoints } from '../../../picture/numbers/written';
import { t } from '../../../strings/language';
import { Creature } from '../../parts/Creature';
import { AlertIcon } from '../../parts/icons';
import type { Need } from './need';
import { PartMark } from './PartMark';
import { needWords, occupationWords, ownTimeWords, progressWords } from './status';
import { cx } from '../../../styles/cx';
import playersStyles from './Players.module.css';
import styles from './PlayerRow.module.css';

export interface Columns {
  readonly hasTeams: boolean;
  /** Every player goes at the own pace. */
  readonly isAlone: boolean;
}

/** A player of the list. */
export interface Listed {
  readonly id: string;
  readonly name: string;
  readonly team: string;
  readonly present: boolean;
  readonly score: number;
  readonly row: HostRow | undefined;
  readonly need: Need;
  readonly silentMs: number;
}

interface PlayerRowProps {
  readonly player: Listed;
  readonly columns: Columns;
  /** Rounds of an own run; null: as many as there is time for. */
  readonly rounds: number | null;
  /** True while the drawer of this player is open. */
  readonly isOpen: boolean;
  readonly onOpen: (id: string) => void;
}

/** Id of the button that opens a player's drawer: the focus comes back to it. */
export const openerId = (player: string): string => `player-${player}`;

/** One line of one player. Everything else is in the drawer, which a press anywhere in the line opens. */
export function PlayerRow({ player, columns, rounds, isOpen, onOpen }: PlayerRowProps) {
  const { id, name, team, present, score, row, need, silentMs } = player;
  return (
    <tr
      class={cx(styles.row, !present && styles.isAway, need && styles.needsHelp, isOpen && styles.isOpen)}
      data-testid="player-row"
      onClick={() => onOpen(id)}
    >
      <th scope="row">
        <span class={styles.nameCell}>
          <button
            id={openerId(id)}
            type="button"
            class={styles.opener}
            aria-haspopup="dialog"
            aria-expanded={isOpen}
            title={name}
          >
            {name}
          </button>
          <Badges row={row} need={need} silentMs={silentMs} />
        </span>
      </th>
      {columns.hasTeams && <td class={playersStyles.wide}>{team === '' ? '–' : team}</td>}
      {columns.isAlone && <td class="digits">{progressWords(row, rounds)}</td>}
      <td class={cx(styles.unitCell, playersStyles.wide)}>{row?.unit ?? '–'}</td>
      <td>
        <span class={styles.parts}>
          {(row?.parts ?? []).map((part) => (
            <PartMark key={part.part} part={part} />
          ))}
        </span>
      </td>
      <td>{row && <MistakesShown row={row} />}</td>
      <td>
        <Connection present={present} />
      </td>
      <td class={cx(styles.timeCell, playersStyles.wide)} data-testid="own-time">
        {row && ownTimeWords(row)}
      </td>
      <td class={cx(styles.scoreCell, playersStyles.wide, 'digits')}>{writtenPoints(score)}</td>
    </tr>
  );
}

function Connection({ present }: Pick<Listed, 'present'>) {
  const words = t(present ? 'host.here' : 'host.away');
  return (
    <span class={present ? styles.here : styles.away} title={words}>
      <span class="visually-hidden">{words}</span>
    </span>
  );
}

/** Creatures of the mistakes that the newest wrong answer shows. */
function MistakesShown({ row: { mistakes } }: { readonly row: HostRow }) {
  const names = mistakes.map(eitherName).join(' · ');
  return (
    <span class={styles.creatures} title={names}>
      {mistakes.map(([id]) => (
        <Creature key={id} id={id} class={styles.creature} />
      ))}
      <span class="visually-hidden">{names}</span>
    </span>
  );
}

function Badges({ row, need, silentMs }: Pick<Listed, 'row' | 'need' | 'silentMs'>) {
  const needs = needWords(need, silentMs);
  const occupation = occupationWords(row);
  return (
    <>
      {needs !== null && (
        <span class={cx(styles.badge, styles.badgeNeed)} data-testid="badge">
          <AlertIcon />
          <span class={styles.badgeWords}>{needs}</span>
        </span>
      )}
      {occupation !== null && (
        <span class={styles.badge} data-testid="badge">
          {occupation}
        </span>
      )}
    </>
  );
}
