import { t } from '../../../strings/language';
import type { QuestionFormProps } from './ask';

/** Nothing but the network and ◆: one line. */
export function SinglePartForm({ entry }: QuestionFormProps) {
  return (
    <div class="formula">
      <p class="hint">{t('asks.alone')}</p>
      <div class="lines">
        {entry(
          'G',
          <span class="diamond sole-diamond" aria-hidden="true">
            ◆
          </span>,
        )}
      </div>
    </div>
  );
}
