import type { Settings } from '@relay/shared/referee/session/settings';
import { t } from '../../strings/language';
import { offeredFor } from './rules/ruleFields';
import { ruleValue } from './rules/ruleWords';
import shared from '../parts/shared.module.css';

interface TeamsFieldProps {
  readonly settings: Settings;
  readonly onChoose: (teams: Settings['teams']) => void;
}

export function TeamsField({ settings, onChoose }: TeamsFieldProps) {
  const offered = offeredFor('teams', settings, 'setup');
  return (
    <div class={shared.field}>
      <label for="teams">{t('host.teams')}</label>
      <select
        id="teams"
        class={shared.input}
        value={settings.teams}
        onChange={({ currentTarget }) => onChoose(offered[currentTarget.selectedIndex]!)}
      >
        {offered.map((teams) => (
          <option key={teams} value={teams}>
            {ruleValue('teams', teams)}
          </option>
        ))}
      </select>
    </div>
  );
}
