import type { SessionKind } from '@relay/shared/lesson/settings';
import { t } from '../../strings/language';
import { BY_SIZE, canBeBySize, type Teams, TEAMS_OFFERED } from './choices';

interface TeamsFieldProps {
  readonly kind: SessionKind;
  readonly teams: Teams;
  readonly onChoose: (teams: Teams) => void;
}

export function TeamsField({ kind, teams, onChoose }: TeamsFieldProps) {
  return (
    <div class="field">
      <label for="teams">{t('host.teams')}</label>
      <select
        id="teams"
        class="input"
        value={teams}
        onChange={({ currentTarget: { value } }) => onChoose(value === BY_SIZE ? BY_SIZE : Number(value))}
      >
        {canBeBySize(kind) && <option value={BY_SIZE}>{t('host.bySize')}</option>}
        {TEAMS_OFFERED.map((count) => (
          <option key={count} value={count}>
            {count === 1 ? t('host.oneTeam') : count}
          </option>
        ))}
      </select>
    </div>
  );
}
