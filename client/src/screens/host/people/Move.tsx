import { unitName } from '@relay/shared/maths/unit';
import { seatOrder } from '@relay/shared/referee/teams/seating';
import type { PublicView } from '@relay/shared/referee/view';
import { useState } from 'preact/hooks';
import { t } from '../../../strings/language';
import { compareNames } from '../../../strings/order';
import { cx } from '../../../styles/cx';
import shared from '../../parts/shared.module.css';
import styles from './Move.module.css';

interface MoveProps {
  readonly id: string;
  readonly run: string | null;
  readonly teams: readonly string[];
  readonly view: PublicView;
  readonly onMove: (run: string | null, unit: string | null) => Promise<void>;
}

const NEW_TEAM = '+';
const ANY_UNIT = '';

/** Moves one player to another team or unit, from the next round on. */
export function Move({ id, run, teams, view, onMove }: MoveProps) {
  const [team, setTeam] = useState(run ?? NEW_TEAM);
  const [unit, setUnit] = useState(ANY_UNIT);
  const network = view.networks[teams[0] ?? ''];
  const units = network ? seatOrder(network).map((one) => unitName(network, one)) : [];
  return (
    <form
      class={cx(shared.field, styles.field, styles.move)}
      onSubmit={(event) => {
        event.preventDefault();
        void onMove(team === NEW_TEAM ? null : team, unit === ANY_UNIT ? null : unit);
      }}
    >
      <div class={cx(shared.fieldRow, styles.fieldRow)}>
        <span class={cx(shared.field, styles.field)}>
          <label for={`team-${id}`}>{t('people.team')}</label>
          <select
            id={`team-${id}`}
            class={shared.input}
            value={team}
            onChange={({ currentTarget }) => setTeam(currentTarget.value)}
          >
            {teams.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
            <option value={NEW_TEAM}>{t('people.newTeam')}</option>
          </select>
        </span>
        <span class={cx(shared.field, styles.field)}>
          <label for={`unit-${id}`}>{t('people.unit')}</label>
          <select
            id={`unit-${id}`}
            class={shared.input}
            value={unit}
            onChange={({ currentTarget }) => setUnit(currentTarget.value)}
          >
            <option value={ANY_UNIT}>{t('people.anyUnit')}</option>
            {units.toSorted(compareNames).map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </span>
        <button type="submit" class={shared.button}>
          {t('people.move')}
        </button>
      </div>
      <p class="hint">{t('people.moveText')}</p>
    </form>
  );
}
