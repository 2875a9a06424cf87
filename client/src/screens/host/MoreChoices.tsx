import {
  HELP_LEVELS,
  type HelpLevel,
  QUESTION_KINDS,
  type QuestionKind,
} from '@relay/shared/question/question';
import { t } from '../../strings/language';
import type { Choices } from './choices';

interface MoreChoicesProps {
  readonly asks: QuestionKind;
  readonly help: HelpLevel;
  /** This network has nothing of what is asked. */
  readonly isRefused: boolean;
  readonly onChoose: (change: Partial<Choices>) => void;
}

/** What most lessons leave as it is: folded away, so that a class starts with two presses. */
export function MoreChoices({ asks, help, isRefused, onChoose }: MoreChoicesProps) {
  return (
    <details class="more-choices" open={isRefused}>
      <summary>
        {t('host.more')} <span class="muted">{t(`host.asks.${asks}`)}</span>
      </summary>
      <div class="create-fields">
        <div class="field">
          <label for="asks">{t('host.asked')}</label>
          <select
            id="asks"
            class="input"
            value={asks}
            aria-invalid={isRefused}
            aria-describedby={isRefused ? 'asks-problem' : undefined}
            onChange={({ currentTarget }) => onChoose({ asks: currentTarget.value as QuestionKind })}
          >
            {QUESTION_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(`host.asks.${kind}`)}
              </option>
            ))}
          </select>
          {isRefused && (
            <p id="asks-problem" class="problem" role="alert">
              {t('rejection.nothingToAsk')}
            </p>
          )}
        </div>
        <div class="field">
          <label for="help">{t('host.help')}</label>
          <select
            id="help"
            class="input"
            value={help}
            disabled={asks !== 'contribution'}
            aria-describedby="help-hint"
            onChange={({ currentTarget }) => onChoose({ help: currentTarget.value as HelpLevel })}
          >
            {HELP_LEVELS.map((level) => (
              <option key={level} value={level}>
                {t(`host.helpLevels.${level}`)}
              </option>
            ))}
          </select>
          <p id="help-hint" class="hint">
            {t('host.helpHint')}
          </p>
        </div>
      </div>
    </details>
  );
}
